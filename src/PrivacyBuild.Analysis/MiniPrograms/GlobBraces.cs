using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>Unfolds <c>{a,b}</c> and <c>{1..3}</c> of a glob into the patterns they stand for.</summary>
internal static class GlobBraces
{
    /// <summary>False when there would be more than <see cref="GlobPattern.MaxAlternatives"/>.</summary>
    public static bool Unfold(string pattern, List<string> into)
    {
        var pending = new Queue<string>();
        pending.Enqueue(pattern);
        while (pending.Count > 0)
        {
            if (pending.Count + into.Count > GlobPattern.MaxAlternatives)
                return false;
            var current = pending.Dequeue();
            if (!FindGroup(current, out var open, out var close, out var parts))
            {
                into.Add(current);
                continue;
            }

            var before = current.Substring(0, open);
            var after = current.Substring(close + 1);
            foreach (var part in parts)
                pending.Enqueue(before + part + after);
        }

        return true;
    }

    private static bool FindGroup(string pattern, out int open, out int close, out List<string> parts)
    {
        for (open = 0; open < pattern.Length; open++)
        {
            if (pattern[open] == '\\')
                open++;
            else if (pattern[open] == '{' && Split(pattern, open, out close, out parts))
                return true;
        }

        open = close = 0;
        parts = [];
        return false;
    }

    private static bool Split(string pattern, int open, out int close, out List<string> parts)
    {
        parts = [];
        var depth = 0;
        var current = new StringBuilder();
        for (close = open; close < pattern.Length; close++)
        {
            var c = pattern[close];
            if (c == '\\' && close + 1 < pattern.Length)
            {
                current.Append(c).Append(pattern[++close]);
                continue;
            }

            if (c == '{' && depth++ == 0)
                continue;
            if (c == '}' && --depth == 0)
            {
                parts.Add(current.ToString());
                return parts.Count > 1 || UnfoldRange(parts);
            }

            if (c == ',' && depth == 1)
            {
                parts.Add(current.ToString());
                current.Clear();
                continue;
            }

            current.Append(c);
        }

        return false;
    }

    private static bool UnfoldRange(List<string> parts)
    {
        var text = parts[0];
        var dots = text.IndexOf("..", System.StringComparison.Ordinal);
        if (dots < 0)
            return false;

        var from = text.Substring(0, dots);
        var to = text.Substring(dots + 2);
        if (int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var low) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var high))
        {
            if (high < low || high - low >= GlobPattern.MaxAlternatives)
                return false;
            parts.Clear();
            for (var i = low; i <= high; i++)
                parts.Add(i.ToString(CultureInfo.InvariantCulture));
            return true;
        }

        if (from.Length != 1 || to.Length != 1 || to[0] < from[0] || to[0] - from[0] >= GlobPattern.MaxAlternatives)
            return false;
        parts.Clear();
        for (var c = from[0]; c <= to[0]; c++)
            parts.Add(c.ToString());
        return true;
    }
}
