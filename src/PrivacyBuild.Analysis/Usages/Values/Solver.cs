using System.Collections.Generic;
using System.Threading;

namespace PrivacyBuild.Analysis.Usages.Values;

// The analysis in one paragraph. Building walks functions and says, for each expression, from where values flow to where: edges
// between slots, and constraints (load, store, call) that add edges when an object or function turns up. Solving moves values along
// edges, each once, in first-in first-out order. Nothing depends on the order of statements (flow-insensitive) or on the caller
// (context-insensitive, save that a constant remembers the call that brought it in).
//
// Most of a program has nothing to do with the platform object, so most of it is never touched: a value moves only when it is live
// (it is a platform value, or holds or yields one) or when the slot ahead of it is wanted (what it holds decides where a live value
// goes, or which name is read), and a function is walked only when something live enters it or something in it is wanted. A slot
// holds a bounded number of values, so the work is bounded by slots times that bound, and every edge is taken once per value.

/// <summary>Moves values along edges until nothing new arrives.</summary>
internal sealed class Solver(CancellationToken cancellationToken)
{
    private readonly Queue<(Slot Slot, int Index)> _queue = new();
    private readonly Queue<(Slot Slot, Constraint Constraint, int Index)> _newcomers = new();
    private readonly Queue<(Slot Slot, Demand Demand)> _wanted = new();
    private readonly Queue<LatentValue> _enlivened = new();
    private readonly Queue<ProgramBuilder> _builders = new();
    private readonly Dictionary<(PlatformValue, string), MemberValue> _members = [];
    private readonly Dictionary<PlatformValue, MemberValue> _anyMembers = [];
    private readonly Dictionary<(StringValue, Place), StringValue> _throughCall = [];
    private readonly Dictionary<(string?, string, string, Place, bool), StringValue> _strings = [];
    private StringValue? _other;

    /// <summary>What is to be settled once a first solution is known.</summary>
    public List<IClosing> Closings { get; } = [];

    /// <summary>Where findings go.</summary>
    public required FindingSink Findings { get; init; }

    /// <summary>Edges and values handled so far: the stated measure of cost.</summary>
    public long Steps { get; private set; }

    public MemberValue Member(PlatformValue platform, string name)
    {
        if (!_members.TryGetValue((platform, name), out var member))
            _members.Add((platform, name), member = new MemberValue(platform, name, Findings.ManagerOfFactory(name) != null || Findings.ScopePropertyOf(name) != null));
        return member;
    }

    public MemberValue AnyMember(PlatformValue platform)
    {
        if (!_anyMembers.TryGetValue(platform, out var member))
            _anyMembers.Add(platform, member = new MemberValue(platform, null, true));
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

    /// <summary>The same, but a text that cannot be part of a name of the catalogue is kept: it may be one of the program's own.</summary>
    public StringValue Name(string text, Place place) => Constant(text, place) is { IsOther: false } part ? part : new StringValue(text, place) { IsOther = true };

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
    public StringValue ThroughCall(StringValue value, Place argument, Slot? from = null)
    {
        if (value.ThroughCall || value.IsWildcard || value.IsOther)
            return value;
        if (!_throughCall.TryGetValue((value, argument), out var passed))
            _throughCall.Add((value, argument), passed = new StringValue(value.Text, value.Prefix, value.Suffix, argument, true) { ChosenFrom = from });
        return passed;
    }

    public void Add(Slot slot, Value value, Slot? origin = null)
    {
        if (slot.IsFullFor(value))
        {
            MarkUnknown(slot);
            return;
        }

        if (!slot.Add(value, origin))
            return;
        if (value is LatentValue latent)
            latent.AddHolder(slot);
        if (slot.Moves(value))
            _queue.Enqueue((slot, slot.Count - 1));
        else if (slot is MemberSlot { Owner.IsLive: true } member)
            BindMethod(member, value);
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
        if (from == to)
            return;
        var edge = argument is { } place ? new ArgumentEdge(from, to, place) : new Edge(from, to, load);
        if (!from.AddTarget(edge))
            return;
        to.AddFeeder(edge);
        if (to.Wanted != Demand.None)
            Pull(from, edge, to.Wanted);
        if (from.IsLive)
        {
            for (var i = 0; i < from.Count; i++)
            {
                if (from[i].IsLive)
                    Send(from, from[i], edge);
            }
        }

        if (from.Unknown)
            MarkUnknown(to);
    }

    /// <summary>Brings everything a slot holds, now and later, along an edge whose end is wanted.</summary>
    public void Pull(Slot from, Edge edge, Demand demand)
    {
        Want(from, demand);
        for (var i = 0; i < from.Count; i++)
        {
            if ((from[i].Answers & demand) != 0)
                Send(from, from[i], edge);
        }
    }

    /// <summary>Lets a constraint see what arrives. <paramref name="filled"/>: a slot that it fills, whose being wanted asks for what is listened to.</summary>
    public void Listen(Operand operand, Constraint constraint, Slot? filled = null, Demand demand = Demand.Objects)
    {
        if (operand.Slot is { } slot)
        {
            if (filled != null)
                Feed(filled, demand == Demand.Objects ? new ObjectsOf(slot) : slot);
            if (!slot.AddConstraint(constraint))
                return;
            // What the slot has handed on already is handed to the newcomer later, not now: one constraint may call for the next,
            // and in a cycle that would never end.
            for (var i = 0; i < slot.Count; i++)
            {
                if (slot.IsFired(i))
                    _newcomers.Enqueue((slot, constraint, i));
            }
        }
        else if (operand.Constant is { } constant)
        {
            var holder = new Slot { Wanted = Demand.All };
            holder.AddConstraint(constraint);
            Add(holder, constant);
        }
    }

    /// <summary>Says what to ask when a slot is wanted.</summary>
    public void Feed(Slot slot, Demandable feeder)
    {
        if (slot == feeder)
            return;
        slot.AddFeeder(feeder);
        if (slot.Wanted != Demand.None)
            feeder.Ask(this, slot.Wanted);
    }

    /// <summary>Says what to ask when something hot turns up in an operand.</summary>
    public void Trigger(Operand operand, Demandable target)
    {
        if (operand.IsHot)
        {
            target.Ask(this, Demand.Objects);
        }
        else if (operand.Slot is { } slot)
        {
            slot.AddTrigger(target);
        }
        else if (operand.Constant is LatentValue latent)
        {
            var holder = new Slot();
            holder.AddTrigger(target);
            Add(holder, latent);
        }
    }

    /// <summary>Asks for what a slot may hold.</summary>
    public void Want(Operand operand, Demand demand)
    {
        if (operand.Slot is not { } slot || (demand & ~slot.Wanted) is not (not Demand.None and var added))
            return;
        slot.Wanted |= added;
        _wanted.Enqueue((slot, added));
    }

    /// <summary>Sets a value moving, because somebody asks who has it.</summary>
    public void MakeAsked(Value value) => Enliven(value, Heat.Asked);

    public void MakeRelevant(Value value) => Enliven(value, Heat.Relevant);

    public void MakeWarm(Value value) => Enliven(value, Heat.Warm);

    public void MakeHot(Value value) => Enliven(value, Heat.Hot);

    /// <summary>Something of the platform is in the object: whoever reads it must find it, and its methods see it as <c>this</c>.</summary>
    public void MakeRich(ObjectValue o)
    {
        if (o.IsRich)
            return;
        o.IsRich = true;
        MakeHot(o);
        for (var i = 0; i < o.Members.Count; i++)
            Want(o.Members.SlotAt(i), Demand.Objects);
        if (o.Any != null)
            Want(o.Any, Demand.Objects);
    }

    private void Enliven(Value value, Heat heat)
    {
        if (value is LatentValue latent && latent.Become(heat))
            _enlivened.Enqueue(latent);
    }

    /// <summary>Has a module walk the functions that were woken.</summary>
    public void Schedule(ProgramBuilder builder) => _builders.Enqueue(builder);

    public static void MarkUnknown(Slot slot)
    {
        if (!slot.MarkUnknown())
            return;
        var pending = new Stack<Slot>();
        pending.Push(slot);
        while (pending.Count > 0)
        {
            var from = pending.Pop();
            for (var i = 0; i < from.Targets.Count; i++)
            {
                var target = from.Targets[i].Target;
                if (target.MarkUnknown())
                    pending.Push(target);
            }
        }
    }

    public void Run()
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_builders.Count > 0)
                _builders.Dequeue().WalkWoken();
            else if (_wanted.Count > 0)
                Serve(_wanted.Dequeue());
            else if (_enlivened.Count > 0)
                Enliven(_enlivened.Dequeue());
            else if (_newcomers.Count > 0)
                Introduce(_newcomers.Dequeue());
            else if (_queue.Count > 0)
                Dispatch(_queue.Dequeue());
            else
                return;
        }
    }

    private void Serve((Slot Slot, Demand Demand) item)
    {
        var (slot, demand) = item;
        slot.OnWanted(this);
        for (var i = 0; i < slot.Count; i++)
        {
            if (!slot.IsFired(i) && slot.Moves(slot[i]))
                _queue.Enqueue((slot, i));
        }

        // The list may grow while it is walked; whoever joins now is asked on joining.
        var feeders = slot.Feeders.Count;
        for (var i = 0; i < feeders; i++)
            slot.Feeders[i].Ask(this, demand);
        Steps += feeders + 1;
    }

    private void Enliven(LatentValue value)
    {
        for (var i = 0; i < value.Holders.Count; i++)
            _queue.Enqueue((value.Holders[i], value.Holders[i].IndexOf(value)));
        Steps += value.Holders.Count;
        if (value.Heat == Heat.Hot)
            value.ForgetHolders();
        if (value is not ObjectValue o)
            return;
        if (o.Constructor != null)
            Enliven(o.Constructor, o.Heat);
        if (!o.IsPostponed)
        {
            for (var i = 0; i < o.Members.Count; i++)
                BindMethods(o.Members.SlotAt(i));
            BindMethods(o.Any);
        }

        for (var i = 0; i < o.WhenLive.Count; i++)
            o.WhenLive[i].Ask(this, Demand.Objects);
        if (o is { IsRegistered: true, IsRelevant: true })
            MakeRich(o);
    }

    private void BindMethods(Slot? slot)
    {
        if (slot is not MemberSlot member)
            return;
        for (var i = 0; i < member.Count; i++)
            BindMethod(member, member[i]);
    }

    /// <summary>A function stored in an object is called on that object.</summary>
    private void BindMethod(MemberSlot slot, Value value)
    {
        if (value is FunctionValue { IsArrow: false } function && slot.Owner is not FunctionValue)
            Add(function.This, slot.Owner);
    }

    private void Introduce((Slot Slot, Constraint Constraint, int Index) newcomer)
    {
        newcomer.Constraint.OnValue(this, newcomer.Slot, newcomer.Slot[newcomer.Index]);
        Steps++;
    }

    private void Dispatch((Slot Slot, int Index) item)
    {
        var (slot, index) = item;
        var value = slot[index];
        if (value.IsLive && !slot.IsLive)
        {
            slot.IsLive = true;
            slot.OnLive(this);
        }

        if (value.IsRelevant && !slot.IsRelevant)
        {
            slot.IsRelevant = true;
            slot.OnRelevant(this);
        }

        if (value.IsHot && !slot.IsHot)
        {
            slot.IsHot = true;
            for (var i = 0; i < slot.Triggers.Count; i++)
                slot.Triggers[i].Ask(this, Demand.Objects);
        }

        if (value is LatentValue { Heat: Heat.Hot } or not LatentValue && value.IsHot)
            slot.OnHot(this, value);

        // Lists may grow while they are walked; whoever joins now is served by Connect or Listen.
        var targets = slot.Targets.Count;
        for (var i = 0; i < targets; i++)
        {
            var edge = slot.Targets[i];
            if (edge.Target.Moves(value))
                Send(slot, value, edge);
        }

        Steps += targets + 1;
        if (slot.IsFired(index))
            return;
        slot.MarkFired(index);
        if (slot is MemberSlot member)
            BindMethod(member, value);
        var constraints = slot.Constraints.Count;
        for (var i = 0; i < constraints; i++)
            slot.Constraints[i].OnValue(this, slot, value);
        Steps += constraints;
    }

    private void Send(Slot from, Value value, Edge edge)
    {
        if (edge.Load != null && value is MemberValue { Name: null })
        {
            edge.Load.OnValue(this, from, value);
            return;
        }

        if (value is StringValue text && edge is ArgumentEdge { Argument: var argument })
            value = ThroughCall(text, argument, from);
        Add(edge.Target, value, from);
    }
}

/// <summary>A slot of which the objects decide, whatever is asked of what they lead to.</summary>
internal sealed class ObjectsOf(Slot slot) : Demandable
{
    public override void Ask(Solver solver, Demand demand) => solver.Want(slot, Demand.Objects);
}

/// <summary>A slot of which the names decide.</summary>
internal sealed class TextsOf(Slot slot) : Demandable
{
    public override void Ask(Solver solver, Demand demand) => solver.Want(slot, Demand.Texts);
}
