using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>Reads WXML and the templates of single-file components.</summary>
public static class MarkupParser
{
    /// <summary>Errors beyond this number are not listed; a file that has so many is damaged all over.</summary>
    public const int MaxErrors = 1000;

    /// <summary>
    /// Parses a whole text, or only <paramref name="range"/> of it (the template block of a single-file component); offsets are
    /// always those of the whole text. Gives a tree for any text, in linear time, and never throws.
    /// </summary>
    public static MarkupDocument Parse(SourceText text, MarkupDialect dialect = MarkupDialect.Wxml, TextSpan? range = null) =>
        new MarkupReader(text, dialect, range ?? new TextSpan(0, text.Length)).Read();
}
