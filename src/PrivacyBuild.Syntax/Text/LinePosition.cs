namespace PrivacyBuild.Syntax.Text;

/// <summary>A place as editors and build logs count it: line and column both 1-based, columns in UTF-16 units.</summary>
public readonly record struct LinePosition(int Line, int Column);
