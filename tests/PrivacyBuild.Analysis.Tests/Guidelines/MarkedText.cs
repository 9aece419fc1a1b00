using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Guidelines;

/// <summary>A text in which <c>[|…|]</c> marks the places that a test expects.</summary>
internal sealed class MarkedText
{
    public MarkedText(string marked)
    {
        var spans = new List<TextSpan>();
        var open = new Stack<int>();
        var content = new System.Text.StringBuilder();
        for (var i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "[|", 0, 2) == 0)
            {
                open.Push(content.Length);
                i++;
            }
            else if (string.CompareOrdinal(marked, i, "|]", 0, 2) == 0)
            {
                spans.Add(new TextSpan(open.Pop(), content.Length));
                i++;
            }
            else
            {
                content.Append(marked[i]);
            }
        }

        if (open.Count > 0)
            throw new ArgumentException("A mark is not closed.", nameof(marked));
        Text = new SourceText(content.ToString());
        Spans = spans;
    }

    public SourceText Text { get; }

    /// <summary>In order of their ends: inner marks before the ones around them.</summary>
    public IReadOnlyList<TextSpan> Spans { get; }
}
