using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary><c>left + right</c> and templates: all pairs of what the two sides may be; an unknown side leaves a known end.</summary>
internal sealed class Concatenation(Slot left, Slot right, Slot result, Place place) : Constraint, IClosing
{
    /// <summary>No name of an interface is longer; what grows beyond is no name.</summary>
    public const int MaxLength = 80;

    private readonly List<StringValue> _left = [];
    private readonly List<StringValue> _right = [];

    private bool _closed;

    /// <summary>Starts listening to both sides.</summary>
    public void Listen(Solver solver)
    {
        solver.Listen(left, this, result, Demand.All);
        solver.Listen(right, this, result, Demand.All);
    }

    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value is not StringValue { IsWildcard: false } text)
            return;
        if (text.IsOther)
        {
            solver.Add(result, text, slot);
            return;
        }

        if (slot == left)
        {
            _left.Add(text);
            foreach (var other in _right.ToArray())
                Join(solver, text, other);
        }

        if (slot == right)
        {
            _right.Add(text);
            foreach (var other in _left.ToArray())
                Join(solver, other, text);
        }

        // What is put together of several pieces is closed piece by piece.
        if (_closed)
            KeepEnd(solver, slot, text);
    }

    /// <summary>After solving: a side that stayed without any constant leaves the other as a known end.</summary>
    public bool Close(Solver solver)
    {
        if (_closed || (result.Wanted & Demand.Texts) == 0)
            return false;
        _closed = true;
        foreach (var text in _left.ToArray())
            KeepEnd(solver, left, text);
        foreach (var text in _right.ToArray())
            KeepEnd(solver, right, text);
        return true;
    }

    private void KeepEnd(Solver solver, Slot side, StringValue text)
    {
        var other = side == left ? right : left;
        if (!other.Unknown && other.Count > 0)
            return;
        solver.Add(result, side == left
            ? solver.String(null, text.Text ?? text.Prefix, "", place, text.ThroughCall)
            : solver.String(null, "", text.Text ?? text.Suffix, place, text.ThroughCall));
    }

    private void Join(Solver solver, StringValue first, StringValue second)
    {
        var chosen = first.ThroughCall ? first : second;
        var prefix = first.Text != null ? first.Text + (second.Text ?? second.Prefix) : first.Prefix;
        var suffix = second.Text != null ? (first.Text ?? first.Suffix) + second.Text : second.Suffix;
        if (prefix.Length > MaxLength || suffix.Length > MaxLength)
            return;
        var known = first.Text != null && second.Text != null;
        solver.Add(result, solver.String(known ? prefix : null, known ? "" : prefix, known ? "" : suffix, chosen.ThroughCall ? chosen.Place : place, chosen.ThroughCall));
    }
}
