using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages.Values;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>Turns what the solver saw into usages: place, way, evidence; one for each place and interface.</summary>
internal sealed class UsageCollector(PrivacyCatalogue catalogue, InterfaceTable table, ReachabilityGraph reach, OriginalPlaces originals)
{
    private readonly Dictionary<UsageKey, Usage> _usages = [];
    private readonly List<Usage> _forwards = [];
    private readonly List<Usage> _related = [];
    private readonly UsageDescriptions _descriptions = new();

    public bool HasDynamic { get; private set; }

    public IReadOnlyList<Usage> Usages => Sorted(_usages.Values);

    public IReadOnlyList<Usage> Forwards => Sorted(_forwards);

    public IReadOnlyList<Usage> Related => Sorted(_related);

    public void AddScripts(FindingSink findings)
    {
        foreach (var finding in findings.Members.Where(finding => !finding.IsIdle))
            AddMember(finding);
        foreach (var call in findings.ScopeCalls)
            AddScope(call);
        // A runtime that handles anything is no more dynamic than any code that reads unknown objects.
        foreach (var load in findings.Computed.Where(load => !load.Object.IsCrowded))
            AddDynamic(load);
    }

    /// <summary>Adds a usage of a known interface, as a hint when this kind of app needs no kind for it.</summary>
    public void Add(PrivacyInterface entry, Place place, UsageHow how, bool call, IReadOnlyList<Evidence> evidence)
    {
        var standing = catalogue.StandingOf(entry, table);
        if (standing.NeedsDeclaration)
        {
            Keep(Make(entry, standing.Kinds, place, how, call, evidence, []));
            return;
        }

        if (entry.Strength != RelatedStrength.Silent)
            _related.Add(Make(entry, [], place, how, call, evidence, []));
    }

    public void AddDynamic(Place place, bool call, IReadOnlyList<string> candidates, IReadOnlyList<Evidence> evidence)
    {
        HasDynamic = true;
        Keep(Make(null, [], place, UsageHow.Dynamic, call, evidence, candidates));
    }

    public void AddForward(Place place, IReadOnlyList<string> candidates) =>
        _forwards.Add(Make(null, [], place, UsageHow.MarkupBound, false, [], candidates));

    private void AddMember(MemberFinding finding)
    {
        if (finding.Interface.Form == InterfaceForm.ManagerMethod)
        {
            Add(finding.Interface, finding.Site.Place, UsageHow.Manager, finding.Site.Call, EvidenceChain.Of(finding.From));
            return;
        }

        var throughCall = finding.Key is { ThroughCall: true };
        var place = throughCall ? finding.Key!.Place : finding.Site.Place;
        var evidence = throughCall ? EvidenceChain.At(finding.Site.Place) : EvidenceChain.Of(finding.From);
        Add(finding.Interface, place, HowOf(finding), finding.Site.Call, evidence);
    }

    private static UsageHow HowOf(MemberFinding finding)
    {
        if (finding.Key is { ThroughCall: true })
            return UsageHow.Wrapper;
        var framework = finding.Platform is { Namespace: not "wx" };
        switch (finding.Site.Form)
        {
            case SiteForm.Computed:
                return UsageHow.Computed;
            case SiteForm.Pattern:
                return UsageHow.Destructured;
            case SiteForm.Import:
                return framework ? UsageHow.Namespace : UsageHow.Module;
        }

        if (finding.From == null)
            return framework ? UsageHow.Namespace : UsageHow.Direct;
        if (EvidenceChain.CrossesModules(finding.From, finding.Site.Place.Module))
            return UsageHow.Module;
        return framework ? UsageHow.Namespace : UsageHow.Alias;
    }

    private void AddScope(AuthorizeCall call)
    {
        var names = catalogue.ScopesByName.Values;
        var open = call.Scope.Unknown || call.Scope.Count == 0;
        var candidates = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < call.Scope.Count; i++)
        {
            if (call.Scope[i] is not StringValue { IsOther: false } value)
                continue;
            if (value.Text == null)
            {
                candidates.UnionWith(names.Where(entry => Fits(value, entry.Name)).Select(entry => entry.Name));
                continue;
            }

            if (!catalogue.ScopesByName.TryGetValue(value.Text, out var scope))
                continue;
            var near = value.ThroughCall || value.Place.Module == call.Call.Place.Module;
            Add(scope, near ? value.Place : call.Call.Place, UsageHow.Scope, true, near ? EvidenceChain.At(call.Call.Place) : []);
        }

        if (open && candidates.Count == 0)
            candidates.UnionWith(names.Where(NeedsDeclaration).Select(entry => entry.Name));
        if (candidates.Count > 0)
            AddDynamic(call.Call.Place, true, [.. candidates], []);
    }

    /// <summary>An access by a name that is not fully known; a copy loop is a clone and known by what is read from the copy.</summary>
    private void AddDynamic(ComputedLoad load)
    {
        var members = catalogue.Members.Values.Where(NeedsDeclaration);
        var candidates = new SortedSet<string>(StringComparer.Ordinal);
        var constants = 0;
        for (var i = 0; i < load.Key.Count; i++)
        {
            if (load.Key[i] is not StringValue value)
                continue;
            constants++;
            if (value is { Text: null, IsWildcard: false, IsOther: false })
                candidates.UnionWith(members.Where(entry => Fits(value, entry.Member)).Select(entry => entry.Name));
        }

        if (load.Key.Unknown || constants == 0)
            candidates.UnionWith(members.Select(entry => entry.Name));
        if (candidates.Count > 0)
            AddDynamic(load.Site.Place, load.Site.Call, [.. candidates], EvidenceChain.Of(load.Object));
    }

    private bool NeedsDeclaration(PrivacyInterface entry) => catalogue.StandingOf(entry, table).NeedsDeclaration;

    private static bool Fits(StringValue pattern, string name) =>
        name.Length >= pattern.Prefix.Length && name.Length >= pattern.Suffix.Length
        && name.StartsWith(pattern.Prefix, StringComparison.Ordinal) && name.EndsWith(pattern.Suffix, StringComparison.Ordinal);

    private Usage Make(PrivacyInterface? entry, IReadOnlyList<string> kinds, Place place, UsageHow how, bool call, IReadOnlyList<Evidence> evidence, IReadOnlyList<string> candidates)
    {
        var file = place.Module.File;
        var start = place.Module.Text.GetPosition(place.Start);
        return new Usage
        {
            Interface = entry,
            Kinds = kinds,
            File = file,
            Start = start,
            End = place.Module.Text.GetPosition(place.End),
            Original = originals.Find(file, place.Module.Text, start),
            How = how,
            Call = call,
            Reachable = reach.IsReachable(file),
            ReachedFrom = reach.ReachedFrom(file),
            Chain = reach.ChainTo(file),
            Evidence = evidence,
            Candidates = candidates,
            Description = call && entry is { DescriptionProperty: { Length: > 0 } property } ? _descriptions.Find(place, property) : null,
        };
    }

    /// <summary>The same interface at the same place is one usage, however many ways lead there; a call outranks a mention.</summary>
    private void Keep(Usage usage)
    {
        var key = new UsageKey(usage.Place, usage.Name);
        if (!_usages.TryGetValue(key, out var known) || (usage.Call && !known.Call))
            _usages[key] = usage;
    }

    private static IReadOnlyList<Usage> Sorted(IEnumerable<Usage> usages) =>
        [.. usages
            .OrderBy(usage => usage.File.Path, StringComparer.Ordinal)
            .ThenBy(usage => usage.Start.Line)
            .ThenBy(usage => usage.Start.Column)
            .ThenBy(usage => usage.Name, StringComparer.Ordinal)];

    private sealed record UsageKey(UsagePlace Place, string Name);
}
