using System;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// Functions that copy members from object to object, as compilers and libraries bring their own: <c>__assign</c>, <c>_extends</c>,
/// <c>_objectSpread</c>, <c>extend(target, source)</c>. Known for what they are they are followed call by call; otherwise every object
/// that goes through one would have the members of all others.
/// </summary>
internal static class CopyHelper
{
    private const int LongestText = 1_500;

    private static readonly BuiltinValue Assign = new(Builtin.ObjectAssign);
    private static readonly BuiltinValue Copy = new(Builtin.ObjectCopy);

    /// <summary>The known function that does the same, or null.</summary>
    public static BuiltinValue? Find(IFunction function, Node node, string text)
    {
        if (node.End - node.Start > LongestText || function.Body is not BlockStatement { Body: { Count: > 0 } body } || !MayCopy(text, node))
            return null;
        if (body[body.Count - 1] is not ReturnStatement { Argument: { } result })
            return null;
        var search = new Search();
        search.Visit(function.Body);
        if (result is SequenceExpression { Expressions: { Count: > 0 } parts })
            result = parts[parts.Count - 1];
        if (search.HasAssign && IsHandedOn(result))
            return Assign;
        if (search.Target is not { } target || result is not Identifier { Binding: { } returned } || returned != target)
            return null;
        if (function.Params.Count > 0 && function.Params[0] is Identifier { Binding: { } first } && first == target)
            return Assign;
        return function.Params.Count > 0 && function.Params[0] is Identifier { Binding: { } source } && source == search.Source ? Copy : null;
    }

    private static bool MayCopy(string text, Node node) => Has(text, node, " in ") || Has(text, node, "forEach") || Has(text, node, ".assign");

    private static bool Has(string text, Node node, string word) => text.IndexOf(word, node.Start, node.End - node.Start, StringComparison.Ordinal) >= 0;

    /// <summary><c>assign.apply(this, arguments)</c></summary>
    private static bool IsHandedOn(Expression result) =>
        result is CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier { Name: "apply" } }, Arguments: { Count: 2 } arguments }
        && arguments[0] is ThisExpression or NullLiteral && arguments[1] is Identifier { Name: "arguments" };

    /// <summary>Looks for <c>target[key] = source[key]</c>, also spelled as a call, and for <c>x = Object.assign || …</c>.</summary>
    private sealed class Search : NodeWalker
    {
        public Binding? Target { get; private set; }

        public Binding? Source { get; private set; }

        public bool HasAssign { get; private set; }

        public override void Visit(Node? node)
        {
            switch (node)
            {
                case AssignmentExpression { Operator: "=", Left: MemberExpression { Computed: true } left, Right: var right }:
                    Match(left.Object, left.Property, right);
                    break;
                case CallExpression { Arguments: { Count: 3 } arguments }:
                    Match(arguments[0], arguments[1], arguments[2]);
                    break;
                case MemberExpression { Object: Identifier { Name: "Object", Binding: null }, Property: Identifier { Name: "assign" } }:
                    HasAssign = true;
                    break;
            }

            base.Visit(node);
        }

        private void Match(Expression target, Expression key, Expression content)
        {
            if (content is SequenceExpression { Expressions: { Count: > 0 } parts })
                content = parts[parts.Count - 1];
            if (target is not Identifier { Binding: { } to } || key is not Identifier { Binding: { } name } || content is not MemberExpression { Computed: true, Property: Identifier { Binding: { } read } } member || read != name)
                return;
            var from = (member.Object as Identifier)?.Binding;
            if (from == to)
                return;
            Target = to;
            Source = from;
        }
    }
}
