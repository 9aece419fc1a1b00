using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Json;

/// <summary>A JSON value with its place. Members are kept in order, duplicates included.</summary>
public abstract class JsonValue(TextSpan span)
{
    public TextSpan Span { get; } = span;
}

public sealed class JsonObject(TextSpan span, IReadOnlyList<JsonMember> members) : JsonValue(span)
{
    public IReadOnlyList<JsonMember> Members { get; } = members;

    /// <summary>The value of the last member of that name, as JSON.parse takes it; null when there is none.</summary>
    public JsonValue? this[string name] => Find(name)?.Value;

    /// <summary>The last member of that name, as JSON.parse takes it; null when there is none.</summary>
    public JsonMember? Find(string name)
    {
        for (var i = Members.Count - 1; i >= 0; i--)
        {
            if (Members[i].Name == name)
                return Members[i];
        }

        return null;
    }

    /// <summary>The value of <see cref="Find"/> when it is of one kind.</summary>
    public bool TryGet<T>(string name, [NotNullWhen(true)] out T? value)
        where T : JsonValue
    {
        value = this[name] as T;
        return value != null;
    }

    /// <summary>The value of <see cref="Find"/> when it is a string; for its place take <see cref="TryGet{T}"/>.</summary>
    public bool TryGetString(string name, [NotNullWhen(true)] out string? value)
    {
        value = (this[name] as JsonString)?.Value;
        return value != null;
    }
}

/// <summary>A member; <paramref name="NameSpan"/> includes the quotes.</summary>
public sealed record JsonMember(string Name, TextSpan NameSpan, JsonValue Value);

public sealed class JsonArray(TextSpan span, IReadOnlyList<JsonValue> items) : JsonValue(span)
{
    public IReadOnlyList<JsonValue> Items { get; } = items;
}

/// <summary>A string; the span includes the quotes.</summary>
public sealed class JsonString(TextSpan span, string value) : JsonValue(span)
{
    public string Value { get; } = value;
}

public sealed class JsonNumber(TextSpan span, double value) : JsonValue(span)
{
    public double Value { get; } = value;
}

public sealed class JsonBoolean(TextSpan span, bool value) : JsonValue(span)
{
    public bool Value { get; } = value;
}

public sealed class JsonNull(TextSpan span) : JsonValue(span);
