using System.Globalization;
using System.Text;

namespace PrivacyBuild.Tasks;

/// <summary>Text for the build log, in which file names, purposes and code are the checked project's.</summary>
internal static class LogText
{
    /// <summary>
    /// The text with everything shown as its code that terminals or CI systems obey: a line break could forge a line of the log, an escape
    /// sequence hide one, a mark of direction turn one round, and <c>##vso[</c> and its like are commands wherever they stand.
    /// </summary>
    public static string OnOneLine(string text)
    {
        StringBuilder? result = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Obeyed(text, i))
            {
                result?.Append(text[i]);
                continue;
            }

            result ??= new StringBuilder(text, 0, i, text.Length + 16);
            result.Append("\\u").Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture));
        }

        return result?.ToString() ?? text;
    }

    private static bool Obeyed(string text, int at) => text[at] switch
    {
        '[' => EndsCommand(text, at),
        '\u2028' or '\u2029' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        var c => char.IsControl(c),
    };

    // ##[error], ##vso[task.complete], ##teamcity[…
    private static bool EndsCommand(string text, int bracket)
    {
        var at = bracket - 1;
        while (at >= 0 && char.IsLetter(text[at]))
            at--;
        return at > 0 && text[at] == '#' && text[at - 1] == '#';
    }
}
