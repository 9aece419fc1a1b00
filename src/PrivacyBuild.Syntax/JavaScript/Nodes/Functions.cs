namespace PrivacyBuild.Syntax.JavaScript.Nodes;

/// <summary>What every kind of function has.</summary>
public interface IFunction
{
    /// <summary>Its own name, null for arrows and anonymous ones.</summary>
    Identifier? Id { get; }

    NodeList<Node> Params { get; }

    /// <summary>A <see cref="BlockStatement"/>, an <see cref="Expression"/> (arrows only), or null for a body-less TypeScript declaration.</summary>
    Node? Body { get; }

    bool Async { get; }

    bool Generator { get; }
}

/// <summary>What class declarations and class expressions share.</summary>
public interface IClass
{
    Identifier? Id { get; }

    Expression? SuperClass { get; }

    ClassBody Body { get; }

    NodeList<Decorator> Decorators { get; }
}

/// <summary>Parameters are patterns, <see cref="Identifier"/> or <see cref="TSParameterProperty"/>; a body-less one is an overload or <c>declare</c>.</summary>
public sealed class FunctionDeclaration(int start, int end, Identifier? id, NodeList<Node> @params, Node? body, bool async, bool generator) : Statement(NodeType.FunctionDeclaration, start, end), IFunction
{
    public Identifier? Id { get; } = id;

    public NodeList<Node> Params { get; } = @params;

    public Node? Body { get; } = body;

    public bool Async { get; } = async;

    public bool Generator { get; } = generator;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Id);
        walker.Visit(Params);
        walker.Visit(Body);
    }
}

public sealed class FunctionExpression(int start, int end, Identifier? id, NodeList<Node> @params, Node? body, bool async, bool generator) : Expression(NodeType.FunctionExpression, start, end), IFunction
{
    public Identifier? Id { get; } = id;

    public NodeList<Node> Params { get; } = @params;

    public Node? Body { get; } = body;

    public bool Async { get; } = async;

    public bool Generator { get; } = generator;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Id);
        walker.Visit(Params);
        walker.Visit(Body);
    }
}

public sealed class ArrowFunctionExpression(int start, int end, NodeList<Node> @params, Node? body, bool async) : Expression(NodeType.ArrowFunctionExpression, start, end), IFunction
{
    public Identifier? Id => null;

    public NodeList<Node> Params { get; } = @params;

    public Node? Body { get; } = body;

    public bool Async { get; } = async;

    public bool Generator => false;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Params);
        walker.Visit(Body);
    }
}

public sealed class ClassDeclaration(int start, int end, Identifier? id, Expression? superClass, ClassBody body, NodeList<Decorator> decorators, bool declare) : Statement(NodeType.ClassDeclaration, start, end), IClass
{
    public Identifier? Id { get; } = id;

    public Expression? SuperClass { get; } = superClass;

    public ClassBody Body { get; } = body;

    public NodeList<Decorator> Decorators { get; } = decorators;

    public bool Declare { get; } = declare;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Decorators);
        walker.Visit(Id);
        walker.Visit(SuperClass);
        walker.Visit(Body);
    }
}

public sealed class ClassExpression(int start, int end, Identifier? id, Expression? superClass, ClassBody body, NodeList<Decorator> decorators) : Expression(NodeType.ClassExpression, start, end), IClass
{
    public Identifier? Id { get; } = id;

    public Expression? SuperClass { get; } = superClass;

    public ClassBody Body { get; } = body;

    public NodeList<Decorator> Decorators { get; } = decorators;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Decorators);
        walker.Visit(Id);
        walker.Visit(SuperClass);
        walker.Visit(Body);
    }
}

/// <summary>Members are <see cref="MethodDefinition"/>, <see cref="PropertyDefinition"/> or <see cref="StaticBlock"/>; TypeScript index signatures are <see cref="TSType"/>.</summary>
public sealed class ClassBody(int start, int end, NodeList<Node> body) : Node(NodeType.ClassBody, start, end)
{
    public NodeList<Node> Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Body);
    }
}

public sealed class MethodDefinition(int start, int end, Expression key, FunctionExpression value, MethodKind kind, bool computed, bool @static, NodeList<Decorator> decorators) : Node(NodeType.MethodDefinition, start, end)
{
    public Expression Key { get; } = key;

    public FunctionExpression Value { get; } = value;

    public MethodKind Kind { get; } = kind;

    public bool Computed { get; } = computed;

    public bool Static { get; } = @static;

    public NodeList<Decorator> Decorators { get; } = decorators;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Decorators);
        walker.Visit(Key);
        walker.Visit(Value);
    }
}

/// <summary>A field; <c>Accessor</c> marks an auto-accessor, <c>Declare</c> a type-only or abstract one.</summary>
public sealed class PropertyDefinition(int start, int end, Expression key, Expression? value, bool computed, bool @static, bool accessor, bool declare, NodeList<Decorator> decorators) : Node(NodeType.PropertyDefinition, start, end)
{
    public Expression Key { get; } = key;

    public Expression? Value { get; } = value;

    public bool Computed { get; } = computed;

    public bool Static { get; } = @static;

    public bool Accessor { get; } = accessor;

    public bool Declare { get; } = declare;

    public NodeList<Decorator> Decorators { get; } = decorators;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Decorators);
        walker.Visit(Key);
        walker.Visit(Value);
    }
}

public sealed class StaticBlock(int start, int end, NodeList<Statement> body) : Node(NodeType.StaticBlock, start, end)
{
    public NodeList<Statement> Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Body);
    }
}

public sealed class Decorator(int start, int end, Expression expression) : Node(NodeType.Decorator, start, end)
{
    public Expression Expression { get; } = expression;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
    }
}
