using System;
using System.Collections.Generic;
using System.Globalization;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

/// <summary>A value that is known before the program runs.</summary>
public abstract record ConstantValue
{
    /// <summary>What the value is in a concatenation or as the name of a property; null when that is not known, as of an object.</summary>
    public abstract string? Text { get; }
}

/// <summary>A string.</summary>
public sealed record ConstantString(string Value) : ConstantValue
{
    public override string? Text => Value;
}

/// <summary>A number.</summary>
public sealed record ConstantNumber(double Value) : ConstantValue
{
    public override string? Text => TextOf(Value);

    /// <summary>A number as JavaScript writes it; null where frameworks write it otherwise (very large, very small, not a number).</summary>
    public static string? TextOf(double number)
    {
        if (number == 0)
            return "0";
        return Math.Abs(number) is >= 0.001 and < 1e15 ? number.ToString("R", CultureInfo.InvariantCulture) : null;
    }
}

/// <summary><c>true</c>, <c>false</c>, <c>null</c> or <c>undefined</c>.</summary>
public sealed record ConstantWord(string Word) : ConstantValue
{
    public override string? Text => Word;
}

/// <summary>An enum, a namespace, or an object or array literal whose members stay what they are.</summary>
public sealed record ConstantObject : ConstantValue
{
    internal ConstantObject(object source) => Source = source;

    public override string? Text => null;

    /// <summary>The literal, or the <see cref="Binding"/> of an enum or namespace: what makes it this object and no other.</summary>
    internal object Source { get; }

    /// <summary>By name, what a member may be, null when it is not known; null before anybody asked.</summary>
    internal Dictionary<string, IReadOnlyList<ConstantValue>?>? Members { get; set; }

    public bool Equals(ConstantObject? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Source.GetHashCode();
}
