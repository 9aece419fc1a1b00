namespace PrivacyBuild.Syntax.JavaScript.Nodes;

/// <summary>
/// Walks a tree in source order. Override <see cref="Visit(Node?)"/>, and call the base to go on into the children.
/// Safe at any depth: a chain of 100,000 links is walked without regard to the size of the caller's stack.
/// </summary>
public abstract class NodeWalker
{
    // The stack is asked every so many levels only; what is left then is far more than that many levels of any walker need.
    private const int LevelsBetweenChecks = 4;

    private int _depth;

    public virtual void Visit(Node? node)
    {
        if (node is null)
            return;
        if (++_depth % LevelsBetweenChecks == 0 && !StackGuard.HasRoom())
            StackGuard.OnFreshStack((node, walker: this), static state => state.node.VisitChildren(state.walker));
        else
            node.VisitChildren(this);
        _depth--;
    }

    public void Visit<T>(NodeList<T> nodes)
        where T : Node?
    {
        foreach (var node in nodes)
            Visit(node);
    }
}
