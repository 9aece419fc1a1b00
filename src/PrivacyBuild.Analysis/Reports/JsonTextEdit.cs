using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>
/// Adds to an array or an object of a JSON text, comments and trailing commas included, in the way it is laid out: every character
/// that was there stays, in its order.
/// </summary>
internal static class JsonTextEdit
{
    private const string DefaultUnit = "  ";

    public static string NewLineOf(string text)
    {
        var first = text.IndexOfAny(['\r', '\n']);
        return text.Contains("\r\n") ? "\r\n" : first >= 0 && text[first] == '\r' ? "\r" : "\n";
    }

    /// <summary>Adds items behind those of an array.</summary>
    public static string Add(string text, JsonArray array, IReadOnlyList<string> items, string unit) =>
        Add(text, array.Span, array.Items.Count == 0 ? null : array.Items[array.Items.Count - 1].Span, items, unit);

    /// <summary>Adds members behind those of an object; they are texts of name and value.</summary>
    public static string Add(string text, JsonObject json, IReadOnlyList<string> members, string unit)
    {
        var last = json.Members.Count == 0 ? null : json.Members[json.Members.Count - 1];
        return Add(text, json.Span, last is null ? null : new TextSpan(last.NameSpan.Start, last.Value.Span.End), members, unit);
    }

    /// <summary>What one level is indented by: as the members of the root are, where each has its own line; else two blanks.</summary>
    public static string UnitOf(string text, JsonObject? root) =>
        root is { Members.Count: > 0 } && StandsOnItsOwnLine(text, root.Members[0].NameSpan.Start) && IndentAt(text, root.Members[0].NameSpan.Start) is { Length: > 0 } indent
            ? indent
            : DefaultUnit;

    /// <summary>An array with each item on its own line, or all in one when <paramref name="newLine"/> is empty. The text begins on a line indented by <paramref name="indent"/>.</summary>
    public static string Array(IReadOnlyList<string> items, string indent, string unit, string newLine) => newLine.Length == 0
        ? $"[ {string.Join(", ", items)} ]"
        : "[" + newLine + string.Join("," + newLine, items.Select(item => indent + unit + item)) + newLine + indent + "]";

    public static string Replace(string text, TextSpan span, string by) => text.Remove(span.Start, span.Length).Insert(span.Start, by);

    /// <summary>The white space that the line of a place begins with.</summary>
    public static string IndentAt(string text, int offset)
    {
        var start = StartOfLine(text, offset);
        var end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return text.Substring(start, end - start);
    }

    private static string Add(string text, TextSpan container, TextSpan? last, IReadOnlyList<string> items, string unit)
    {
        if (last is { } there)
            return AddBehind(text, there, items);

        // Nothing but white space and comments in it.
        var close = container.End - 1;
        var isBlank = text.Substring(container.Start + 1, close - container.Start - 1).Trim().Length == 0;
        if (text.IndexOfAny(['\r', '\n']) < 0 || (!isBlank && !StandsOnItsOwnLine(text, close)))
            return text.Insert(close, (text[close - 1] == ' ' ? "" : " ") + string.Join(", ", items) + " ");

        var newLine = NewLineOf(text);
        var indent = IndentAt(text, container.Start);
        var lines = string.Concat(items.Select((item, index) => indent + unit + item + (index + 1 < items.Count ? "," : "") + newLine));
        return StandsOnItsOwnLine(text, close) ? text.Insert(StartOfLine(text, close), lines) : text.Insert(close, newLine + lines + indent);
    }

    // A comment behind the last item speaks of that item: new ones go to lines of their own below it.
    private static string AddBehind(string text, TextSpan last, IReadOnlyList<string> items)
    {
        var next = NextToken(text, last.End);
        var hasComma = text[next] == ',';
        var anchor = hasComma ? next + 1 : last.End;
        if (!StandsOnItsOwnLine(text, last.Start))
            return text.Insert(anchor, hasComma ? " " + string.Join(", ", items) + "," : ", " + string.Join(", ", items));

        var newLine = NewLineOf(text);
        var lineEnd = text.IndexOfAny(['\r', '\n'], anchor);
        var isLineFree = lineEnd >= 0 && NextToken(text, anchor) > lineEnd && text.IndexOf("/*", anchor, lineEnd - anchor, StringComparison.Ordinal) < 0;
        var indent = newLine + IndentAt(text, last.Start);
        var lines = indent + string.Join("," + indent, items) + (hasComma ? "," : "");
        var changed = text.Insert(isLineFree ? lineEnd : anchor, lines);
        return hasComma ? changed : changed.Insert(last.End, ",");
    }

    /// <summary>The next character of the JSON that is neither white space nor comment.</summary>
    private static int NextToken(string text, int offset)
    {
        while (offset < text.Length)
        {
            if (char.IsWhiteSpace(text[offset]))
                offset++;
            else if (string.CompareOrdinal(text, offset, "//", 0, 2) == 0)
                offset = text.IndexOfAny(['\r', '\n'], offset) is var end and >= 0 ? end : text.Length;
            else if (string.CompareOrdinal(text, offset, "/*", 0, 2) == 0)
                offset = text.IndexOf("*/", offset + 2, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : text.Length;
            else
                break;
        }

        return offset;
    }

    private static int StartOfLine(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is not ('\n' or '\r'))
            offset--;
        return offset;
    }

    private static bool StandsOnItsOwnLine(string text, int offset) => text.Substring(StartOfLine(text, offset), offset - StartOfLine(text, offset)).Trim().Length == 0;
}
