using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript;

/// <summary>What parsing gives, always: a tree, and as data whatever could not be read.</summary>
public sealed class JavaScriptTree(SourceText text, Program program, IReadOnlyList<SyntaxError> errors, IReadOnlyList<Comment> comments)
{
    public SourceText Text { get; } = text;

    public Program Program { get; } = program;

    public IReadOnlyList<SyntaxError> Errors { get; } = errors;

    /// <summary>All comments in source order, a hashbang line and HTML-like comments included.</summary>
    public IReadOnlyList<Comment> Comments { get; } = comments;
}

/// <summary>A comment; <paramref name="Span"/> includes its delimiters.</summary>
public readonly record struct Comment(TextSpan Span, bool Block);
