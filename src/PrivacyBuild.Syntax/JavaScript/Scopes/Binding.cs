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
    private readonly List<Identifier> _declarations = new(1);
    private List<Identifier>? _references;
    private List<Identifier>? _writes;
    private List<JSXIdentifier>? _jsxReferences;

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
    public IReadOnlyList<Identifier> Declarations => _declarations;

    /// <summary>Every identifier that refers to the name, reads and writes, in source order.</summary>
    public IReadOnlyList<Identifier> References => (IReadOnlyList<Identifier>?)_references ?? [];

    /// <summary>Every opening tag whose name, or the root of whose dotted name, refers to the binding, in source order.</summary>
    public IReadOnlyList<JSXIdentifier> JsxReferences => (IReadOnlyList<JSXIdentifier>?)_jsxReferences ?? [];

    /// <summary>Those of <see cref="References"/> that give it a value: targets of assignments, updates and loop heads; never a declaration.</summary>
    public IReadOnlyList<Identifier> Writes => (IReadOnlyList<Identifier>?)_writes ?? [];

    /// <summary>Whether the value may be another than its declarations give.</summary>
    public bool IsAssigned => _writes is not null;

    internal void AddDeclaration(Identifier identifier)
    {
        // Overloads and functions in blocks are known only after what follows them.
        var index = _declarations.Count;
        while (index > 0 && _declarations[index - 1].Start > identifier.Start)
            index--;
        _declarations.Insert(index, identifier);
    }

    internal void AddReference(Identifier identifier, bool write)
    {
        (_references ??= new(2)).Add(identifier);
        if (write)
            (_writes ??= new(1)).Add(identifier);
    }

    internal void AddReference(JSXIdentifier identifier) => (_jsxReferences ??= []).Add(identifier);
}
