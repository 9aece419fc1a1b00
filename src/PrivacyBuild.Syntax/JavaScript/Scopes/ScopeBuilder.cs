using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

// One walk over the tree in source order. Where it enters a scope it first declares everything the scope binds, by a look at the statements alone
// (ScopeBuilder.Declarations.cs): those of a block for let, const, classes and functions, and at the head of a function all statements inside it
// for var. Expressions are seen once, by the walk. So a reference is resolved where it is met, hoisted names included, and
// every statement is looked at three times at most: as its function's, as its block's, and by the walk.
//
// What a name means right now stands in one table for the whole program (BindingTable.cs), so resolving does not depend on how deep the scopes are.
//
// A node is entered in one of three roles: read, written to (the left of an assignment), or declared (a parameter, the left of a declarator).
// The roles differ for identifiers only; patterns hand theirs down to their targets, while defaults and computed keys in them are read.

internal sealed partial class ScopeBuilder : NodeWalker
{
    private const int LevelsBetweenChecks = 4;

    private readonly BindingTable _names = new();
    private readonly List<Scope> _scopes = [];
    private readonly List<Node> _links = [];
    private readonly List<Identifier> _unresolved = [];
    private readonly List<JSXIdentifier> _unresolvedJsx = [];
    private Scope _scope = null!; // set first of all by Build
    private bool _strict;
    private bool _ambient;
    private int _depth;

    private enum Role
    {
        Read,
        Write,
        Declare,
    }

    public ScopeTree Build(Program program)
    {
        _strict = program.SourceType == SourceType.Module || HasUseStrict(program.Body);
        Open(program.SourceType == SourceType.Module ? ScopeKind.Module : ScopeKind.Global, program);
        DeclareStatements(program.Body, hoist: true);
        Visit(program.Body);
        return new ScopeTree(_scopes, _unresolved, _unresolvedJsx);
    }

    public override void Visit(Node? node) => Visit(node, Role.Read);

    private void Visit(Node? node, Role role)
    {
        if (node is null)
            return;
        if (node.Type == NodeType.Identifier)
        {
            VisitIdentifier((Identifier)node, role);
            return;
        }

        if (++_depth % LevelsBetweenChecks == 0 && !StackGuard.HasRoom())
            StackGuard.OnFreshStack((walker: this, node, role), static state => state.walker.Enter(state.node, state.role));
        else
            Enter(node, role);
        _depth--;
    }

    private void Enter(Node node, Role role)
    {
        if (role == Role.Read || !EnterTarget(node, role))
            EnterNode(node);
    }

    /// <summary>Goes on into a pattern; false when the node is none, as in <c>a.b = 1</c>.</summary>
    private bool EnterTarget(Node node, Role role)
    {
        switch (node)
        {
            case ObjectPattern pattern:
                foreach (var property in pattern.Properties)
                    Visit(property, role);
                return true;
            case ArrayPattern pattern:
                foreach (var element in pattern.Elements)
                    Visit(element, role);
                return true;
            case Property property:
                if (property.Computed)
                    Visit(property.Key);
                Visit(property.Value, role);
                return true;
            case AssignmentPattern pattern:
                Visit(pattern.Left, role);
                Visit(pattern.Right);
                return true;
            case RestElement rest:
                Visit(rest.Argument, role);
                return true;
            case TSParameterProperty parameter:
                Visit(parameter.Parameter, role);
                return true;

            // `(a as T) = 1` and `a! += 1` write to a.
            case TSAsExpression cast:
                Visit(cast.Expression, role);
                return true;
            case TSSatisfiesExpression cast:
                Visit(cast.Expression, role);
                return true;
            case TSTypeAssertion cast:
                Visit(cast.Expression, role);
                return true;
            case TSNonNullExpression cast:
                Visit(cast.Expression, role);
                return true;
            default:
                return false;
        }
    }

    private void EnterNode(Node node)
    {
        switch (node.Type)
        {
            case NodeType.MemberExpression:
            case NodeType.CallExpression:
            case NodeType.BinaryExpression:
            case NodeType.LogicalExpression:
                EnterChain(node);
                break;
            case NodeType.Property:
                EnterTarget(node, Role.Read);
                break;
            case NodeType.AssignmentExpression:
                var assignment = (AssignmentExpression)node;
                Visit(assignment.Left, Role.Write);
                Visit(assignment.Right);
                break;
            case NodeType.AssignmentPattern: // in an object literal: an error the parser has named
                EnterTarget(node, Role.Write);
                break;
            case NodeType.UpdateExpression:
                Visit(((UpdateExpression)node).Argument, Role.Write);
                break;
            case NodeType.VariableDeclarator:
                var declarator = (VariableDeclarator)node;
                Visit(declarator.Id, Role.Declare);
                Visit(declarator.Init);
                if (declarator is { Id: Identifier { Binding: { } declared }, Init: { } initializer })
                    declared.DefineBy(initializer);
                break;
            case NodeType.VariableDeclaration:
                EnterVariables((VariableDeclaration)node);
                break;
            case NodeType.FunctionDeclaration:
            case NodeType.FunctionExpression:
            case NodeType.ArrowFunctionExpression:
                EnterFunction((IFunction)node, node);
                break;
            case NodeType.ClassDeclaration:
            case NodeType.ClassExpression:
                EnterClass((IClass)node, node);
                break;
            case NodeType.MethodDefinition:
                var method = (MethodDefinition)node;
                Visit(method.Decorators);
                if (method.Computed)
                    Visit(method.Key);
                Visit(method.Value);
                break;
            case NodeType.PropertyDefinition:
                var field = (PropertyDefinition)node;
                Visit(field.Decorators);
                if (field.Computed)
                    Visit(field.Key);
                Visit(field.Value);
                break;
            case NodeType.StaticBlock:
                EnterStaticBlock((StaticBlock)node);
                break;
            case NodeType.BlockStatement:
                EnterBlock((BlockStatement)node);
                break;
            case NodeType.ForStatement:
                EnterLoop(node, ((ForStatement)node).Init, Role.Read);
                break;
            case NodeType.ForInStatement:
                EnterLoop(node, ((ForInStatement)node).Left, Role.Write);
                break;
            case NodeType.ForOfStatement:
                EnterLoop(node, ((ForOfStatement)node).Left, Role.Write);
                break;
            case NodeType.SwitchStatement:
                EnterSwitch((SwitchStatement)node);
                break;
            case NodeType.CatchClause:
                EnterCatch((CatchClause)node);
                break;
            case NodeType.WithStatement:
                EnterWith((WithStatement)node);
                break;
            case NodeType.IfStatement:
                EnterIf((IfStatement)node);
                break;
            case NodeType.LabeledStatement:
                Visit(((LabeledStatement)node).Body);
                break;
            case NodeType.BreakStatement:
            case NodeType.ContinueStatement:
            case NodeType.ImportDeclaration:
            case NodeType.ExportAllDeclaration:
                break;
            case NodeType.ExportNamedDeclaration:
                EnterExport((ExportNamedDeclaration)node);
                break;
            case NodeType.ExportDefaultDeclaration:
                VisitExported(((ExportDefaultDeclaration)node).Declaration);
                break;
            case NodeType.JSXOpeningElement:
                var element = (JSXOpeningElement)node;
                VisitTagName(element.Name, refers: true);
                Visit(element.Attributes);
                break;
            case NodeType.JSXClosingElement:
                VisitTagName(((JSXClosingElement)node).Name, refers: false);
                break;
            case NodeType.JSXAttribute:
                Visit(((JSXAttribute)node).Value);
                break;
            default:
                if (!EnterTypeScript(node))
                    node.VisitChildren(this);
                break;
        }
    }

    // a.b(c).d and a + b + c nest to the left, thousands of links deep in generated code. The way down to the first link is a loop; what hangs on
    // the links is visited on the way back.
    private void EnterChain(Node node)
    {
        var mark = _links.Count;
        while (true)
        {
            _links.Add(node);
            var left = node.Type switch
            {
                NodeType.MemberExpression => ((MemberExpression)node).Object,
                NodeType.CallExpression => ((CallExpression)node).Callee,
                NodeType.BinaryExpression => ((BinaryExpression)node).Left,
                _ => ((LogicalExpression)node).Left,
            };
            node = left;
            if (node.Type is not (NodeType.MemberExpression or NodeType.CallExpression or NodeType.BinaryExpression or NodeType.LogicalExpression))
                break;
        }

        Visit(node);
        while (_links.Count > mark)
        {
            var link = _links[_links.Count - 1];
            _links.RemoveAt(_links.Count - 1);
            switch (link.Type)
            {
                case NodeType.MemberExpression:
                    if (((MemberExpression)link).Computed)
                        Visit(((MemberExpression)link).Property);
                    break;
                case NodeType.CallExpression:
                    Visit(((CallExpression)link).Arguments);
                    break;
                case NodeType.BinaryExpression:
                    Visit(((BinaryExpression)link).Right);
                    break;
                default:
                    Visit(((LogicalExpression)link).Right);
                    break;
            }
        }
    }

    // Chains of else if nest to the right.
    private void EnterIf(IfStatement statement)
    {
        while (true)
        {
            Visit(statement.Test);
            Visit(statement.Consequent);
            if (statement.Alternate is not IfStatement next)
            {
                Visit(statement.Alternate);
                return;
            }

            statement = next;
        }
    }

    private void VisitIdentifier(Identifier identifier, Role role)
    {
        if (role != Role.Declare)
            Refer(identifier, role == Role.Write);
        else if (identifier.Binding is null && !_ambient)
            Declare(identifier, BindingKind.Let); // a declaration inside something that could not be read, where no statement list shows it
    }

    private void Refer(Identifier identifier, bool write)
    {
        var name = identifier.Name;
        if (_names.Find(name) is { } binding)
        {
            identifier.Binding = binding;
            binding.AddReference(identifier, write);
        }
        else if (name.Length > 0 && name != "arguments" && !_ambient)
        {
            _unresolved.Add(identifier);
        }
    }

    private void VisitTagName(Expression name, bool refers)
    {
        var dotted = false;
        while (name is JSXMemberExpression member)
        {
            dotted = true;
            name = member.Object;
        }

        if (name is not JSXIdentifier identifier)
        {
            if (name is not JSXNamespacedName)
                Visit(name);
            return;
        }

        if (identifier.Name == "this" || (!dotted && !IsComponentName(identifier.Name)))
            return;
        if (_names.Find(identifier.Name) is not { } binding)
        {
            if (refers)
                _unresolvedJsx.Add(identifier);
            return;
        }

        identifier.Binding = binding;
        if (refers)
            binding.AddReference(identifier);
    }

    // JSX compilers take a small ASCII letter or a dash for an element of the platform.
    private static bool IsComponentName(string name) => name.Length > 0 && name[0] is not (>= 'a' and <= 'z') && name.IndexOf('-') < 0;

    private int Open(ScopeKind kind, Node node)
    {
        _scope = new Scope(kind, node, _scope);
        _scopes.Add(_scope);
        return _names.Mark;
    }

    private void Close(Scope outer, int mark)
    {
        _names.Uncover(mark);
        _scope = outer;
    }
}
