namespace PrivacyBuild.Syntax.JavaScript.Nodes;

/// <summary>A literal; ESTree tells the kinds apart by their value, this tree by type, with Babel's names.</summary>
public abstract class Literal(NodeType type, int start, int end) : Expression(type, start, end)
{
    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class StringLiteral(int start, int end, string value) : Literal(NodeType.StringLiteral, start, end)
{
    public string Value { get; } = value;

    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class NumericLiteral(int start, int end, double value) : Literal(NodeType.NumericLiteral, start, end)
{
    public double Value { get; } = value;

    public override void VisitChildren(NodeWalker walker)
    {
    }
}

/// <summary>Digits as written, without separators and the <c>n</c>.</summary>
public sealed class BigIntLiteral(int start, int end, string value) : Literal(NodeType.BigIntLiteral, start, end)
{
    public string Value { get; } = value;

    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class BooleanLiteral(int start, int end, bool value) : Literal(NodeType.BooleanLiteral, start, end)
{
    public bool Value { get; } = value;

    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class NullLiteral(int start, int end) : Literal(NodeType.NullLiteral, start, end)
{
    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class RegExpLiteral(int start, int end, string pattern, string flags) : Literal(NodeType.RegExpLiteral, start, end)
{
    public string Pattern { get; } = pattern;

    public string Flags { get; } = flags;

    public override void VisitChildren(NodeWalker walker)
    {
    }
}
