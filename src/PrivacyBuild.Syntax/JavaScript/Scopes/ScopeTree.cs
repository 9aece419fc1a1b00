using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

/// <summary>The scopes of one program. Building it sets <see cref="Identifier.Binding"/> throughout the tree.</summary>
public sealed class ScopeTree
{
    internal ScopeTree(Scope root, IReadOnlyList<Identifier> unresolved)
    {
        Root = root;
        Unresolved = unresolved;
    }

    /// <summary>The global scope of a script or the module scope of a module.</summary>
    public Scope Root { get; }

    /// <summary>Every identifier that refers to a value no scope of the file binds (a global), in source order.</summary>
    public IReadOnlyList<Identifier> Unresolved { get; }

    public static ScopeTree Build(Program program) => throw new NotImplementedException();
}
