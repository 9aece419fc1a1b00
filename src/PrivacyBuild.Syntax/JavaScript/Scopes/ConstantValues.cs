using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

// Each kind of expression has one line in Fold. Objects are values like others (ConstantValues.Objects.cs); whether a name may stand for one is
// asked where the name is met, of ObjectUses.

/// <summary>
/// What expressions are worth as far as their file alone tells: all values an expression can have, or null when that is not known.
/// The scopes of the file must have been built.
/// </summary>
/// <remarks>
/// A name is worth what its initializer is when it is declared once, with that initializer, and nothing in the file writes to it: any <c>const</c>, a <c>let</c> or <c>var</c>
/// without assignments, never a parameter. A name in the head of a <c>for of</c> is worth what the elements of the array are.
/// An enum keeps its members, and so does a namespace its exported constants. An object or array literal does when it is frozen all through
/// (<c>Object.freeze</c>), or when its name is only ever used to read from: see <see cref="ObjectUses"/>. Members it inherits are not known.
/// Order does not count: a name read before its declaration has run has the value all the same, and so it has inside <c>with</c> and beside a direct <c>eval</c>.
/// A set holds at most <see cref="MaxValues"/> values and a string at most <see cref="MaxLength"/> characters; what is more is not known. Every expression is folded
/// once, so time and memory are linear in the size of the file, times those bounds.
/// </remarks>
public sealed partial class ConstantValues
{
    /// <summary>An expression that may have more values than this is not known.</summary>
    public const int MaxValues = 32;

    /// <summary>A string put together from parts that gets longer than this is not known.</summary>
    public const int MaxLength = 4096;

    private const int LevelsBetweenChecks = 4;

    private static readonly ConstantValue[] Undefined = [new ConstantWord("undefined")];

    private readonly IReadOnlyList<Program> _programs;
    private readonly Dictionary<Node, IReadOnlyList<ConstantValue>?> _known = [];
    private readonly Dictionary<Binding, ConstantObject> _containers = [];
    private ObjectUses? _uses;
    private int _depth;

    /// <param name="programs">The whole of the file: where its objects might be written to is looked for in them.</param>
    public ConstantValues(IReadOnlyList<Program> programs) => _programs = programs;

    /// <summary>All values that the expression can have; null when that is not known.</summary>
    public IReadOnlyList<ConstantValue>? Of(Expression expression)
    {
        switch (expression)
        {
            case StringLiteral e:
                return [new ConstantString(e.Value)];
            case NumericLiteral e:
                return [new ConstantNumber(e.Value)];
            case FunctionExpression or ArrowFunctionExpression or ClassExpression or ThisExpression or NewExpression:
                return null;
        }

        if (_known.TryGetValue(expression, out var known))
            return known;
        // Whoever comes back here while it is being folded goes round in a circle.
        _known[expression] = null;
        var values = ++_depth % LevelsBetweenChecks == 0 && !StackGuard.HasRoom() ? FoldOnFreshStack(expression) : Fold(expression);
        _depth--;
        _known[expression] = values;
        return values;
    }

    /// <summary>The texts that the expression can be as the name of a property or in a concatenation; null when that is not known.</summary>
    public IReadOnlyList<string>? TextsOf(Expression expression)
    {
        if (Of(expression) is not { } values)
            return null;
        var texts = new List<string>(values.Count);
        foreach (var value in values)
        {
            if (value.Text is not { } text)
                return null;
            if (!texts.Contains(text))
                texts.Add(text);
        }

        return texts;
    }

    private IReadOnlyList<ConstantValue>? FoldOnFreshStack(Expression expression)
    {
        IReadOnlyList<ConstantValue>? values = null;
        StackGuard.OnFreshStack((this, expression), state => values = state.Item1.Fold(state.expression));
        return values;
    }

    private IReadOnlyList<ConstantValue>? Fold(Expression expression) => expression switch
    {
        BooleanLiteral e => [new ConstantWord(e.Value ? "true" : "false")],
        NullLiteral => [new ConstantWord("null")],
        TemplateLiteral e => FoldTemplate(e),
        Identifier e => e.Binding is { } binding ? OfName(binding) : e.Name == "undefined" ? Undefined : null,
        MemberExpression e => FoldMember(e),
        BinaryExpression e => FoldBinary(e),
        UnaryExpression e => FoldUnary(e),
        ConditionalExpression e => FoldConditional(e),
        LogicalExpression e => FoldLogical(e),
        CallExpression e => FrozenBy(e) is { } literal ? Of(literal) : null,
        ObjectExpression or ArrayExpression => [new ConstantObject(expression)],
        _ => expression.Unwrap() is var inner && inner != expression ? Of(inner) : null,
    };

    private IReadOnlyList<ConstantValue>? OfName(Binding binding)
    {
        if (binding.Containers is not null)
            return [ContainerOf(binding)];
        if (binding.Kind == BindingKind.EnumMember)
            return MemberOfEnclosingEnum(binding);
        if (binding.Kind is not (BindingKind.Const or BindingKind.Let or BindingKind.Var) || binding.IsAssigned || binding.Definition is not { } definition)
            return null;
        // What a namespace exports is a property of it, which any code may set.
        if (binding.Kind != BindingKind.Const && binding.Scope.Kind == ScopeKind.Namespace)
            return null;
        var values = definition switch
        {
            ForOfStatement { Right: var list } => ElementsOf(list),
            Expression initializer => Of(initializer),
            _ => null,
        };
        return values is not null && values.Any(value => value is ConstantObject { Source: Node }) && !KeepsItsMembers(binding, definition) ? null : values;
    }

    private IReadOnlyList<ConstantValue>? FoldTemplate(TemplateLiteral template)
    {
        IReadOnlyList<ConstantValue>? joined = [new ConstantString("")];
        for (var i = 0; i < template.Quasis.Count && joined is not null; i++)
        {
            joined = template.Quasis[i].Cooked is { } text ? Join(joined, [new ConstantString(text)]) : null;
            if (i < template.Expressions.Count && joined is not null)
                joined = Of(template.Expressions[i]) is { } inserted ? Join(joined, inserted) : null;
        }

        return joined;
    }

    // a + b + c nests to the left, thousands of operands deep in generated code.
    private IReadOnlyList<ConstantValue>? FoldBinary(BinaryExpression binary)
    {
        var chain = new Stack<BinaryExpression>();
        Expression first = binary;
        while (first is BinaryExpression inner)
        {
            chain.Push(inner);
            first = inner.Left;
        }

        var left = Of(first);
        while (left is not null && chain.Count > 0)
        {
            var link = chain.Pop();
            if (Of(link.Right) is not { } right)
                return null;
            left = link.Operator == "+" ? Add(left, right) : Combine(left, right, (a, b) => Calculate(link.Operator, a, b));
        }

        return left;
    }

    private static List<ConstantValue>? Add(IReadOnlyList<ConstantValue> left, IReadOnlyList<ConstantValue> right) =>
        Combine(left, right, (a, b) => a is ConstantString || b is ConstantString ? Concatenate(a, b) : Calculate("+", a, b));

    private static List<ConstantValue>? Join(IReadOnlyList<ConstantValue> left, IReadOnlyList<ConstantValue> right) => Combine(left, right, Concatenate);

    private static ConstantString? Concatenate(ConstantValue left, ConstantValue right) =>
        left.Text is { } a && right.Text is { } b && a.Length + b.Length <= MaxLength ? new ConstantString(a + b) : null;

    private static ConstantNumber? Calculate(string @operator, ConstantValue left, ConstantValue right)
    {
        if (left is not ConstantNumber { Value: var a } || right is not ConstantNumber { Value: var b })
            return null;
        double? result = @operator switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            "%" => a % b,
            "**" => Math.Pow(a, b),
            "|" => ToInt32(a) | ToInt32(b),
            "&" => ToInt32(a) & ToInt32(b),
            "^" => ToInt32(a) ^ ToInt32(b),
            "<<" => ToInt32(a) << (ToInt32(b) & 31),
            ">>" => ToInt32(a) >> (ToInt32(b) & 31),
            ">>>" => (uint)ToInt32(a) >> (ToInt32(b) & 31),
            _ => null,
        };
        return result is { } number ? new ConstantNumber(number) : null;
    }

    private static int ToInt32(double number) =>
        double.IsNaN(number) || double.IsInfinity(number) ? 0 : unchecked((int)(uint)(long)(Math.Truncate(number) % 4294967296.0));

    private List<ConstantValue>? FoldUnary(UnaryExpression unary)
    {
        if (unary.Operator is not ("-" or "+" or "~") || Of(unary.Argument) is not { } values)
            return null;
        var results = new List<ConstantValue>(values.Count);
        foreach (var value in values)
        {
            if (value is not ConstantNumber { Value: var number })
                return null;
            results.Add(new ConstantNumber(unary.Operator switch { "-" => -number, "~" => ~ToInt32(number), _ => number }));
        }

        return results;
    }

    // Long chains of a ? b : c ? d : … nest to the right.
    private List<ConstantValue>? FoldConditional(ConditionalExpression conditional)
    {
        List<ConstantValue>? all = [];
        Expression rest = conditional;
        while (rest is ConditionalExpression choice && all is not null)
        {
            all = Union(all, Of(choice.Consequent));
            rest = choice.Alternate;
        }

        return Union(all, Of(rest));
    }

    private IReadOnlyList<ConstantValue>? FoldLogical(LogicalExpression logical)
    {
        var operands = new Stack<Expression>();
        Expression first = logical;
        while (first is LogicalExpression inner && inner.Operator == logical.Operator)
        {
            operands.Push(inner.Right);
            first = inner.Left;
        }

        var left = Of(first);
        while (left is not null && operands.Count > 0)
            left = Union([.. left.Where(value => MayStay(value, logical.Operator))], Of(operands.Pop()));
        return left;
    }

    /// <summary>Whether the value of the left side can be the result.</summary>
    private static bool MayStay(ConstantValue value, string @operator)
    {
        var isNothing = value is ConstantWord { Word: "null" or "undefined" };
        var isFalse = isNothing || value is ConstantWord { Word: "false" } or ConstantString { Value: "" } or ConstantNumber { Value: 0 or double.NaN };
        return @operator switch
        {
            "&&" => isFalse,
            "||" => !isFalse,
            _ => !isNothing,
        };
    }

    private static List<ConstantValue>? Union(List<ConstantValue>? all, IReadOnlyList<ConstantValue>? more)
    {
        if (all is null || more is null)
            return null;
        foreach (var value in more)
        {
            if (!all.Contains(value))
                all.Add(value);
        }

        return all.Count <= MaxValues ? all : null;
    }

    private static List<ConstantValue>? Combine(IReadOnlyList<ConstantValue> left, IReadOnlyList<ConstantValue> right, Func<ConstantValue, ConstantValue, ConstantValue?> combine)
    {
        var all = new List<ConstantValue>();
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                if (combine(a, b) is not { } value)
                    return null;
                if (!all.Contains(value))
                    all.Add(value);
                if (all.Count > MaxValues)
                    return null;
            }
        }

        return all;
    }
}
