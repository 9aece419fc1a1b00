using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.Catalogue;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>
/// Says in one pass over the text, without parsing, whether a script can hold a usage of its own: it must contain a word of the
/// catalogue (a namespace, a member, a scope), or an escape that may spell one. What it gets from other files comes on top, by edges.
/// </summary>
internal sealed class CandidateFilter
{
    private readonly HashSet<string>?[] _wordsByLength;
    private readonly bool[] _first = new bool[128];

    public CandidateFilter(PrivacyCatalogue catalogue)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in catalogue.SearchNames)
            words.Add(LongestWord(name));
        // How code reaches the platform object without naming it.
        words.Add("getApp");
        var longest = 0;
        foreach (var word in words)
            longest = Math.Max(longest, word.Length);
        _wordsByLength = new HashSet<string>?[longest + 1];
        foreach (var word in words)
        {
            (_wordsByLength[word.Length] ??= new HashSet<string>(StringComparer.Ordinal)).Add(word);
            _first[word[0]] = true;
        }
    }

    public bool MayHoldUsage(string content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\\' && i + 1 < content.Length && content[i + 1] is 'u' or 'x')
                return true;
            if (!IsWordStart(c))
                continue;
            var start = i;
            do
                i++;
            while (i < content.Length && IsWordPart(content[i]));
            var length = i - start;
            if (length < _wordsByLength.Length && _first[c] && _wordsByLength[length] is { } words && words.Contains(content.Substring(start, length)))
                return true;
            i--;
        }

        return false;
    }

    private static bool IsWordStart(char c) => c < 128 && (char.IsLetter(c) || c is '_' or '$');

    private static bool IsWordPart(char c) => c < 128 && (char.IsLetterOrDigit(c) || c is '_' or '$');

    /// <summary>Names such as <c>@tarojs/taro</c> or <c>scope.record</c> are found by their longest word.</summary>
    private static string LongestWord(string name)
    {
        var longest = "";
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && IsWordPart(name[i]))
            {
                if (start < 0)
                    start = i;
                continue;
            }

            if (start >= 0 && i - start > longest.Length)
                longest = name.Substring(start, i - start);
            start = -1;
        }

        return longest;
    }
}
