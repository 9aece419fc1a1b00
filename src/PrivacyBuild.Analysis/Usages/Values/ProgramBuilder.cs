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
    private readonly Queue<PendingFunction> _pending = new();

    /// <summary>What null and undefined are: no value, which names nothing, and not an unknown one. Nothing is ever written to it.</summary>
    private readonly Slot _nothing = new();

    private Frame _frame;

    public ProgramBuilder(Solver solver, ProgramFacts facts, Module module)
    {
        _solver = solver;
        _facts = facts;
        _module = module;
        _frame = new Frame(null, new Slot(), module.ExportsObject);
    }

    public void Build()
    {
        _solver.Add(_module.Exports, _module.ExportsObject);
        _module.ModuleObject.Add("exports", _module.Exports);
        foreach (var tree in _module.Trees)
        {
            Statements(tree.Program.Body);
            while (_pending.Count > 0)
                WalkFunction(_pending.Dequeue());
            _frame = new Frame(null, new Slot(), _module.ExportsObject);
        }
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

    /// <summary>What surrounds the code being walked: whose return and <c>this</c> it means.</summary>
    private sealed record Frame(FunctionValue? Function, Slot Return, Operand This);

    private sealed record PendingFunction(FunctionValue Value, IFunction Node, Operand This);
}

/// <summary>What all modules of a program share while it is built, and what is left to do when a first solution is known.</summary>
internal sealed class ProgramFacts(FindingSink findings)
{
    /// <summary>What the build of a framework decides before anything runs.</summary>
    public EnvironmentConstants Environment { get; init; } = EnvironmentConstants.None;

    private readonly Dictionary<string, Slot> _globals = new(StringComparer.Ordinal);

    public FindingSink Findings { get; } = findings;

    public GlobalObjectValue GlobalObject { get; } = new();

    public WebpackModules Webpack { get; } = new();

    /// <summary>Every call whose callee might stay unknown.</summary>
    public List<(Call Call, Slot? Callee)> Calls { get; } = [];

    /// <summary>Reads and writes whose object might stay unknown.</summary>
    public List<(Slot Object, Slot Field, Slot Result)> Loads { get; } = [];

    public List<(Slot Object, Slot Field, Operand Source)> Stores { get; } = [];

    public List<Concatenation> Concatenations { get; } = [];

    public List<ElementUse> Elements { get; } = [];

    /// <summary>A global that the program itself defines by assigning to it.</summary>
    public Slot Global(string name)
    {
        if (!_globals.TryGetValue(name, out var slot))
        {
            _globals.Add(name, slot = new Slot());
            slot.MarkUnknown();
        }

        return slot;
    }

    /// <summary>
    /// Second round, for what the first left unknown: an object nobody knows shares its members by name within its file, a
    /// function nobody knows hands platform values through, and half-known concatenations keep their known end.
    /// </summary>
    public void Complete(Solver solver)
    {
        foreach (var (@object, field, result) in Loads)
        {
            if (!HasMembers(@object))
                solver.Connect(field, result);
        }

        foreach (var (@object, field, source) in Stores)
        {
            if (!HasMembers(@object))
                solver.Listen(source, new PlatformFilter(field));
        }

        foreach (var (call, callee) in Calls)
        {
            if (!call.Resolved && (callee == null || callee.Unknown || callee.Count == 0))
                call.PassThrough(solver);
        }

        foreach (var concatenation in Concatenations)
            concatenation.Close(solver);
        solver.Run();
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
