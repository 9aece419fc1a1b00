using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Json;

/// <summary>
/// Reads JSON as the platform's tools do, comments and trailing commas included, with the place of everything. The grammar is
/// that of <see cref="Utf8JsonReader"/>; it counts bytes, so a cursor that only moves forward turns its indexes into UTF-16
/// offsets, and containers are built on a stack of their own. Time is linear in the length, for broken text too.
/// </summary>
public static class JsonReader
{
    /// <summary>Objects and arrays within each other; deeper text is an error.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        MaxDepth = MaxDepth,
    };

    /// <summary>Reads a whole text. Never throws for what the text holds: lone surrogates, NUL and empty text give a value or an error.</summary>
    public static JsonReadResult Read(SourceText text)
    {
        var comments = new List<TextSpan>();
        var content = JsonComments.Blank(text.Content, comments);

        // A lone surrogate becomes U+FFFD here: one unit in both, so offsets stay true. Strings are read from the text itself.
        var bytes = Encoding.UTF8.GetBytes(content);
        var reader = new Utf8JsonReader(bytes, Options);
        var tree = new TreeBuilder();
        var cursor = new UnitCursor(bytes);
        var lastTokenEnd = 0;
        try
        {
            while (reader.Read())
            {
                var start = cursor.MoveTo((int)reader.TokenStartIndex);
                var end = cursor.MoveTo((int)reader.BytesConsumed);
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    // The reader consumes the colon with the name.
                    end = JsonText.EndOfString(content, start);
                    tree.Name(JsonText.Unescape(content, start, end), new TextSpan(start, end));
                }
                else
                {
                    AddValue(ref reader, content, tree, new TextSpan(start, end));
                }

                lastTokenEnd = end;
            }
        }
        catch (JsonException exception)
        {
            var offset = cursor.MoveTo(ByteOffset(bytes, exception));
            return new JsonReadResult(null, JsonErrors.Explain(text, content, offset, tree.StateAt(lastTokenEnd)), comments);
        }

        return tree.Root is { } root
            ? new JsonReadResult(root, null, comments)
            : new JsonReadResult(null, JsonErrors.Explain(text, content, text.Length, tree.StateAt(lastTokenEnd)), comments);
    }

    /// <summary>The comments of a text with their delimiters, in source order, whether or not the text can be read.</summary>
    public static IReadOnlyList<TextSpan> FindComments(SourceText text)
    {
        var comments = new List<TextSpan>();
        JsonComments.Blank(text.Content, comments);
        return comments;
    }

    private static void AddValue(ref Utf8JsonReader reader, string content, TreeBuilder tree, TextSpan span)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
            case JsonTokenType.StartArray:
                tree.Begin(span.Start, isObject: reader.TokenType == JsonTokenType.StartObject);
                break;
            case JsonTokenType.EndObject:
            case JsonTokenType.EndArray:
                tree.End(span.End);
                break;
            case JsonTokenType.String:
                tree.Add(new JsonString(span, JsonText.Unescape(content, span.Start, span.End)));
                break;
            case JsonTokenType.Number:
                // The older reader refuses what overflows; JSON.parse gives infinity.
                var overflow = content[span.Start] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
                tree.Add(new JsonNumber(span, reader.TryGetDouble(out var number) ? number : overflow));
                break;
            case JsonTokenType.True:
            case JsonTokenType.False:
                tree.Add(new JsonBoolean(span, reader.TokenType == JsonTokenType.True));
                break;
            default:
                tree.Add(new JsonNull(span));
                break;
        }
    }

    private static int ByteOffset(byte[] bytes, JsonException exception)
    {
        var line = exception.LineNumber ?? 0;
        var start = 0;
        while (line > 0)
        {
            var feed = Array.IndexOf(bytes, (byte)'\n', start);
            if (feed < 0)
                break;
            start = feed + 1;
            line--;
        }

        return (int)Math.Min(bytes.Length, start + (exception.BytePositionInLine ?? 0));
    }

    /// <summary>UTF-8 byte indexes to UTF-16 offsets, in one pass as long as the indexes do not go back.</summary>
    private struct UnitCursor(byte[] bytes)
    {
        private int _byte;
        private int _unit;

        public int MoveTo(int index)
        {
            if (index < _byte)
            {
                _byte = 0;
                _unit = 0;
            }

            for (; _byte < index; _byte++)
            {
                var b = bytes[_byte];
                if ((b & 0xC0) != 0x80)
                    _unit += b >= 0xF0 ? 2 : 1;
            }

            return _unit;
        }
    }

    private sealed class TreeBuilder
    {
        private readonly Stack<Container> _open = new();
        private char _separator;

        public JsonValue? Root { get; private set; }

        public JsonReadState StateAt(int lastTokenEnd)
        {
            var inner = _open.Count == 0 ? null : _open.Peek();
            return new JsonReadState(lastTokenEnd, inner?.Start, inner is { Members: not null, Name: null }, _separator);
        }

        public void Begin(int start, bool isObject)
        {
            _open.Push(new Container(start, isObject));
            _separator = '\0';
        }

        public void Name(string name, TextSpan span)
        {
            _open.Peek().Name = name;
            _open.Peek().NameSpan = span;
            _separator = ':';
        }

        public void End(int end)
        {
            var container = _open.Pop();
            var span = new TextSpan(container.Start, end);
            Add(container.Members is { } members ? new JsonObject(span, members) : new JsonArray(span, container.Items!));
        }

        public void Add(JsonValue value)
        {
            _separator = ',';
            if (_open.Count == 0)
            {
                Root = value;
                return;
            }

            var container = _open.Peek();
            if (container.Members is null)
            {
                container.Items!.Add(value);
                return;
            }

            container.Members.Add(new JsonMember(container.Name!, container.NameSpan, value));
            container.Name = null;
        }
    }

    private sealed class Container(int start, bool isObject)
    {
        public int Start { get; } = start;

        public List<JsonMember>? Members { get; } = isObject ? [] : null;

        public List<JsonValue>? Items { get; } = isObject ? null : [];

        public string? Name { get; set; }

        public TextSpan NameSpan { get; set; }
    }
}
