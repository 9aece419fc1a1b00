using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

// var and, in sloppy code, functions in blocks (annex B.3.3 of the standard), which bind in the function around their blocks.
//
// A function in a block binds twice: in its block, and as a var of the function unless that var would clash with a name of a block between
// or with a parameter. References in the block mean the inner binding, those outside the outer one; the identifier is a declaration of both
// and its Binding is the inner.

internal sealed partial class ScopeBuilder
{
    private const int NoBlock = -1;

    private readonly Stack<(Node Node, int Block)> _nested = new();

    // The blocks inside the statements looked at, each with the one around it, and the names it binds once they are asked for.
    private readonly List<(Node Node, int Parent, HashSet<string>? Names)> _blocks = [];

    private readonly List<(Identifier Id, int Block)> _blockFunctions = [];

    private void HoistFrom(Statement statement)
    {
        if (!MayHoldStatements(statement.Type))
            return;
        _nested.Push((statement, NoBlock));
        while (_nested.Count > 0)
        {
            var (node, block) = _nested.Pop();
            HoistFrom(node, block, node == statement);
        }
    }

    private static bool MayHoldStatements(NodeType type) => type is
        NodeType.BlockStatement or NodeType.IfStatement or NodeType.ForStatement or NodeType.ForInStatement or NodeType.ForOfStatement
        or NodeType.WhileStatement or NodeType.DoWhileStatement or NodeType.TryStatement or NodeType.SwitchStatement
        or NodeType.LabeledStatement or NodeType.WithStatement or NodeType.ErrorStatement;

    private void HoistFrom(Node node, int block, bool outermost)
    {
        switch (node)
        {
            case VariableDeclaration { Kind: VariableKind.Var } declaration:
                if (!outermost)
                    DeclareVariables(declaration);
                break;
            case FunctionDeclaration { Id: { } id, Body: not null } function:
                if (block != NoBlock && !_strict && !_ambient && !function.Async && !function.Generator)
                    _blockFunctions.Add((id, block));
                break;
            case BlockStatement { Body: var body }:
                PushStatements(body, Block(node, block));
                break;
            case IfStatement statement:
                PushNested(statement.Alternate, block);
                PushNested(statement.Consequent, block);
                break;
            case ForStatement statement:
                PushLoop(statement, statement.Init, statement.Body, block);
                break;
            case ForInStatement statement:
                PushLoop(statement, statement.Left, statement.Body, block);
                break;
            case ForOfStatement statement:
                PushLoop(statement, statement.Left, statement.Body, block);
                break;
            case WhileStatement statement:
                PushNested(statement.Body, block);
                break;
            case DoWhileStatement statement:
                PushNested(statement.Body, block);
                break;
            case LabeledStatement statement:
                _nested.Push((statement.Body, block));
                break;
            case WithStatement statement:
                PushNested(statement.Body, block);
                break;
            case TryStatement statement:
                if (statement.Finalizer is { } finalizer)
                    _nested.Push((finalizer, block));
                if (statement.Handler is { } handler)
                    _nested.Push((handler.Body, block));
                _nested.Push((statement.Block, block));
                break;
            case SwitchStatement { Cases: var cases }:
                var inside = Block(node, block);
                for (var i = cases.Count - 1; i >= 0; i--)
                    PushStatements(cases[i].Consequent, inside);
                break;
            case ErrorStatement { Parts: var parts }:
                for (var i = parts.Count - 1; i >= 0; i--)
                {
                    // What stands directly in the outermost one was declared with it.
                    if (parts[i] is Statement part && (!outermost || MayHoldStatements(part.Type)))
                        _nested.Push((part, block));
                }

                break;
        }
    }

    private int Block(Node node, int parent)
    {
        if (_strict)
            return NoBlock;
        _blocks.Add((node, parent, null));
        return _blocks.Count - 1;
    }

    private void PushStatements(NodeList<Statement> statements, int block)
    {
        for (var i = statements.Count - 1; i >= 0; i--)
        {
            var type = statements[i].Type;
            if (type is NodeType.VariableDeclaration or NodeType.FunctionDeclaration || MayHoldStatements(type))
                _nested.Push((statements[i], block));
        }
    }

    private void PushLoop(Node loop, Node? head, Statement body, int block)
    {
        var lexical = head is VariableDeclaration { Kind: not VariableKind.Var };
        PushNested(body, lexical ? Block(loop, block) : block);
        if (head is VariableDeclaration && !lexical)
            _nested.Push((head, block));
    }

    private void PushNested(Statement? statement, int block)
    {
        // `if (a) function f() {}` has no block to bind in.
        if (statement is FunctionDeclaration { Id: { } id, Body: not null })
        {
            if (!_ambient)
                Declare(id, BindingKind.Function);
        }
        else if (statement is not null)
        {
            _nested.Push((statement, block));
        }
    }

    private void HoistBlockFunctions()
    {
        foreach (var (id, block) in _blockFunctions)
        {
            if (!CanBind(id) || IsBoundBetween(id.Name, _blocks[block].Parent))
                continue;
            var current = _names.Find(id.Name);
            if (current is { Kind: not (BindingKind.Var or BindingKind.Function) } && (current.Scope == _scope || IsParameterOfThisBody(current)))
                continue;
            Declare(id.Name, BindingKind.Function).AddDeclaration(id);
        }

        _blockFunctions.Clear();
        _blocks.Clear();
    }

    private bool IsBoundBetween(string name, int block)
    {
        for (; block != NoBlock; block = _blocks[block].Parent)
        {
            var (node, parent, names) = _blocks[block];
            if (names is null)
                _blocks[block] = (node, parent, names = LexicalNames(node));
            if (names.Contains(name))
                return true;
        }

        return false;
    }

    private HashSet<string> LexicalNames(Node block)
    {
        var names = new HashSet<string>();
        switch (block)
        {
            case BlockStatement { Body: var body }:
                AddLexicalNames(body, names);
                break;
            case SwitchStatement { Cases: var cases }:
                foreach (var @case in cases)
                    AddLexicalNames(@case.Consequent, names);
                break;
            case ForStatement { Init: VariableDeclaration head }:
                AddNames(head, names);
                break;
            case ForInStatement { Left: VariableDeclaration head }:
                AddNames(head, names);
                break;
            case ForOfStatement { Left: VariableDeclaration head }:
                AddNames(head, names);
                break;
        }

        return names;
    }

    private void AddLexicalNames(NodeList<Statement> statements, HashSet<string> names)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case VariableDeclaration { Kind: not VariableKind.Var } declaration:
                    AddNames(declaration, names);
                    break;
                case FunctionDeclaration { Id: { } id }:
                    names.Add(id.Name);
                    break;
                case ClassDeclaration { Id: { } id }:
                    names.Add(id.Name);
                    break;
            }
        }
    }

    private void AddNames(VariableDeclaration declaration, HashSet<string> names)
    {
        foreach (var declarator in declaration.Declarations)
        {
            CollectNames(declarator.Id);
            foreach (var identifier in _collected)
                names.Add(identifier.Name);
        }
    }
}
