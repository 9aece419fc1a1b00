using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

// What a list of statements binds, found before the walk enters it. Works on lists of its own instead of recursion: patterns and blocks may be deep.

internal sealed partial class ScopeBuilder
{
    private readonly Stack<Node> _patterns = new();
    private readonly List<Identifier> _collected = [];

    private readonly List<Identifier> _bodiless = [];

    /// <summary>Declares what the statements bind, and with <paramref name="hoist"/> the <c>var</c>s and functions of the blocks in them.</summary>
    private void DeclareStatements(NodeList<Statement> statements, bool hoist)
    {
        foreach (var statement in statements)
        {
            if (statement.Type is NodeType.ExpressionStatement or NodeType.ReturnStatement)
                continue;
            if (MayHoldStatements(statement.Type))
            {
                if (hoist)
                    HoistFrom(statement);
                if (statement.Type is not (NodeType.LabeledStatement or NodeType.ErrorStatement))
                    continue;
            }

            DeclareStatement(statement, hoist);
        }

        if (hoist)
            HoistBlockFunctions();
        JoinBodiless();
    }

    // An overload, and what error recovery left of a function, is a declaration of the function that has the body. Without one it binds nothing.
    private void JoinBodiless()
    {
        foreach (var id in _bodiless)
        {
            if (_names.Find(id.Name) is not { } binding || binding.Scope != _scope)
                continue;
            id.Binding = binding;
            binding.AddDeclaration(id);
        }

        _bodiless.Clear();
    }

    private static bool BindsLexically(NodeList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            switch (statement.Type)
            {
                case NodeType.ExpressionStatement:
                case NodeType.ReturnStatement:
                case NodeType.IfStatement:
                case NodeType.BlockStatement:
                case NodeType.BreakStatement:
                    continue;
                case NodeType.VariableDeclaration:
                    if (((VariableDeclaration)statement).Kind != VariableKind.Var)
                        return true;
                    continue;
                case NodeType.FunctionDeclaration:
                case NodeType.ClassDeclaration:
                case NodeType.LabeledStatement:
                case NodeType.ErrorStatement:
                case NodeType.ImportDeclaration:
                case NodeType.ExportNamedDeclaration:
                case NodeType.ExportDefaultDeclaration:
                case NodeType.TSEnumDeclaration:
                case NodeType.TSModuleDeclaration:
                case NodeType.TSInterfaceDeclaration:
                case NodeType.TSTypeAliasDeclaration:
                case NodeType.TSImportEqualsDeclaration:
                    return true;
            }
        }

        return false;
    }

    private void DeclareStatement(Node statement, bool hoist)
    {
        switch (statement)
        {
            case VariableDeclaration declaration:
                if (hoist || declaration.Kind != VariableKind.Var)
                    DeclareVariables(declaration);
                break;
            case FunctionDeclaration { Id: { } id } function:
                if (_ambient)
                    break;
                if (function.Body is null)
                    _bodiless.Add(id);
                else
                    Declare(id, BindingKind.Function);
                break;
            case ClassDeclaration { Id: { } id, Declare: false }:
                if (!_ambient)
                    Declare(id, BindingKind.Class);
                break;
            case LabeledStatement labeled:
                if (Unlabeled(labeled) is FunctionDeclaration labeledFunction)
                    DeclareStatement(labeledFunction, hoist);
                break;
            case ErrorStatement error:
                foreach (var part in error.Parts)
                {
                    if (part is Statement and not ErrorStatement)
                        DeclareStatement(part, hoist);
                }

                break;
            case ImportDeclaration import:
                DeclareImports(import);
                break;
            case ExportNamedDeclaration { Declaration: { } exported }:
                DeclareStatement(exported, hoist);
                break;
            case ExportDefaultDeclaration { Declaration: Statement exported }:
                DeclareStatement(exported, hoist);
                break;
            default:
                DeclareTypeScript(statement);
                break;
        }
    }

    private static Statement Unlabeled(LabeledStatement labeled)
    {
        while (labeled.Body is LabeledStatement inner)
            labeled = inner;
        return labeled.Body;
    }

    private void DeclareVariables(VariableDeclaration declaration)
    {
        if (declaration.Declare || _ambient)
            return;
        var kind = declaration.Kind switch
        {
            VariableKind.Var => BindingKind.Var,
            VariableKind.Let => BindingKind.Let,
            _ => BindingKind.Const,
        };
        foreach (var declarator in declaration.Declarations)
            DeclarePattern(declarator.Id, kind);
    }

    /// <summary>Declares every name in a pattern; false when it also holds expressions (defaults, computed keys).</summary>
    private bool DeclarePattern(Node pattern, BindingKind kind)
    {
        if (pattern is Identifier name)
        {
            Declare(name, kind);
            return true;
        }

        var plain = CollectNames(pattern);
        foreach (var identifier in _collected)
            Declare(identifier, kind);
        return plain;
    }

    /// <summary>Fills <see cref="_collected"/> in source order; false when the pattern also holds expressions.</summary>
    private bool CollectNames(Node pattern)
    {
        var plain = true;
        _collected.Clear();
        _patterns.Push(pattern);
        while (_patterns.Count > 0)
        {
            switch (_patterns.Pop())
            {
                case Identifier identifier:
                    _collected.Add(identifier);
                    break;
                case ObjectPattern { Properties: var properties }:
                    for (var i = properties.Count - 1; i >= 0; i--)
                        _patterns.Push(properties[i]);
                    break;
                case ArrayPattern { Elements: var elements }:
                    for (var i = elements.Count - 1; i >= 0; i--)
                    {
                        if (elements[i] is { } element)
                            _patterns.Push(element);
                    }

                    break;
                case Property property:
                    plain &= !property.Computed;
                    _patterns.Push(property.Value);
                    break;
                case AssignmentPattern assignment:
                    plain = false;
                    _patterns.Push(assignment.Left);
                    break;
                case RestElement rest:
                    _patterns.Push(rest.Argument);
                    break;
                case TSParameterProperty parameter:
                    _patterns.Push(parameter.Parameter);
                    break;
            }
        }

        return plain;
    }

    private void DeclareImports(ImportDeclaration import)
    {
        foreach (var specifier in import.Specifiers)
        {
            switch (specifier)
            {
                case ImportSpecifier named:
                    DeclareImport(named.Local, import.TypeOnly || named.TypeOnly);
                    break;
                case ImportDefaultSpecifier @default:
                    DeclareImport(@default.Local, import.TypeOnly);
                    break;
                case ImportNamespaceSpecifier whole:
                    DeclareImport(whole.Local, import.TypeOnly);
                    break;
            }
        }
    }

    private void DeclareImport(Identifier local, bool typeOnly)
    {
        if (typeOnly)
            DeclareType(local);
        else if (!_ambient)
            Declare(local, BindingKind.Import);
    }

    /// <summary>Binds a name in the innermost scope, or adds a place to the binding it has there.</summary>
    private Binding? Declare(Identifier identifier, BindingKind kind)
    {
        if (!CanBind(identifier))
            return null;
        var binding = Declare(identifier.Name, kind);
        binding.AddDeclaration(identifier);
        identifier.Binding = binding;
        return binding;
    }

    // An empty name stands for one that is missing; `this` is TypeScript's parameter of that name.
    private static bool CanBind(Identifier identifier) => identifier.Name.Length > 0 && identifier.Name != "this";

    private Binding Declare(string name, BindingKind kind)
    {
        var entry = _names.GetEntry(name);
        if (entry.Current is { } current && (current.Scope == _scope || IsParameterOfThisBody(current)))
            return current;
        var binding = new Binding(name, kind, _scope);
        _scope.Add(binding);
        _names.Cover(entry, binding);
        return binding;
    }

    // A body behind parameters with expressions is a scope of its own, but a var there that repeats a parameter begins with its value.
    private bool IsParameterOfThisBody(Binding binding) =>
        binding.Kind == BindingKind.Parameter && binding.Scope == _scope.Parent && _scope.Kind == ScopeKind.Function && _scope.Node.Type == NodeType.BlockStatement;

    private static bool HasUseStrict(NodeList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            if (statement is not ExpressionStatement { Directive: { } directive })
                return false;
            if (directive == "use strict")
                return true;
        }

        return false;
    }
}
