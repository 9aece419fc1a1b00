using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// Objects with a member that can only mean an attribute of a template (<c>{ openType: 'getPhoneNumber' }</c>). Handed to a function they are options:
/// the component that shows them is found by the running program (<c>selectComponent</c>, <c>$refs</c>) and makes of them what it likes, so their way
/// into a template is not followed. What is followed is whether they are handed on at all, by themselves or in other objects.
/// </summary>
internal sealed class AttributeOptions
{
    /// <summary>Options lie in each other no deeper, and hold no more objects, as far as they are looked through.</summary>
    private const int MostLevels = 6;
    private const int MostObjects = 1_000;

    private readonly Dictionary<ObjectValue, List<AttributeOption>> _options = [];
    private readonly List<Call> _calls = [];

    public void Add(Solver solver, AttributeOption option)
    {
        if (!_options.TryGetValue(option.Owner, out var options))
            _options.Add(option.Owner, options = []);
        options.Add(option);
        solver.MakeHot(option.Owner);
        solver.Want(option.Value, Demand.Texts);
    }

    /// <summary>Notes a call with an argument that matters.</summary>
    public void AddCall(Call call)
    {
        if (!call.IsBookkeeping)
            _calls.Add(call);
    }

    /// <summary>Each option that is handed to a function which is neither the platform's nor the language's, with the first such call.</summary>
    public IReadOnlyList<(AttributeOption Option, Call Call)> Handed()
    {
        if (_options.Count == 0)
            return [];
        var handed = new List<(AttributeOption Option, Call Call)>();
        var known = new HashSet<ObjectValue>();
        foreach (var call in _calls)
        {
            if (IsKnownByHeart(call.Callee))
                continue;
            foreach (var o in ObjectsIn(call))
            {
                if (_options.TryGetValue(o, out var options) && known.Add(o))
                    options.ForEach(option => handed.Add((option, call)));
            }
        }

        return handed;
    }

    /// <summary>The objects and lists among the arguments, and those in them.</summary>
    private static HashSet<ObjectValue> ObjectsIn(Call call)
    {
        var objects = new HashSet<ObjectValue>();
        var level = new List<Slot>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Slot is { } slot)
                level.Add(slot);
            else
                Look(argument.Value.Constant, level);
        }

        for (var levels = MostLevels; levels > 0 && level.Count > 0; levels--)
        {
            var next = new List<Slot>();
            foreach (var slot in level)
            {
                for (var i = 0; i < slot.Count; i++)
                    Look(slot[i], next);
            }

            level = next;
        }

        return objects;

        void Look(Value? value, List<Slot> inside)
        {
            // A page or an instance that is handed on is no options object, whatever it has.
            if (objects.Count == MostObjects || value is not ObjectValue { IsRegistered: false, IsOpen: false, Constructor: null } o || o is FunctionValue || !objects.Add(o))
                return;
            for (var i = 0; i < o.Members.Count; i++)
                inside.Add(o.Members.SlotAt(i));
            if (o.Any != null)
                inside.Add(o.Any);
            if (o.Sources != null)
                inside.Add(o.Sources);
        }
    }

    private static bool IsKnownByHeart(Slot? callee)
    {
        for (var i = 0; i < (callee?.Count ?? 0); i++)
        {
            if (callee![i] is BuiltinValue or MemberValue)
                return true;
        }

        return false;
    }
}

/// <summary>A member of an object that means an attribute: <paramref name="Attribute"/> as templates spell it.</summary>
internal sealed record AttributeOption(ObjectValue Owner, string Name, string Attribute, Slot Value);
