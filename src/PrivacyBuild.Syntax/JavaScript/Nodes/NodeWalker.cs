namespace PrivacyBuild.Syntax.JavaScript.Nodes;

/// <summary>Walks a tree in source order. Override <see cref="Visit(Node?)"/>, and call the base to go on into the children.</summary>
public abstract class NodeWalker
{
    public virtual void Visit(Node? node) => node?.VisitChildren(this);

    public void Visit<T>(NodeList<T> nodes)
        where T : Node?
    {
        foreach (var node in nodes)
            Visit(node);
    }
}
