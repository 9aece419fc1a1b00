using System.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>Text of the checked project within a report: it may neither end a line, command a terminal, nor turn the direction in which what follows is read.</summary>
internal static class ForeignText
{
    /// <summary>The text on one line, without half characters; what is not to be shown becomes a blank.</summary>
    public static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in JsonOutput.WithoutLoneSurrogates(text))
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF' ? ' ' : c);
        return line.ToString();
    }
}
