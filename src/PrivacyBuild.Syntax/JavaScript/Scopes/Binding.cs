using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

public enum BindingKind
{
    Var,
    Let,
    Const,
    Function,
    Class,
    Parameter,
    CatchParameter,
    Import,
    Enum,

    /// <summary>A member of a TypeScript enum, as the initializers of its enum see it.</summary>
    EnumMember,

    Namespace,

    /// <summary>The name of a function or class expression inside itself.</summary>
    ExpressionName,

    /// <summary>An interface, type alias, <c>import type</c>, or a namespace of types only: no value at run time.</summary>
    Type,
}

/// <summary>A declared name and every place that binds or uses it.</summary>
public sealed class Binding
{
    // Each holds nothing, one identifier or a list of them: most bindings have one declaration and few references, and a file has many bindings.
    private object? _declarations;
    private object? _references;
    private object? _writes;
    private List<JSXIdentifier>? _jsxReferences;
    private object? _definition;

    internal Binding(string name, BindingKind kind, Scope scope)
    {
        Name = name;
        Kind = kind;
        Scope = scope;
    }

    public string Name { get; }

    /// <summary>What the first declaration is; a <c>var</c> that repeats a parameter leaves it a parameter.</summary>
    public BindingKind Kind { get; }

    public Scope Scope { get; }

    /// <summary>
    /// Every identifier that binds the name, in source order: several for <c>var</c>, functions and merged TypeScript declarations;
    /// none for an enum member with a string as its name.
    /// </summary>
    public IReadOnlyList<Identifier> Declarations => All(_declarations);

    /// <summary>Every identifier that refers to the name, reads and writes, in source order.</summary>
    public IReadOnlyList<Identifier> References => All(_references);

    /// <summary>Every opening tag whose name, or the root of whose dotted name, refers to the binding, in source order.</summary>
    public IReadOnlyList<JSXIdentifier> JsxReferences => (IReadOnlyList<JSXIdentifier>?)_jsxReferences ?? [];

    /// <summary>Those of <see cref="References"/> that give it a value: targets of assignments, updates and loop heads; never a declaration.</summary>
    public IReadOnlyList<Identifier> Writes => All(_writes);

    /// <summary>Whether the value may be another than its declarations give.</summary>
    public bool IsAssigned => _writes is not null;

    /// <summary>
    /// What gives a name its value where it is declared, and only there: the initializer behind it, or the <c>for of</c> or <c>for in</c> in whose head it stands.
    /// Null when it is declared several times, inside a pattern, or without a value.
    /// </summary>
    public Node? Definition => _declarations is Identifier ? _definition as Node : null;

    /// <summary>The declarations of an enum or namespace, in source order; null when it is neither.</summary>
    internal IReadOnlyList<Node>? Containers => _definition as List<Node>;

    /// <summary>The last one counts: a loop gives other values than the initializer in its head.</summary>
    internal void DefineBy(Node definition)
    {
        if (_definition is not List<Node>)
            _definition = definition;
    }

    internal void AddContainer(Node declaration)
    {
        if (_definition is List<Node> several)
            several.Add(declaration);
        else
            _definition = new List<Node>(1) { declaration };
    }

    internal void AddDeclaration(Identifier identifier)
    {
        // Overloads and functions in blocks are known only after what follows them.
        if (_declarations is List<Identifier> several)
            several.Insert(PlaceOf(identifier, several), identifier);
        else if (_declarations is Identifier one && one.Start > identifier.Start)
            _declarations = new List<Identifier> { identifier, one };
        else
            Append(ref _declarations, identifier);
    }

    internal void AddReference(Identifier identifier, bool write)
    {
        Append(ref _references, identifier);
        if (write)
            Append(ref _writes, identifier);
    }

    internal void AddReference(JSXIdentifier identifier) => (_jsxReferences ??= []).Add(identifier);

    private static int PlaceOf(Identifier identifier, List<Identifier> places)
    {
        var index = places.Count;
        while (index > 0 && places[index - 1].Start > identifier.Start)
            index--;
        return index;
    }

    private static void Append(ref object? places, Identifier identifier)
    {
        if (places is List<Identifier> several)
            several.Add(identifier);
        else
            places = places is Identifier one ? new List<Identifier> { one, identifier } : identifier;
    }

    private static IReadOnlyList<Identifier> All(object? places) => places switch
    {
        null => Array.Empty<Identifier>(),
        Identifier one => new[] { one },
        _ => (List<Identifier>)places,
    };
}
