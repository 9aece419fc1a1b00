using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Conditions that leave only some texts: what is read below them is one of these.
internal sealed partial class ProgramBuilder
{
    /// <summary>Longer or deeper conditions narrow nothing.</summary>
    private const int MaxConditions = 16;

    /// <summary>Walks code that runs only when a condition holds, or only when it does not.</summary>
    private void WalkUnder(Expression test, bool holds, Node? code)
    {
        var outer = _frame;
        Assume(test, holds);
        Walk(code);
        _frame = outer;
    }

    private Operand EvaluateUnder(Expression test, bool holds, Expression code)
    {
        var outer = _frame;
        Assume(test, holds);
        var value = Evaluate(code);
        _frame = outer;
        return value;
    }

    /// <summary>From here on a condition is known to hold, or not to.</summary>
    private void Assume(Expression test, bool holds, int depth = 0)
    {
        test = test.Unwrap();
        switch (test)
        {
            case UnaryExpression { Operator: "!" } not when depth < MaxConditions:
                Assume(not.Argument, !holds, depth + 1);
                break;
            case LogicalExpression logical when logical.Operator == (holds ? "&&" : "||") && depth < MaxConditions:
                Assume(logical.Left, holds, depth + 1);
                Assume(logical.Right, holds, depth + 1);
                break;
            default:
                var allowed = new List<(Expression Subject, Expression Names, bool IsList)>();
                if (Collect(test, holds, allowed, 0))
                    Guard(allowed);
                break;
        }
    }

    /// <summary>The texts that a subject is compared with; false when the condition says nothing of one subject.</summary>
    private static bool Collect(Expression test, bool holds, List<(Expression Subject, Expression Names, bool IsList)> allowed, int depth)
    {
        test = test.Unwrap();
        switch (test)
        {
            case LogicalExpression logical when logical.Operator == (holds ? "||" : "&&") && depth < MaxConditions:
                return Collect(logical.Left, holds, allowed, depth + 1) && Collect(logical.Right, holds, allowed, depth + 1);
            case UnaryExpression { Operator: "!" } not when depth < MaxConditions:
                return Collect(not.Argument, !holds, allowed, depth + 1);
            case BinaryExpression same when same.Operator == (holds ? "===" : "!==") || same.Operator == (holds ? "==" : "!="):
                return Compare(same.Left, same.Right, allowed) || Compare(same.Right, same.Left, allowed) || (holds ? IsAt(same, ">", "!") : IsAt(same, "=", "<")) && Search(same.Left, "indexOf", allowed);
            case BinaryExpression compared when holds ? IsAt(compared, ">", "!") : IsAt(compared, "=", "<"):
                return Search(compared.Left, "indexOf", allowed);
            case UnaryExpression { Operator: "~" } found when holds:
                return Search(found.Argument, "indexOf", allowed);
            case CallExpression call when holds:
                return Search(call, "includes", allowed) || Search(call, "has", allowed);
            default:
                return false;
        }
    }

    /// <summary><c>indexOf(x) &gt; -1</c>, <c>&gt;= 0</c>, <c>!== -1</c>, and the other way round.</summary>
    private static bool IsAt(BinaryExpression compared, string first, string second) =>
        (compared.Operator.StartsWith(first, StringComparison.Ordinal) || compared.Operator.StartsWith(second, StringComparison.Ordinal))
        && compared.Right is UnaryExpression { Operator: "-", Argument: NumericLiteral { Value: 1 } } or NumericLiteral { Value: 0 }
        && (compared.Right is NumericLiteral) == compared.Operator is ">=" or "<";

    private static bool Compare(Expression subject, Expression text, List<(Expression Subject, Expression Names, bool IsList)> allowed)
    {
        if (!IsSubject(subject) || text.Unwrap() is not (StringLiteral or TemplateLiteral { Expressions.Count: 0 }))
            return false;
        allowed.Add((subject.Unwrap(), text, false));
        return true;
    }

    private static bool Search(Expression expression, string method, List<(Expression Subject, Expression Names, bool IsList)> allowed)
    {
        if (expression.Unwrap() is not CallExpression { Callee: var callee, Arguments: { Count: 1 } arguments } || callee.Unwrap() is not MemberExpression member || NameOf(member.Property, member.Computed) != method || !IsSubject(arguments[0]))
            return false;
        allowed.Add((arguments[0].Unwrap(), member.Object, true));
        return true;
    }

    private static bool IsSubject(Expression expression)
    {
        expression = expression.Unwrap();
        while (expression is MemberExpression { Computed: false } member)
            expression = member.Object.Unwrap();
        return expression is Identifier { Binding: not null } or ThisExpression;
    }

    private void Guard(List<(Expression Subject, Expression Names, bool IsList)> allowed)
    {
        var subject = TextOf(allowed[0].Subject);
        var names = new Slot();
        foreach (var (other, written, isList) in allowed)
        {
            if (TextOf(other) != subject)
                return;
            var value = Evaluate(written);
            if (!isList)
            {
                _solver.Flow(value, names);
                continue;
            }

            if (value.IsUnknown)
                return;
            _solver.Listen(value, new ElementsOf(names), names);
        }

        _frame = _frame with { Guard = new NameGuard(subject, names, _frame.Guard) };
    }

    /// <summary>What an expression may be under the conditions around it.</summary>
    private Operand Guarded(Expression expression, Operand value)
    {
        for (var guard = _frame.Guard; guard != null; guard = guard.Outer)
        {
            if (guard.Subject.Length != expression.End - expression.Start || TextOf(expression) != guard.Subject)
                continue;
            var result = new Slot(PlaceOf(expression));
            var narrowing = new Narrowing(ToSlot(value), guard.Names, result);
            narrowing.Listen(_solver);
            _solver.Closings.Add(narrowing);
            value = result;
        }

        return value;
    }

    private string TextOf(Expression expression) => _module.Text.Content.Substring(expression.Start, expression.End - expression.Start);

    /// <summary>Whether what stands behind a statement in its block is not reached after it.</summary>
    private static bool Leaves(Statement? statement) => statement switch
    {
        ReturnStatement or ThrowStatement or BreakStatement or ContinueStatement => true,
        BlockStatement { Body: { Count: > 0 } body } => Leaves(body[body.Count - 1]),
        _ => false,
    };
}

/// <summary>A condition around code: an expression, by how it is written, is one of these texts.</summary>
internal sealed record NameGuard(string Subject, Slot Names, NameGuard? Outer);
