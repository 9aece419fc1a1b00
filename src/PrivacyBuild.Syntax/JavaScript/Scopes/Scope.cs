using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

public enum ScopeKind
{
    Global,
    Module,

    /// <summary>A function or static block; also the body of a function whose parameters hold expressions, which do not see the body's names.</summary>
    Function,

    Block,
    Catch,

    /// <summary>A class expression with a name of its own.</summary>
    Class,

    With,

    /// <summary>The body of a TypeScript namespace or enum.</summary>
    Namespace,
}

/// <summary>A region in which names are bound.</summary>
public sealed class Scope
{
    private List<Binding>? _declared;
    private Dictionary<string, Binding>? _bindings;
    private Dictionary<string, Binding>? _types;

    internal Scope(ScopeKind kind, Node node, Scope? parent)
    {
        Kind = kind;
        Node = node;
        Parent = parent;
    }

    public ScopeKind Kind { get; }

    /// <summary>The node that opens the scope.</summary>
    public Node Node { get; }

    public Scope? Parent { get; }

    /// <summary>The values bound here, by name.</summary>
    public IReadOnlyDictionary<string, Binding> Bindings
    {
        get
        {
            // Most scopes are never asked, and the builder resolves without a dictionary for each of them.
            if (_bindings is { } known)
                return known;
            var bindings = new Dictionary<string, Binding>(Declared.Count);
            foreach (var binding in Declared)
                bindings[binding.Name] = binding;
            return _bindings = bindings;
        }
    }

    /// <summary>The types bound here, by name: a space of its own that no value reference looks into.</summary>
    public IReadOnlyDictionary<string, Binding> Types => _types ??= [];

    internal IReadOnlyList<Binding> Declared => (IReadOnlyList<Binding>?)_declared ?? [];

    internal void Add(Binding binding) => (_declared ??= []).Add(binding);

    internal Binding? FindType(string name) => _types is not null && _types.TryGetValue(name, out var type) ? type : null;

    internal void AddType(Binding type) => (_types ??= [])[type.Name] = type;
}
