using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>Changes to object values, each of which tells the loads that wait on the object.</summary>
internal static class ObjectAccess
{
    /// <summary>More members than this fall together into the any-slot.</summary>
    private const int MaxProperties = 20_000;

    public static Slot Property(Solver solver, ObjectValue o, string name, Place? place)
    {
        if (o.Find(name) is { } existing)
            return existing;
        if (o.Members.Count >= MaxProperties)
            return Any(solver, o);
        var slot = new MemberSlot(o, place);
        o.Add(name, slot);
        if (o.IsRich)
            solver.Want(slot, Demand.Objects);
        var loads = o.Loads.Count;
        for (var i = 0; i < loads; i++)
        {
            if (o.Loads[i].Name == name)
                o.Loads[i].FromProperty(solver, slot);
        }

        var copies = o.Copies.Count;
        for (var i = 0; i < copies; i++)
            o.Copies[i].OnProperty(solver, name, slot);

        return slot;
    }

    public static Slot Any(Solver solver, ObjectValue o)
    {
        if (o.Any != null)
            return o.Any;
        o.Any = new MemberSlot(o, null);
        if (o.IsRich)
            solver.Want(o.Any, Demand.Objects);
        var loads = o.Loads.Count;
        for (var i = 0; i < loads; i++)
            o.Loads[i].FromAny(solver, o.Any);
        var copies = o.Copies.Count;
        for (var i = 0; i < copies; i++)
            o.Copies[i].OnAny(solver, o.Any);

        return o.Any;
    }

    /// <summary>What the object copies or inherits from.</summary>
    public static Slot Fallback(Solver solver, ObjectValue o)
    {
        if (o.Fallback != null)
            return o.Fallback;
        o.Fallback = new MemberSlot(o, null);
        var loads = o.Loads.Count;
        for (var i = 0; i < loads; i++)
        {
            if (o.Find(o.Loads[i].Name) == null)
                o.Loads[i].FromFallback(solver, o.Fallback);
        }

        return o.Fallback;
    }

    /// <summary>Objects whose members it has as well, whatever it has itself: spread operands, <c>Object.assign</c> sources, <c>setData</c>.</summary>
    public static Slot Sources(Solver solver, ObjectValue o)
    {
        if (o.Sources != null)
            return o.Sources;
        o.Sources = new MemberSlot(o, null);
        var loads = o.Loads.Count;
        for (var i = 0; i < loads; i++)
            o.Loads[i].FromFallback(solver, o.Sources);
        var copies = o.Copies.Count;
        for (var i = 0; i < copies; i++)
            o.Copies[i].FromSources(solver, o.Sources);

        return o.Sources;
    }

    /// <summary>All members, present and future, flow into <paramref name="result"/>.</summary>
    public static void ConnectAll(Solver solver, ObjectValue o, Slot result)
    {
        // Tables are read by computed names in many places: members meet in one slot, and each place needs one edge, not one for each member.
        if (o.Every == null)
        {
            o.Every = new Slot();
            var copy = new CopyToSlot(o.Every);
            solver.Feed(o.Every, copy);
            copy.Follow(solver, o);
        }

        solver.Connect(o.Every, result);
    }

    /// <summary>What is read from <paramref name="target"/> may come from <paramref name="o"/>: a lookup, not an edge for each member.</summary>
    public static void CopyMembers(Solver solver, ObjectValue o, ObjectValue target)
    {
        if (o != target)
            solver.Add(Sources(solver, target), o);
    }

    /// <summary>Copies whatever objects arrive into <paramref name="target"/>; a platform object as a whole.</summary>
    public static void Spread(Solver solver, Operand source, ObjectValue target)
    {
        if (source.Slot is { } slot)
        {
            solver.Feed(Sources(solver, target), new ObjectsOf(slot));
            solver.Feed(Fallback(solver, target), new ObjectsOf(slot));
        }

        solver.Listen(source, new SpreadInto(target));
    }

    public static ObjectValue InstanceOf(Solver solver, FunctionValue function)
    {
        if (function.Instance != null)
            return function.Instance;
        function.Instance = new ObjectValue(function.Site) { Constructor = function };
        // The base class's instances stand behind those of the class.
        if (function.Fallback != null)
            Inherit(solver, function.Fallback, function.Instance);
        return function.Instance;
    }

    /// <summary>The instances of whatever class arrives stand behind <paramref name="instance"/>.</summary>
    public static void Inherit(Solver solver, Operand super, ObjectValue instance) =>
        solver.Listen(super, new InheritInstance(instance), Fallback(solver, instance));

    public static Value SetDataOf(ObjectValue o) => o.SetData ??= new BuiltinValue(Builtin.SetData, o);

    /// <summary>Every name with which a member may be looked up.</summary>
    public static void Keys(Solver solver, ObjectValue o, Slot result)
    {
        var copy = new CopyNames(result, o.Site);
        solver.Feed(result, copy);
        copy.Follow(solver, o);
    }

    private sealed class InheritInstance(ObjectValue instance) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is FunctionValue baseClass)
                solver.Add(Fallback(solver, instance), InstanceOf(solver, baseClass));
        }
    }

    private sealed class CopyToSlot(Slot result) : ObjectCopy(result)
    {
        public override void OnProperty(Solver solver, string name, Slot property) => solver.Connect(property, Result!);

        public override void OnAny(Solver solver, Slot any) => solver.Connect(any, Result!);
    }

    private sealed class CopyNames(Slot result, Place place) : ObjectCopy(result)
    {
        public override void OnProperty(Solver solver, string name, Slot property) =>
            solver.Add(Result!, solver.Findings.Names.MayBePart(name) ? solver.String(name, "", "", property.Place ?? place, false) : solver.Other(place));

        public override void OnAny(Solver solver, Slot any)
        {
            if (any is MemberSlot { Owner: var owner })
                solver.Closings.Add(new UnknownNames(owner, any, Result!));
        }
    }
}

/// <summary>Something that follows every member of an object and of its sources, also those that come later.</summary>
internal abstract class ObjectCopy(Slot? result) : Constraint
{
    private readonly HashSet<ObjectValue> _followed = [];

    protected Slot? Result { get; } = result;

    public void Follow(Solver solver, ObjectValue o)
    {
        if (!_followed.Add(o))
            return;
        if (Result is { Wanted: not Demand.None })
            solver.MakeAsked(o);
        o.AddCopy(this);
        var count = o.Members.Count;
        for (var i = 0; i < count; i++)
            OnProperty(solver, o.Members.NameAt(i), o.Members.SlotAt(i));
        if (o.Any != null)
            OnAny(solver, o.Any);
        if (o.Sources != null)
            FromSources(solver, o.Sources);
    }

    public void FromSources(Solver solver, Slot sources) => solver.Listen(sources, this, Result);

    /// <summary>Whoever writes to the objects has to be found.</summary>
    public override void Ask(Solver solver, Demand demand)
    {
        foreach (var o in _followed.ToArray())
            solver.MakeAsked(o);
    }

    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value is ObjectValue source)
            Follow(solver, source);
    }

    public abstract void OnProperty(Solver solver, string name, Slot property);

    public abstract void OnAny(Solver solver, Slot any);
}
