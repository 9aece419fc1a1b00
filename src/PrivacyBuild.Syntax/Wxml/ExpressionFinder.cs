using System;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>Where a <c>{{</c> stands, which decides what cannot be part of its expression.</summary>
internal enum ExpressionPlace
{
    /// <summary>In a range that is known to be one value or text.</summary>
    Whole,

    /// <summary>Between tags: an end tag ends it.</summary>
    Text,

    /// <summary>In a value in double quotes.</summary>
    DoubleQuoted,

    /// <summary>In a value in single quotes.</summary>
    SingleQuoted,
}

/// <summary>
/// Finds the <c>}}</c> of a <c>{{</c> without parsing the expression. Mostly that is the next one, but an object literal may end
/// in <c>}}</c> itself (<c>{{ {a: {b: 1}} }}</c>) and a string may hold anything; and a <c>{{</c> that nobody closed must not
/// swallow the file. Lookahead beyond the next pair is bounded, so a file of nothing but braces takes linear time.
/// </summary>
internal sealed class ExpressionFinder(string content, int end, MarkupDialect dialect)
{
    // Strings with braces or tags in them are short; what is longer is no string but damage.
    private const int Lookahead = 256;

    private readonly ForwardSearch _opens = new(content, "{{", end);
    private readonly ForwardSearch _closes = new(content, "}}", end);
    private readonly ForwardSearch _endTags = new(content, "</", end);

    public int NextOpen(int from) => _opens.Next(from);

    /// <summary>The offset of the <c>}}</c> that ends the expression of the <c>{{</c> at <paramref name="open"/>; negative when it is not closed.</summary>
    public int FindClose(int open, ExpressionPlace place)
    {
        var start = open + 2;
        var close = _closes.Next(start);
        if (close < 0)
            return -1;

        if (IsBefore(_opens.Next(start), close) || (place == ExpressionPlace.Text && IsBefore(_endTags.Next(start), close)))
            close = FindCloseOutsideStrings(start, place);
        return close < 0 || dialect == MarkupDialect.Vue ? close : FindBalancedClose(start, close, place);
    }

    private static bool IsBefore(int offset, int other) => offset >= 0 && offset < other;

    private int FindCloseOutsideStrings(int start, ExpressionPlace place)
    {
        var limit = Math.Min(end, start + Lookahead);
        for (var i = start; i + 1 < limit; i++)
        {
            if (content[i] is '"' or '\'' or '`')
                i = ObjectShorthand.EndOfString(content, i, limit) - 1;
            else if (IsPair(i, '}', '}'))
                return i;
            else if (IsPair(i, '{', '{') || (place == ExpressionPlace.Text && IsPair(i, '<', '/')))
                return -1;
        }

        return -1;
    }

    /// <summary>The close at which all braces of the expression are closed; <paramref name="first"/> when there is none such.</summary>
    private int FindBalancedClose(int start, int first, ExpressionPlace place)
    {
        var limit = end;
        var next = _opens.Next(first);
        if (next >= 0)
            limit = next;

        var depth = 0;
        for (var i = start; i < limit; i++)
        {
            switch (content[i])
            {
                case '"' when i > first && place == ExpressionPlace.DoubleQuoted:
                case '\'' when i > first && place == ExpressionPlace.SingleQuoted:
                case '<' when i > first && place == ExpressionPlace.Text:
                    return first;
                case '"' or '\'' or '`':
                    i = ObjectShorthand.EndOfString(content, i, limit) - 1;
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when depth > 0:
                    depth--;
                    break;
                case '}':
                    return i + 1 < end && content[i + 1] == '}' ? i : first;
            }
        }

        return first;
    }

    private bool IsPair(int index, char a, char b) => index + 1 < end && content[index] == a && content[index + 1] == b;
}
