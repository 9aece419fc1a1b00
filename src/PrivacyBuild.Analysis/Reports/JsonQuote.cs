using System.Globalization;
using System.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>A text as a JSON string that people read: only what must be is escaped.</summary>
internal static class JsonQuote
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                quoted.Append(c).Append(text[++i]);
            else if (c < ' ' || char.IsSurrogate(c))
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
