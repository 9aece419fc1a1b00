using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Operators, and what puts texts together.
internal sealed partial class ProgramBuilder
{
    /// <summary>No name is put together from more parts; longer chains build texts.</summary>
    private const int MaxParts = 24;

    private Operand EvaluateAssignment(AssignmentExpression assignment)
    {
        if (assignment.Operator is "=")
        {
            var value = Evaluate(assignment.Right);
            AssignTo(assignment.Left, value);
            return value;
        }

        var right = Evaluate(assignment.Right);
        if (assignment.Operator is "||=" or "&&=" or "??=")
        {
            AssignTo(assignment.Left, right);
            return assignment.Left is Expression left ? Union(_solver, Evaluate(left), right, PlaceOf(assignment)) : right;
        }

        if (assignment.Operator is not "+=" || assignment.Left is not Expression target || right.IsUnknown)
            return Operand.Unknown;
        var joined = Join(Evaluate(target), right, PlaceOf(assignment));
        AssignTo(assignment.Left, joined);
        return joined;
    }

    private Operand EvaluateConditional(ConditionalExpression conditional)
    {
        // Long chains of `a ? b : c ? d : …` are walked in a loop.
        var branches = new List<Operand>();
        var outer = _frame;
        Expression rest = conditional;
        while (rest is ConditionalExpression e)
        {
            Evaluate(e.Test);
            var decided = _facts.Environment.Decide(e.Test);
            if (decided == true)
            {
                rest = e.Consequent;
                break;
            }

            if (decided is null)
                branches.Add(EvaluateUnder(e.Test, true, e.Consequent));
            Assume(e.Test, false);
            rest = e.Alternate;
        }

        branches.Add(Evaluate(rest));
        _frame = outer;
        return branches.TrueForAll(b => b.IsUnknown) ? Operand.Unknown : UnionOf(branches, conditional);
    }

    private Slot UnionOf(List<Operand> operands, Node node)
    {
        var slot = new Slot(PlaceOf(node));
        foreach (var operand in operands)
            _solver.Flow(operand, slot);
        return slot;
    }

    private Operand EvaluateLogical(LogicalExpression logical)
    {
        var operands = LeftSpine.Of(logical);
        var values = new List<Operand>(operands.Count);
        var outer = _frame;
        foreach (var operand in operands)
        {
            values.Add(Evaluate(operand));
            if (logical.Operator is not "??")
                Assume(operand, logical.Operator == "&&");
            if (logical.Operator is not "??" && _facts.Environment.Decide(operand) is { } decided && decided == (logical.Operator == "||"))
                break;
        }

        _frame = outer;
        // `a && b` gives b or something falsy; `a || b` and `a ?? b` give either, but what stands behind a function of the language is for other platforms.
        if (logical.Operator == "&&")
            return values[values.Count - 1];
        if (values[0].Constant is BuiltinValue)
            return values[0];
        return values.TrueForAll(v => v.IsUnknown) ? Operand.Unknown : UnionOf(values, logical);
    }

    private Operand EvaluateBinary(BinaryExpression binary)
    {
        var operands = LeftSpine.Of(binary);
        var values = new List<Operand>(operands.Count);
        foreach (var operand in operands)
            values.Add(Evaluate(operand));
        if (binary.Operator != "+" || values.Count > MaxParts)
            return Operand.Unknown;
        if (Texts(binary) is { } known)
            return known;
        var joined = values[0];
        for (var i = 1; i < values.Count; i++)
            joined = Join(joined, values[i], PlaceOf(binary));
        return joined;
    }

    private Operand EvaluateTemplate(TemplateLiteral template)
    {
        if (template.Expressions.Count == 0)
            return Text(template.Quasis[0].Cooked ?? "", template);
        var inserted = new List<Operand>(template.Expressions.Count);
        foreach (var expression in template.Expressions)
            inserted.Add(Evaluate(expression));
        if (Texts(template) is { } known)
            return known;
        Operand joined = Text(template.Quasis[0].Cooked ?? "", template);
        for (var i = 0; i < template.Expressions.Count; i++)
        {
            joined = Join(joined, inserted[i], PlaceOf(template));
            if (i + 1 < template.Quasis.Count && template.Quasis[i + 1].Cooked is { Length: > 0 } text)
                joined = Join(joined, Text(text, template), PlaceOf(template));
        }

        return joined;
    }

    /// <summary>What the expression can be when the file alone tells it.</summary>
    private Operand? Texts(Expression expression)
    {
        if (_module.Constants.TextsOf(expression) is not { } texts)
            return null;
        var values = new List<Operand>(texts.Count);
        foreach (var text in texts)
            values.Add(Text(text, expression));
        return values.Count == 1 ? values[0] : UnionOf(values, expression);
    }

    private Operand Join(Operand left, Operand right, Place place)
    {
        if (left.IsUnknown && right.IsUnknown)
            return Operand.Unknown;
        if (left.Constant is StringValue { IsOther: true } other)
            return other;
        if (right.Constant is StringValue { IsOther: true } otherRight)
            return otherRight;
        if (left.Constant is StringValue { Text: { } first } && right.Constant is StringValue { Text: { } second })
            return first.Length + second.Length <= Concatenation.MaxLength ? new StringValue(first + second, place) : Operand.Unknown;
        var result = new Slot(place);
        var leftSlot = ToSlot(left);
        var rightSlot = left.Slot != null && left.Slot == right.Slot ? new Slot() : ToSlot(right);
        if (left.Slot != null && left.Slot == right.Slot)
            _solver.Connect(leftSlot, rightSlot);
        var concatenation = new Concatenation(leftSlot, rightSlot, result, place);
        concatenation.Listen(_solver);
        _solver.Closings.Add(concatenation);
        return result;
    }

    private Operand EvaluateSequence(SequenceExpression sequence)
    {
        var last = Operand.Unknown;
        foreach (var part in sequence.Expressions)
            last = Evaluate(part);
        return last;
    }

    private void EvaluateUnary(UnaryExpression unary)
    {
        // `delete wx.x` writes, it does not use.
        if (unary.Operator == "delete" && unary.Argument.Unwrap() is MemberExpression member)
            Evaluate(member.Object);
        else
            Evaluate(unary.Argument);
    }
}
