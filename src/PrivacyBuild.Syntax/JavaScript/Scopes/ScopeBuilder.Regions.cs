using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

// The constructs that open a scope, and modules.

internal sealed partial class ScopeBuilder
{
    private void EnterVariables(VariableDeclaration declaration)
    {
        var ambient = _ambient;
        _ambient |= declaration.Declare;
        Visit(declaration.Declarations);
        _ambient = ambient;
    }

    private void EnterFunction(IFunction function, Node node)
    {
        if (node.Type == NodeType.FunctionDeclaration && function is { Id: { Binding: null } id, Body: not null } && !_ambient)
            Declare(id, BindingKind.Function);

        var (outer, strict) = (_scope, _strict);
        var mark = Open(ScopeKind.Function, node);
        var body = function.Body as BlockStatement;
        if (body is not null && !_strict)
            _strict = HasUseStrict(body.Body);

        var plain = true;
        foreach (var parameter in function.Params)
            plain &= DeclarePattern(parameter, BindingKind.Parameter);

        if (plain && body is not null)
            DeclareStatements(body.Body, hoist: true);
        if (node.Type == NodeType.FunctionExpression && function.Id is { } name)
            DeclareOwnName(name);
        foreach (var parameter in function.Params)
            Visit(parameter, Role.Declare);

        if (body is null)
            Visit(function.Body);
        else if (plain)
            Visit(body.Body);
        else
            EnterBodyBehindParameters(body);

        Close(outer, mark);
        _strict = strict;
    }

    // Expressions among the parameters do not see what the body declares.
    private void EnterBodyBehindParameters(BlockStatement body)
    {
        var outer = _scope;
        var mark = Open(ScopeKind.Function, body);
        DeclareStatements(body.Body, hoist: true);
        Visit(body.Body);
        Close(outer, mark);
    }

    /// <summary>The name of a function expression lies in a scope just outside the function's own: whatever the function binds comes first.</summary>
    private void DeclareOwnName(Identifier name)
    {
        var entry = _names.GetEntry(name.Name);
        if (entry.Current?.Scope != _scope)
            Declare(name, BindingKind.ExpressionName);
        else
            BindAlone(name, BindingKind.ExpressionName);
    }

    private void BindAlone(Identifier name, BindingKind kind)
    {
        var binding = new Binding(name.Name, kind, _scope);
        binding.AddDeclaration(name);
        name.Binding = binding;
    }

    private void EnterClass(IClass @class, Node node)
    {
        Visit(@class.Decorators);
        var (outer, strict, ambient) = (_scope, _strict, _ambient);
        var mark = _names.Mark;
        _strict = true;
        if (node is ClassDeclaration declaration)
        {
            // One binding serves the inside and the outside of a declaration.
            _ambient |= declaration.Declare;
            if (@class.Id is { Binding: null } id && !_ambient)
                Declare(id, BindingKind.Class);
        }
        else if (@class.Id is { } name)
        {
            Open(ScopeKind.Class, node);
            Declare(name, BindingKind.ExpressionName);
        }

        Visit(@class.SuperClass);
        Visit(@class.Body);

        // A declaration must outlive its class.
        if (_scope != outer)
            Close(outer, mark);
        _strict = strict;
        _ambient = ambient;
    }

    private void EnterStaticBlock(StaticBlock block)
    {
        var outer = _scope;
        var mark = Open(ScopeKind.Function, block);
        DeclareStatements(block.Body, hoist: true);
        Visit(block.Body);
        Close(outer, mark);
    }

    private void EnterBlock(BlockStatement block)
    {
        if (!BindsLexically(block.Body))
        {
            Visit(block.Body);
            return;
        }

        var outer = _scope;
        var mark = Open(ScopeKind.Block, block);
        DeclareStatements(block.Body, hoist: false);
        Visit(block.Body);
        Close(outer, mark);
    }

    private void EnterLoop(Node loop, Node? head, Role role)
    {
        var outer = _scope;
        var mark = _names.Mark;
        if (head is VariableDeclaration declaration)
        {
            role = Role.Read;
            if (declaration.Kind != VariableKind.Var)
            {
                Open(ScopeKind.Block, loop);
                DeclareVariables(declaration);
            }
        }

        Visit(head, role);
        if (loop is not ForStatement && head is VariableDeclaration { Declarations: { Count: > 0 } heads } && heads[0].Id is Identifier { Binding: { } element })
            element.DefineBy(loop);
        switch (loop)
        {
            case ForStatement statement:
                Visit(statement.Test);
                Visit(statement.Update);
                Visit(statement.Body);
                break;
            case ForInStatement statement:
                Visit(statement.Right);
                Visit(statement.Body);
                break;
            case ForOfStatement statement:
                Visit(statement.Right);
                Visit(statement.Body);
                break;
        }

        if (_scope != outer)
            Close(outer, mark);
    }

    private void EnterSwitch(SwitchStatement statement)
    {
        Visit(statement.Discriminant);
        var outer = _scope;
        var mark = _names.Mark;
        var binds = false;
        foreach (var @case in statement.Cases)
            binds |= BindsLexically(@case.Consequent);
        if (binds)
        {
            Open(ScopeKind.Block, statement);
            foreach (var @case in statement.Cases)
                DeclareStatements(@case.Consequent, hoist: false);
        }

        Visit(statement.Cases);
        if (binds)
            Close(outer, mark);
    }

    private void EnterCatch(CatchClause clause)
    {
        if (clause.Param is not { } parameter)
        {
            Visit(clause.Body);
            return;
        }

        var outer = _scope;
        var mark = Open(ScopeKind.Catch, clause);
        DeclarePattern(parameter, BindingKind.CatchParameter);
        Visit(parameter, Role.Declare);
        DeclareStatements(clause.Body.Body, hoist: false);
        Visit(clause.Body.Body);
        Close(outer, mark);
    }

    private void EnterWith(WithStatement statement)
    {
        Visit(statement.Object);
        var outer = _scope;
        var mark = Open(ScopeKind.With, statement);
        Visit(statement.Body);
        Close(outer, mark);
    }

    private void EnterExport(ExportNamedDeclaration export)
    {
        Visit(export.Declaration);
        if (export.Source is not null)
            return;
        foreach (var specifier in export.Specifiers)
        {
            if (specifier.Local is not Identifier local)
                continue;
            if (export.TypeOnly || specifier.TypeOnly)
                local.Binding = FindType(local.Name) ?? _names.Find(local.Name);
            else
                VisitExported(local);
        }
    }

    /// <summary>What is exported by name may be a type: only here can an identifier mean one.</summary>
    private void VisitExported(Node exported)
    {
        if (exported is Identifier identifier && _names.Find(identifier.Name) is null && FindType(identifier.Name) is { } type)
        {
            identifier.Binding = type;
            type.AddReference(identifier, write: false);
            return;
        }

        Visit(exported);
    }

    private Binding? FindType(string name)
    {
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.FindType(name) is { } type)
                return type;
        }

        return null;
    }
}
