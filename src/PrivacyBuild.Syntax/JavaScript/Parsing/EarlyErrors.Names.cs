using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Names declared twice, and exports. Each scope knows the names it declares and, so that a later `let` meets them, the `var`s that pass through it
// on their way to the function.
internal sealed partial class EarlyErrors
{
    private readonly List<NameScope> _scopes = [];
    private int _scopeCount;
    private readonly bool _isModule;
    private HashSet<string>? _exportedNames;
    private List<Identifier>? _exportedLocals;

    private enum Declared
    {
        Var,
        Parameter,
        Lexical,

        /// <summary>A function in a block of sloppy code, which may be declared again.</summary>
        BlockFunction,

        /// <summary>A catch parameter that is one name, which a <c>var</c> may declare again.</summary>
        CatchParameter,
    }

    private void EnterScope(bool isFunction)
    {
        if (_scopes.Count == _scopeCount)
            _scopes.Add(new NameScope());
        var scope = _scopes[_scopeCount++];
        scope.IsFunction = isFunction;
        scope.FunctionsAreLexical = !isFunction || (_isModule && _scopeCount == 1);
    }

    private void LeaveScope() => _scopes[--_scopeCount].Names.Clear();

    private void DeclareVariables(VariableDeclaration declaration)
    {
        foreach (var declarator in declaration.Declarations)
        {
            if (declarator.Id is Identifier single)
            {
                DeclareVariable(single, declaration.Kind);
                continue;
            }

            foreach (var name in BoundNames(declarator.Id))
                DeclareVariable(name, declaration.Kind);
        }
    }

    private void DeclareVariable(Identifier name, VariableKind kind)
    {
        if (kind == VariableKind.Var)
            DeclareVar(name);
        else
            DeclareLexical(name);
    }

    private void DeclareVar(Identifier name)
    {
        for (var i = _scopeCount - 1; i >= 0; i--)
        {
            var names = _scopes[i].Names;
            if (!names.TryGetValue(name.Name, out var existing))
                names.Add(name.Name, Declared.Var);
            else if (existing is Declared.Lexical or Declared.BlockFunction)
                ErrorOnce(SyntaxErrors.Redeclared(name.Name), name);
            if (_scopes[i].IsFunction)
                return;
        }
    }

    private void DeclareLexical(Identifier name) => DeclareHere(name, Declared.Lexical);

    private void DeclareParameter(Identifier name, bool unique)
    {
        var names = _scopes[_scopeCount - 1].Names;
        if (names.TryGetValue(name.Name, out _))
        {
            if (unique)
                Error(SyntaxErrors.DuplicateParameter, name);
            return;
        }

        names.Add(name.Name, Declared.Parameter);
    }

    // On top of a function a function declaration is a var; in blocks, and on top of modules, it is lexical.
    private void DeclareFunction(Identifier name, FunctionDeclaration function)
    {
        var scope = _scopes[_scopeCount - 1];
        if (!scope.FunctionsAreLexical)
            DeclareVar(name);
        else
            DeclareHere(name, _function.Strict || function.Async || function.Generator ? Declared.Lexical : Declared.BlockFunction);
    }

    private void DeclareHere(Identifier name, Declared kind)
    {
        var names = _scopes[_scopeCount - 1].Names;
        if (!names.TryGetValue(name.Name, out var existing))
            names.Add(name.Name, kind);
        else if (existing != Declared.BlockFunction || kind != Declared.BlockFunction)
            ErrorOnce(SyntaxErrors.Redeclared(name.Name), name);
    }

    private void ErrorOnce(string message, Identifier name)
    {
        if (_errors.Count == 0 || _errors[_errors.Count - 1].Span != name.Span)
            Error(message, name);
    }

    private void VisitCatch(CatchClause? clause)
    {
        if (clause is null)
            return;
        EnterScope(isFunction: false);
        if (clause.Param is Identifier simple)
        {
            DeclareHere(simple, Declared.CatchParameter);
        }
        else if (clause.Param is not null)
        {
            foreach (var name in BoundNames(clause.Param))
                DeclareHere(name, Declared.Lexical);
        }

        Visit(clause.Param);
        Visit(clause.Body.Body);
        LeaveScope();
    }

    private void DeclareImports(ImportDeclaration import)
    {
        foreach (var specifier in import.Specifiers)
        {
            var local = specifier switch
            {
                ImportSpecifier named => named.Local,
                ImportDefaultSpecifier @default => @default.Local,
                ImportNamespaceSpecifier @namespace => @namespace.Local,
                _ => null,
            };
            if (local is not null)
                DeclareLexical(local);
        }
    }

    private void VisitExport(Statement export)
    {
        switch (export)
        {
            case ExportDefaultDeclaration @default:
                Export("default", @default);
                Visit(@default.Declaration);
                break;
            case ExportAllDeclaration { Exported: { } exported }:
                Export(NameOf(exported), exported);
                break;
            case ExportNamedDeclaration named:
                ExportDeclaration(named.Declaration);
                foreach (var specifier in named.Specifiers)
                {
                    Export(NameOf(specifier.Exported), specifier.Exported);
                    if (named.Source is null && specifier.Local is Identifier local)
                        (_exportedLocals ??= []).Add(local);
                }

                Visit(named.Declaration);
                break;
        }
    }

    private void ExportDeclaration(Statement? declaration)
    {
        switch (declaration)
        {
            case VariableDeclaration variables:
                foreach (var declarator in variables.Declarations)
                {
                    foreach (var name in BoundNames(declarator.Id))
                        Export(name.Name, name);
                }

                break;
            case FunctionDeclaration { Id: { } id }:
                Export(id.Name, id);
                break;
            case ClassDeclaration { Id: { } id }:
                Export(id.Name, id);
                break;
        }
    }

    private static string NameOf(Expression name) => name is Identifier identifier ? identifier.Name : ((StringLiteral)name).Value;

    private void Export(string name, Node node)
    {
        if (!(_exportedNames ??= new(StringComparer.Ordinal)).Add(name))
            Error(SyntaxErrors.DuplicateExport, node);
    }

    private void CheckExports()
    {
        if (_exportedLocals is null)
            return;
        var names = _scopes[0].Names;
        foreach (var local in _exportedLocals)
        {
            if (!names.ContainsKey(local.Name))
                Error(SyntaxErrors.UnknownExport, local);
        }
    }

    /// <summary>The names that a pattern binds, in source order.</summary>
    private static List<Identifier> BoundNames(Node pattern)
    {
        var names = new List<Identifier>();
        var pending = new Stack<Node>();
        pending.Push(pattern);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case Identifier name:
                    names.Add(name);
                    break;
                case AssignmentPattern assignment:
                    pending.Push(assignment.Left);
                    break;
                case RestElement rest:
                    pending.Push(rest.Argument);
                    break;
                case Property property:
                    pending.Push(property.Value);
                    break;
                case ObjectPattern { Properties: var properties }:
                    for (var i = properties.Count - 1; i >= 0; i--)
                        pending.Push(properties[i]);
                    break;
                case ArrayPattern { Elements: var elements }:
                    for (var i = elements.Count - 1; i >= 0; i--)
                    {
                        if (elements[i] is { } element)
                            pending.Push(element);
                    }

                    break;
            }
        }

        return names;
    }

    // Scopes are used again and again, and their tables with them.
    private sealed class NameScope
    {
        public bool IsFunction { get; set; }

        public bool FunctionsAreLexical { get; set; }

        public NameSet Names { get; } = new();
    }

    /// <summary>The names of one scope: most have a few, which a look along the list finds faster than any table.</summary>
    private sealed class NameSet
    {
        private const int LongestList = 8;

        private readonly List<(string Name, Declared Kind)> _few = [];
        private Dictionary<string, Declared>? _many;

        public bool TryGetValue(string name, out Declared kind)
        {
            if (_many is { Count: > 0 })
                return _many.TryGetValue(name, out kind);
            foreach (var entry in _few)
            {
                if ((object)entry.Name == name || entry.Name == name)
                {
                    kind = entry.Kind;
                    return true;
                }
            }

            kind = default;
            return false;
        }

        public bool ContainsKey(string name) => TryGetValue(name, out _);

        /// <summary>Adds a name that is not there.</summary>
        public void Add(string name, Declared kind)
        {
            if (_many is { Count: > 0 })
            {
                _many.Add(name, kind);
                return;
            }

            if (_few.Count < LongestList)
            {
                _few.Add((name, kind));
                return;
            }

            _many ??= new(StringComparer.Ordinal);
            foreach (var entry in _few)
                _many.Add(entry.Name, entry.Kind);
            _many.Add(name, kind);
        }

        public void Clear()
        {
            _few.Clear();
            // Clearing a table costs what it has ever held.
            if (_many is { Count: > 0 })
                _many = null;
        }
    }
}
