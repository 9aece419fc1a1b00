using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// The operands of a chain of one operator, left to right: <c>a + b + c</c> nests to the left, and generated code chains thousands,
/// which must not become thousands of stack frames. A chain of other operators is one operand.
/// </summary>
internal static class LeftSpine
{
    public static List<Expression> Of(BinaryExpression chain)
    {
        var operands = new List<Expression>();
        Expression rest = chain;
        while (rest is BinaryExpression e && e.Operator == chain.Operator)
        {
            operands.Add(e.Right);
            rest = e.Left;
        }

        operands.Add(rest);
        operands.Reverse();
        return operands;
    }

    public static List<Expression> Of(LogicalExpression chain)
    {
        var operands = new List<Expression>();
        Expression rest = chain;
        while (rest is LogicalExpression e && e.Operator == chain.Operator)
        {
            operands.Add(e.Right);
            rest = e.Left;
        }

        operands.Add(rest);
        operands.Reverse();
        return operands;
    }
}
