using System;
using System.Collections.Generic;

namespace PrivacyBuild.Syntax.Text;

/// <summary>
/// The decoded text of one file, with places. Offsets count UTF-16 units from 0; a byte order mark is not part of the text.
/// A line ends at LF, CR LF or CR, as editors and MSBuild count; U+2028 and U+2029 do not end one.
/// </summary>
public sealed class SourceText
{
    public static readonly SourceText Empty = new("");

    private int[]? _lineStarts;

    public SourceText(string content) => Content = content ?? throw new ArgumentNullException(nameof(content));

    public string Content { get; }

    public int Length => Content.Length;

    public string Slice(TextSpan span) => Content.Substring(span.Start, span.Length);

    /// <summary>Line and column (1-based) of an offset; offsets outside the text are moved to its nearest end.</summary>
    public LinePosition GetPosition(int offset)
    {
        var starts = _lineStarts ??= FindLineStarts(Content);
        offset = Math.Max(0, Math.Min(offset, Content.Length));
        var index = Array.BinarySearch(starts, offset);
        if (index < 0)
            index = ~index - 1;
        return new LinePosition(index + 1, offset - starts[index] + 1);
    }

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int>(content.Length / 32 + 1) { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\n' || (c == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return starts.ToArray();
    }
}
