using System;
using System.Globalization;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Json;

/// <summary>How far reading had come when it stopped.</summary>
/// <param name="LastTokenEnd">End of the last token that was understood.</param>
/// <param name="Open">Start of the innermost container that is still open.</param>
/// <param name="ExpectsName">Whether the innermost one is an object that stands at a member's beginning.</param>
/// <param name="Separator">What must follow the last token: a comma after a value, a colon after a name, else NUL.</param>
internal readonly record struct JsonReadState(int LastTokenEnd, int? Open, bool ExpectsName, char Separator);

/// <summary>
/// Errors told in terms of the text (which word, which string, which bracket), in words that do not change with the runtime.
/// The reader names the first character that cannot be; who reads the message looks for the token it belongs to.
/// </summary>
internal static class JsonErrors
{
    private const int LongestWord = 30;

    /// <summary>
    /// The error at <paramref name="offset"/>, where the reader stopped; <paramref name="content"/> is the text with its comments blanked.
    /// </summary>
    public static SyntaxError Explain(SourceText text, string content, int offset, JsonReadState state)
    {
        var start = NextToken(content, state.LastTokenEnd, state.Separator, out var separated);
        if (start >= content.Length)
            return AtEnd(text, state.Open);

        var end = TokenEnd(content, start);
        var afterValue = state.Separator == ',';
        switch (content[start])
        {
            case '/':
                return IsAt(content, start, "/*") ? Error("The comment is not closed.", start, LineEnd(content, start)) : Error("Unexpected '/'.", start, start + 1);
            case '\0':
                return Error("A NUL character is not allowed here.", start, start + 1);
            case var _ when afterValue && state.Open is null:
                return Error("Nothing may follow the value.", start, end);
            case (',' or ':' or '}' or ']') and var c:
                return Error($"Unexpected '{c}'.", start, start + 1);
            case '\'':
                return Error("A string must stand in double quotes.", start, start + 1);
            case var _ when afterValue && !separated:
                return Error("A comma or a bracket is missing before this.", start, end);
            case '"' when offset < JsonText.EndOfString(content, start) || content[end - 1] != '"':
                return InString(content, start, offset);
            case '"':
                return AfterName(text, content, end, state.Open);
            case var _ when state.ExpectsName:
                return Error($"Expected a member name in double quotes, found '{Word(content, start, end)}'.", start, end);
            case '{' or '[':
                return Error($"Nested too deeply: more than {JsonReader.MaxDepth.ToString(CultureInfo.InvariantCulture)} levels.", start, start + 1);
            case '-' or (>= '0' and <= '9') when offset >= content.Length && content[end - 1] is >= '0' and <= '9' && state.Open != null:
                return AtEnd(text, state.Open); // the number is whole; it is its container that is not
            case '-' or '+' or '.' or (>= '0' and <= '9'):
                return Error($"'{Word(content, start, end)}' is not a JSON number.", start, end);
            default:
                return Error($"'{Word(content, start, end)}' is not a JSON value.", start, end);
        }
    }

    private static SyntaxError AfterName(SourceText text, string content, int nameEnd, int? open)
    {
        var start = NextToken(content, nameEnd, '\0', out _);
        return start >= content.Length ? AtEnd(text, open) : Error("Expected a colon after the member's name.", start, TokenEnd(content, start));
    }

    private static SyntaxError InString(string content, int start, int offset)
    {
        if (offset >= content.Length || content[offset] is '\n' or '\r')
            return Error("The string is not closed.", start, LineEnd(content, start));
        if (content[offset] < ' ')
            return Error("A control character in a string must be written as an escape.", offset, offset + 1);

        var slash = offset > start ? content.LastIndexOf('\\', offset, offset - start) : -1;
        return slash < 0
            ? Error("The string cannot be read.", start, offset + 1)
            : Error("This is not an escape that JSON knows.", slash, offset + 1);
    }

    private static SyntaxError AtEnd(SourceText text, int? open)
    {
        var end = text.Length;
        if (open is not { } start)
            return Error("The text holds no value.", end, end);

        var line = text.GetPosition(start).Line.ToString(CultureInfo.InvariantCulture);
        return Error($"The text ends before the '{text.Content[start]}' of line {line} is closed.", end, end);
    }

    /// <summary>The next character that is neither space nor, once, the separator.</summary>
    private static int NextToken(string content, int start, char separator, out bool separated)
    {
        separated = false;
        for (; start < content.Length; start++)
        {
            if (content[start] is ' ' or '\t' or '\r' or '\n')
                continue;
            if (separated || content[start] != separator || separator == '\0')
                break;
            separated = true;
        }

        return start;
    }

    private static int TokenEnd(string content, int start)
    {
        if (content[start] == '"')
            return Math.Min(JsonText.EndOfString(content, start), LineEnd(content, start));
        var end = start;
        while (end < content.Length && (char.IsLetterOrDigit(content[end]) || char.IsSurrogate(content[end]) || content[end] is '_' or '$' or '.' or '+' or '-'))
            end++;
        return Math.Max(end, start + 1);
    }

    private static bool IsAt(string content, int start, string what) => string.CompareOrdinal(content, start, what, 0, what.Length) == 0;

    private static string Word(string content, int start, int end) =>
        end - start > LongestWord ? $"{content.Substring(start, LongestWord)}…" : content.Substring(start, end - start);

    private static int LineEnd(string content, int start)
    {
        var end = content.IndexOfAny(['\r', '\n'], start);
        return end < 0 ? content.Length : end;
    }

    private static SyntaxError Error(string message, int start, int end) => new(message, new TextSpan(start, end), new TextSpan(start, end));
}
