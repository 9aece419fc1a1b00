using System;
using System.Net;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>What the name of an attribute says about its value. Only <see cref="MarkupDialect.Vue"/> knows other kinds than plain ones.</summary>
public enum MarkupAttributeKind
{
    /// <summary>Text, with expressions in <c>{{ }}</c> as the case may be.</summary>
    Plain,

    /// <summary><c>:x</c>, <c>v-bind:x</c>, <c>.x</c>, <c>v-model</c>: the value is an expression.</summary>
    Binding,

    /// <summary><c>@x</c>, <c>v-on:x</c>: the value is an expression, a function or statements.</summary>
    Event,

    /// <summary>Any other <c>v-x</c>: the value is an expression; of <c>v-for</c> the part behind <c>in</c> or <c>of</c>.</summary>
    Directive,

    /// <summary><c>#x</c>, <c>v-slot:x</c>: the value is a pattern that binds names, no expression.</summary>
    Slot,
}

public sealed class MarkupAttribute
{
    private readonly SourceText _text;
    private readonly MarkupDialect _dialect;
    private string? _value;
    private MarkupValue? _parts;

    internal MarkupAttribute(SourceText text, MarkupDialect dialect, TextSpan nameSpan, TextSpan? valueSpan, TextSpan span)
    {
        _text = text;
        _dialect = dialect;
        Name = text.Slice(nameSpan);
        NameSpan = nameSpan;
        ValueSpan = valueSpan ?? new TextSpan(nameSpan.End, nameSpan.End);
        Span = span;
        HasValue = valueSpan is not null;
        Kind = dialect == MarkupDialect.Vue ? KindOf(Name) : MarkupAttributeKind.Plain;
    }

    /// <summary>The name as written, with prefixes and modifiers.</summary>
    public string Name { get; }

    public TextSpan NameSpan { get; }

    /// <summary>The value with character references decoded, expressions and all; null when there is none.</summary>
    public string? Value => HasValue ? _value ??= Decode(_text.Slice(ValueSpan)) : null;

    /// <summary>Whether there is a value, if only an empty one.</summary>
    public bool HasValue { get; }

    /// <summary>The value without its quotes; empty and behind the name when there is none.</summary>
    public TextSpan ValueSpan { get; }

    /// <summary>From the name to the closing quote.</summary>
    public TextSpan Span { get; }

    public MarkupAttributeKind Kind { get; }

    /// <summary>
    /// The name without what only the template language adds: <c>open-type</c> for <c>:open-type.sync</c> and <c>v-bind:open-type</c>,
    /// <c>tap</c> for <c>@tap.stop</c>, <c>if</c> for <c>v-if</c>. A dynamic one keeps its brackets. The name as written when it is plain.
    /// </summary>
    public string Target => Kind == MarkupAttributeKind.Plain ? Name : TargetOf(Name);

    /// <summary>The literal and expression runs of the value; null when there is none.</summary>
    public MarkupValue? Parts
    {
        get
        {
            if (!HasValue)
                return null;
            return _parts ??= ReadParts();
        }
    }

    private MarkupValue ReadParts()
    {
        // WePY writes @tap="go({{id}})": braces win over the rule of the name.
        if (Kind is MarkupAttributeKind.Plain or MarkupAttributeKind.Slot || _text.Content.IndexOf("{{", ValueSpan.Start, ValueSpan.Length, StringComparison.Ordinal) >= 0)
            return MarkupValue.Parse(_text, ValueSpan, _dialect);
        return MarkupValue.OfExpression(_text, ValueSpan, Name == "v-for" ? EndOfLoopVariables(_text.Content, ValueSpan) : ValueSpan.Start);
    }

    private static MarkupAttributeKind KindOf(string name) => name[0] switch
    {
        ':' or '.' => MarkupAttributeKind.Binding,
        '@' => MarkupAttributeKind.Event,
        '#' => MarkupAttributeKind.Slot,
        'v' when name.StartsWith("v-", StringComparison.Ordinal) => DirectiveName(name) switch
        {
            "v-bind" or "v-model" => MarkupAttributeKind.Binding,
            "v-on" => MarkupAttributeKind.Event,
            "v-slot" => MarkupAttributeKind.Slot,
            _ => MarkupAttributeKind.Directive,
        },
        _ => MarkupAttributeKind.Plain,
    };

    private static string DirectiveName(string name)
    {
        var end = name.IndexOfAny([':', '.']);
        return end < 0 ? name : name.Substring(0, end);
    }

    private static string TargetOf(string name)
    {
        var colon = name.IndexOf(':');
        var start = name[0] is ':' or '.' or '@' or '#' ? 1 : colon >= 0 ? colon + 1 : "v-".Length;
        if (start < name.Length && name[start] == '[')
            return name.Substring(start);
        var modifier = name.IndexOf('.', start);
        return modifier < 0 ? name.Substring(start) : name.Substring(start, modifier - start);
    }

    /// <summary>Where the list of <c>(item, i) in list</c> begins; the value's start when it has no such form.</summary>
    private static int EndOfLoopVariables(string content, TextSpan value)
    {
        for (var i = value.Start + 1; i + 3 < value.End; i++)
        {
            if (char.IsWhiteSpace(content[i - 1]) && char.IsWhiteSpace(content[i + 2])
                && ((content[i] == 'i' && content[i + 1] == 'n') || (content[i] == 'o' && content[i + 1] == 'f')))
                return i + 2;
        }

        return value.Start;
    }

    private static string Decode(string raw) => raw.IndexOf('&') < 0 ? raw : WebUtility.HtmlDecode(raw);
}
