using System;
using System.Collections.Generic;
using System.Text;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.Text;

/// <summary>A text whose expected places are marked <c>[|so|]</c>; marks may nest, and are listed in the order in which they begin.</summary>
public sealed class MarkedText
{
    public MarkedText(string marked)
    {
        var content = new StringBuilder();
        var spans = new List<TextSpan>();
        var open = new Stack<int>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "[|", 0, 2) == 0)
            {
                open.Push(spans.Count);
                spans.Add(new TextSpan(content.Length, -1));
                i++;
            }
            else if (string.CompareOrdinal(marked, i, "|]", 0, 2) == 0 && open.Count > 0)
            {
                var index = open.Pop();
                spans[index] = spans[index] with { End = content.Length };
                i++;
            }
            else
            {
                content.Append(marked[i]);
            }
        }

        if (open.Count > 0)
            throw new FormatException("A mark is not closed: " + marked);
        Text = new SourceText(content.ToString());
        Spans = spans;
    }

    public SourceText Text { get; }

    public IReadOnlyList<TextSpan> Spans { get; }

    /// <summary>The text with marks around the given spans: what a failing test shows.</summary>
    public static string Mark(SourceText text, IEnumerable<TextSpan> spans)
    {
        var result = new StringBuilder(text.Content);
        var marks = new List<(int Offset, int Order, string Mark)>();
        var order = 0;
        foreach (var span in spans)
        {
            // Of marks at one offset the earlier span's opening stands first and its closing last.
            marks.Add((span.Start, span.Length == 0 ? order : -1_000_000 + order, "[|"));
            marks.Add((span.End, span.Length == 0 ? order : -2_000_000 - order, "|]"));
            order++;
        }

        marks.Sort((a, b) => a.Offset != b.Offset ? b.Offset.CompareTo(a.Offset) : a.Order != b.Order ? b.Order.CompareTo(a.Order) : string.CompareOrdinal(b.Mark, a.Mark));
        foreach (var (offset, _, mark) in marks)
            result.Insert(offset, mark);
        return result.ToString();
    }
}
