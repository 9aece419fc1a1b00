using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>
/// A kind in use with all its places. The first place carries the diagnostic: own code before others', reached code before unreached,
/// then in path order, so that a developer is sent to a line that he can change.
/// </summary>
public sealed class KindUse
{
    private int? _places;
    private LocalizedText? _furtherPlaces;

    private KindUse(string key, IReadOnlyList<Usage> usages)
    {
        Key = key;
        Usages = usages;
    }

    public string Key { get; }

    public IReadOnlyList<Usage> Usages { get; }

    public Usage Carrier => Usages[0];

    /// <summary>Number of places; one may stand for several interfaces.</summary>
    public int Places => _places ??= Usages.Select(usage => usage.Place).Distinct().Count();

    /// <summary>The places behind the carrying one, for messages.</summary>
    public LocalizedText FurtherPlaces => _furtherPlaces ??= Wording.FurtherPlaces(Usages);

    /// <summary>True when no page reaches any of the places.</summary>
    public bool IsUnreached => Usages.All(usage => !usage.Reachable);

    /// <summary>The same kind with some of its places, in the same order; null with none.</summary>
    public KindUse? With(IReadOnlyList<Usage> usages) => usages.Count == 0 ? null : usages.Count == Usages.Count ? this : new KindUse(Key, usages);

    /// <summary>The kinds of a set of usages, in the catalogue's order; kinds that additions brought follow by name.</summary>
    public static IReadOnlyList<KindUse> Of(IReadOnlyList<Usage> usages, PrivacyCatalogue catalogue)
    {
        var byKind = new Dictionary<string, List<Usage>>(StringComparer.Ordinal);
        foreach (var usage in usages)
        {
            foreach (var kind in usage.Kinds)
            {
                if (!byKind.TryGetValue(kind, out var ofKind))
                    byKind.Add(kind, ofKind = []);
                ofKind.Add(usage);
            }
        }

        return byKind.Keys
            .OrderBy(catalogue.OrderOf)
            .ThenBy(kind => kind, StringComparer.Ordinal)
            .Select(kind => new KindUse(kind, InCarryingOrder(byKind[kind])))
            .ToArray();
    }

    public static IReadOnlyList<Usage> InCarryingOrder(IEnumerable<Usage> usages) => usages
        .OrderBy(usage => (usage.Owner.Type == OwnerType.Own ? 0 : 2) + (usage.Reachable ? 0 : 1))
        .ThenBy(usage => usage.File.Path, StringComparer.Ordinal)
        .ThenBy(usage => usage.Start.Line)
        .ThenBy(usage => usage.Start.Column)
        .ThenBy(usage => usage.Name, StringComparer.Ordinal)
        .ToArray();
}
