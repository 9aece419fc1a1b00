using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.SourceMaps;

/// <summary>
/// A source map of version 3: which place of an original file a place of a generated one came from. Maps made of sections are not read.
/// A map that breaks off or leads out of itself is read as far as it goes; nothing throws.
/// </summary>
public sealed class SourceMap
{
    // A place with a source; columns count UTF-16 units from 0, like lines.
    private readonly record struct Segment(int Column, int Source, int OriginalLine, int OriginalColumn);

    private readonly List<List<Segment>> _lines;

    private SourceMap(IReadOnlyList<string> sources, List<List<Segment>> lines)
    {
        Sources = sources;
        _lines = lines;
    }

    /// <summary>Names of the original files as the map writes them, <c>sourceRoot</c> in front.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Reads a map; null when the text is none.</summary>
    public static SourceMap? Read(SourceText text)
    {
        if (JsonReader.Read(text).Root is not JsonObject json || json["mappings"] is not JsonString mappings || json["sources"] is not JsonArray sources)
            return null;
        var root = (json["sourceRoot"] as JsonString)?.Value ?? "";
        if (root.Length > 0 && root[root.Length - 1] != '/')
            root += "/";
        return new SourceMap(sources.Items.Select(source => source is JsonString name ? root + name.Value : "").ToArray(), ReadMappings(mappings.Value, sources.Items.Count));
    }

    /// <summary>The original place behind a place of the generated file; null when the map knows none.</summary>
    public (string Source, LinePosition Place)? Find(LinePosition generated)
    {
        if (generated.Line < 1 || generated.Line > _lines.Count)
            return null;
        var line = _lines[generated.Line - 1];
        var low = 0;
        var high = line.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (line[middle].Column <= generated.Column - 1)
                low = middle + 1;
            else
                high = middle - 1;
        }

        if (high < 0 || line[high].Source < 0)
            return null;
        var segment = line[high];
        return (Sources[segment.Source], new LinePosition(segment.OriginalLine + 1, segment.OriginalColumn + 1));
    }

    private static List<List<Segment>> ReadMappings(string mappings, int sources)
    {
        var lines = new List<List<Segment>>();
        var reader = new VariableLengthReader(mappings);
        var (source, originalLine, originalColumn) = (0, 0, 0);
        while (true)
        {
            var line = new List<Segment>();
            var column = 0;
            while (reader.AtNumber)
            {
                column = unchecked(column + reader.Read());
                var isKnown = reader.AtNumber;
                if (isKnown)
                {
                    source = unchecked(source + reader.Read());
                    originalLine = unchecked(originalLine + reader.Read());
                    originalColumn = unchecked(originalColumn + reader.Read());
                    if (reader.AtNumber)
                        reader.Read(); // a name
                }

                var isInside = isKnown && source >= 0 && source < sources && originalLine is >= 0 and < int.MaxValue && originalColumn is >= 0 and < int.MaxValue;
                line.Add(isInside ? new Segment(column, source, originalLine, originalColumn) : new Segment(column, -1, 0, 0));
                reader.SkipTo(',');
            }

            line.Sort((left, right) => left.Column.CompareTo(right.Column));
            lines.Add(line);
            if (!reader.SkipTo(';'))
                return lines;
        }
    }

    /// <summary>Numbers in base 64, five bits a digit, the lowest first; the lowest bit of all is the sign.</summary>
    private struct VariableLengthReader(string text)
    {
        private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

        private int _position;

        public readonly bool AtNumber => _position < text.Length && IsDigit(text[_position]);

        private static bool IsDigit(char character) => character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/';

        public int Read()
        {
            var value = 0;
            for (var shift = 0; AtNumber; shift += 5)
            {
                var digit = Digits.IndexOf(text[_position++]);
                if (shift < 32)
                    value |= (digit & 31) << shift;
                if ((digit & 32) == 0)
                    break;
            }

            return (value & 1) == 0 ? value >> 1 : -(value >> 1);
        }

        /// <summary>Goes behind the separator, over what is no number; false when the line or the text ends before it.</summary>
        public bool SkipTo(char separator)
        {
            while (_position < text.Length && text[_position] != separator && (separator == ';' || text[_position] != ';'))
                _position++;
            if (_position >= text.Length || text[_position] != separator)
                return false;
            _position++;
            return true;
        }
    }
}
