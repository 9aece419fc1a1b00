using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

public enum ScopeKind
{
    Global,
    Module,
    Function,
    Block,
    Catch,
    Class,
    With,

    /// <summary>The body of a TypeScript namespace or enum.</summary>
    Namespace,
}

/// <summary>A region in which names are bound.</summary>
public sealed class Scope(ScopeKind kind, Node node, Scope? parent)
{
    private readonly Dictionary<string, Binding> _bindings = [];

    public ScopeKind Kind { get; } = kind;

    /// <summary>The node that opens the scope.</summary>
    public Node Node { get; } = node;

    public Scope? Parent { get; } = parent;

    public IReadOnlyDictionary<string, Binding> Bindings => _bindings;
}
