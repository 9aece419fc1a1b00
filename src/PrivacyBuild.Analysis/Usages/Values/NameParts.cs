using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// Tells strings that can have a part in a name of the catalogue from all others. A program holds thousands of constants; only those
/// that are a piece of such a name, or hold one, are followed one by one, the rest is one value: known, and none of ours.
/// </summary>
internal sealed class NameParts
{
    private const int ShortestPart = 3;
    private const int LongestText = 2_000;

    private readonly string _names;
    private readonly ILookup<int, string> _byStart;
    private readonly HashSet<string> _short;

    public NameParts(PrivacyCatalogue catalogue)
    {
        var names = catalogue.SearchNames.Where(name => name.Length >= ShortestPart).ToArray();
        _byStart = names.ToLookup(name => StartOf(name, 0));
        // `['w', 'x'].join('')`: the name of a global is short, and its letters are parts of it.
        var shortNames = catalogue.SearchNames.Where(name => name.Length < ShortestPart).ToArray();
        _short = new HashSet<string>(shortNames.Concat(shortNames.SelectMany(name => name).Select(letter => letter.ToString())), StringComparer.Ordinal);
        _names = string.Join("\n", names);
    }

    public bool MayBePart(string text)
    {
        if (text.Length == 0 || _short.Contains(text))
            return true;
        if (text.Length < ShortestPart || text.Length > LongestText)
            return false;
        // A path may be what `require` is given later.
        if (text[0] is '.' or '/' or '@' || _names.Contains(text))
            return true;
        for (var i = 0; i + ShortestPart <= text.Length; i++)
        {
            foreach (var name in _byStart[StartOf(text, i)])
            {
                if (string.CompareOrdinal(text, i, name, 0, name.Length) == 0)
                    return true;
            }
        }

        return false;
    }

    private static int StartOf(string text, int at) => (text[at] << 16) ^ (text[at + 1] << 8) ^ text[at + 2];
}
