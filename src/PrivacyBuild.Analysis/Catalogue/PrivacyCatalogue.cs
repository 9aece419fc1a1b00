using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Catalogue;

/// <summary>
/// What the platform regards as a privacy interface, arranged for the search: every lookup that an extraction makes is one
/// dictionary access. Built from the embedded <c>catalogue.json</c>, in which a new interface is one line.
/// </summary>
public sealed class PrivacyCatalogue
{
    private static readonly IReadOnlyDictionary<string, PrivacyInterface> NoValues = new Dictionary<string, PrivacyInterface>();

    private readonly Dictionary<string, Dictionary<string, Dictionary<string, PrivacyInterface>>> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);

    // One set for each InterfaceTable.
    private readonly HashSet<string>[] _kinds = [new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal)];

    private PrivacyCatalogue(CatalogueData data)
    {
        Date = data.Date;
        Sources = data.Sources;
        Kinds = data.Kinds;
        Interfaces = data.Interfaces;
        Scopes = data.Scopes;
        RequiredPrivateInfos = data.RequiredPrivateInfos;
        MisspelledKeys = data.MisspelledKeys;
        Namespaces = data.Namespaces;
        foreach (var kind in data.Kinds)
            _order.Add(kind.Key, _order.Count);
        KindsByKey = data.Kinds.ToDictionary(kind => kind.Key, StringComparer.Ordinal);
        ByName = data.Interfaces.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        Members = Index(InterfaceForm.Api, entry => entry.Member);
        ScopesByName = Index(InterfaceForm.Scope, entry => entry.Name);
        Components = Index(InterfaceForm.Component, entry => entry.Host);
        ScopeCalls = data.ScopeCalls.ToDictionary(call => call.Member, StringComparer.Ordinal);
        Managers = IndexManagers(data.Interfaces);
        foreach (var entry in data.Interfaces)
            Add(entry);
        SearchNames = FindSearchNames();
    }

    /// <summary>State of the official tables (<c>2026-07-29</c>).</summary>
    public string Date { get; }

    public IReadOnlyList<CatalogueSource> Sources { get; }

    /// <summary>The official kinds, in the platform's order.</summary>
    public IReadOnlyList<InformationKind> Kinds { get; }

    public IReadOnlyDictionary<string, InformationKind> KindsByKey { get; }

    /// <summary>The place of a kind in the platform's order; behind all of them for a key that is none.</summary>
    public int OrderOf(string kind) => _order.TryGetValue(kind, out var place) ? place : int.MaxValue;

    /// <summary>All interfaces, related ones included, in the order of the data.</summary>
    public IReadOnlyList<PrivacyInterface> Interfaces { get; }

    /// <summary>All interfaces by their spelling (<c>wx.getLocation</c>, <c>&lt;camera&gt;</c> …).</summary>
    public IReadOnlyDictionary<string, PrivacyInterface> ByName { get; }

    /// <summary>Interfaces by member of the platform object: <c>getLocation</c>.</summary>
    public IReadOnlyDictionary<string, PrivacyInterface> Members { get; }

    /// <summary>By member of the platform object that gives a manager (<c>getRecorderManager</c>): the manager's method to its interface.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, PrivacyInterface>> Managers { get; }

    /// <summary>Interfaces by scope: <c>scope.userLocation</c>.</summary>
    public IReadOnlyDictionary<string, PrivacyInterface> ScopesByName { get; }

    /// <summary>The members of the platform object that take a scope: <c>authorize</c>, <c>authorizeForMiniProgram</c>.</summary>
    public IReadOnlyDictionary<string, ScopeCall> ScopeCalls { get; }

    /// <summary>Interfaces by tag: <c>camera</c>.</summary>
    public IReadOnlyDictionary<string, PrivacyInterface> Components { get; }

    /// <summary>Facts about the scopes, those that are no interfaces included.</summary>
    public IReadOnlyList<AuthorizationScope> Scopes { get; }

    /// <summary>The names that <c>requiredPrivateInfos</c> may hold.</summary>
    public IReadOnlyList<RequiredPrivateInfo> RequiredPrivateInfos { get; }

    /// <summary>Wrong key to right key, as seen in public code.</summary>
    public IReadOnlyDictionary<string, string> MisspelledKeys { get; }

    public IReadOnlyList<PlatformNamespace> Namespaces { get; }

    /// <summary>
    /// Every name one of which a file must contain to hold a usage, unless it spells one with escapes or gets it from another file:
    /// namespaces and their modules, members, factories, scopes, tags and attribute values. Sorted, distinct.
    /// </summary>
    public IReadOnlyList<string> SearchNames { get; }

    /// <summary>Tags, values of attributes, and attributes that need none, as they stand in templates.</summary>
    public IEnumerable<string> MarkupNames =>
        Components.Keys.Concat(_attributes.Values.SelectMany(attributes => attributes.Keys.SelectMany(attribute => attributes[attribute].Keys.Select(value => value.Length > 0 ? value : attribute))));

    /// <summary>The catalogue that comes with the product.</summary>
    public static PrivacyCatalogue Load()
    {
        var problems = new List<InputProblem>();
        var data = CatalogueReader.Read(ReadEmbedded(), "catalogue.json", problems);
        if (problems.Count > 0)
            throw new InvalidDataException("catalogue.json: " + problems[0].Detail);
        return Create(data);
    }

    public static PrivacyCatalogue Create(CatalogueData data) => new(data);

    /// <summary>Interfaces by the values of one attribute of one tag; an interface without a value stands under the empty text and means any.</summary>
    public IReadOnlyDictionary<string, PrivacyInterface> AttributeValues(string tag, string attribute) =>
        _attributes.TryGetValue(tag, out var attributes) && attributes.TryGetValue(attribute, out var values) ? values : NoValues;

    /// <summary>Whether a value makes the attribute an interface on some tag.</summary>
    public bool IsAttributeValue(string attribute, string value) =>
        value.Length > 0 && _attributes.Values.Any(attributes => attributes.TryGetValue(attribute, out var values) && values.ContainsKey(value));

    /// <summary>The attributes that <see cref="AttributeValues"/> knows, of whatever tag.</summary>
    public IEnumerable<string> Attributes => _attributes.Values.SelectMany(attributes => attributes.Keys).Distinct();

    /// <summary>
    /// What an interface needs in one kind of app. The tables of mini programs and plug-ins are strict; a mini game borrows the mini
    /// program's row for kinds that its own table does not have at all.
    /// </summary>
    public InterfaceStanding StandingOf(PrivacyInterface entry, InterfaceTable table)
    {
        if (entry.Tables.Contains(table))
            return new InterfaceStanding(entry.Kinds, false);
        if (table != InterfaceTable.MiniGame || !entry.Tables.Contains(InterfaceTable.MiniProgram))
            return new InterfaceStanding([], false);
        var borrowed = entry.Kinds.Where(kind => !HasRow(InterfaceTable.MiniGame, kind)).ToArray();
        return new InterfaceStanding(borrowed, borrowed.Length > 0);
    }

    /// <summary>Whether any interface gives the kind in that kind of app; false for kinds that can only be declared.</summary>
    public bool HasInterfaces(string kind, InterfaceTable table) =>
        HasRow(table, kind) || (table == InterfaceTable.MiniGame && HasRow(InterfaceTable.MiniProgram, kind));

    private bool HasRow(InterfaceTable table, string kind) => _kinds[(int)table].Contains(kind);

    private void Add(PrivacyInterface entry)
    {
        for (var table = InterfaceTable.MiniProgram; table <= InterfaceTable.MiniGame; table++)
        {
            if (entry.Tables.Contains(table))
                _kinds[(int)table].UnionWith(entry.Kinds);
        }

        if (entry.Form != InterfaceForm.ComponentAttribute)
            return;
        if (!_attributes.TryGetValue(entry.Host, out var attributes))
            _attributes.Add(entry.Host, attributes = new Dictionary<string, Dictionary<string, PrivacyInterface>>(StringComparer.Ordinal));
        if (!attributes.TryGetValue(entry.Attribute, out var values))
            attributes.Add(entry.Attribute, values = new Dictionary<string, PrivacyInterface>(StringComparer.Ordinal));
        values[entry.Member] = entry;
    }

    private Dictionary<string, PrivacyInterface> Index(InterfaceForm form, Func<PrivacyInterface, string> key) =>
        Interfaces.Where(entry => entry.Form == form).ToDictionary(key, StringComparer.Ordinal);

    private static Dictionary<string, IReadOnlyDictionary<string, PrivacyInterface>> IndexManagers(IReadOnlyList<PrivacyInterface> interfaces)
    {
        var methods = interfaces.Where(entry => entry.Form == InterfaceForm.ManagerMethod).ToArray();
        return methods.SelectMany(entry => entry.Factories).Distinct(StringComparer.Ordinal).ToDictionary(
            factory => factory,
            factory => (IReadOnlyDictionary<string, PrivacyInterface>)methods.Where(entry => entry.Factories.Contains(factory)).ToDictionary(entry => entry.Member, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private string[] FindSearchNames()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        names.UnionWith(Namespaces.SelectMany(space => space.Globals.Concat(space.Modules).Concat(space.Installers)));
        names.UnionWith(Members.Keys);
        names.UnionWith(Managers.Keys);
        names.UnionWith(ScopesByName.Keys);
        names.UnionWith(ScopeCalls.Keys);
        names.UnionWith(MarkupNames);
        return names.ToArray();
    }

    private static SourceText ReadEmbedded()
    {
        using var stream = typeof(PrivacyCatalogue).Assembly.GetManifestResourceStream("catalogue.json")
            ?? throw new InvalidDataException("catalogue.json is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new SourceText(reader.ReadToEnd());
    }
}
