using System;
using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>
/// Finds the module specifiers of a script without parsing it: constant strings after <c>require(</c>, <c>require.async(</c>,
/// <c>import</c>, <c>import(</c> and <c>from</c>. A specifier in a comment is taken too: that reaches a file too many, never one too few.
/// So are all path-like strings of a script that asks for a module by a computed name, as routers with a table of paths do.
/// </summary>
internal static class ImportScanner
{
    public static IReadOnlyList<string> Find(string content)
    {
        var found = new List<string>();
        var isComputed = AfterWord(content, "require", found);
        isComputed |= AfterWord(content, "import", found);
        AfterWord(content, "from", found);
        if (isComputed)
            PathLikeStrings(content, found);
        return found;
    }

    /// <summary>True when a name in brackets behind the word is not a constant string.</summary>
    private static bool AfterWord(string content, string word, List<string> found)
    {
        var isComputed = false;
        for (var at = content.IndexOf(word, StringComparison.Ordinal); at >= 0; at = content.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && IsWordPart(content[at - 1]))
                continue;
            var i = at + word.Length;
            if (word == "require" && string.CompareOrdinal(content, i, ".async", 0, 6) == 0)
                i += 6;
            i = SkipBlanks(content, i);
            var isCall = i < content.Length && content[i] == '(' && word != "from";
            if (isCall)
                i = SkipBlanks(content, i + 1);
            // A bundler may leave a note for itself: import(/* name */ 'x').
            if (i + 1 < content.Length && content[i] == '/' && content[i + 1] == '*' && content.IndexOf("*/", i + 2, StringComparison.Ordinal) is >= 0 and var end)
                i = SkipBlanks(content, end + 2);
            if (i >= content.Length || content[i] is not ('\'' or '"' or '`'))
            {
                isComputed |= isCall;
                continue;
            }

            var close = content.IndexOf(content[i], i + 1);
            var line = content.IndexOf('\n', i);
            if (close > i + 1 && (line < 0 || close < line))
                found.Add(content.Substring(i + 1, close - i - 1));
        }

        return isComputed;
    }

    private static void PathLikeStrings(string content, List<string> found)
    {
        var known = new HashSet<string>(found, StringComparer.Ordinal);
        var start = -1;
        var hasSlash = false;
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c is '\'' or '"' or '`')
            {
                if (start > 0 && hasSlash && content[start - 1] == c && content.Substring(start, i - start) is var path && known.Add(path))
                    found.Add(path);
                start = i + 1;
                hasSlash = false;
            }
            else if (c == '/')
            {
                hasSlash = true;
            }
            else if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_' or '@' or '$'))
            {
                start = -1;
            }
        }
    }

    private static int SkipBlanks(string content, int i)
    {
        while (i < content.Length && char.IsWhiteSpace(content[i]))
            i++;
        return i;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '.';
}
