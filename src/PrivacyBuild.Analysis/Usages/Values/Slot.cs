using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>What is asked of a slot: the texts that may be in it, everything else, or both.</summary>
[Flags]
internal enum Demand : byte
{
    None = 0,
    Objects = 1,
    Texts = 2,
    All = Objects | Texts,
}

/// <summary>Something that can be asked for what it yields: a slot, an edge, or a constraint that fills a slot.</summary>
internal abstract class Demandable
{
    public abstract void Ask(Solver solver, Demand demand);
}

/// <summary>
/// A variable, property, parameter or intermediate result: the set of values that may be in it, and who wants to hear of new ones.
/// Values that are live move on by themselves; the others move only where they are wanted.
/// </summary>
internal class Slot : Demandable
{
    /// <summary>Beyond this many strings a slot stops taking more and counts as unknown.</summary>
    public const int MaxStrings = 32;

    /// <summary>
    /// Likewise for objects and functions. Platform values always fit. A slot with more objects than this belongs to code that handles
    /// anything (a library's merge or event loop); following it makes work without end and no finding.
    /// </summary>
    public const int MaxObjects = 10;

    /// <summary>Code that is handed so many different objects handles anything.</summary>
    private const int CrowdedObjects = MaxObjects / 2;

    // A program has a slot for nearly every expression, so each field counts: what only crowded slots need stands apart.
    private const int CrowdedValues = 8;
    private const int CrowdedEdges = 16;

    private readonly Module? _module;
    private readonly int _start;
    private readonly int _end;
    private Entry[]? _entries;
    private Crowd? _crowd;
    private Few<Edge> _targets;
    private Few<Constraint> _constraints;
    private Few<Demandable> _feeders;
    private Few<Demandable> _triggers;
    private byte _strings;
    private byte _objects;

    public Slot()
    {
    }

    public Slot(Place? place)
    {
        if (place is not { } known)
            return;
        _module = known.Module;
        _start = known.Start;
        _end = known.End;
    }

    /// <summary>Where the slot is declared, for evidence; null for intermediate results.</summary>
    public Place? Place => _module != null ? new Place(_module, _start, _end) : null;

    public bool Unknown { get; private set; }

    /// <summary>What somebody asks of it.</summary>
    public Demand Wanted { get; set; }

    /// <summary>A live value is in it.</summary>
    public bool IsLive { get; set; }

    /// <summary>A relevant value is in it.</summary>
    public bool IsRelevant { get; set; }

    /// <summary>A hot value is in it.</summary>
    public bool IsHot { get; set; }

    public int Count { get; private set; }

    /// <summary>
    /// So many objects may be in it that the platform's is one among any: the runtime of a framework that reads and copies whatever it is given.
    /// </summary>
    public bool IsCrowded => _objects >= CrowdedObjects;

    /// <summary>Among what may be in it is every key of the platform object: what a loop over them does, it does with each.</summary>
    public bool HoldsEveryKey
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (_entries![i].Value is StringValue { AnyKeyOf: not null })
                    return true;
            }

            return false;
        }
    }

    public Value this[int index] => _entries![index].Value;

    public ref readonly Few<Edge> Targets => ref _targets;

    public ref readonly Few<Constraint> Constraints => ref _constraints;

    /// <summary>What to ask when this slot is wanted.</summary>
    public ref readonly Few<Demandable> Feeders => ref _feeders;

    /// <summary>What to ask when this slot is hot.</summary>
    public ref readonly Few<Demandable> Triggers => ref _triggers;

    public override void Ask(Solver solver, Demand demand) => solver.Want(this, demand);

    /// <summary>Whether a value in it moves on: by itself or because it is wanted.</summary>
    public bool Moves(Value value) => value.IsLive || (Wanted & value.Answers) != 0;

    /// <summary>Called once, when the first live value is handed on.</summary>
    public virtual void OnLive(Solver solver)
    {
    }

    /// <summary>Called once, when the first relevant value is handed on.</summary>
    public virtual void OnRelevant(Solver solver)
    {
    }

    /// <summary>Called for each hot value that is handed on.</summary>
    public virtual void OnHot(Solver solver, Value value)
    {
    }

    /// <summary>Called when something is asked of the slot that was not asked before.</summary>
    public virtual void OnWanted(Solver solver)
    {
    }

    /// <summary>The slot a value came from, null where it was made.</summary>
    public Slot? OriginOf(Value value)
    {
        var index = IndexOf(value);
        return index < 0 ? null : _entries![index].Origin;
    }

    public int IndexOf(Value value)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_entries![i].Value == value)
                return i;
        }

        return -1;
    }

    public bool Add(Value value, Slot? origin)
    {
        if (_crowd?.Values is { } index ? !index.Add(value) : IndexOf(value) >= 0)
            return false;
        if (_entries == null)
            _entries = new Entry[1];
        else if (Count == _entries.Length)
            Array.Resize(ref _entries, Count * 2);
        _entries[Count++] = new Entry(value, origin, false);
        if (value is StringValue)
            _strings++;
        else if (value.Droppable)
            _objects++;
        if (Count == CrowdedValues + 1)
        {
            var values = (_crowd ??= new Crowd()).Values = [];
            for (var i = 0; i < Count; i++)
                values.Add(_entries[i].Value);
        }

        return true;
    }

    /// <summary>Whether the constraints have seen the value at this index.</summary>
    public bool IsFired(int index) => _entries![index].Fired;

    public void MarkFired(int index) => _entries![index] = _entries[index] with { Fired = true };

    /// <summary>True when the slot had not been unknown before.</summary>
    public bool MarkUnknown()
    {
        if (Unknown)
            return false;
        return Unknown = true;
    }

    public bool IsFullFor(Value value) => value.Droppable && (value is StringValue ? _strings >= MaxStrings : _objects >= MaxObjects) && !Contains(value);

    private bool Contains(Value value) => _crowd?.Values is { } index ? index.Contains(value) : IndexOf(value) >= 0;

    /// <summary>False when the same edge is there already.</summary>
    public bool AddTarget(Edge edge)
    {
        if (_crowd?.Targets is { } index)
        {
            if (!index.Add(edge))
                return false;
        }
        else
        {
            for (var i = 0; i < _targets.Count; i++)
            {
                if (_targets[i].Equals(edge))
                    return false;
            }
        }

        _targets.Add(edge);
        if (_targets.Count == CrowdedEdges + 1)
        {
            var targets = (_crowd ??= new Crowd()).Targets = [];
            for (var i = 0; i < _targets.Count; i++)
                targets.Add(_targets[i]);
        }

        return true;
    }

    /// <summary>False when the constraint listens already: cycles of objects and functions ask again and again.</summary>
    public bool AddConstraint(Constraint constraint)
    {
        if (_crowd?.Constraints is { } index ? !index.Add(constraint) : _constraints.Contains(constraint))
            return false;
        _constraints.Add(constraint);
        if (_constraints.Count == CrowdedEdges + 1)
        {
            var constraints = (_crowd ??= new Crowd()).Constraints = [];
            for (var i = 0; i < _constraints.Count; i++)
                constraints.Add(_constraints[i]);
        }

        return true;
    }

    public void AddFeeder(Demandable feeder) => _feeders.Add(feeder);

    public void AddTrigger(Demandable trigger) => _triggers.Add(trigger);

    private readonly record struct Entry(Value Value, Slot? Origin, bool Fired);

    /// <summary>Indexes over what is looked through in order elsewhere.</summary>
    private sealed class Crowd
    {
        public HashSet<Value>? Values { get; set; }

        public HashSet<Edge>? Targets { get; set; }

        public HashSet<Constraint>? Constraints { get; set; }
    }
}

/// <summary>What a call gives.</summary>
internal sealed class ResultSlot(Place place) : Slot(place);

/// <summary>The slot of a name: when it matters, so do the functions that mention the name.</summary>
internal sealed class BindingSlot(Module module, Syntax.JavaScript.Scopes.Binding binding, Place? place) : Slot(place)
{
    public override void OnLive(Solver solver) => module.Wake(solver, binding.References);

    public override void OnWanted(Solver solver) => module.Wake(solver, binding.Writes);
}

/// <summary>The slot of a global that the program itself defines.</summary>
internal sealed class GlobalSlot(string name, ModuleTable modules) : Slot
{
    public override void OnLive(Solver solver) => Wake(solver);

    public override void OnRelevant(Solver solver) => modules.Request(ScriptMentions.Word);

    public override void OnWanted(Solver solver) => Wake(solver);

    private void Wake(Solver solver)
    {
        foreach (var module in modules.Parsed)
            module.WakeGlobal(solver, name);
    }
}

/// <summary>What <c>getApp()</c> gives. Who asks for the app may take from it what is live, and may have put there what is wanted.</summary>
internal sealed class AppSlot(ModuleTable modules) : Slot
{
    public override void OnRelevant(Solver solver) => modules.RequestUsersOfApp();

    public override void OnWanted(Solver solver) => modules.RequestUsersOfApp();
}

/// <summary>What a page or component says of itself.</summary>
internal sealed class OptionsSlot(Module module) : Slot
{
    public override void OnWanted(Solver solver) => solver.Findings.Modules.Request(module);
}

/// <summary>The members of one name of all objects in a file that nothing is known of.</summary>
internal sealed class FieldSlot(Module module, string name) : Slot
{
    /// <summary>Reads of that member on such objects.</summary>
    public override void OnLive(Solver solver) => module.WakeWord(solver, name);
}

/// <summary>A member of an object: an object that holds something live is live, one of which something is wanted has to be found.</summary>
internal class MemberSlot(ObjectValue owner, Place? place) : Slot(place)
{
    public ObjectValue Owner { get; } = owner;

    public override void OnLive(Solver solver) => solver.MakeAsked(Owner);

    public override void OnRelevant(Solver solver) => solver.MakeRelevant(Owner);

    public override void OnHot(Solver solver, Value value)
    {
        if (value is FunctionValue)
            solver.MakeHot(Owner);
        else
            solver.MakeRich(Owner);
    }

    public override void OnWanted(Solver solver) => solver.MakeAsked(Owner);
}

/// <summary>What a module exports: asked for, it has to be parsed; when something relevant is in it, those who import it have to be.</summary>
internal sealed class ExportsSlot(Module module, Place place) : MemberSlot(module.ModuleObject, place)
{
    public override void OnRelevant(Solver solver)
    {
        base.OnRelevant(solver);
        solver.Findings.Modules.RequestImporters(module);
    }

    public override void OnWanted(Solver solver)
    {
        base.OnWanted(solver);
        solver.Findings.Modules.Request(module);
    }
}

internal enum FunctionRole : byte
{
    Parameter,

    /// <summary>Holds all arguments, or the rest of them, as one array.</summary>
    Arguments,
    This,
    Return,
}

/// <summary>A slot of a function: what enters one wakes the body, what is asked of the callers makes the function live.</summary>
internal sealed class FunctionSlot(FunctionRole role, FunctionValue function, Place? place = null) : Slot(place)
{
    public override void OnLive(Solver solver)
    {
        if (role == FunctionRole.Return)
            solver.MakeAsked(function);
        if (role == FunctionRole.Arguments)
            solver.MakeWarm(function);
        if (role is FunctionRole.Parameter or FunctionRole.Arguments)
            function.Body?.Wake(solver);
        else if (role == FunctionRole.This && function.Body is { UsesThis: true } body)
            body.WakeWithThis(solver);
    }

    public override void OnRelevant(Solver solver)
    {
        if (role == FunctionRole.Return)
            solver.MakeRelevant(function);
    }

    public override void OnHot(Solver solver, Value value)
    {
        if (role == FunctionRole.Return)
            solver.MakeHot(function);
    }

    public override void OnWanted(Solver solver)
    {
        if (role == FunctionRole.Return)
            function.Body?.Wake(solver);
        else if (role == FunctionRole.This)
            solver.MakeRelevant(function);
        else
            solver.MakeWarm(function);
    }
}

/// <summary>
/// Where values go next. Along one out of an any-slot, a copied platform becomes the member that the load asks for. Edges are the same
/// when they lead to the same slot in the same way: one slot hands a value on once.
/// </summary>
internal class Edge(Slot from, Slot target, Load? load) : Demandable, IEquatable<Edge>
{
    public Slot Target { get; } = target;

    public Load? Load { get; } = load;

    public override void Ask(Solver solver, Demand demand) => solver.Pull(from, this, demand);

    public virtual bool Equals(Edge? other) => other != null && other.Target == Target && other.Load == Load && other.GetType() == GetType();

    public sealed override bool Equals(object? obj) => Equals(obj as Edge);

    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(Target) ^ (Load == null ? 0 : RuntimeHelpers.GetHashCode(Load) * 31);
}

/// <summary>An edge into a parameter: constants remember the argument.</summary>
internal sealed class ArgumentEdge(Slot from, Slot target, Place argument) : Edge(from, target, null)
{
    public Place Argument { get; } = argument;

    public override bool Equals(Edge? other) => other is ArgumentEdge edge && edge.Target == Target && edge.Argument == Argument;
}

/// <summary>What an expression evaluates to while constraints are built: nothing known, one constant, or whatever a slot will hold.</summary>
internal readonly struct Operand
{
    private Operand(Slot? slot, Value? constant)
    {
        Slot = slot;
        Constant = constant;
    }

    public static Operand Unknown => default;

    public Slot? Slot { get; }

    public Value? Constant { get; }

    public bool IsUnknown => Slot == null && Constant == null;

    /// <summary>Whether a hot value is in it by now.</summary>
    public bool IsHot => Slot?.IsHot ?? Constant?.IsHot ?? false;

    public static implicit operator Operand(Slot slot) => new(slot, null);

    public static implicit operator Operand(Value value) => new(null, value);
}

/// <summary>Something that happens for each value that reaches a slot, as far as the value is live or the slot wanted.</summary>
internal abstract class Constraint : Demandable
{
    public abstract void OnValue(Solver solver, Slot slot, Value value);

    public override void Ask(Solver solver, Demand demand)
    {
    }
}

/// <summary>Sets a value moving when what rests on it is asked for.</summary>
internal sealed class Enlivening(Value value) : Demandable
{
    public override void Ask(Solver solver, Demand demand) => solver.MakeAsked(value);
}
