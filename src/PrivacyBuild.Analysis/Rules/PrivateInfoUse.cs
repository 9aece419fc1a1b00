using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>An interface in use that app.json must name, with its places. The first one carries the diagnostic: a place that runs before one that only ships.</summary>
public sealed class PrivateInfoUse
{
    private PrivateInfoUse(RequiredPrivateInfo info, IReadOnlyList<Usage> usages)
    {
        Info = info;
        Usages = usages;
    }

    public RequiredPrivateInfo Info { get; }

    public string Name => Info.Name;

    public IReadOnlyList<Usage> Usages { get; }

    public Usage Carrier => Usages[0];

    /// <summary>False when no page reaches any of the places: nothing ever calls it, though the platform's scan sees it.</summary>
    public bool IsReached => Carrier.Reachable;

    /// <summary>Those of a mini program, in the catalogue's order; nothing is asked of plug-ins and mini games.</summary>
    public static IReadOnlyList<PrivateInfoUse> Of(RuleContext context) =>
        context.MiniProgram.Kind == MiniProgramKind.MiniProgram ? context.Project.PrivateInfosOf(context.InUse, context.Usages.Related) : [];

    /// <param name="inUse">What the mini program uses.</param>
    /// <param name="related">What it uses outside the official table.</param>
    /// <param name="catalogue">Which names app.json has for it.</param>
    internal static IReadOnlyList<PrivateInfoUse> Of(IReadOnlyList<Usage> inUse, IReadOnlyList<Usage> related, PrivacyCatalogue catalogue)
    {
        var usages = inUse.Concat(related).ToLookup(usage => usage.Interface?.RequiredPrivateInfo ?? "", StringComparer.Ordinal);
        return catalogue.RequiredPrivateInfos
            .Where(info => usages.Contains(info.Name))
            .Select(info => new PrivateInfoUse(info, KindUse.InCarryingOrder(usages[info.Name]).OrderBy(usage => usage.Reachable ? 0 : 1).ToArray()))
            .ToArray();
    }

    public bool Excludes(PrivateInfoUse other) => Info.ExclusiveWith.Contains(other.Name);

    public override string ToString() => Name;
}
