using System.Collections.Generic;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>
/// A value or text as the runs it is made of: literal text and <c>{{ expression }}</c>. The runs cover the value without gaps.
/// </summary>
/// <remarks>
/// <para>An expression run gives a place, no tree: hand <see cref="MarkupPart.Expression"/> to the JavaScript parser's <c>ParseExpression</c>.</para>
/// <para>
/// WXML's object shorthand, <c>data="{{a, b: 1, ...c}}"</c>, is told by the expression run itself, not by its element:
/// <see cref="MarkupPart.IsObjectShorthand"/> is set when its text, outside of brackets and strings, has a comma, a leading
/// <c>...</c>, or a colon that belongs to no <c>?</c>. Such a run is the inside of an object literal. (<c>{{a}}</c> on <c>data</c> of a
/// <c>&lt;template&gt;</c> is ambiguous by itself: there the element decides.)
/// </para>
/// <para>Character references stay undecoded in expressions; WXML and most Vue templates write operators plainly.</para>
/// </remarks>
public sealed class MarkupValue
{
    private MarkupValue(SourceText text, TextSpan span, IReadOnlyList<MarkupPart> parts)
    {
        Text = text;
        Span = span;
        Parts = parts;
    }

    public SourceText Text { get; }

    public TextSpan Span { get; }

    public IReadOnlyList<MarkupPart> Parts { get; }

    /// <summary>Whether no expression is in it.</summary>
    public bool IsLiteral => Parts.Count == 0 || (Parts.Count == 1 && !Parts[0].IsExpression);

    /// <summary>The expression when the value is nothing else (white space around it aside); null otherwise.</summary>
    public TextSpan? OnlyExpression
    {
        get
        {
            TextSpan? only = null;
            foreach (var part in Parts)
            {
                if (part.Expression is { } expression && only is null)
                    only = expression;
                else if (part.IsExpression || !IsBlank(Text.Content, part.Span))
                    return null;
            }

            return only;
        }
    }

    /// <summary>Cuts a range of a text into its runs. Time is linear in its length. Never throws.</summary>
    public static MarkupValue Parse(SourceText text, TextSpan span, MarkupDialect dialect)
    {
        var content = text.Content;
        var parts = new List<MarkupPart>();
        var expressions = new ExpressionFinder(content, span.End, dialect);
        var literal = span.Start;
        for (var open = expressions.NextOpen(span.Start); open >= 0;)
        {
            var close = expressions.FindClose(open, ExpressionPlace.Whole);
            if (close < 0)
            {
                open = expressions.NextOpen(open + 2);
                continue;
            }

            if (literal < open)
                parts.Add(new MarkupPart(new TextSpan(literal, open), null, false));
            var expression = new TextSpan(open + 2, close);
            parts.Add(new MarkupPart(new TextSpan(open, close + 2), expression, ObjectShorthand.IsAt(content, expression)));
            literal = close + 2;
            open = expressions.NextOpen(literal);
        }

        if (literal < span.End)
            parts.Add(new MarkupPart(new TextSpan(literal, span.End), null, false));
        return new MarkupValue(text, span, parts);
    }

    /// <summary>A value that is an expression from <paramref name="start"/> on, without braces.</summary>
    internal static MarkupValue OfExpression(SourceText text, TextSpan span, int start)
    {
        if (IsBlank(text.Content, span))
            return new MarkupValue(text, span, []);

        var expression = new MarkupPart(new TextSpan(start, span.End), new TextSpan(start, span.End), false);
        return new MarkupValue(text, span, start == span.Start ? [expression] : [new MarkupPart(new TextSpan(span.Start, start), null, false), expression]);
    }

    private static bool IsBlank(string content, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (!char.IsWhiteSpace(content[i]))
                return false;
        }

        return true;
    }
}

/// <summary>One run of a <see cref="MarkupValue"/>.</summary>
/// <param name="Span">The whole run, braces included.</param>
/// <param name="Expression">What stands between the braces; null for literal text.</param>
/// <param name="IsObjectShorthand">Whether the expression is the inside of an object literal (<c>{{a, b: 1}}</c>).</param>
public sealed record MarkupPart(TextSpan Span, TextSpan? Expression, bool IsObjectShorthand)
{
    public bool IsExpression => Expression != null;
}
