using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Json;

/// <summary>
/// Comments are blanked before the byte reader sees the text. Its own two ways of taking them differ from what the platform's
/// tools accept: one lets a comment stand for a comma, the other refuses a comment before a colon.
/// </summary>
internal static class JsonComments
{
    /// <summary>
    /// The text with a space for each unit of a comment, so that offsets stay; adds each comment to <paramref name="comments"/>.
    /// A block comment that never closes stays, for the reader to stumble over.
    /// </summary>
    public static string Blank(string content, List<TextSpan> comments)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '"')
                i = EndOfStringInLine(content, i) - 1;
            else if (content[i] == '/' && CommentEnd(content, i) is var end and > 0)
                i = Add(comments, i, end);
        }

        if (comments.Count == 0)
            return content;

        var units = content.ToCharArray();
        foreach (var comment in comments)
        {
            for (var i = comment.Start; i < comment.End; i++)
            {
                if (units[i] != '\n')
                    units[i] = ' ';
            }
        }

        return new string(units);
    }

    private static int Add(List<TextSpan> comments, int start, int end)
    {
        comments.Add(new TextSpan(start, end));
        return end - 1;
    }

    // A string that its line does not close is an error; it must not hide the comments of the lines below it.
    private static int EndOfStringInLine(string content, int start)
    {
        for (var i = start + 1; i < content.Length; i++)
        {
            if (content[i] is '"' or '\n')
                return i + 1;
            if (content[i] == '\\')
                i++;
        }

        return content.Length;
    }

    private static int CommentEnd(string content, int start)
    {
        var next = start + 1 < content.Length ? content[start + 1] : '\0';
        if (next == '/')
        {
            var end = content.IndexOfAny(['\r', '\n'], start);
            return end < 0 ? content.Length : end;
        }

        if (next != '*')
            return 0;
        var close = content.IndexOf("*/", start + 2, StringComparison.Ordinal);
        return close < 0 ? 0 : close + 2;
    }
}
