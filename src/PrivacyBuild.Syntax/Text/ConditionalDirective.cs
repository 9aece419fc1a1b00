namespace PrivacyBuild.Syntax.Text;

/// <summary>A directive in a comment: its keyword without <c>#</c> and the place of what follows.</summary>
internal readonly record struct ConditionalDirective(string Keyword, TextSpan Condition)
{
    private static readonly string[] Keywords = ["ifdef", "ifndef", "if", "elif", "else", "endif", "define"];

    /// <summary>Reads a comment with its delimiters; null when it is no directive. Only what stands on the comment's first line counts.</summary>
    public static ConditionalDirective? Read(string content, TextSpan comment)
    {
        var (start, end) = (comment.Start, comment.End);
        if (IsAt(content, start, end, "//"))
            start += 2;
        else if (IsAt(content, start, end, "/*"))
            (start, end) = (start + 2, WithoutClosing(content, start + 2, end, "*/"));
        else if (IsAt(content, start, end, "<!--"))
            (start, end) = (start + 4, WithoutClosing(content, start + 4, end, "-->"));
        else
            return null;

        start = SkipBlanks(content, start, end);
        if (start >= end || content[start] != '#')
            return null;

        start++;
        foreach (var keyword in Keywords)
        {
            var behind = start + keyword.Length;
            if (IsAt(content, start, end, keyword) && (behind >= end || !char.IsLetterOrDigit(content[behind])))
                return new ConditionalDirective(keyword, RestOfLine(content, behind, end));
        }

        return null;
    }

    private static TextSpan RestOfLine(string content, int start, int end)
    {
        start = SkipBlanks(content, start, end);
        var lineEnd = content.IndexOfAny(['\r', '\n'], start, end - start);
        if (lineEnd >= 0)
            end = lineEnd;
        while (end > start && char.IsWhiteSpace(content[end - 1]))
            end--;
        return new TextSpan(start, end);
    }

    private static int SkipBlanks(string content, int start, int end)
    {
        while (start < end && content[start] is ' ' or '\t')
            start++;
        return start;
    }

    private static int WithoutClosing(string content, int start, int end, string closing) =>
        end - closing.Length >= start && string.CompareOrdinal(content, end - closing.Length, closing, 0, closing.Length) == 0 ? end - closing.Length : end;

    private static bool IsAt(string content, int start, int end, string what) =>
        start + what.Length <= end && string.CompareOrdinal(content, start, what, 0, what.Length) == 0;
}
