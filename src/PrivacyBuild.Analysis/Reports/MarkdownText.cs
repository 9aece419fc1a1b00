using System.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>Foreign text within a Markdown document: it is shown as it is and can neither format, link, embed nor end its line.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>#!|~&";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in JsonOutput.WithoutLoneSurrogates(text))
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                escaped.Append(' ');
            else if (Special.IndexOf(c) >= 0)
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
