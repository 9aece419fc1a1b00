namespace PrivacyBuild.Syntax.JavaScript.Nodes;

/// <summary>Specifiers are <see cref="ImportSpecifier"/>, <see cref="ImportDefaultSpecifier"/> or <see cref="ImportNamespaceSpecifier"/>.</summary>
public sealed class ImportDeclaration(int start, int end, NodeList<Node> specifiers, StringLiteral source, bool typeOnly) : Statement(NodeType.ImportDeclaration, start, end)
{
    public NodeList<Node> Specifiers { get; } = specifiers;

    public StringLiteral Source { get; } = source;

    public bool TypeOnly { get; } = typeOnly;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Specifiers);
        walker.Visit(Source);
    }
}

/// <summary>Imported is an <see cref="Identifier"/> or <see cref="StringLiteral"/>.</summary>
public sealed class ImportSpecifier(int start, int end, Expression imported, Identifier local, bool typeOnly) : Node(NodeType.ImportSpecifier, start, end)
{
    public Expression Imported { get; } = imported;

    public Identifier Local { get; } = local;

    public bool TypeOnly { get; } = typeOnly;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Imported);
        walker.Visit(Local);
    }
}

public sealed class ImportDefaultSpecifier(int start, int end, Identifier local) : Node(NodeType.ImportDefaultSpecifier, start, end)
{
    public Identifier Local { get; } = local;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Local);
    }
}

public sealed class ImportNamespaceSpecifier(int start, int end, Identifier local) : Node(NodeType.ImportNamespaceSpecifier, start, end)
{
    public Identifier Local { get; } = local;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Local);
    }
}

public sealed class ExportNamedDeclaration(int start, int end, Statement? declaration, NodeList<ExportSpecifier> specifiers, StringLiteral? source, bool typeOnly) : Statement(NodeType.ExportNamedDeclaration, start, end)
{
    public Statement? Declaration { get; } = declaration;

    public NodeList<ExportSpecifier> Specifiers { get; } = specifiers;

    public StringLiteral? Source { get; } = source;

    public bool TypeOnly { get; } = typeOnly;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Declaration);
        walker.Visit(Specifiers);
        walker.Visit(Source);
    }
}

/// <summary>Both sides are <see cref="Identifier"/> or <see cref="StringLiteral"/>.</summary>
public sealed class ExportSpecifier(int start, int end, Expression local, Expression exported, bool typeOnly) : Node(NodeType.ExportSpecifier, start, end)
{
    public Expression Local { get; } = local;

    public Expression Exported { get; } = exported;

    public bool TypeOnly { get; } = typeOnly;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Local);
        walker.Visit(Exported);
    }
}

/// <summary>A <see cref="FunctionDeclaration"/>, <see cref="ClassDeclaration"/>, type declaration or <see cref="Expression"/>.</summary>
public sealed class ExportDefaultDeclaration(int start, int end, Node declaration) : Statement(NodeType.ExportDefaultDeclaration, start, end)
{
    public Node Declaration { get; } = declaration;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Declaration);
    }
}

/// <summary><c>export * from</c>, with a name for <c>export * as name from</c>.</summary>
public sealed class ExportAllDeclaration(int start, int end, Expression? exported, StringLiteral source, bool typeOnly) : Statement(NodeType.ExportAllDeclaration, start, end)
{
    public Expression? Exported { get; } = exported;

    public StringLiteral Source { get; } = source;

    public bool TypeOnly { get; } = typeOnly;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Exported);
        walker.Visit(Source);
    }
}
