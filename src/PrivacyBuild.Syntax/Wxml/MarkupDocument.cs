using System.Collections.Generic;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>What parsing gives, always: a tree, and as data whatever was wrong. Offsets are those of the whole text, also when only a range was parsed.</summary>
public sealed class MarkupDocument
{
    private IReadOnlyList<MarkupElement>? _elements;

    internal MarkupDocument(SourceText text, MarkupDialect dialect, IReadOnlyList<MarkupNode> children, IReadOnlyList<SyntaxError> errors, IReadOnlyList<TextSpan> comments)
    {
        Text = text;
        Dialect = dialect;
        Children = children;
        Errors = errors;
        Comments = comments;
    }

    public SourceText Text { get; }

    public MarkupDialect Dialect { get; }

    /// <summary>Elements and texts of the top level in source order.</summary>
    public IReadOnlyList<MarkupNode> Children { get; }

    /// <summary>In source order.</summary>
    public IReadOnlyList<SyntaxError> Errors { get; }

    /// <summary>Comments in source order, with their delimiters.</summary>
    public IReadOnlyList<TextSpan> Comments { get; }

    /// <summary>All nodes in source order, a parent before its children. Needs no recursion, however deep the nesting is.</summary>
    public IEnumerable<MarkupNode> Descendants() => MarkupElement.Walk(Children);

    /// <summary>All elements in source order, a parent before its children. Needs no recursion, however deep the nesting is.</summary>
    public IReadOnlyList<MarkupElement> DescendantElements() => _elements ??= [.. MarkupElement.WalkElements(Children)];
}
