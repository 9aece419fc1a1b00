using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Syntax.JavaScript.Nodes;

// Expressions in the order of the grammar: primary, member and call, operators, assignment, functions stand in Functions.cs.

/// <summary>A name: one that binds, one that refers, or the plain name of a property or label; the parent tells which.</summary>
public sealed class Identifier(int start, int end, string name) : Expression(NodeType.Identifier, start, end)
{
    public string Name { get; } = name;

    /// <summary>What the name means where it binds or refers, set once by <see cref="ScopeTree"/>; null for globals, property names and labels.</summary>
    public Binding? Binding { get; internal set; }

    public override void VisitChildren(NodeWalker walker)
    {
    }
}

/// <summary><c>#name</c> as a member key or the left side of <c>in</c>; <c>Name</c> has no <c>#</c>.</summary>
public sealed class PrivateIdentifier(int start, int end, string name) : Expression(NodeType.PrivateIdentifier, start, end)
{
    public string Name { get; } = name;

    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class ThisExpression(int start, int end) : Expression(NodeType.ThisExpression, start, end)
{
    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class Super(int start, int end) : Expression(NodeType.Super, start, end)
{
    public override void VisitChildren(NodeWalker walker)
    {
    }
}

/// <summary>Elements are null for holes; a spread is a <see cref="SpreadElement"/>.</summary>
public sealed class ArrayExpression(int start, int end, NodeList<Expression?> elements) : Expression(NodeType.ArrayExpression, start, end)
{
    public NodeList<Expression?> Elements { get; } = elements;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Elements);
    }
}

/// <summary>Members are <see cref="Property"/> or <see cref="SpreadElement"/>.</summary>
public sealed class ObjectExpression(int start, int end, NodeList<Node> properties) : Expression(NodeType.ObjectExpression, start, end)
{
    public NodeList<Node> Properties { get; } = properties;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Properties);
    }
}

/// <summary>A member of an <see cref="ObjectExpression"/> or <see cref="ObjectPattern"/>; in a pattern the value is the target.</summary>
public sealed class Property(int start, int end, Expression key, Node value, PropertyKind kind, bool method, bool shorthand, bool computed) : Node(NodeType.Property, start, end)
{
    public Expression Key { get; } = key;

    public Node Value { get; } = value;

    public PropertyKind Kind { get; } = kind;

    public bool Method { get; } = method;

    public bool Shorthand { get; } = shorthand;

    public bool Computed { get; } = computed;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Key);
        walker.Visit(Value);
    }
}

public sealed class SpreadElement(int start, int end, Expression argument) : Expression(NodeType.SpreadElement, start, end)
{
    public Expression Argument { get; } = argument;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Argument);
    }
}

public sealed class TemplateLiteral(int start, int end, NodeList<TemplateElement> quasis, NodeList<Expression> expressions) : Expression(NodeType.TemplateLiteral, start, end)
{
    public NodeList<TemplateElement> Quasis { get; } = quasis;

    public NodeList<Expression> Expressions { get; } = expressions;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Quasis);
        walker.Visit(Expressions);
    }
}

/// <summary>Cooked is null when an escape is invalid, as tagged templates allow.</summary>
public sealed class TemplateElement(int start, int end, string? cooked, string raw, bool tail) : Node(NodeType.TemplateElement, start, end)
{
    public string? Cooked { get; } = cooked;

    public string Raw { get; } = raw;

    public bool Tail { get; } = tail;

    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class TaggedTemplateExpression(int start, int end, Expression tag, TemplateLiteral quasi) : Expression(NodeType.TaggedTemplateExpression, start, end)
{
    public Expression Tag { get; } = tag;

    public TemplateLiteral Quasi { get; } = quasi;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Tag);
        walker.Visit(Quasi);
    }
}

public sealed class MemberExpression(int start, int end, Expression @object, Expression property, bool computed, bool optional) : Expression(NodeType.MemberExpression, start, end)
{
    public Expression Object { get; } = @object;

    public Expression Property { get; } = property;

    public bool Computed { get; } = computed;

    public bool Optional { get; } = optional;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Object);
        walker.Visit(Property);
    }
}

public sealed class CallExpression(int start, int end, Expression callee, NodeList<Expression> arguments, bool optional) : Expression(NodeType.CallExpression, start, end)
{
    public Expression Callee { get; } = callee;

    public NodeList<Expression> Arguments { get; } = arguments;

    public bool Optional { get; } = optional;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Callee);
        walker.Visit(Arguments);
    }
}

public sealed class NewExpression(int start, int end, Expression callee, NodeList<Expression> arguments) : Expression(NodeType.NewExpression, start, end)
{
    public Expression Callee { get; } = callee;

    public NodeList<Expression> Arguments { get; } = arguments;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Callee);
        walker.Visit(Arguments);
    }
}

/// <summary>The outermost node of an optional chain.</summary>
public sealed class ChainExpression(int start, int end, Expression expression) : Expression(NodeType.ChainExpression, start, end)
{
    public Expression Expression { get; } = expression;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expression);
    }
}

/// <summary><c>import(source, options)</c>.</summary>
public sealed class ImportExpression(int start, int end, Expression source, Expression? options) : Expression(NodeType.ImportExpression, start, end)
{
    public Expression Source { get; } = source;

    public Expression? Options { get; } = options;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Source);
        walker.Visit(Options);
    }
}

/// <summary><c>new.target</c> and <c>import.meta</c>.</summary>
public sealed class MetaProperty(int start, int end, string meta, string property) : Expression(NodeType.MetaProperty, start, end)
{
    public string Meta { get; } = meta;

    public string Property { get; } = property;

    public override void VisitChildren(NodeWalker walker)
    {
    }
}

public sealed class UnaryExpression(int start, int end, string @operator, Expression argument) : Expression(NodeType.UnaryExpression, start, end)
{
    public string Operator { get; } = @operator;

    public Expression Argument { get; } = argument;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Argument);
    }
}

public sealed class UpdateExpression(int start, int end, string @operator, Expression argument, bool prefix) : Expression(NodeType.UpdateExpression, start, end)
{
    public string Operator { get; } = @operator;

    public Expression Argument { get; } = argument;

    public bool Prefix { get; } = prefix;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Argument);
    }
}

public sealed class BinaryExpression(int start, int end, string @operator, Expression left, Expression right) : Expression(NodeType.BinaryExpression, start, end)
{
    public string Operator { get; } = @operator;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Left);
        walker.Visit(Right);
    }
}

public sealed class LogicalExpression(int start, int end, string @operator, Expression left, Expression right) : Expression(NodeType.LogicalExpression, start, end)
{
    public string Operator { get; } = @operator;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Left);
        walker.Visit(Right);
    }
}

public sealed class ConditionalExpression(int start, int end, Expression test, Expression consequent, Expression alternate) : Expression(NodeType.ConditionalExpression, start, end)
{
    public Expression Test { get; } = test;

    public Expression Consequent { get; } = consequent;

    public Expression Alternate { get; } = alternate;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Test);
        walker.Visit(Consequent);
        walker.Visit(Alternate);
    }
}

/// <summary>Left is a pattern, an <see cref="Identifier"/> or a <see cref="MemberExpression"/>.</summary>
public sealed class AssignmentExpression(int start, int end, string @operator, Node left, Expression right) : Expression(NodeType.AssignmentExpression, start, end)
{
    public string Operator { get; } = @operator;

    public Node Left { get; } = left;

    public Expression Right { get; } = right;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Left);
        walker.Visit(Right);
    }
}

public sealed class SequenceExpression(int start, int end, NodeList<Expression> expressions) : Expression(NodeType.SequenceExpression, start, end)
{
    public NodeList<Expression> Expressions { get; } = expressions;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Expressions);
    }
}

public sealed class YieldExpression(int start, int end, Expression? argument, bool @delegate) : Expression(NodeType.YieldExpression, start, end)
{
    public Expression? Argument { get; } = argument;

    public bool Delegate { get; } = @delegate;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Argument);
    }
}

public sealed class AwaitExpression(int start, int end, Expression argument) : Expression(NodeType.AwaitExpression, start, end)
{
    public Expression Argument { get; } = argument;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Argument);
    }
}

/// <summary>Stands where no expression could be read; keeps what could be read of it.</summary>
public sealed class ErrorExpression(int start, int end, NodeList<Node> parts) : Expression(NodeType.ErrorExpression, start, end)
{
    public NodeList<Node> Parts { get; } = parts;

    public override void VisitChildren(NodeWalker walker)
    {
        walker.Visit(Parts);
    }
}
