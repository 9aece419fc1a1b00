using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Syntax.JavaScript.Nodes;

public sealed class JSXElement(int start, int end, JSXOpeningElement openingElement, NodeList<Node> children, JSXClosingElement? closingElement) : Expression(NodeType.JSXElement, start, end)
{
    public JSXOpeningElement OpeningElement { get; } = openingElement;

    public NodeList<Node> Children { get; } = children;

    public JSXClosingElement? ClosingElement { get; } = closingElement;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(OpeningElement);
        walker.Visit(Children);
        walker.Visit(ClosingElement);
    }
}

public sealed class JSXFragment(int start, int end, NodeList<Node> children) : Expression(NodeType.JSXFragment, start, end)
{
    public NodeList<Node> Children { get; } = children;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Children);
    }
}

/// <summary>Name is <see cref="JSXIdentifier"/>, <see cref="JSXNamespacedName"/> or <see cref="JSXMemberExpression"/>; attributes <see cref="JSXAttribute"/> or <see cref="JSXSpreadAttribute"/>.</summary>
public sealed class JSXOpeningElement(int start, int end, Expression name, NodeList<Node> attributes, bool selfClosing) : Node(NodeType.JSXOpeningElement, start, end)
{
    public Expression Name { get; } = name;

    public NodeList<Node> Attributes { get; } = attributes;

    public bool SelfClosing { get; } = selfClosing;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Name);
        walker.Visit(Attributes);
    }
}

public sealed class JSXClosingElement(int start, int end, Expression name) : Node(NodeType.JSXClosingElement, start, end)
{
    public Expression Name { get; } = name;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Name);
    }
}

/// <summary>Value is a <see cref="StringLiteral"/> (entities decoded), <see cref="JSXExpressionContainer"/>, element or fragment; null means true.</summary>
public sealed class JSXAttribute(int start, int end, Expression name, Node? value) : Node(NodeType.JSXAttribute, start, end)
{
    public Expression Name { get; } = name;

    public Node? Value { get; } = value;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Name);
        walker.Visit(Value);
    }
}

public sealed class JSXSpreadAttribute(int start, int end, Expression argument) : Node(NodeType.JSXSpreadAttribute, start, end)
{
    public Expression Argument { get; } = argument;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Argument);
    }
}

public sealed class JSXExpressionContainer(int start, int end, Expression expression) : Node(NodeType.JSXExpressionContainer, start, end)
{
    public Expression Expression { get; } = expression;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
    }
}

public sealed class JSXEmptyExpression(int start, int end) : Expression(NodeType.JSXEmptyExpression, start, end)
{
    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class JSXSpreadChild(int start, int end, Expression expression) : Node(NodeType.JSXSpreadChild, start, end)
{
    public Expression Expression { get; } = expression;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
    }
}

/// <summary>Text with entities decoded.</summary>
public sealed class JSXText(int start, int end, string value) : Node(NodeType.JSXText, start, end)
{
    public string Value { get; } = value;

    public override void VisitChildren(NodeWalker walker)
    {
    }
}

/// <summary>A tag or attribute name; one that begins with a capital refers to a binding.</summary>
public sealed class JSXIdentifier(int start, int end, string name) : Expression(NodeType.JSXIdentifier, start, end)
{
    public string Name { get; } = name;

    /// <summary>What the name of a component, or the root of a dotted tag name, means; set once by <see cref="ScopeTree"/>, null for everything else and for globals.</summary>
    public Binding? Binding { get; internal set; }

    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class JSXMemberExpression(int start, int end, Expression @object, JSXIdentifier property) : Expression(NodeType.JSXMemberExpression, start, end)
{
    public Expression Object { get; } = @object;

    public JSXIdentifier Property { get; } = property;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Object);
        walker.Visit(Property);
    }
}

public sealed class JSXNamespacedName(int start, int end, JSXIdentifier @namespace, JSXIdentifier name) : Expression(NodeType.JSXNamespacedName, start, end)
{
    public JSXIdentifier Namespace { get; } = @namespace;

    public JSXIdentifier Name { get; } = name;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Namespace);
        walker.Visit(Name);
    }
}
