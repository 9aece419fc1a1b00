using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

/// <summary>
/// The scopes of one program. Building it sets <see cref="Identifier.Binding"/> throughout the tree, which must not be shared with another thread meanwhile.
/// Time is linear in the size of the tree, at any depth.
/// </summary>
/// <remarks>
/// What a name means is decided by place alone, never by the order of execution: a use before the declaration is a use of it.
/// A name inside <c>with</c> resolves as if the <c>with</c> were not there, so a use is never lost.
/// A TypeScript <c>declare</c> binds nothing: <c>declare const wx: any</c> leaves <c>wx</c> the global it describes.
/// </remarks>
public sealed class ScopeTree
{
    private Dictionary<Node, Scope>? _byNode;

    internal ScopeTree(IReadOnlyList<Scope> scopes, IReadOnlyList<Identifier> unresolved, IReadOnlyList<JSXIdentifier> unresolvedJsx)
    {
        Scopes = scopes;
        Unresolved = unresolved;
        UnresolvedJsx = unresolvedJsx;
    }

    /// <summary>The global scope of a script or the module scope of a module.</summary>
    public Scope Root => Scopes[0];

    /// <summary>
    /// All scopes, each behind those around it. Functions, static blocks, <c>with</c> and TypeScript namespaces have one always, other nodes only when they bind a name.
    /// </summary>
    public IReadOnlyList<Scope> Scopes { get; }

    /// <summary>Every identifier that refers to a value no scope of the file binds (a global), in source order; <c>arguments</c> is none.</summary>
    public IReadOnlyList<Identifier> Unresolved { get; }

    /// <summary>Every opening tag named like a component that no scope of the file binds, in source order.</summary>
    public IReadOnlyList<JSXIdentifier> UnresolvedJsx { get; }

    public static ScopeTree Build(Program program) => new ScopeBuilder().Build(program);

    /// <summary>The scope that <paramref name="node"/> opens, or null.</summary>
    public Scope? ScopeOf(Node node)
    {
        if (_byNode is null)
        {
            var byNode = new Dictionary<Node, Scope>(Scopes.Count);
            foreach (var scope in Scopes)
                byNode[scope.Node] = scope;
            _byNode = byNode;
        }

        return _byNode.TryGetValue(node, out var found) ? found : null;
    }
}
