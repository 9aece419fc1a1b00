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
    public static IReadOnlyList<string> Find(ReadOnlySpan<char> content)
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
    private static bool AfterWord(ReadOnlySpan<char> content, string word, List<string> found)
    {
        var isComputed = false;
        for (var at = IndexOf(content, word, 0); at >= 0; at = IndexOf(content, word, at + 1))
        {
            if (at > 0 && IsWordPart(content[at - 1]))
                continue;
            var i = at + word.Length;
            if (word == "require" && content.Slice(i).StartsWith(".async".AsSpan()))
                i += 6;
            i = SkipBlanks(content, i);
            var isCall = i < content.Length && content[i] == '(' && word != "from";
            if (isCall)
                i = SkipBlanks(content, i + 1);
            // A bundler may leave a note for itself: import(/* name */ 'x').
            if (i + 1 < content.Length && content[i] == '/' && content[i + 1] == '*' && IndexOf(content, "*/", i + 2) is >= 0 and var end)
                i = SkipBlanks(content, end + 2);
            if (i >= content.Length || content[i] is not ('\'' or '"' or '`'))
            {
                isComputed |= isCall;
                continue;
            }

            // The name ends with its quote, and before its line does.
            var rest = content.Slice(i + 1);
            var length = rest.IndexOfAny(content[i], '\n');
            if (length > 0 && rest[length] == content[i])
                found.Add(rest.Slice(0, length).ToString());
        }

        return isComputed;
    }

    private static void PathLikeStrings(ReadOnlySpan<char> content, List<string> found)
    {
        var known = new HashSet<string>(found, StringComparer.Ordinal);
        var start = -1;
        var hasSlash = false;
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c is '\'' or '"' or '`')
            {
                if (start > 0 && hasSlash && content[start - 1] == c && content.Slice(start, i - start).ToString() is var path && known.Add(path))
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

    private static int IndexOf(ReadOnlySpan<char> content, string text, int from)
    {
        var index = content.Slice(from).IndexOf(text.AsSpan());
        return index < 0 ? index : from + index;
    }

    private static int SkipBlanks(ReadOnlySpan<char> content, int i)
    {
        while (i < content.Length && char.IsWhiteSpace(content[i]))
            i++;
        return i;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '.';
}
