using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>Tells <c>{{a, b: 1, ...c}}</c>, the inside of an object literal, from an expression, without parsing either.</summary>
internal static class ObjectShorthand
{
    public static bool IsAt(string content, TextSpan span)
    {
        var brackets = 0;
        var conditions = 0;
        var first = true;
        for (var i = span.Start; i < span.End; i++)
        {
            var c = content[i];
            if (char.IsWhiteSpace(c))
                continue;
            if (first && string.CompareOrdinal(content, i, "...", 0, 3) == 0)
                return true;
            first = false;
            switch (c)
            {
                case '"' or '\'' or '`':
                    i = EndOfString(content, i, span.End) - 1;
                    break;
                case '(' or '[' or '{':
                    brackets++;
                    break;
                case ')' or ']' or '}':
                    brackets--;
                    break;
                case '?' when brackets == 0 && !IsOptionalOrNullish(content, ref i, span.End):
                    conditions++;
                    break;
                case ',' when brackets == 0:
                    return true;
                case ':' when brackets == 0 && conditions-- == 0:
                    return true;
            }
        }

        return false;
    }

    private static bool IsOptionalOrNullish(string content, ref int index, int end)
    {
        var next = index + 1 < end ? content[index + 1] : '\0';
        var afterNext = index + 2 < end ? content[index + 2] : '\0';
        if (next != '?' && (next != '.' || afterNext is >= '0' and <= '9'))
            return false;
        index++;
        return true;
    }

    /// <summary>The offset behind the closing quote; <paramref name="end"/> when there is none.</summary>
    internal static int EndOfString(string content, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (content[i] == content[start])
                return i + 1;
            if (content[i] == '\\')
                i++;
        }

        return end;
    }
}
