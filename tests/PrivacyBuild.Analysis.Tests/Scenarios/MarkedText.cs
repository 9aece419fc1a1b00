using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Scenarios;

/// <summary>
/// Text with places marked in it: <c>{|PRIV1001:wx.getLocation|}</c>. Before the colon stands what is expected there: rules in scenarios,
/// interfaces in the accuracy suite. Several are separated by commas, and marks may stand within marks.
/// </summary>
internal static partial class MarkedText
{
    public sealed record Mark(TextSpan Span, IReadOnlyList<string> Labels);

    public static (string Text, IReadOnlyList<Mark> Marks) Read(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<Mark>();
        var open = new Stack<(int Start, string Labels)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{' && Opening().Match(marked, i) is { Success: true } opening)
            {
                open.Push((text.Length, opening.Groups[1].Value));
                i += opening.Length - 1;
            }
            else if (open.Count > 0 && string.CompareOrdinal(marked, i, "|}", 0, 2) == 0)
            {
                var (start, labels) = open.Pop();
                marks.Add(new Mark(new TextSpan(start, text.Length), labels.Split(',', StringSplitOptions.TrimEntries)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return open.Count == 0 ? (text.ToString(), marks) : throw new FormatException("a mark is not closed: " + open.Peek().Labels);
    }

    [GeneratedRegex(@"\G\{\|([A-Za-z<][\w.<>\[\]=/, -]*):")]
    private static partial Regex Opening();
}
