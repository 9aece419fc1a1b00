using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Guidelines;

/// <summary>
/// A file that (part of) a guideline was read from. A guideline may stand on two of them, the app's own and one that several apps
/// share, so every value knows its file.
/// </summary>
public sealed class GuidelineFile(string path, SourceText text)
{
    /// <summary>Product path.</summary>
    public string Path { get; } = path;

    public SourceText Text { get; } = text;

    public GuidelinePlace At(TextSpan span) => new(this, span);
}

/// <summary>A place in one of a guideline's files.</summary>
public readonly record struct GuidelinePlace(GuidelineFile File, TextSpan Span)
{
    public LinePosition Start => File.Text.GetPosition(Span.Start);

    public LinePosition End => File.Text.GetPosition(Span.End);
}
