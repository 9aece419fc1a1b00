namespace PrivacyBuild.Syntax.JavaScript.Nodes;

// Binding and assignment targets.

/// <summary>Members are <see cref="Property"/> or <see cref="RestElement"/>.</summary>
public sealed class ObjectPattern(int start, int end, NodeList<Node> properties) : Node(NodeType.ObjectPattern, start, end)
{
    public NodeList<Node> Properties { get; } = properties;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Properties);
    }
}

/// <summary>Elements are null for holes.</summary>
public sealed class ArrayPattern(int start, int end, NodeList<Node?> elements) : Node(NodeType.ArrayPattern, start, end)
{
    public NodeList<Node?> Elements { get; } = elements;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Elements);
    }
}

public sealed class RestElement(int start, int end, Node argument) : Node(NodeType.RestElement, start, end)
{
    public Node Argument { get; } = argument;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Argument);
    }
}

/// <summary>A target with a default value.</summary>
public sealed class AssignmentPattern(int start, int end, Node left, Expression right) : Node(NodeType.AssignmentPattern, start, end)
{
    public Node Left { get; } = left;

    public Expression Right { get; } = right;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Left);
        walker.Visit(Right);
    }
}
