using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.Catalogue;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>
/// Says in one pass over the text, without parsing, whether a script can hold a usage of its own: it must contain a word of the
/// catalogue (a namespace, a member, a scope), or an escaped letter that may be part of one. What it gets from other files comes on top, by edges.
/// </summary>
internal sealed class CandidateFilter
{
    private static readonly bool[] WordStarts = Characters(c => char.IsLetter(c) || c is '_' or '$');
    private static readonly bool[] WordParts = Characters(c => char.IsLetterOrDigit(c) || c is '_' or '$');

    private readonly WordSet _words;
    private readonly int _longest;

    // By its first letter: the lengths that a word of the catalogue has, one bit for each.
    private readonly long[] _lengths = new long[128];

    public CandidateFilter(PrivacyCatalogue catalogue)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in catalogue.SearchNames)
            words.Add(LongestWord(name));
        // How code reaches the platform object without naming it.
        words.Add("getApp");
        _words = new WordSet(words);
        foreach (var word in words)
        {
            _longest = Math.Max(_longest, word.Length);
            _lengths[word[0]] |= 1L << (word.Length & 63);
        }
    }

    public bool MayHoldUsage(string content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\\' && SpellsLetter(content, i + 1))
                return true;
            if (!IsWordStart(c))
                continue;
            var start = i;
            do
                i++;
            while (i < content.Length && IsWordPart(content[i]));
            var length = i - start;
            if (length <= _longest && (_lengths[c] & (1L << (length & 63))) != 0 && _words.Contains(content.AsSpan(start, length)))
                return true;
            i--;
        }

        return false;
    }

    /// <summary>Whether the escape behind a backslash stands for a character that names are made of; most escapes in bundles are of other scripts.</summary>
    private static bool SpellsLetter(string content, int at)
    {
        if (at >= content.Length || content[at] is not ('u' or 'x'))
            return false;
        var digits = at + 1;
        if (digits < content.Length && content[digits] == '{')
            digits++;
        var value = 0;
        var length = 0;
        var most = content[at] == 'x' ? 2 : content[digits - 1] == '{' ? 6 : 4;
        while (length < most && digits + length < content.Length && Uri.IsHexDigit(content[digits + length]))
            value = (value * 16) + Uri.FromHex(content[digits + length++]);
        return length > 0 && value < 128 && IsWordPart((char)value);
    }

    private static bool IsWordStart(char c) => c < 128 && WordStarts[c];

    private static bool IsWordPart(char c) => c < 128 && WordParts[c];

    private static bool[] Characters(Func<char, bool> condition)
    {
        var table = new bool[128];
        for (var c = (char)0; c < table.Length; c++)
            table[c] = condition(c);
        return table;
    }

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
