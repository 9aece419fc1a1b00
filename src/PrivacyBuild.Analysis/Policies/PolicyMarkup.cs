using System;
using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Policies;

/// <summary>
/// Takes the markup out of a policy and leaves every character where it was, so that places stay true: what goes becomes
/// <see cref="Nothing"/>, blocks begin with a line end, headings with <c>#</c> and entries of lists with <c>-</c>. Linear, for any text.
/// </summary>
internal static class PolicyMarkup
{
    public const char Nothing = '\0';

    /// <summary>What divides the cells of a table, which make one sentence.</summary>
    public const char Cell = '，';

    private const int LongestEntity = 8;
    private const int LongestName = 12;
    private const int LongestAddress = 500; // characters of a link's address, so that no bracket is looked for far and again and again

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "bdi", "big", "cite", "code", "em", "font", "i", "ins", "label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "text", "u", "wbr",
    };

    private static readonly string[] Silent = ["script", "style", "head", "noscript", "template"];

    public static string Strip(string text, PolicyFormat format) => format switch
    {
        PolicyFormat.Html => StripHtml(text),
        PolicyFormat.Markdown => StripMarkdown(text),
        _ => text,
    };

    private static string StripHtml(string text)
    {
        var plain = text.ToCharArray();
        for (var i = 0; i < plain.Length; i++)
        {
            switch (text[i])
            {
                // Lines of the source are no lines of the page.
                case '\r' or '\n' or '\t':
                    plain[i] = ' ';
                    break;
                case '&':
                    i += Decode(text, i, plain);
                    break;
                case '<' when i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?'):
                    i = Tag(text, i, plain) - 1;
                    break;
            }
        }

        return new string(plain);
    }

    /// <summary>Takes one tag, comment or silent element out; gives the offset behind it.</summary>
    private static int Tag(string text, int start, char[] plain)
    {
        var name = NameAt(text, text[start + 1] == '/' ? start + 2 : start + 1);
        var isComment = string.CompareOrdinal(text, start, "<!--", 0, 4) == 0;
        var end = isComment ? EndOf(text, "-->", start + 4) : EndOf(text, ">", start);
        if (text[start + 1] != '/' && Array.IndexOf(Silent, name) >= 0)
            end = EndOf(text, ">", EndOf(text, "</" + name, end));
        for (var i = start; i < end; i++)
            plain[i] = Nothing;
        if (isComment || Inline.Contains(name))
            return end;

        if (name is "td" or "th")
        {
            plain[start] = text[start + 1] == '/' ? Nothing : Cell;
            return end;
        }

        plain[start] = '\n';
        if (text[start + 1] != '/' && end - start > 2)
            plain[start + 1] = name is "li" ? '-' : name.Length == 2 && name[0] == 'h' && char.IsDigit(name[1]) ? '#' : Nothing;
        return end;
    }

    private static int EndOf(string text, string mark, int from)
    {
        var found = from >= text.Length ? -1 : text.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? text.Length : found + mark.Length;
    }

    private static string NameAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestName && char.IsLetterOrDigit(text[end]))
            end++;
        return text.Substring(start, end - start).ToLowerInvariant();
    }

    /// <summary>Writes the character that an entity stands for; gives how many characters follow its first one.</summary>
    private static int Decode(string text, int start, char[] plain)
    {
        var end = text.IndexOf(';', start, Math.Min(LongestEntity, text.Length - start));
        if (end < 0)
            return 0;
        var decoded = text.Substring(start + 1, end - start - 1) switch
        {
            "nbsp" or "ensp" or "emsp" or "#160" => ' ',
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" or "ldquo" or "rdquo" => '"',
            "apos" or "#39" or "lsquo" or "rsquo" => '\'',
            "middot" => '·',
            "mdash" or "ndash" => '-',
            _ => Nothing,
        };
        if (decoded == Nothing)
            return 0;
        for (var i = start; i <= end; i++)
            plain[i] = Nothing;
        plain[start] = decoded;
        return end - start;
    }

    private static string StripMarkdown(string text)
    {
        var plain = text.ToCharArray();
        for (var i = 0; i < plain.Length; i++)
        {
            var beginsLine = i == 0 || text[i - 1] is '\n' or '\r';
            switch (text[i])
            {
                // A bold line is a heading, and so may be the bold beginning of one.
                case '*' when beginsLine:
                    plain[i] = i + 1 < text.Length && text[i + 1] == '*' ? '#' : '-';
                    break;
                case '*' or '`' or '[':
                    plain[i] = Nothing;
                    break;
                case '|':
                    plain[i] = Cell;
                    break;
                case ']':
                    var end = i + 1 < text.Length && text[i + 1] == '(' ? EndOfLink(text, i + 1) : i + 1;
                    for (; i < end; i++)
                        plain[i] = Nothing;
                    i--;
                    break;
            }
        }

        return new string(plain);
    }

    private static int EndOfLink(string text, int open)
    {
        var last = Math.Min(text.Length, open + LongestAddress);
        for (var i = open; i < last && text[i] is not ('\n' or '\r'); i++)
        {
            if (text[i] == ')')
                return i + 1;
        }

        return open;
    }
}
