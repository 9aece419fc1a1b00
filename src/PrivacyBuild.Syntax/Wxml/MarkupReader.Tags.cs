using System.Collections.Generic;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>Inside of tags: names, attributes and where a value ends.</summary>
internal sealed partial class MarkupReader
{
    private MarkupElement ReadStartTag()
    {
        var start = _position++;
        var nameStart = _position;
        var name = ReadTagName();
        var nameSpan = new TextSpan(nameStart, _position);
        List<MarkupAttribute>? attributes = null;
        var selfClosing = false;
        var cutOff = false;
        while (true)
        {
            SkipWhiteSpace();
            var c = _position < _end ? _content[_position] : '<';
            if (c == '>')
            {
                _position++;
                break;
            }

            if (c == '/')
            {
                selfClosing = _position + 1 < _end && _content[_position + 1] == '>';
                _position += selfClosing ? 2 : 1;
                if (selfClosing)
                    break;
            }
            else if (IsAt("<!--"))
            {
                var comment = _position;
                ReadComment();
                // Components may put the directives of conditional compilation around attributes.
                if (_dialect == MarkupDialect.Wxml)
                    Report(MarkupErrors.CommentInTag(new TextSpan(comment, _position)));
            }
            else if (_position >= _end || IsMarkup(_position))
            {
                Report(MarkupErrors.TagNotClosed(name, new TextSpan(start, nameSpan.End)));
                cutOff = true;
                break;
            }
            else if (c is '<' or '"' or '\'' or '=')
            {
                Report(MarkupErrors.Unexpected(c, new TextSpan(_position, _position + 1)));
                _position++;
            }
            else
            {
                (attributes ??= []).Add(ReadAttribute());
            }
        }

        return new MarkupElement(Innermost, name, nameSpan, attributes is null ? [] : attributes, new TextSpan(start, _position), selfClosing) { IsCutOff = cutOff };
    }

    private string ReadTagName()
    {
        var start = _position;
        while (_position < _end && !IsNameEnd(_content[_position]))
            _position++;
        return _content.Substring(start, _position - start);
    }

    private static bool IsNameEnd(char c) => c is '/' or '>' or '<' or '=' or '"' or '\'' || char.IsWhiteSpace(c);

    private void SkipWhiteSpace()
    {
        while (_position < _end && char.IsWhiteSpace(_content[_position]))
            _position++;
    }

    private MarkupAttribute ReadAttribute()
    {
        var start = _position;
        while (_position < _end && !IsNameEnd(_content[_position]))
            _position++;
        var name = new TextSpan(start, _position);
        SkipWhiteSpace();
        if (_position >= _end || _content[_position] != '=')
        {
            _position = name.End;
            return new MarkupAttribute(_text, _dialect, name, null, name);
        }

        _position++;
        var behindEquals = _position;
        SkipWhiteSpace();
        var c = _position < _end ? _content[_position] : '>';
        if (c is '"' or '\'')
            return ReadQuotedValue(name, c);
        if (c == '>' || IsAt("/>") || IsMarkup(_position))
        {
            var span = new TextSpan(start, behindEquals);
            Report(MarkupErrors.ValueMissing(_text.Slice(name), span));
            return new MarkupAttribute(_text, _dialect, name, null, span);
        }

        var valueStart = _position;
        SkipUnquotedValue();
        return new MarkupAttribute(_text, _dialect, name, new TextSpan(valueStart, _position), new TextSpan(start, _position));
    }

    private MarkupAttribute ReadQuotedValue(TextSpan name, char quote)
    {
        var start = _position + 1;
        var close = FindClosingQuote(start, quote);
        if (close >= 0 && !IsQuoteOfAnotherTag(start, close))
        {
            _position = close + 1;
            return new MarkupAttribute(_text, _dialect, name, new TextSpan(start, close), new TextSpan(name.Start, _position));
        }

        var end = start;
        while (end < _end && _content[end] is not ('>' or '\n' or '\r') && !IsAt(end, "/>"))
            end++;
        Report(MarkupErrors.ValueNotClosed(new TextSpan(start - 1, end)));
        _position = end;
        return new MarkupAttribute(_text, _dialect, name, new TextSpan(start, end), new TextSpan(name.Start, end));
    }

    /// <summary>
    /// The quote that ends a value. In WXML an expression may hold the same quote (<c>a="{{ b == "c" }}"</c>); that counts when
    /// the quote stands where a string can begin and the expression pairs it, otherwise the braces were left open.
    /// </summary>
    private int FindClosingQuote(int start, char quote)
    {
        var place = quote == '"' ? ExpressionPlace.DoubleQuoted : ExpressionPlace.SingleQuoted;
        var from = start;
        var reported = false;
        while (true)
        {
            var end = quote == '"' ? _doubleQuotes.Next(from) : _singleQuotes.Next(from);
            var open = end < 0 ? -1 : _expressions.NextOpen(from);
            if (open < 0 || open > end)
                return end;

            var close = _expressions.FindClose(open, place);
            if (close >= 0 && (close < end || (_dialect == MarkupDialect.Wxml && HoldsStrings(end, close, quote))))
            {
                from = close + 2;
                continue;
            }

            if (!reported)
                Report(MarkupErrors.BracesNotClosed(new TextSpan(open, open + 2)));
            reported = true;
            from = open + 2;
        }
    }

    private bool HoldsStrings(int firstQuote, int end, char quote)
    {
        var before = firstQuote - 1;
        while (char.IsWhiteSpace(_content[before]))
            before--;
        if (char.IsLetterOrDigit(_content[before]) || _content[before] is '_' or '$' or ')' or ']' or '}' or '"' or '\'')
            return false;

        var even = true;
        for (var i = firstQuote; i < end; i++)
        {
            if (_content[i] == quote)
                even = !even;
        }

        return even;
    }

    /// <summary>Whether a closing quote is rather the opening one of a later tag's value: there are tags before it, and it touches what follows.</summary>
    private bool IsQuoteOfAnotherTag(int start, int close)
    {
        if (close + 1 >= _end || _content[close + 1] is '/' or '>' || char.IsWhiteSpace(_content[close + 1]))
            return false;
        var end = _content.IndexOf('>', start, close - start);
        if (end < 0)
            return false;
        for (var i = end; i < close; i++)
        {
            if (IsMarkup(i))
                return true;
        }

        return false;
    }

    private void SkipUnquotedValue()
    {
        while (_position < _end)
        {
            var c = _content[_position];
            if (c == '>' || char.IsWhiteSpace(c) || IsAt("/>") || IsMarkup(_position))
                return;
            var close = IsAt("{{") ? _expressions.FindClose(_position, ExpressionPlace.Text) : -1;
            _position = close < 0 ? _position + 1 : close + 2;
        }
    }
}
