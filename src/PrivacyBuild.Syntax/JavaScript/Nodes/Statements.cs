namespace PrivacyBuild.Syntax.JavaScript.Nodes;

/// <summary>The root of a tree.</summary>
public sealed class Program(int start, int end, NodeList<Statement> body, SourceType sourceType) : Node(NodeType.Program, start, end)
{
    public NodeList<Statement> Body { get; } = body;

    public SourceType SourceType { get; } = sourceType;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Body);
    }
}

public sealed class BlockStatement(int start, int end, NodeList<Statement> body) : Statement(NodeType.BlockStatement, start, end)
{
    public NodeList<Statement> Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Body);
    }
}

public sealed class EmptyStatement(int start, int end) : Statement(NodeType.EmptyStatement, start, end)
{
    public override void VisitChildren(NodeWalker walker)
    {
    }
}

/// <summary>Directive is the raw text of a directive prologue such as <c>use strict</c>, else null.</summary>
public sealed class ExpressionStatement(int start, int end, Expression expression, string? directive) : Statement(NodeType.ExpressionStatement, start, end)
{
    public Expression Expression { get; } = expression;

    public string? Directive { get; } = directive;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
    }
}

public sealed class VariableDeclaration(int start, int end, VariableKind kind, NodeList<VariableDeclarator> declarations, bool declare) : Statement(NodeType.VariableDeclaration, start, end)
{
    public VariableKind Kind { get; } = kind;

    public NodeList<VariableDeclarator> Declarations { get; } = declarations;

    public bool Declare { get; } = declare;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Declarations);
    }
}

public sealed class VariableDeclarator(int start, int end, Node id, Expression? init) : Node(NodeType.VariableDeclarator, start, end)
{
    public Node Id { get; } = id;

    public Expression? Init { get; } = init;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Id);
        walker.Visit(Init);
    }
}

public sealed class IfStatement(int start, int end, Expression test, Statement consequent, Statement? alternate) : Statement(NodeType.IfStatement, start, end)
{
    public Expression Test { get; } = test;

    public Statement Consequent { get; } = consequent;

    public Statement? Alternate { get; } = alternate;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Test);
        walker.Visit(Consequent);
        walker.Visit(Alternate);
    }
}

public sealed class ForStatement(int start, int end, Node? init, Expression? test, Expression? update, Statement body) : Statement(NodeType.ForStatement, start, end)
{
    public Node? Init { get; } = init;

    public Expression? Test { get; } = test;

    public Expression? Update { get; } = update;

    public Statement Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Init);
        walker.Visit(Test);
        walker.Visit(Update);
        walker.Visit(Body);
    }
}

public sealed class ForInStatement(int start, int end, Node left, Expression right, Statement body) : Statement(NodeType.ForInStatement, start, end)
{
    public Node Left { get; } = left;

    public Expression Right { get; } = right;

    public Statement Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Left);
        walker.Visit(Right);
        walker.Visit(Body);
    }
}

public sealed class ForOfStatement(int start, int end, Node left, Expression right, Statement body, bool @await) : Statement(NodeType.ForOfStatement, start, end)
{
    public Node Left { get; } = left;

    public Expression Right { get; } = right;

    public Statement Body { get; } = body;

    public bool Await { get; } = @await;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Left);
        walker.Visit(Right);
        walker.Visit(Body);
    }
}

public sealed class WhileStatement(int start, int end, Expression test, Statement body) : Statement(NodeType.WhileStatement, start, end)
{
    public Expression Test { get; } = test;

    public Statement Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Test);
        walker.Visit(Body);
    }
}

public sealed class DoWhileStatement(int start, int end, Statement body, Expression test) : Statement(NodeType.DoWhileStatement, start, end)
{
    public Statement Body { get; } = body;

    public Expression Test { get; } = test;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Body);
        walker.Visit(Test);
    }
}

public sealed class ContinueStatement(int start, int end, Identifier? label) : Statement(NodeType.ContinueStatement, start, end)
{
    public Identifier? Label { get; } = label;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Label);
    }
}

public sealed class BreakStatement(int start, int end, Identifier? label) : Statement(NodeType.BreakStatement, start, end)
{
    public Identifier? Label { get; } = label;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Label);
    }
}

public sealed class ReturnStatement(int start, int end, Expression? argument) : Statement(NodeType.ReturnStatement, start, end)
{
    public Expression? Argument { get; } = argument;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Argument);
    }
}

public sealed class ThrowStatement(int start, int end, Expression argument) : Statement(NodeType.ThrowStatement, start, end)
{
    public Expression Argument { get; } = argument;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Argument);
    }
}

public sealed class WithStatement(int start, int end, Expression @object, Statement body) : Statement(NodeType.WithStatement, start, end)
{
    public Expression Object { get; } = @object;

    public Statement Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Object);
        walker.Visit(Body);
    }
}

public sealed class SwitchStatement(int start, int end, Expression discriminant, NodeList<SwitchCase> cases) : Statement(NodeType.SwitchStatement, start, end)
{
    public Expression Discriminant { get; } = discriminant;

    public NodeList<SwitchCase> Cases { get; } = cases;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Discriminant);
        walker.Visit(Cases);
    }
}

public sealed class SwitchCase(int start, int end, Expression? test, NodeList<Statement> consequent) : Node(NodeType.SwitchCase, start, end)
{
    public Expression? Test { get; } = test;

    public NodeList<Statement> Consequent { get; } = consequent;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Test);
        walker.Visit(Consequent);
    }
}

public sealed class LabeledStatement(int start, int end, Identifier label, Statement body) : Statement(NodeType.LabeledStatement, start, end)
{
    public Identifier Label { get; } = label;

    public Statement Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Label);
        walker.Visit(Body);
    }
}

public sealed class TryStatement(int start, int end, BlockStatement block, CatchClause? handler, BlockStatement? finalizer) : Statement(NodeType.TryStatement, start, end)
{
    public BlockStatement Block { get; } = block;

    public CatchClause? Handler { get; } = handler;

    public BlockStatement? Finalizer { get; } = finalizer;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Block);
        walker.Visit(Handler);
        walker.Visit(Finalizer);
    }
}

public sealed class CatchClause(int start, int end, Node? param, BlockStatement body) : Node(NodeType.CatchClause, start, end)
{
    public Node? Param { get; } = param;

    public BlockStatement Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Param);
        walker.Visit(Body);
    }
}

public sealed class DebuggerStatement(int start, int end) : Statement(NodeType.DebuggerStatement, start, end)
{
    public override void VisitChildren(NodeWalker walker)
    {
    }
}

/// <summary>Stands where a statement could not be read; keeps what could be read of it.</summary>
public sealed class ErrorStatement(int start, int end, NodeList<Node> parts) : Statement(NodeType.ErrorStatement, start, end)
{
    public NodeList<Node> Parts { get; } = parts;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Parts);
    }
}
