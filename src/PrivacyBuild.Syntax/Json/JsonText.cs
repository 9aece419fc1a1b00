using System.Text;

namespace PrivacyBuild.Syntax.Json;

/// <summary>Strings read from the text itself, since the byte reader has no lone surrogates and refuses their escapes.</summary>
internal static class JsonText
{
    /// <summary>The offset behind the closing quote of the string that begins at <paramref name="start"/>; the text's end when it never closes.</summary>
    public static int EndOfString(string content, int start)
    {
        for (var i = start + 1; i < content.Length; i++)
        {
            if (content[i] == '"')
                return i + 1;
            if (content[i] == '\\')
                i++;
        }

        return content.Length;
    }

    /// <summary>The value of a string that the reader accepted; the range includes the quotes.</summary>
    public static string Unescape(string content, int start, int end)
    {
        var first = content.IndexOf('\\', start, end - start);
        if (first < 0)
            return content.Substring(start + 1, end - start - 2);

        var value = new StringBuilder(end - start);
        value.Append(content, start + 1, first - start - 1);
        for (var i = first; i < end - 1; i++)
        {
            if (content[i] != '\\')
            {
                value.Append(content[i]);
                continue;
            }

            i++;
            if (content[i] == 'u')
            {
                value.Append((char)(HexDigit(content[i + 1]) << 12 | HexDigit(content[i + 2]) << 8 | HexDigit(content[i + 3]) << 4 | HexDigit(content[i + 4])));
                i += 4;
                continue;
            }

            value.Append(content[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                var c => c,
            });
        }

        return value.ToString();
    }

    private static int HexDigit(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
