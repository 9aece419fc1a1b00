using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Usages.Markup;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>What the solver saw at the platform's border, still as places and slots; the collector words it.</summary>
internal sealed class FindingSink
{
    private static readonly string[] Roots =
    [
        "exports", "module", "require", "globalThis", "window", "global", "self", "GameGlobal", "getApp", "App", "Page", "Component", "Behavior", "Plugin",
    ];

    private readonly IReadOnlyDictionary<string, PlatformValue> _globals;
    private readonly PrivacyCatalogue _catalogue;
    private readonly HashSet<string> _attributes;
    private readonly HashSet<string> _roots;
    private readonly (string Attribute, string Ending)[] _endings;
    private readonly HashSet<ComputedLoad> _seenComputed = [];
    private readonly Dictionary<string, ManagerValue?> _managers = new(StringComparer.Ordinal);

    public FindingSink(PrivacyCatalogue catalogue, IReadOnlyDictionary<string, PlatformValue> globals, ModuleTable modules)
    {
        _catalogue = catalogue;
        _globals = globals;
        _roots = new HashSet<string>(globals.Keys.Concat(Roots), StringComparer.Ordinal);
        Modules = modules;
        AppInstances = new AppSlot(modules);
        _attributes = new HashSet<string>(catalogue.Attributes, StringComparer.Ordinal);
        _endings = [.. _attributes.Where(MarkupNames.IsUnmistakable).Select(name => (name, MarkupNames.CamelEnding(name)))];
        Names = new NameParts(catalogue);
    }

    public ModuleTable Modules { get; }

    public NameParts Names { get; }

    /// <summary>The objects given to <c>App()</c>: what <c>getApp()</c> returns.</summary>
    public Slot AppInstances { get; }

    public List<MemberFinding> Members { get; } = [];

    public List<ComputedLoad> Computed { get; } = [];

    public List<AuthorizeCall> ScopeCalls { get; } = [];

    /// <summary>Hooks to which the runtime of a framework gives its own object to be filled with the platform's functions.</summary>
    public IReadOnlyDictionary<string, PlatformValue> Installers { get; init; } = new Dictionary<string, PlatformValue>();

    /// <summary>Whether a name that no scope binds leads to the platform, to other modules or to who uses the module.</summary>
    public bool IsRoot(string name) => _roots.Contains(name);

    /// <summary>Whether the value of a JSX attribute of that name may be an interface.</summary>
    public bool IsAttribute(string kebabName) => _attributes.Contains(kebabName);

    /// <summary>
    /// The attribute that a property of that name can only mean: <c>openType</c>, <c>confirmButtonOpenType</c>; else null. An attribute of one word
    /// (<c>type</c>, <c>name</c>) is a name for anything.
    /// </summary>
    public string? AttributeMeantBy(string property)
    {
        foreach (var (attribute, ending) in _endings)
        {
            var first = property.Length - ending.Length - 1;
            if (property == attribute || (first >= 0 && property.EndsWith(ending, StringComparison.Ordinal) && char.ToLowerInvariant(property[first]) == attribute[0]))
                return attribute;
        }

        return null;
    }

    /// <summary>How the names end that <see cref="AttributeMeantBy"/> knows.</summary>
    public IEnumerable<string> AttributeEndings => _endings.SelectMany(pair => MarkupNames.EndingsOf(pair.Attribute));

    /// <summary>Whether a text gives an attribute a value that is an interface, alone or coupled with others.</summary>
    public bool IsInterface(string attribute, string text) => text.Split('|').Any(value => _catalogue.IsAttributeValue(attribute, value.Trim()));

    public PlatformValue? PlatformOfGlobal(string name) => _globals.TryGetValue(name, out var platform) ? platform : null;

    public ManagerValue? ManagerOfFactory(string member)
    {
        if (!_managers.TryGetValue(member, out var manager))
            _managers.Add(member, manager = _catalogue.Managers.TryGetValue(member, out var methods) ? new ManagerValue(methods) : null);
        return manager;
    }

    public string? ScopePropertyOf(string member) => _catalogue.ScopeCalls.TryGetValue(member, out var call) ? call.Property : null;

    /// <summary>Members the catalogue names: interfaces, factories, and functions that take a scope.</summary>
    public bool IsKnownMember(string name) =>
        _catalogue.Members.ContainsKey(name) || _catalogue.Managers.ContainsKey(name) || _catalogue.ScopeCalls.ContainsKey(name);

    public void OnPlatformMember(Load load, Slot from, PlatformValue platform)
    {
        if (_catalogue.Members.TryGetValue(load.Name, out var found))
            Members.Add(new MemberFinding(load.Site, found, from, platform, load.Key) { Keys = load.Keys });
    }

    /// <summary>The common case, <c>wx.getLocation</c> on the global itself, without slots.</summary>
    public void OnDirectMember(Site site, string name, PlatformValue platform)
    {
        if (_catalogue.Members.TryGetValue(name, out var found))
            Members.Add(new MemberFinding(site, found, null, platform, null));
    }

    public void OnManagerMember(Load load, Slot from, ManagerValue manager)
    {
        if (manager.Methods.TryGetValue(load.Name, out var found))
            Members.Add(new MemberFinding(load.Site, found, from, null, load.Key));
    }

    public void OnComputedAccess(ComputedLoad load)
    {
        if (_seenComputed.Add(load))
            Computed.Add(load);
    }

    public void OnScopeCall(AuthorizeCall call) => ScopeCalls.Add(call);

    public static void OnRegistration(Solver solver, Module module, Operand options) => solver.Flow(options, module.Options);
}

/// <summary>An access to a member that the catalogue knows. <paramref name="From"/> is the slot that held the object (null: the global itself).</summary>
internal sealed record MemberFinding(Site Site, PrivacyInterface Interface, Slot? From, PlatformValue? Platform, StringValue? Key)
{
    /// <summary>All that may name the member in a computed access, or null.</summary>
    public Slot? Keys { get; init; }

    /// <summary>
    /// Says nothing of the program: a runtime that reads whatever it is given by whatever name, or a copy loop that knows some of the names
    /// it comes by. What is read from the copy counts.
    /// </summary>
    public bool IsIdle => Keys != null && (From is { IsCrowded: true } || (Key is { ThroughCall: true } ? Key.ChosenFrom is { HoldsEveryKey: true } : Keys.HoldsEveryKey));
}
