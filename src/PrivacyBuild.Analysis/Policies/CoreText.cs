using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PrivacyBuild.Analysis.Policies;

/// <summary>Forms of a short text that make texts comparable: the same on every machine, so without the runtime's tables of Unicode forms.</summary>
internal static class CoreText
{
    /// <summary>Characters of a text that are looked at: no real purpose comes near, and the time of patterns stays bounded.</summary>
    public const int Longest = 600;

    /// <summary>As much of a text as is looked at.</summary>
    public static string Bound(string text) => text.Length > Longest ? text.Substring(0, Longest) : text;

    /// <summary>Half-width, one line, single blanks, without control and zero-width characters, trimmed and of bounded length.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var c in text)
        {
            if (folded.Length == Longest)
                break;
            if (char.IsWhiteSpace(c))
                Blank(folded);
            else if (c is >= '！' and <= '～')
                folded.Append((char)(c - '！' + '!'));
            else if (!char.IsControl(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD'))
                folded.Append(c);
        }

        return folded.ToString().Trim();
    }

    /// <summary>Folded, lower case, without punctuation; blanks stay only between Latin words.</summary>
    public static string Compact(string text)
    {
        var folded = Fold(text).ToLowerInvariant();
        var compact = new StringBuilder(folded.Length);
        var gap = false;
        foreach (var c in folded)
        {
            if (c == ' ' || (char.IsPunctuation(c) && c is not ('\'' or '/')))
            {
                gap = true;
                continue;
            }

            if (gap && compact.Length > 0 && IsLatin(compact[compact.Length - 1]) && IsLatin(c))
                compact.Append(' ');
            gap = false;
            compact.Append(c);
        }

        return compact.ToString();
    }

    public static int CountChinese(string text) => text.Count(IsChinese);

    /// <summary>Words of Latin letters, at least two letters each.</summary>
    public static int CountLatinWords(string text) => LatinWords(text).Count(word => word.Length > 1);

    public static IEnumerable<string> LatinWords(string text) =>
        new string(text.Select(c => IsLatin(c) || c == '\'' ? c : ' ').ToArray()).Split([' '], StringSplitOptions.RemoveEmptyEntries);

    public static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    public static bool IsLatin(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static void Blank(StringBuilder text)
    {
        if (text.Length > 0 && text[text.Length - 1] != ' ')
            text.Append(' ');
    }
}
