namespace PrivacyBuild.Syntax.JavaScript.Nodes;

// TypeScript: types are opaque, everything that makes names or values is kept.

/// <summary>A type, type parameter list or other type-only syntax that was read past.</summary>
public sealed class TSType(int start, int end) : Node(NodeType.TSType, start, end)
{
    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class TSAsExpression(int start, int end, Expression expression, TSType typeAnnotation) : Expression(NodeType.TSAsExpression, start, end)
{
    public Expression Expression { get; } = expression;

    public TSType TypeAnnotation { get; } = typeAnnotation;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
        walker.Visit(TypeAnnotation);
    }
}

public sealed class TSSatisfiesExpression(int start, int end, Expression expression, TSType typeAnnotation) : Expression(NodeType.TSSatisfiesExpression, start, end)
{
    public Expression Expression { get; } = expression;

    public TSType TypeAnnotation { get; } = typeAnnotation;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
        walker.Visit(TypeAnnotation);
    }
}

/// <summary><c>&lt;T&gt;value</c>.</summary>
public sealed class TSTypeAssertion(int start, int end, TSType typeAnnotation, Expression expression) : Expression(NodeType.TSTypeAssertion, start, end)
{
    public TSType TypeAnnotation { get; } = typeAnnotation;

    public Expression Expression { get; } = expression;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(TypeAnnotation);
        walker.Visit(Expression);
    }
}

public sealed class TSNonNullExpression(int start, int end, Expression expression) : Expression(NodeType.TSNonNullExpression, start, end)
{
    public Expression Expression { get; } = expression;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
    }
}

/// <summary><c>f&lt;T&gt;</c> without a call.</summary>
public sealed class TSInstantiationExpression(int start, int end, Expression expression, TSType typeArguments) : Expression(NodeType.TSInstantiationExpression, start, end)
{
    public Expression Expression { get; } = expression;

    public TSType TypeArguments { get; } = typeArguments;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
        walker.Visit(TypeArguments);
    }
}

/// <summary>A constructor parameter that also declares a field, or a parameter with decorators (<c>DeclaresField</c> tells which).</summary>
public sealed class TSParameterProperty(int start, int end, Node parameter, NodeList<Decorator> decorators = default, bool declaresField = true) : Node(NodeType.TSParameterProperty, start, end)
{
    public Node Parameter { get; } = parameter;

    public NodeList<Decorator> Decorators { get; } = decorators;

    public bool DeclaresField { get; } = declaresField;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Decorators);
        walker.Visit(Parameter);
    }
}

public sealed class TSEnumDeclaration(int start, int end, Identifier id, NodeList<TSEnumMember> members, bool @const, bool declare) : Statement(NodeType.TSEnumDeclaration, start, end)
{
    public Identifier Id { get; } = id;

    public NodeList<TSEnumMember> Members { get; } = members;

    public bool Const { get; } = @const;

    public bool Declare { get; } = declare;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Id);
        walker.Visit(Members);
    }
}

/// <summary>Id is an <see cref="Identifier"/> or a string or template literal.</summary>
public sealed class TSEnumMember(int start, int end, Expression id, Expression? initializer) : Node(NodeType.TSEnumMember, start, end)
{
    public Expression Id { get; } = id;

    public Expression? Initializer { get; } = initializer;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Id);
        walker.Visit(Initializer);
    }
}

/// <summary><c>namespace A</c>, <c>module "a"</c> or <c>declare global</c>; the body of <c>A.B</c> is another declaration.</summary>
public sealed class TSModuleDeclaration(int start, int end, Expression id, Node? body, bool declare, bool global) : Statement(NodeType.TSModuleDeclaration, start, end)
{
    public Expression Id { get; } = id;

    public Node? Body { get; } = body;

    public bool Declare { get; } = declare;

    public bool Global { get; } = global;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Id);
        walker.Visit(Body);
    }
}

public sealed class TSModuleBlock(int start, int end, NodeList<Statement> body) : Node(NodeType.TSModuleBlock, start, end)
{
    public NodeList<Statement> Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Body);
    }
}

public sealed class TSInterfaceDeclaration(int start, int end, Identifier id, TSType body) : Statement(NodeType.TSInterfaceDeclaration, start, end)
{
    public Identifier Id { get; } = id;

    public TSType Body { get; } = body;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Id);
        walker.Visit(Body);
    }
}

public sealed class TSTypeAliasDeclaration(int start, int end, Identifier id, TSType typeAnnotation) : Statement(NodeType.TSTypeAliasDeclaration, start, end)
{
    public Identifier Id { get; } = id;

    public TSType TypeAnnotation { get; } = typeAnnotation;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Id);
        walker.Visit(TypeAnnotation);
    }
}

/// <summary>Module reference is an entity name (<see cref="Identifier"/>, <see cref="MemberExpression"/>) or a <see cref="TSExternalModuleReference"/>.</summary>
public sealed class TSImportEqualsDeclaration(int start, int end, Identifier id, Expression moduleReference, bool export, bool typeOnly) : Statement(NodeType.TSImportEqualsDeclaration, start, end)
{
    public Identifier Id { get; } = id;

    public Expression ModuleReference { get; } = moduleReference;

    public bool Export { get; } = export;

    public bool TypeOnly { get; } = typeOnly;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Id);
        walker.Visit(ModuleReference);
    }
}

/// <summary><c>require("x")</c> on the right of <c>import x =</c>.</summary>
public sealed class TSExternalModuleReference(int start, int end, Expression expression) : Expression(NodeType.TSExternalModuleReference, start, end)
{
    public Expression Expression { get; } = expression;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
    }
}

/// <summary><c>export = value</c>.</summary>
public sealed class TSExportAssignment(int start, int end, Expression expression) : Statement(NodeType.TSExportAssignment, start, end)
{
    public Expression Expression { get; } = expression;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
    }
}

/// <summary><c>export as namespace X</c>.</summary>
public sealed class TSNamespaceExportDeclaration(int start, int end, Identifier id) : Statement(NodeType.TSNamespaceExportDeclaration, start, end)
{
    public Identifier Id { get; } = id;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Id);
    }
}
