using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Scenarios;

/// <summary>
/// Text with places marked in it: <c>{|PRIV1001:wx.getLocation|}</c>. Several rules at one place are separated by commas, a severity
/// other than the rule's own stands behind a slash (<c>{|PRIV1001,PRIV1004/message:…|}</c>), and marks may stand within marks.
/// </summary>
internal static class MarkedText
{
    public sealed record Mark(TextSpan Span, IReadOnlyList<(string Id, Severity? Severity)> Rules);

    public static (string Text, IReadOnlyList<Mark> Marks) Read(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<Mark>();
        var open = new Stack<(int Start, string Rules)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (IsAt(marked, i, "{|PRIV"))
            {
                var colon = marked.IndexOf(':', i);
                open.Push((text.Length, marked[(i + 2)..colon]));
                i = colon;
            }
            else if (open.Count > 0 && IsAt(marked, i, "|}"))
            {
                var (start, rules) = open.Pop();
                marks.Add(new Mark(new TextSpan(start, text.Length), rules.Split(',').Select(ReadRule).ToArray()));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return open.Count == 0 ? (text.ToString(), marks) : throw new FormatException("a mark is not closed: " + open.Peek().Rules);
    }

    private static (string, Severity?) ReadRule(string rule)
    {
        var parts = rule.Trim().Split('/');
        return (parts[0], parts.Length > 1 ? Enum.Parse<Severity>(parts[1], ignoreCase: true) : null);
    }

    private static bool IsAt(string text, int index, string what) => string.CompareOrdinal(text, index, what, 0, what.Length) == 0;
}
