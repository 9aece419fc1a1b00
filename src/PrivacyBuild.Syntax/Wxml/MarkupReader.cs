using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>
/// One pass over the text with a stack of open elements; nothing recurses, so depth costs memory only.
///
/// Recovery follows one thought: what was written later must stay in the tree. A start tag that lacks its <c>&gt;</c> ends where the
/// next tag begins; a value that lacks its quote ends at the line's end or the next <c>&gt;</c>; an end tag closes the nearest
/// element of its name and with it all inside that were left open; an end tag that closes nothing is passed over.
/// Each of these is one error. Whether a name is open is counted, not searched, so a file of stray end tags stays linear.
/// </summary>
internal sealed partial class MarkupReader
{
    private const string CDataStart = "<![CDATA[";

    private static readonly char[] SectionEnds = ['<', '>'];

    // Elements that people leave open, in published mini programs too, so it is no error. What was read as content of such a one
    // moves behind it when no end tag closes it.
    private static readonly HashSet<string> VoidNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "import", "include", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    // Their content is script or style, whatever it looks like.
    private static readonly HashSet<string> RawTextNames = new(StringComparer.Ordinal) { "wxs", "script", "style" };

    private readonly SourceText _text;
    private readonly string _content;
    private readonly MarkupDialect _dialect;
    private readonly int _end;
    private readonly List<MarkupNode> _roots = [];
    private readonly List<SyntaxError> _errors = [];
    private readonly List<TextSpan> _comments = [];
    private readonly List<MarkupElement> _open = [];
    private readonly Dictionary<string, int> _openCounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (ForwardSearch Starts, ForwardSearch Ends)> _rawTexts = new(StringComparer.Ordinal);
    private readonly ExpressionFinder _expressions;
    private readonly ForwardSearch _angles;
    private readonly ForwardSearch _commentEnds;
    private readonly ForwardSearch _sectionEnds;
    private readonly ForwardSearch _doubleQuotes;
    private readonly ForwardSearch _singleQuotes;
    private int _position;

    public MarkupReader(SourceText text, MarkupDialect dialect, TextSpan range)
    {
        _text = text;
        _content = text.Content;
        _dialect = dialect;
        _position = Math.Max(0, Math.Min(range.Start, text.Length));
        _end = Math.Max(_position, Math.Min(range.End, text.Length));
        _expressions = new ExpressionFinder(_content, _end, dialect);
        _angles = new ForwardSearch(_content, "<", _end);
        _sectionEnds = new ForwardSearch(_content, "]]>", _end);
        _commentEnds = new ForwardSearch(_content, "-->", _end);
        _doubleQuotes = new ForwardSearch(_content, "\"", _end);
        _singleQuotes = new ForwardSearch(_content, "'", _end);
    }

    public IReadOnlyList<SyntaxError> Errors => _errors;

    public IReadOnlyList<TextSpan> Comments => _comments;

    public int Position => _position;

    public MarkupDocument Read()
    {
        while (_position < _end)
            ReadNext();
        CloseFrom(0, _end, null);
        var errors = _errors.OrderBy(e => e.Span.Start).ToList();
        return new MarkupDocument(_text, _dialect, _roots, errors, _comments);
    }

    /// <summary>The offset of the first end tag of that name that closes nothing read here; negative when there is none.</summary>
    public int FindEndOf(string name)
    {
        for (; _position < _end; ReadNext())
        {
            if (!IsAt("</") || !IsAt(_position + 2, name))
                continue;
            var start = _position;
            _position += 2;
            if (ReadTagName() == name && (!_openCounts.TryGetValue(name, out var open) || open == 0))
                return start;
            _position = start;
        }

        return -1;
    }

    /// <summary>Reads the next start tag, passing over comments, sections, text and stray end tags; null at the end. What follows the tag is the caller's.</summary>
    public MarkupElement? SkipToBlock()
    {
        while (_position < _end)
        {
            if (IsMarkup(_position) && IsNameStart(_content[_position + 1]))
                return ReadStartTag();
            if (IsMarkup(_position))
                ReadNext();
            else if (_angles.Next(_position + 1) is var next and >= 0)
                _position = next;
            else
                _position = _end;
        }

        return null;
    }

    public void MoveTo(int position) => _position = position;

    private void ReadNext()
    {
        if (!IsMarkup(_position))
            ReadText();
        else if (IsAt("<!--"))
            ReadComment();
        else if (IsAt("<!") || IsAt("<?"))
            ReadSection();
        else if (IsAt("</"))
            ReadEndTag();
        else
            ReadElement();
    }

    /// <summary>Whether a tag, comment or section begins at an offset; any other <c>&lt;</c> is text.</summary>
    private bool IsMarkup(int offset)
    {
        if (_content[offset] != '<' || offset + 1 >= _end)
            return false;
        var next = _content[offset + 1];
        return IsNameStart(next) || next is '!' or '?' || (next == '/' && offset + 2 < _end && IsNameStart(_content[offset + 2]));
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private bool IsAt(string what) => IsAt(_position, what);

    private bool IsAt(int offset, string what) => offset + what.Length <= _end && string.CompareOrdinal(_content, offset, what, 0, what.Length) == 0;

    private void ReadText()
    {
        var start = _position;
        var reported = false;
        for (var from = start; ;)
        {
            var angle = _angles.Next(from);
            var open = _expressions.NextOpen(from);
            if (open >= 0 && (angle < 0 || open < angle))
            {
                var close = _expressions.FindClose(open, ExpressionPlace.Text);
                if (close < 0 && !reported)
                    Report(MarkupErrors.BracesNotClosed(new TextSpan(open, open + 2)));
                reported |= close < 0;
                from = close < 0 ? open + 2 : close + 2;
            }
            else if (angle < 0 || IsMarkup(angle))
            {
                _position = angle < 0 ? _end : angle;
                break;
            }
            else
            {
                from = angle + 1;
            }
        }

        var span = new TextSpan(start, _position);
        for (var i = start; i < _position; i++)
        {
            if (char.IsWhiteSpace(_content[i]))
                continue;
            Add(new MarkupText(Innermost, _text, _dialect, span));
            break;
        }
    }

    private void ReadComment()
    {
        var start = _position;
        var close = _commentEnds.Next(start + 4);
        _position = close < 0 ? _end : close + 3;
        _comments.Add(new TextSpan(start, _position));
        if (close < 0)
            Report(MarkupErrors.CommentNotClosed(new TextSpan(start, start + 4), _end));
    }

    private void ReadSection()
    {
        var start = _position;
        if (IsAt(CDataStart))
        {
            var close = _sectionEnds.Next(start);
            _position = close < 0 ? start + CDataStart.Length : close + 3;
            if (close < 0)
                Report(MarkupErrors.SectionNotClosed(new TextSpan(start, start + 2), _position));
            return;
        }

        // A tag that begins first shows that the end is missing.
        var end = _content.IndexOfAny(SectionEnds, start + 2, _end - start - 2);
        var closed = end >= 0 && _content[end] == '>';
        _position = end < 0 ? _end : closed ? end + 1 : end;
        if (!closed)
            Report(MarkupErrors.SectionNotClosed(new TextSpan(start, Math.Min(start + 2, _end)), _position));
    }

    private void ReadEndTag()
    {
        var start = _position;
        _position += 2;
        var name = ReadTagName();
        var closed = SkipEndTag();
        var span = new TextSpan(start, _position);
        if (!closed)
            Report(MarkupErrors.EndTagNotClosed(name, span));

        if (!_openCounts.TryGetValue(name, out var count) || count == 0)
        {
            // Browsers' voids may carry an end tag in a component's template; it says nothing.
            if (_dialect != MarkupDialect.Vue || !VoidNames.Contains(name))
                Report(MarkupErrors.NothingToClose(name, span));
            return;
        }

        var index = LastOpen(name);
        CloseFrom(index + 1, span.Start, null);
        CloseFrom(index, span.End, span);
    }

    /// <summary>Moves behind the <c>&gt;</c> of an end tag; to the next tag, with false, when that comes first.</summary>
    public bool SkipEndTag()
    {
        if (IsAt("</"))
            _position += 2;
        while (_position < _end && _content[_position] is not ('>' or '<'))
            _position++;
        if (_position >= _end || _content[_position] == '<')
            return false;
        _position++;
        return true;
    }

    private void ReadElement()
    {
        var element = ReadStartTag();
        Add(element);
        if (element.SelfClosing)
            return;
        if (RawTextNames.Contains(element.Name))
        {
            ReadRawText(element);
            return;
        }

        if (_openCounts.TryGetValue(element.Name, out var count) && count > 0 && VoidNames.Contains(element.Name))
        {
            LeaveOpen(LastOpen(element.Name));
            count = 0;
        }

        _open.Add(element);
        _openCounts[element.Name] = count + 1;
    }

    /// <summary>Reads up to the end tag, or nothing when the element was left open: another of its kind begins before that.</summary>
    private void ReadRawText(MarkupElement element)
    {
        if (!_rawTexts.TryGetValue(element.Name, out var searches))
            _rawTexts[element.Name] = searches = (new ForwardSearch(_content, "<" + element.Name, _end), new ForwardSearch(_content, "</" + element.Name, _end));

        var start = _position;
        var another = searches.Starts.Next(start);
        var close = searches.Ends.Next(start);
        if (close < 0 || (another >= 0 && another < close))
        {
            Report(MarkupErrors.ElementNotClosed(element.Name, element.StartTagSpan));
            return;
        }

        _position = close;
        SkipEndTag();
        element.RawText = new TextSpan(start, close);
        element.Close(_position, new TextSpan(close, _position));
    }

    /// <summary>The place in the stack of the innermost open element of a name, of which there must be one.</summary>
    private int LastOpen(string name)
    {
        var index = _open.Count - 1;
        while (!string.Equals(_open[index].Name, name, StringComparison.OrdinalIgnoreCase))
            index--;
        return index;
    }

    /// <summary>Closes the open elements from an index of the stack on, the innermost first; without an end tag they were left open.</summary>
    private void CloseFrom(int index, int end, TextSpan? endTag)
    {
        for (var i = _open.Count - 1; i >= index; i--)
        {
            var element = _open[i];
            if (endTag is null && VoidNames.Contains(element.Name))
            {
                LeaveOpen(i);
                continue;
            }

            element.Close(end, endTag);
            _open.RemoveAt(i);
            _openCounts[element.Name]--;
            if (endTag is null && !element.IsCutOff)
                Report(MarkupErrors.ElementNotClosed(element.Name, element.StartTagSpan));
        }
    }

    /// <summary>Takes an element that nobody closes from the stack; its content becomes its siblings.</summary>
    private void LeaveOpen(int index)
    {
        var element = _open[index];
        _open.RemoveAt(index);
        _openCounts[element.Name]--;
        element.MoveChildrenTo(element.Parent, _roots);
    }

    private MarkupElement? Innermost => _open.Count == 0 ? null : _open[_open.Count - 1];

    private void Add(MarkupNode node)
    {
        if (Innermost is { } parent)
            parent.Add(node);
        else
            _roots.Add(node);
    }

    private void Report(SyntaxError error)
    {
        if (_errors.Count < MarkupParser.MaxErrors)
            _errors.Add(error);
    }
}
