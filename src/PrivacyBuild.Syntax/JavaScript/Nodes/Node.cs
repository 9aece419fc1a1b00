using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript.Nodes;

/// <summary>A node of the tree, with ESTree's names. Offsets are those of the whole file, also inside single-file components.</summary>
public abstract class Node(NodeType type, int start, int end)
{
    public NodeType Type { get; } = type;

    public int Start { get; } = start;

    public int End { get; } = end;

    public TextSpan Span => new(Start, End);

    /// <summary>Hands each child to the walker, in source order.</summary>
    public abstract void VisitChildren(NodeWalker walker);
}

public abstract class Expression(NodeType type, int start, int end) : Node(type, start, end);

public abstract class Statement(NodeType type, int start, int end) : Node(type, start, end);

public enum SourceType
{
    Script,
    Module,
}

public enum PropertyKind
{
    Init,
    Get,
    Set,
}

public enum MethodKind
{
    Constructor,
    Method,
    Get,
    Set,
}

public enum VariableKind
{
    Var,
    Let,
    Const,
    Using,
    AwaitUsing,
}
