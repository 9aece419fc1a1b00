using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Suppressions;

/// <summary>
/// Reads <c>privacybuild-disable-next-line PRIV1001 wx.getLocation -- reason</c> out of comments. A comment that begins with the product's
/// name and means nothing is a problem: its author believes that it does something.
/// </summary>
public static class DisableComments
{
    /// <summary>A text without this word holds no such comment; its comments need not be known.</summary>
    public const string Marker = "privacybuild-";

    private const string Directive = "privacybuild-disable-next-line";

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    /// <param name="path">Product path of the file.</param>
    /// <param name="text">The file.</param>
    /// <param name="comments">Places of its comments, delimiters included.</param>
    /// <param name="targetEnd">Offset where what follows a comment ends, when it is more than a line (a tag); null: the line that follows.</param>
    /// <param name="suppressions">Where the comments go.</param>
    /// <param name="problems">Where those go that mean nothing.</param>
    public static void Read(
        string path, SourceText text, IEnumerable<TextSpan> comments, Func<TextSpan, int?> targetEnd, ICollection<Suppression> suppressions, ICollection<InputProblem> problems)
    {
        foreach (var comment in comments)
        {
            var content = Content(text.Slice(comment));
            if (!content.StartsWith(Marker, StringComparison.Ordinal))
                continue;
            var (start, end) = (text.GetPosition(comment.Start), text.GetPosition(comment.End));
            var dashes = content.IndexOf("--", StringComparison.Ordinal);
            var head = (dashes < 0 ? content : content.Substring(0, dashes)).Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            var reason = dashes < 0 ? "" : content.Substring(dashes).Trim('-', ' ', '\t', '\r', '\n');
            if (head.Length is < 2 or > 3 || head[0] != Directive || reason.Length == 0)
            {
                problems.Add(new InputProblem(ProblemKind.SettingInvalid, path, start, end, head[0]) { Reason = ProblemReason.CommentInvalid });
                continue;
            }

            var first = end.Line + 1;
            suppressions.Add(new Suppression
            {
                Source = SuppressionSource.Comment,
                Rule = head[1],
                Interface = head.Length > 2 ? head[2] : "",
                Path = path,
                Kind = SuppressionKind.FalseAlarm,
                Reason = reason,
                FirstLine = first,
                LastLine = targetEnd(comment) is { } offset ? Math.Max(first, text.GetPosition(offset).Line) : first,
                WrittenIn = path,
                Start = start,
                End = end,
            });
        }
    }

    private static string Content(string comment)
    {
        if (comment.StartsWith("<!--", StringComparison.Ordinal))
            comment = comment.Substring(4);
        else if (comment.StartsWith("//", StringComparison.Ordinal) || comment.StartsWith("/*", StringComparison.Ordinal))
            comment = comment.Substring(2);
        if (comment.EndsWith("-->", StringComparison.Ordinal))
            comment = comment.Substring(0, comment.Length - 3);
        else if (comment.EndsWith("*/", StringComparison.Ordinal))
            comment = comment.Substring(0, comment.Length - 2);
        return comment.Trim('*', ' ', '\t', '\r', '\n');
    }
}
