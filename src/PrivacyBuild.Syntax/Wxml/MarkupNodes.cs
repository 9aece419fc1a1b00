using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>An element or a text.</summary>
public abstract class MarkupNode
{
    private protected MarkupNode(MarkupElement? parent, TextSpan span)
    {
        Parent = parent;
        Span = span;
    }

    /// <summary>The element around it; null at the top level.</summary>
    public MarkupElement? Parent { get; internal set; }

    /// <summary>The whole node; an element's reaches to the end of its end tag, or as far as its children when that is missing.</summary>
    public TextSpan Span { get; private protected set; }
}

/// <summary>A run of text between tags. Text of white space only is not kept.</summary>
public sealed class MarkupText : MarkupNode
{
    private readonly SourceText _text;
    private readonly MarkupDialect _dialect;
    private MarkupValue? _value;

    internal MarkupText(MarkupElement? parent, SourceText text, MarkupDialect dialect, TextSpan span)
        : base(parent, span)
    {
        _text = text;
        _dialect = dialect;
    }

    /// <summary>Its literal and expression runs.</summary>
    public MarkupValue Value => _value ??= MarkupValue.Parse(_text, Span, _dialect);
}

public sealed class MarkupElement : MarkupNode
{
    private readonly List<MarkupNode> _children = [];

    internal MarkupElement(MarkupElement? parent, string name, TextSpan nameSpan, IReadOnlyList<MarkupAttribute> attributes, TextSpan startTagSpan, bool selfClosing)
        : base(parent, startTagSpan)
    {
        Name = name;
        NameSpan = nameSpan;
        Attributes = attributes;
        StartTagSpan = startTagSpan;
        SelfClosing = selfClosing;
    }

    /// <summary>The tag's name as written.</summary>
    public string Name { get; }

    public TextSpan NameSpan { get; }

    /// <summary>In source order, duplicates included.</summary>
    public IReadOnlyList<MarkupAttribute> Attributes { get; }

    public IReadOnlyList<MarkupNode> Children => _children;

    /// <summary>From <c>&lt;</c> to <c>&gt;</c>.</summary>
    public TextSpan StartTagSpan { get; }

    /// <summary>From <c>&lt;/</c> to <c>&gt;</c>; null when the element is self-closing, void or was never closed.</summary>
    public TextSpan? EndTagSpan { get; private set; }

    /// <summary>Whether the start tag ends in <c>/&gt;</c>.</summary>
    public bool SelfClosing { get; }

    /// <summary>The content of an element that holds script instead of markup (<c>&lt;wxs&gt;</c>); such an element has no children.</summary>
    public TextSpan? RawText { get; internal set; }

    /// <summary>The first attribute of that name as written; null when there is none.</summary>
    public MarkupAttribute? FindAttribute(string name)
    {
        for (var i = 0; i < Attributes.Count; i++)
        {
            if (Attributes[i].Name == name)
                return Attributes[i];
        }

        return null;
    }

    /// <summary>All elements below this one in source order, a parent before its children. Needs no recursion, however deep the nesting is.</summary>
    public IEnumerable<MarkupElement> DescendantElements() => WalkElements(_children);

    /// <summary>Whether the start tag lacks its <c>&gt;</c>: that was told, and that the element is not closed either would be the same news.</summary>
    internal bool IsCutOff { get; set; }

    internal void Add(MarkupNode child) => _children.Add(child);

    internal void Close(int end, TextSpan? endTag)
    {
        EndTagSpan = endTag;
        Span = new TextSpan(Span.Start, Math.Max(Span.End, end));
    }

    internal void MoveChildrenTo(MarkupElement? parent, List<MarkupNode> roots)
    {
        foreach (var child in _children)
            child.Parent = parent;
        (parent?._children ?? roots).AddRange(_children);
        _children.Clear();
    }

    internal static IEnumerable<MarkupElement> WalkElements(IReadOnlyList<MarkupNode> roots)
    {
        foreach (var node in Walk(roots))
        {
            if (node is MarkupElement element)
                yield return element;
        }
    }

    internal static IEnumerable<MarkupNode> Walk(IReadOnlyList<MarkupNode> roots)
    {
        var pending = new Stack<MarkupNode>();
        for (var i = roots.Count - 1; i >= 0; i--)
            pending.Push(roots[i]);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            yield return node;
            if (node is not MarkupElement element)
                continue;
            for (var i = element.Children.Count - 1; i >= 0; i--)
                pending.Push(element.Children[i]);
        }
    }
}
