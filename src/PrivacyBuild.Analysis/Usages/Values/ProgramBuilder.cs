using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// Walks the trees of one module and states, for the solver, where values flow. Functions are walked one after the other from a
/// list, whether anything calls them or not: what ships counts. The parts are cut like the grammar.
/// </summary>
internal sealed partial class ProgramBuilder
{
    private readonly Solver _solver;
    private readonly ProgramFacts _facts;
    private readonly Module _module;
    private readonly Queue<FunctionBody> _woken = new();

    /// <summary>What null and undefined are: no value, which names nothing, and not an unknown one. Nothing is ever written to it.</summary>
    private readonly Slot _nothing = new();

    private WalkFrame _frame;

    public ProgramBuilder(Solver solver, ProgramFacts facts, Module module)
    {
        _solver = solver;
        _facts = facts;
        _module = module;
        _frame = new WalkFrame(null, new Slot(), module.ExportsObject);
    }

    /// <summary>States what the top level of the module does, and the functions that name the platform.</summary>
    public void Build()
    {
        _module.Builder = this;
        _module.WakeRoots(_solver);
        foreach (var hook in _facts.Findings.Installers.Keys)
            _module.WakeWord(_solver, hook);
        foreach (var ending in _facts.Findings.AttributeEndings)
            _module.WakeEnding(_solver, ending);
        _solver.Add(_module.Exports, _module.ExportsObject);
        _module.ModuleObject.Add("exports", _module.Exports);
        foreach (var tree in _module.Trees)
        {
            Statements(tree.Program.Body);
            WalkWoken();
        }
    }

    /// <summary>Has a function walked that turned out to matter.</summary>
    public void Enqueue(FunctionBody body)
    {
        if (_woken.Count == 0)
            _solver.Schedule(this);
        _woken.Enqueue(body);
    }

    public void WalkWoken()
    {
        var outer = _frame;
        while (_woken.Count > 0)
        {
            var body = _woken.Dequeue();
            if (body.TakeWalk(out var value, out var frame))
                WalkFunction(value, frame);
        }

        _frame = outer;
    }

    private Place PlaceOf(Node node) => Place.Of(_module, node);

    private static Operand Union(Solver solver, Operand first, Operand second, Place place)
    {
        if (first.IsUnknown && second.IsUnknown)
            return Operand.Unknown;
        var slot = new Slot(place);
        solver.Flow(first, slot);
        solver.Flow(second, slot);
        return slot;
    }

    private Slot ToSlot(Operand operand)
    {
        if (operand.Slot is { } slot)
            return slot;
        var holder = new Slot();
        _solver.Flow(operand, holder);
        return holder;
    }
}

/// <summary>What surrounds the code being walked: whose return and <c>this</c> it means, and which conditions hold.</summary>
internal sealed record WalkFrame(FunctionValue? Function, Slot Return, Operand This, NameGuard? Guard = null);

/// <summary>What all modules of a program share while it is built, and what is left to do when a first solution is known.</summary>
internal sealed class ProgramFacts(FindingSink findings)
{
    /// <summary>What the build of a framework decides before anything runs.</summary>
    public EnvironmentConstants Environment { get; init; } = EnvironmentConstants.None;

    private readonly Dictionary<string, Slot> _globals = new(StringComparer.Ordinal);

    /// <summary>A load has just asked what its object may be.</summary>
    private bool _isAsking;

    public FindingSink Findings { get; } = findings;

    public GlobalObjectValue GlobalObject { get; } = new();

    public WebpackModules Webpack { get; } = new();

    /// <summary>Calls whose callee might stay unknown.</summary>
    public List<Call> Calls { get; } = [];

    /// <summary>Reads and writes whose object might stay unknown.</summary>
    public List<FieldLoad> Loads { get; } = [];

    public List<FieldStore> Stores { get; } = [];

    public List<ElementUse> Elements { get; } = [];

    public AttributeOptions Options { get; } = new();

    /// <summary>Brings what parents pass to a property of the component that a module is, or is part of; null where there are no templates.</summary>
    public Action<Module, string, Slot>? Passing { get; set; }

    /// <summary>Brings what templates put into the data sets of elements by a name; false when none does.</summary>
    public Func<Module, string, Slot, bool>? Dataset { get; set; }

    /// <summary>A global that the program itself defines by assigning to it.</summary>
    public Slot Global(string name)
    {
        if (!_globals.TryGetValue(name, out var slot))
        {
            _globals.Add(name, slot = new GlobalSlot(name, Findings.Modules));
            slot.MarkUnknown();
        }

        return slot;
    }

    /// <summary>
    /// Second round, for what the first left unknown: an object nobody knows shares its members by name within its file, a
    /// function nobody knows hands platform values through, and half-known concatenations keep their known end. What comes of
    /// it may bring more of the program into play, so it is asked again until nothing is left to do; each item is settled once.
    /// </summary>
    /// <returns>True when there is something to be solved again.</returns>
    public bool Settle(Solver solver)
    {
        var more = false;
        _isAsking = false;
        foreach (var closing in solver.Closings.ToArray())
            more |= closing.Close(solver);
        more |= Loads.RemoveAll(load => Settle(solver, load)) > 0;
        more |= Stores.RemoveAll(store => Settle(solver, store)) > 0;
        more |= Calls.RemoveAll(call => Settle(solver, call)) > 0;
        return more | _isAsking;
    }

    /// <summary>True when the load is settled; one that does not matter yet may do so later.</summary>
    private bool Settle(Solver solver, FieldLoad load)
    {
        if (load.Result.Wanted == Demand.None && load.Module.FindField(load.Name) is not { IsLive: true })
            return false;
        if (load.IsAsked || (load.Object.Wanted & Demand.Objects) != 0)
        {
            // All that reaches a template is known: what nobody sets has no members, until something unknown is set.
            if (load.Template is { IsComplete: true } && !load.Object.Unknown)
                return false;
            if (load.Template != null && load.Object.Unknown)
                Solver.MarkUnknown(load.Result);
            if (!HasMembers(load.Object))
                solver.Connect(load.Module.Field(load.Name), load.Result);
            return true;
        }

        _isAsking = load.IsAsked = true;
        solver.Want(load.Object, Demand.Objects);
        return false;
    }

    private static bool Settle(Solver solver, FieldStore store)
    {
        if (!store.Source.IsHot)
            return false;
        if (!HasMembers(store.Object))
            solver.Listen(store.Source, new PlatformFilter(store.Module.Field(store.Name)));
        return true;
    }

    private bool Settle(Solver solver, Call call)
    {
        if (!Array.Exists(call.Arguments, argument => argument.Value.IsHot))
            return false;
        Options.AddCall(call);
        if (!call.Resolved && (call.Callee == null || call.Callee.Unknown || call.Callee.Count == 0))
            call.PassThrough(solver);
        return true;
    }

    private static bool HasMembers(Slot slot)
    {
        for (var i = 0; i < slot.Count; i++)
        {
            if (slot[i] is not StringValue)
                return true;
        }

        return false;
    }
}

/// <summary>A read of a member, and the slot that all objects nothing is known of share for it.</summary>
internal sealed class FieldLoad(Slot @object, Module module, string name, Slot result)
{
    public Slot Object { get; } = @object;

    public Module Module { get; } = module;

    public string Name { get; } = name;

    public Slot Result { get; } = result;

    /// <summary>It was asked what the object may be; the answer is there after the next run.</summary>
    public bool IsAsked { get; set; }

    /// <summary>The template in whose expressions it stands.</summary>
    public TemplateOrigin? Template { get; init; }
}

/// <summary>A template, with what the script of its page or component says of itself; null for one that has no script.</summary>
internal sealed record TemplateOrigin(Slot? Options)
{
    /// <summary>Whether all that its names may be is known.</summary>
    public bool IsComplete => Options is null or { Unknown: false, Count: > 0 };
}

/// <summary>The same for a write.</summary>
internal sealed record FieldStore(Slot Object, Module Module, string Name, Operand Source);
