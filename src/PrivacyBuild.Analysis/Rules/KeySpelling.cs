using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>
/// Tells a slip of the pen from a key of one's own. The platform allows both and cannot tell them apart, so only what is nearly an
/// official key counts: stray blanks, another case, a published misspelling, the key's label, the name of one of its interfaces, or
/// one or two wrong letters.
/// </summary>
internal static class KeySpelling
{
    private const int LongKey = 8;

    /// <summary>The official key that was meant; null when the key is official or plainly one's own.</summary>
    public static string? FindMeant(string written, PrivacyCatalogue catalogue)
    {
        if (catalogue.KindsByKey.ContainsKey(written))
            return null;
        var trimmed = Trim(written);
        if (trimmed.Length == 0)
            return null;
        var known = catalogue.MisspelledKeys.FirstOrDefault(pair => string.Equals(Letters(pair.Key), Letters(trimmed), StringComparison.OrdinalIgnoreCase));
        if (known.Value is not null)
            return known.Value;
        var same = catalogue.Kinds.FirstOrDefault(kind =>
            string.Equals(Letters(kind.Key), Letters(trimmed), StringComparison.OrdinalIgnoreCase) || kind.Label == trimmed || kind.Sentence == trimmed);
        return same?.Key ?? KindOfInterface(trimmed, catalogue) ?? FindNearest(trimmed, catalogue.Kinds);
    }

    /// <summary>The key in a guideline that was meant to be <paramref name="official"/>; null when there is none.</summary>
    public static string? FindSlip(Guideline guideline, string official, PrivacyCatalogue catalogue) =>
        guideline.Entries.Select(entry => entry.Key.Text).FirstOrDefault(key => key is not null && FindMeant(key, catalogue) == official);

    // scope.userLocation, wx.chooseAddress, chooseAddress: the interface's name instead of the kind's.
    private static string? KindOfInterface(string written, PrivacyCatalogue catalogue)
    {
        var named = catalogue.ByName.TryGetValue(written, out var entry) ? entry : catalogue.Members.FirstOrDefault(pair => string.Equals(pair.Key, written, StringComparison.OrdinalIgnoreCase)).Value;
        return named is { Kinds.Count: > 0 } ? named.Kinds[0] : null;
    }

    private static string? FindNearest(string written, IReadOnlyList<InformationKind> kinds)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var kind in kinds)
        {
            var distance = EditDistance.Between(written, kind.Key);
            if (distance < least && distance <= (kind.Key.Length >= LongKey ? 2 : 1))
                (nearest, least) = (kind.Key, distance);
        }

        return nearest;
    }

    private static string Trim(string key) => key.Trim().Trim('\u200B', '\uFEFF', '\u2060');

    // USER_INFO and user-info are UserInfo in other code's habits.
    private static string Letters(string key) => key.Replace("_", "").Replace("-", "").Replace(" ", "");
}
