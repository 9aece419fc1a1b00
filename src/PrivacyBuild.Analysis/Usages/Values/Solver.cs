using System.Collections.Generic;
using System.Threading;

namespace PrivacyBuild.Analysis.Usages.Values;

// The analysis in one paragraph. Building walks every function of every kept file once and says, for each expression, from where
// values flow to where: edges between slots, and constraints (load, store, call) that add edges when an object or function turns
// up. Solving pushes each value along each edge once, in first-in first-out order. Nothing depends on the order of statements
// (flow-insensitive) or on the caller (context-insensitive, save that a constant remembers the call that brought it in). A slot
// holds a bounded number of values, so the work is bounded by slots times that bound, and every edge is taken once per value.

/// <summary>Pushes values along edges until nothing new arrives.</summary>
internal sealed class Solver(CancellationToken cancellationToken)
{
    private readonly Queue<Slot> _queue = new();
    private readonly Queue<(Slot Slot, Constraint Constraint, int Count)> _newcomers = new();
    private readonly Dictionary<(PlatformValue, string), MemberValue> _members = [];
    private readonly Dictionary<PlatformValue, MemberValue> _anyMembers = [];
    private readonly Dictionary<(StringValue, Place), StringValue> _throughCall = [];
    private readonly Dictionary<(string?, string, string, Place, bool), StringValue> _strings = [];
    private StringValue? _other;

    /// <summary>Where findings go.</summary>
    public required FindingSink Findings { get; init; }

    /// <summary>Edges and values handled so far: the stated measure of cost.</summary>
    public long Steps { get; private set; }

    public MemberValue Member(PlatformValue platform, string name)
    {
        if (!_members.TryGetValue((platform, name), out var member))
            _members.Add((platform, name), member = new MemberValue(platform, name));
        return member;
    }

    public MemberValue AnyMember(PlatformValue platform)
    {
        if (!_anyMembers.TryGetValue(platform, out var member))
            _anyMembers.Add(platform, member = new MemberValue(platform, null));
        return member;
    }

    public static StringValue AnyKey(PlatformValue platform, Place place) =>
        platform.AnyKey ??= new StringValue(null, "", "", place, false) { AnyKeyOf = platform };

    /// <summary>A constant of the program; those that cannot be part of a name are all one.</summary>
    public StringValue Constant(string text, Place place)
    {
        if (Findings.Names.MayBePart(text))
            return new StringValue(text, place);
        return Other(place);
    }

    public StringValue Other(Place place) => _other ??= new StringValue(null, "", "", place, false) { IsOther = true };

    /// <summary>A string made by the analysis; equal ones are one object.</summary>
    public StringValue String(string? text, string prefix, string suffix, Place place, bool throughCall)
    {
        var key = (text, prefix, suffix, place, throughCall);
        if (!_strings.TryGetValue(key, out var value))
            _strings.Add(key, value = new StringValue(text, prefix, suffix, place, throughCall));
        return value;
    }

    /// <summary>The same string, marked as chosen by the caller at <paramref name="argument"/>; the outermost call is not overwritten.</summary>
    public StringValue ThroughCall(StringValue value, Place argument)
    {
        if (value.ThroughCall || value.IsWildcard || value.IsOther)
            return value;
        if (!_throughCall.TryGetValue((value, argument), out var passed))
            _throughCall.Add((value, argument), passed = new StringValue(value.Text, value.Prefix, value.Suffix, argument, true));
        return passed;
    }

    public void Add(Slot slot, Value value, Slot? origin = null)
    {
        if (slot.IsFullFor(value))
        {
            MarkUnknown(slot);
            return;
        }

        if (slot.Add(value, origin))
            _queue.Enqueue(slot);
    }

    public void Flow(Operand from, Slot to)
    {
        if (from.Slot != null)
            Connect(from.Slot, to);
        else if (from.Constant != null)
            Add(to, from.Constant);
        else
            MarkUnknown(to);
    }

    public void Connect(Slot from, Slot to, Place? argument = null, Load? load = null)
    {
        var edge = new Edge(to, argument, load);
        if (from == to || (from.Targets is { Count: < 32 } targets && targets.Contains(edge)))
            return;
        from.AddTarget(edge);
        for (var i = 0; i < from.Dispatched; i++)
            Send(from, from[i], edge);
        if (from.Unknown)
            MarkUnknown(to);
    }

    public void Listen(Operand operand, Constraint constraint)
    {
        if (operand.Slot is { } slot)
        {
            // What the slot has handed on already is handed to the newcomer later, not now: one constraint may call for the next,
            // and in a cycle that would never end.
            if (slot.AddConstraint(constraint) && slot.Dispatched > 0)
                _newcomers.Enqueue((slot, constraint, slot.Dispatched));
        }
        else if (operand.Constant is { } constant)
        {
            var holder = new Slot();
            holder.AddConstraint(constraint);
            Add(holder, constant);
        }
    }

    public static void MarkUnknown(Slot slot)
    {
        if (!slot.MarkUnknown())
            return;
        var pending = new Stack<Slot>();
        pending.Push(slot);
        while (pending.Count > 0)
        {
            if (pending.Pop().Targets is not { } targets)
                continue;
            foreach (var target in targets)
            {
                if (target.Target.MarkUnknown())
                    pending.Push(target.Target);
            }
        }
    }

    public void Run()
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_newcomers.Count > 0)
            {
                var (slot, constraint, count) = _newcomers.Dequeue();
                for (var i = 0; i < count; i++)
                    constraint.OnValue(this, slot, slot[i]);
                Steps += count;
            }
            else if (_queue.Count > 0)
            {
                var slot = _queue.Dequeue();
                while (slot.Dispatched < slot.Count)
                    Dispatch(slot, slot[slot.Dispatched++]);
            }
            else
            {
                return;
            }
        }
    }

    private void Dispatch(Slot slot, Value value)
    {
        // Lists may grow while they are walked; whoever joins now is served by Connect or Listen.
        var targets = slot.Targets?.Count ?? 0;
        for (var i = 0; i < targets; i++)
            Send(slot, value, slot.Targets![i]);
        var constraints = slot.Constraints?.Count ?? 0;
        for (var i = 0; i < constraints; i++)
            slot.Constraints![i].OnValue(this, slot, value);
        Steps += targets + constraints + 1;
    }

    private void Send(Slot from, Value value, Edge edge)
    {
        if (edge.Load != null && value is MemberValue { Name: null })
        {
            edge.Load.OnValue(this, from, value);
            return;
        }

        if (edge.Argument is { } argument && value is StringValue text)
            value = ThroughCall(text, argument);
        Add(edge.Target, value, from);
    }
}
