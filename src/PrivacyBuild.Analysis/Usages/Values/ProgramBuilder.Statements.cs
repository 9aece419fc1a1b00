using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Statements: order and conditions do not matter, so each is its parts.
internal sealed partial class ProgramBuilder
{
    private void Statements(NodeList<Statement> statements)
    {
        var outer = _frame;
        foreach (var statement in statements)
        {
            Walk(statement);
            // What leaves the block when a condition holds leaves the rest to where it does not.
            if (statement is IfStatement { Alternate: null } condition && Leaves(condition.Consequent))
                Assume(condition.Test, false);
        }

        _frame = outer;
    }

    private void Walk(Node? node)
    {
        switch (node)
        {
            case null:
                break;
            case ExpressionStatement s:
                Evaluate(s.Expression);
                break;
            case VariableDeclaration s:
                if (!s.Declare)
                    Declare(s);
                break;
            case FunctionDeclaration s:
                DeclareFunction(s);
                break;
            case ClassDeclaration s:
                DeclareClass(s);
                break;
            case ReturnStatement s:
                if (s.Argument != null)
                    _solver.Flow(Evaluate(s.Argument), _frame.Return);
                break;
            case BlockStatement s:
                Statements(s.Body);
                break;
            case IfStatement s:
                WalkIf(s);
                break;
            case ForStatement s:
                Walk(s.Init);
                Walk(s.Test);
                Walk(s.Update);
                Walk(s.Body);
                break;
            case ForInStatement s:
                var names = new Slot(PlaceOf(s.Left));
                _solver.Listen(Evaluate(s.Right), new KeysTo(names, PlaceOf(s.Right)), names);
                AssignLoopTarget(s.Left, names);
                Walk(s.Body);
                break;
            case ForOfStatement s:
                var elements = new Slot(PlaceOf(s.Left));
                var iterated = Evaluate(s.Right);
                if (iterated.IsUnknown)
                    Solver.MarkUnknown(elements);
                _solver.Listen(iterated, new ElementsOf(elements), elements);
                AssignLoopTarget(s.Left, elements);
                Walk(s.Body);
                break;
            case SwitchStatement s:
                WalkSwitch(s);
                break;
            case TryStatement s:
                Walk(s.Block);
                Walk(s.Handler?.Param);
                Walk(s.Handler?.Body);
                Walk(s.Finalizer);
                break;
            case Expression e:
                Evaluate(e);
                break;
            default:
                if (!WalkModuleStatement(node) && !WalkTypeScriptStatement(node))
                    WalkParts(node);
                break;
        }
    }

    /// <summary>Long <c>else if</c> chains are walked in a loop.</summary>
    private void WalkIf(IfStatement? statement)
    {
        var outer = _frame;
        while (statement != null)
        {
            Evaluate(statement.Test);
            var decided = _facts.Environment.Decide(statement.Test);
            if (decided != false)
                WalkUnder(statement.Test, true, statement.Consequent);
            if (decided == true)
                break;
            Assume(statement.Test, false);
            if (statement.Alternate is not IfStatement)
                Walk(statement.Alternate);
            statement = statement.Alternate as IfStatement;
        }

        _frame = outer;
    }

    /// <summary>In a clause the value is one of those of the clauses that lead into it.</summary>
    private void WalkSwitch(SwitchStatement statement)
    {
        Evaluate(statement.Discriminant);
        var outer = _frame;
        var cases = new List<(Expression Subject, Expression Names, bool IsList)>();
        var isAny = !IsSubject(statement.Discriminant);
        foreach (var clause in _facts.Environment.CasesOf(statement))
        {
            Walk(clause.Test);
            isAny |= clause.Test == null || !Compare(statement.Discriminant, clause.Test, cases);
            if (!isAny)
                Guard(cases);
            Statements(clause.Consequent);
            _frame = outer;
            if (clause.Consequent.Count == 0 || !Leaves(clause.Consequent[clause.Consequent.Count - 1]))
                continue;
            cases.Clear();
            isAny = !IsSubject(statement.Discriminant);
        }
    }

    /// <summary>Whatever has no meaning of its own here: loops, labels, damaged statements.</summary>
    private void WalkParts(Node node) => node.VisitChildren(new PartWalker(this));

    private void Declare(VariableDeclaration declaration)
    {
        foreach (var declarator in declaration.Declarations)
        {
            if (declarator.Init != null)
                AssignTo(declarator.Id, Evaluate(declarator.Init));
            else
                AssignTo(declarator.Id, null);
        }
    }

    private void AssignLoopTarget(Node left, Slot value)
    {
        if (left is VariableDeclaration { Declarations: { Count: > 0 } declarations })
            AssignTo(declarations[0].Id, value);
        else
            AssignTo(left, value);
    }

    private sealed class PartWalker(ProgramBuilder builder) : NodeWalker
    {
        public override void Visit(Node? node) => builder.Walk(node);
    }
}
