using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

/// <summary>
/// How deep into the objects that names stand for a file reads before it lets go of what it has read. In <c>f(X.a)</c> that is one level: should <c>X.a</c> be an object,
/// <c>f</c> can change it. Whoever writes to <c>X.a.b</c>, hands on <c>X</c> itself or calls a method on it reads no level at all.
/// Reading is: members, destructuring, spreading, <c>for of</c> and <c>for in</c>, operators, <c>Object.keys</c>, <c>values</c> and <c>entries</c>, and those
/// methods of arrays that change nothing and pass the array to nobody. A name that is exported is handed on.
/// </summary>
internal sealed class ObjectUses : NodeWalker
{
    private static readonly HashSet<string> Reading = new(StringComparer.Ordinal) { "includes", "indexOf", "lastIndexOf", "join", "slice", "concat", "at", "toString", "hasOwnProperty" };

    private const int LevelsBetweenChecks = 4;

    private readonly Dictionary<Binding, int> _levels = [];
    private int _depth;

    private ObjectUses()
    {
    }

    public static ObjectUses Find(IReadOnlyList<Program> programs)
    {
        var uses = new ObjectUses();
        foreach (var program in programs)
            uses.Visit(program);
        return uses;
    }

    /// <summary>Objects that lie in each other no deeper than this stay what they are.</summary>
    public int LevelsKeptBy(Binding binding) => _levels.TryGetValue(binding, out var levels) ? levels : int.MaxValue;

    public override void Visit(Node? node)
    {
        if (node is null)
            return;
        if (++_depth % LevelsBetweenChecks == 0 && !StackGuard.HasRoom())
            StackGuard.OnFreshStack((walker: this, node), static state => state.walker.Enter(state.node));
        else
            Enter(node);
        _depth--;
    }

    private void Enter(Node node)
    {
        switch (node)
        {
            case Identifier or MemberExpression:
                VisitRead((Expression)node, 0);
                break;
            case JSXIdentifier { Binding: { } binding }:
                Keep(binding, 0);
                break;
            case AssignmentExpression e:
                VisitTarget(e.Left);
                Visit(e.Right);
                break;
            case UpdateExpression e:
                VisitTarget(e.Argument);
                break;
            case UnaryExpression { Operator: "delete" } e:
                VisitTarget(e.Argument);
                break;
            case UnaryExpression e:
                VisitRead(e.Argument, int.MaxValue);
                break;
            case BinaryExpression e:
                VisitOperands(e);
                break;
            case VariableDeclarator { Id: Identifier } e:
                Visit(e.Init);
                break;
            case VariableDeclarator { Id: ObjectPattern or ArrayPattern, Init: { } init } e:
                Visit(e.Id);
                VisitRead(init, 1);
                break;
            case SpreadElement e:
                VisitRead(e.Argument, 1);
                break;
            case ForOfStatement e:
                VisitHead(e.Left);
                VisitRead(e.Right, 1);
                Visit(e.Body);
                break;
            case ForInStatement e:
                VisitHead(e.Left);
                VisitRead(e.Right, int.MaxValue);
                Visit(e.Body);
                break;
            case CallExpression e:
                VisitCall(e);
                break;
            case ExportNamedDeclaration { Declaration: VariableDeclaration declaration } e:
                foreach (var declarator in declaration.Declarations)
                {
                    if (declarator.Id is Identifier { Binding: { } exported })
                        Keep(exported, 0);
                }

                e.VisitChildren(this);
                break;
            default:
                node.VisitChildren(this);
                break;
        }
    }

    // a + b + c nests to the left, thousands of operands deep; an operator gives no object.
    private void VisitOperands(BinaryExpression binary)
    {
        Expression rest = binary;
        while (rest is BinaryExpression e)
        {
            VisitRead(e.Right, int.MaxValue);
            rest = e.Left;
        }

        VisitRead(rest, int.MaxValue);
    }

    private void VisitHead(Node left)
    {
        if (left is VariableDeclaration)
            Visit(left);
        else
            VisitTarget(left);
    }

    /// <summary>A use of an expression whose value is read <paramref name="levels"/> deep and then let go.</summary>
    private void VisitRead(Expression expression, int levels)
    {
        var root = expression;
        while (root is MemberExpression member)
        {
            if (member.Computed)
                Visit(member.Property);
            if (levels < int.MaxValue)
                levels++;
            root = member.Object;
        }

        if (root is Identifier name)
        {
            if (name.Binding is { } binding)
                Keep(binding, levels);
        }
        else
        {
            Visit(root);
        }
    }

    private void VisitTarget(Node target)
    {
        switch (target)
        {
            case Identifier:
                break;
            case MemberExpression member:
                Expression root = member;
                while (root is MemberExpression inner)
                {
                    if (inner.Computed)
                        Visit(inner.Property);
                    root = inner.Object;
                }

                Visit(root);
                break;
            case ObjectPattern pattern:
                foreach (var property in pattern.Properties)
                    VisitTarget(property);
                break;
            case ArrayPattern pattern:
                foreach (var element in pattern.Elements)
                {
                    if (element is not null)
                        VisitTarget(element);
                }

                break;
            case Property property:
                if (property.Computed)
                    Visit(property.Key);
                VisitTarget(property.Value);
                break;
            case AssignmentPattern pattern:
                VisitTarget(pattern.Left);
                Visit(pattern.Right);
                break;
            case RestElement rest:
                VisitTarget(rest.Argument);
                break;
            case TSAsExpression cast:
                VisitTarget(cast.Expression);
                break;
            case TSNonNullExpression cast:
                VisitTarget(cast.Expression);
                break;
            default:
                Visit(target);
                break;
        }
    }

    private void VisitCall(CallExpression call)
    {
        var arguments = 0;
        if (call.Callee is MemberExpression { Computed: false, Property: Identifier { Name: var method } } callee)
        {
            if (callee.Object is Identifier { Name: "Object", Binding: null } && method is "keys" or "values" or "entries")
                arguments = 1;
            else if (Reading.Contains(method))
                VisitRead(callee.Object, 1);
            else
                VisitTarget(callee);
        }
        else if (call.Callee is MemberExpression computed)
        {
            VisitTarget(computed);
        }
        else
        {
            Visit(call.Callee);
        }

        foreach (var argument in call.Arguments)
            VisitRead(argument, arguments);
    }

    private void Keep(Binding binding, int levels)
    {
        if (levels < LevelsKeptBy(binding))
            _levels[binding] = levels;
    }
}
