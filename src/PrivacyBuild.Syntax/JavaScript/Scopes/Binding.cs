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
    Namespace,

    /// <summary>The name of a function or class expression inside itself.</summary>
    ExpressionName,

    /// <summary>An interface, type alias, <c>import type</c> or <c>declare</c>d type-only name: no value at run time.</summary>
    Type,
}

/// <summary>A declared name and every place that binds or uses it.</summary>
public sealed class Binding(string name, BindingKind kind, Scope scope)
{
    private readonly List<Identifier> _declarations = [];
    private readonly List<Identifier> _references = [];

    public string Name { get; } = name;

    public BindingKind Kind { get; } = kind;

    public Scope Scope { get; } = scope;

    /// <summary>Every identifier that binds the name, in source order: several for <c>var</c>, functions and merged namespaces.</summary>
    public IReadOnlyList<Identifier> Declarations => _declarations;

    /// <summary>Every identifier that refers to the name, reads and writes, in source order.</summary>
    public IReadOnlyList<Identifier> References => _references;

    internal void AddDeclaration(Identifier identifier) => _declarations.Add(identifier);

    internal void AddReference(Identifier identifier) => _references.Add(identifier);
}
