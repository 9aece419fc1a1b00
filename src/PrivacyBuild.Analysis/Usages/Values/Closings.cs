using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>Something that is settled once a first solution is known.</summary>
internal interface IClosing
{
    /// <summary>False when nobody asks, or it was done before.</summary>
    bool Close(Solver solver);
}

/// <summary>The elements of a list: nothing is known of them when nothing is known of the list.</summary>
internal sealed class UnknownElements(Operand list, Slot element) : IClosing
{
    public bool Close(Solver solver)
    {
        if (element.Unknown || !(list.IsUnknown || list.Slot is { Unknown: true }))
            return false;
        Solver.MarkUnknown(element);
        return true;
    }
}

/// <summary>
/// The names of members that were written by computed names: those that the names may be, else unknown, unless they are copies of the platform
/// object's, whose names count as all.
/// </summary>
internal sealed class UnknownNames(ObjectValue owner, Slot members, Slot names) : IClosing
{
    private int _asked;

    public bool Close(Solver solver)
    {
        if (names.Unknown || names.Wanted == Demand.None)
            return false;
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i] is MemberValue { Name: null })
                return false;
        }

        var written = owner.WrittenNames;
        if (written != null && _asked < written.Count)
        {
            while (_asked < written.Count)
                solver.Connect(written[_asked++], names);
            return true;
        }

        if (written != null && written.TrueForAll(name => name.Count > 0))
            return false;
        Solver.MarkUnknown(names);
        return true;
    }
}

/// <summary>
/// A value under a condition that allows only some texts: of those that come, the allowed ones go on; where it is not known which come,
/// all allowed ones do.
/// </summary>
internal sealed class Narrowing(Slot source, Slot allowed, Slot result) : Constraint, IClosing
{
    private readonly List<StringValue> _waiting = [];
    private bool _isClosed;

    /// <summary>Starts listening to both sides.</summary>
    public void Listen(Solver solver)
    {
        solver.Listen(source, this, result, Demand.All);
        if (allowed != source)
            solver.Listen(allowed, this, result, Demand.All);
    }

    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (slot == allowed && value is StringValue name)
        {
            foreach (var text in _waiting.Where(text => text.Text == name.Text))
                solver.Add(result, text, source);
        }

        if (slot != source)
            return;
        if (value is not StringValue { IsOther: false, IsWildcard: false } given)
        {
            solver.Add(result, value, slot);
            return;
        }

        _waiting.Add(given);
        if (Names.Any(known => known.Text == given.Text && given.Text != null))
            solver.Add(result, given, slot);
    }

    public bool Close(Solver solver)
    {
        if (_isClosed || (result.Wanted & Demand.Texts) == 0)
            return false;
        _isClosed = true;
        if (allowed.Unknown || !Names.Any())
        {
            solver.Connect(source, result);
        }
        else if (source.Unknown || _waiting.Count == 0 || _waiting.Exists(text => text.Text == null))
        {
            foreach (var name in Names.ToArray())
                solver.Add(result, name, allowed);
        }

        return true;
    }

    private IEnumerable<StringValue> Names
    {
        get
        {
            for (var i = 0; i < allowed.Count; i++)
            {
                if (allowed[i] is StringValue name)
                    yield return name;
            }
        }
    }
}
