using System.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>Foreign text within a Markdown document: it is shown as it is and can neither format, link, embed nor end its line.</summary>
internal static class MarkdownText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in JsonOutput.WithoutLoneSurrogates(text))
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                escaped.Append(' ');
            else if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '!' or '|' or '~' or '&')
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
