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
    private readonly string[] _all;
    private readonly HashSet<string> _short;

    public NameParts(PrivacyCatalogue catalogue)
    {
        _all = [.. catalogue.SearchNames.Where(name => name.Length >= ShortestPart)];
        _short = new HashSet<string>(catalogue.SearchNames.Where(name => name.Length < ShortestPart), StringComparer.Ordinal);
        _names = string.Join("\n", _all);
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
        return text.Length > ShortestPart && Array.Exists(_all, name => text.Contains(name));
    }
}
