using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Syntax.Text;

/// <summary>
/// What conditional compilation by comments switches off: uni-app's <c>#ifdef</c>, <c>#ifndef</c>, <c>#else</c>, <c>#endif</c> and Weixin's
/// <c>#if</c>, <c>#elif</c>, <c>#else</c>, <c>#endif</c>, <c>#define</c>, in script (<c>// #ifdef MP</c>, <c>/* #ifdef MP */</c>), markup
/// (<c>&lt;!-- #ifdef MP --&gt;</c>) and JSON with comments. A fact about the text, no judgement.
///
/// A branch is off only when that is certain. Where a condition cannot be told (an undecided name, a comparison, a form
/// not known here) every branch that it guards stays on, and an <c>#if</c> without <c>#endif</c> switches nothing off.
/// </summary>
public sealed class ConditionalRegions
{
    private readonly List<TextSpan> _off;

    private ConditionalRegions(List<TextSpan> off, IReadOnlyList<SyntaxError> errors, bool hasDirectives)
    {
        _off = off;
        Errors = errors;
        HasDirectives = hasDirectives;
    }

    /// <summary>What is switched off: sorted, without overlaps, from behind one directive to the next.</summary>
    public IReadOnlyList<TextSpan> Off => _off;

    /// <summary>Directives without their partner and conditions that cannot be read.</summary>
    public IReadOnlyList<SyntaxError> Errors { get; }

    /// <summary>Whether the text has any directive.</summary>
    public bool HasDirectives { get; }

    /// <summary>Finds the regions of a text. Names are compared ordinally. Linear in the comments; never throws.</summary>
    /// <param name="text">The text.</param>
    /// <param name="comments">Its comments with their delimiters, in source order, as the parsers list them.</param>
    /// <param name="defined">The names that are defined; all others are not, but for the undecided ones.</param>
    /// <param name="undecided">Names of which it is not known (<c>VUE2</c> and <c>VUE3</c>, say).</param>
    public static ConditionalRegions Find(SourceText text, IEnumerable<TextSpan> comments, IEnumerable<string> defined, IEnumerable<string>? undecided = null)
    {
        var names = new HashSet<string>(defined, StringComparer.Ordinal);
        var unknown = new HashSet<string>(undecided ?? [], StringComparer.Ordinal);
        var off = new List<TextSpan>();
        var errors = new List<SyntaxError>();
        var open = new Stack<Branch>();
        var openOff = 0;
        var found = false;
        foreach (var comment in comments)
        {
            if (ConditionalDirective.Read(text.Content, comment) is not { } directive)
                continue;

            found = true;
            var inner = open.Count == 0 ? null : open.Peek();
            switch (directive.Keyword)
            {
                case "define":
                    if (openOff == 0 && directive.Condition.Length > 0)
                        names.Add(text.Slice(directive.Condition).Split(' ', '\t')[0]);
                    break;
                case "if" or "ifdef" or "ifndef":
                    inner = new Branch(comment, Evaluate(directive));
                    open.Push(inner);
                    openOff += inner.IsOff ? 1 : 0;
                    break;
                case var _ when inner is null:
                    errors.Add(Error($"#{directive.Keyword} without #if.", comment));
                    break;
                default:
                    openOff -= inner.IsOff ? 1 : 0;
                    inner.End(comment.Start);
                    if (directive.Keyword == "endif")
                    {
                        off.AddRange(open.Pop().Off);
                        break;
                    }

                    inner.Next(comment.End, directive.Keyword == "else" ? true : Evaluate(directive));
                    openOff += inner.IsOff ? 1 : 0;
                    break;
            }
        }

        errors.AddRange(open.Select(b => Error("The condition has no #endif; nothing is switched off by it.", b.Opening)));
        return new ConditionalRegions(Merge(off), errors.OrderBy(e => e.Span).ToList(), found);

        bool? Evaluate(ConditionalDirective directive)
        {
            var holds = ConditionalExpression.Evaluate(text.Content, directive.Condition, name => names.Contains(name) ? true : unknown.Contains(name) ? null : false, out var error);
            if (error is { } span)
                errors.Add(Error("The condition cannot be read; its branches are taken as on.", span));
            return directive.Keyword == "ifndef" ? !holds : holds;
        }
    }

    /// <summary>Whether an offset is switched off.</summary>
    public bool IsOff(int offset)
    {
        var low = 0;
        var high = _off.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_off[middle].Contains(offset))
                return true;
            if (_off[middle].Start > offset)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return false;
    }

    /// <summary>
    /// The text with spaces for all that is switched off; line ends stay and so do all offsets. For parsers: alternatives that
    /// exclude each other (two start tags for one end tag) make sense only one at a time.
    /// </summary>
    public SourceText Blank(SourceText text)
    {
        if (_off.Count == 0)
            return text;

        var units = text.Content.ToCharArray();
        foreach (var span in _off)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                if (units[i] is not ('\n' or '\r'))
                    units[i] = ' ';
            }
        }

        return new SourceText(new string(units));
    }

    private static List<TextSpan> Merge(List<TextSpan> spans)
    {
        spans.Sort();
        var merged = new List<TextSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (span.Length == 0)
                continue;
            var last = merged.Count - 1;
            if (last >= 0 && span.Start <= merged[last].End)
                merged[last] = merged[last] with { End = Math.Max(merged[last].End, span.End) };
            else
                merged.Add(span);
        }

        return merged;
    }

    private static SyntaxError Error(string message, TextSpan span) => new(message, span, new TextSpan(span.End, span.End));

    /// <summary>An <c>#if</c> with the branches seen so far. A state of null is "cannot be told", which is on.</summary>
    private sealed class Branch(TextSpan opening, bool? holds)
    {
        private readonly List<TextSpan> _off = [];
        private bool? _taken = holds;
        private bool? _on = holds;
        private int _start = opening.End;

        public TextSpan Opening { get; } = opening;

        public bool IsOff => _on == false;

        public IReadOnlyList<TextSpan> Off => _off;

        public void End(int end)
        {
            if (IsOff)
                _off.Add(new TextSpan(_start, end));
        }

        public void Next(int start, bool? condition)
        {
            _start = start;
            _on = !_taken & condition;
            _taken |= condition;
        }
    }
}
