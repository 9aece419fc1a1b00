using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// Conditions that a framework's build decides, because it puts a constant for <c>process.env.NAME</c>: the branch that never comes true is
/// not part of what it emits. Anything else is not decided.
/// </summary>
internal sealed class EnvironmentConstants(IReadOnlyDictionary<string, string> values)
{
    // Conditions are short; a bound keeps hostile ones from the stack.
    private const int MaxDepth = 32;

    public static EnvironmentConstants None { get; } = new(new Dictionary<string, string>());

    /// <summary>Whether a condition holds; null when it is not known before the program runs.</summary>
    public bool? Decide(Expression condition) => values.Count == 0 ? null : Decide(condition, 0);

    private bool? Decide(Expression condition, int depth) => condition switch
    {
        _ when depth > MaxDepth => null,
        UnaryExpression { Operator: "!" } not => !Decide(not.Argument, depth + 1),
        LogicalExpression { Operator: "&&" } and => Decide(and.Left, depth + 1) & Decide(and.Right, depth + 1),
        LogicalExpression { Operator: "||" } or => Decide(or.Left, depth + 1) | Decide(or.Right, depth + 1),
        BinaryExpression { Operator: "===" or "==" } same => AreSame(same),
        BinaryExpression { Operator: "!==" or "!=" } different => !AreSame(different),
        CallExpression { Callee: MemberExpression { Object: ArrayExpression list, Property: Identifier { Name: "includes" } }, Arguments: { Count: 1 } arguments } => IsOneOf(list, arguments[0]),
        _ => IsEnvironment(condition, out var text) ? text.Length > 0 : null,
    };

    /// <summary>The cases of a <c>switch</c> that may run: from the one that fits to the one that leaves it, when all of them are decided; else all.</summary>
    public IEnumerable<SwitchCase> CasesOf(SwitchStatement statement)
    {
        if (values.Count == 0 || !IsEnvironment(statement.Discriminant, out var text) || statement.Cases.Any(clause => clause.Test is { } test && TextOf(test) is null))
            return statement.Cases;
        var entered = statement.Cases.FirstOrDefault(clause => clause.Test is { } test && TextOf(test) == text) ?? statement.Cases.FirstOrDefault(clause => clause.Test is null);
        return entered is null ? [] : FallThrough(statement.Cases.SkipWhile(clause => clause != entered));
    }

    private static IEnumerable<SwitchCase> FallThrough(IEnumerable<SwitchCase> cases)
    {
        foreach (var clause in cases)
        {
            yield return clause;
            Statement? last = clause.Consequent.Count > 0 ? clause.Consequent[clause.Consequent.Count - 1] : null;
            if ((last is BlockStatement { Body: { Count: > 0 } body } ? body[body.Count - 1] : last) is BreakStatement { Label: null } or ReturnStatement or ThrowStatement)
                yield break;
        }
    }

    private bool? AreSame(BinaryExpression comparison) =>
        (IsEnvironment(comparison.Left, out _) || IsEnvironment(comparison.Right, out _)) && TextOf(comparison.Left) is { } left && TextOf(comparison.Right) is { } right
            ? left == right
            : null;

    private bool? IsOneOf(ArrayExpression list, Expression value)
    {
        if (!IsEnvironment(value, out var text))
            return null;
        var texts = list.Elements.Select(element => (element as StringLiteral)?.Value).ToList();
        return texts.Contains(null) ? null : texts.Contains(text);
    }

    private string? TextOf(Expression expression) => expression switch
    {
        StringLiteral literal => literal.Value,
        TemplateLiteral { Expressions.Count: 0, Quasis: { Count: 1 } quasis } => quasis[0].Cooked,
        _ => IsEnvironment(expression, out var text) ? text : null,
    };

    private bool IsEnvironment(Expression expression, out string text)
    {
        var name = expression switch
        {
            MemberExpression { Computed: false, Property: Identifier { Name: var member }, Object: MemberExpression { Computed: false, Property: Identifier { Name: "env" }, Object: Identifier { Name: "process", Binding: null } } } => member,
            MemberExpression { Computed: true, Property: StringLiteral { Value: var member }, Object: MemberExpression { Computed: false, Property: Identifier { Name: "env" }, Object: Identifier { Name: "process", Binding: null } } } => member,
            Identifier { Binding: null, Name: var global } when global.StartsWith("__mpx_", StringComparison.Ordinal) => global,
            _ => null,
        };
        text = "";
        return name is not null && values.TryGetValue(name, out text!);
    }
}
