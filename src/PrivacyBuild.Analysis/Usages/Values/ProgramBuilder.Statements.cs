using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Statements: order and conditions do not matter, so each is its parts.
internal sealed partial class ProgramBuilder
{
    private void Statements(NodeList<Statement> statements)
    {
        foreach (var statement in statements)
            Walk(statement);
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
                Evaluate(s.Discriminant);
                foreach (var clause in _facts.Environment.CasesOf(s))
                {
                    Walk(clause.Test);
                    Statements(clause.Consequent);
                }

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
        while (statement != null)
        {
            Evaluate(statement.Test);
            var decided = _facts.Environment.Decide(statement.Test);
            if (decided != false)
                Walk(statement.Consequent);
            if (decided == true)
                return;
            if (statement.Alternate is not IfStatement next)
            {
                Walk(statement.Alternate);
                return;
            }

            statement = next;
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
