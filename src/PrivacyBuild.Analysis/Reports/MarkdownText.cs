using System.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>Foreign text within a Markdown document: it is shown as it is and can neither format, link, embed nor end its line.</summary>
internal static class MarkdownText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in ForeignText.OnOneLine(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '!' or '|' or '~' or '&')
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
