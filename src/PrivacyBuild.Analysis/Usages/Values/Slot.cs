using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>A variable, property, parameter or intermediate result: the set of values that may be in it, and who wants to hear of new ones.</summary>
internal sealed class Slot
{
    /// <summary>Beyond this many strings a slot stops taking more and counts as unknown.</summary>
    public const int MaxStrings = 32;

    /// <summary>
    /// Likewise for objects and functions. Platform values always fit. A slot with more objects than this belongs to code that handles
    /// anything (a library's merge or event loop); following it makes work without end and no finding.
    /// </summary>
    public const int MaxObjects = 10;

    private List<Value>? _values;
    private HashSet<Value>? _index;
    private List<Slot?>? _origins;
    private HashSet<Constraint>? _constraintIndex;
    private int _strings;
    private int _objects;

    public Slot(Place? place = null) => Place = place;

    /// <summary>Where the slot is declared, for evidence; null for intermediate results.</summary>
    public Place? Place { get; }

    public bool Unknown { get; private set; }

    public int Count => _values?.Count ?? 0;

    /// <summary>How many of its values the solver has handed on.</summary>
    public int Dispatched { get; set; }

    public Value this[int index] => _values![index];

    public List<Edge>? Targets { get; private set; }

    public List<Constraint>? Constraints { get; private set; }

    /// <summary>The slot a value came from, null where it was made.</summary>
    public Slot? OriginOf(Value value)
    {
        var index = _values?.IndexOf(value) ?? -1;
        return index < 0 ? null : _origins![index];
    }

    public bool Add(Value value, Slot? origin)
    {
        _values ??= new List<Value>(1);
        _origins ??= new List<Slot?>(1);
        if (_index != null ? !_index.Add(value) : _values.Contains(value))
            return false;
        _values.Add(value);
        if (value is StringValue)
            _strings++;
        else if (value.Droppable)
            _objects++;
        _origins.Add(origin);
        if (_index == null && _values.Count > 8)
            _index = [.. _values];
        return true;
    }

    /// <summary>True when the slot had not been unknown before.</summary>
    public bool MarkUnknown()
    {
        if (Unknown)
            return false;
        return Unknown = true;
    }

    public bool IsFullFor(Value value) => value.Droppable && (value is StringValue ? _strings >= MaxStrings : _objects >= MaxObjects) && !Contains(value);

    private bool Contains(Value value) => _index?.Contains(value) ?? _values?.Contains(value) ?? false;

    public void AddTarget(Edge edge) => (Targets ??= new List<Edge>(1)).Add(edge);

    /// <summary>False when the constraint listens already: cycles of objects and functions ask again and again.</summary>
    public bool AddConstraint(Constraint constraint)
    {
        Constraints ??= new List<Constraint>(1);
        if (_constraintIndex != null ? !_constraintIndex.Add(constraint) : Constraints.Contains(constraint))
            return false;
        Constraints.Add(constraint);
        if (_constraintIndex == null && Constraints.Count > 16)
            _constraintIndex = [.. Constraints];
        return true;
    }
}

/// <summary>
/// Where values go next. Along an edge into a parameter, constants remember the argument; along one out of an any-slot, a copied
/// platform becomes the member that the load asks for.
/// </summary>
internal readonly record struct Edge(Slot Target, Place? Argument, Load? Load);

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

    public static implicit operator Operand(Slot slot) => new(slot, null);

    public static implicit operator Operand(Value value) => new(null, value);
}

/// <summary>Something that happens for each value that reaches a slot.</summary>
internal abstract class Constraint
{
    public abstract void OnValue(Solver solver, Slot slot, Value value);
}
