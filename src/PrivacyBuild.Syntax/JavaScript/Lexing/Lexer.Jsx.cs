using System;
using System.Globalization;
using System.Text;
using PrivacyBuild.Syntax.JavaScript.Parsing;

namespace PrivacyBuild.Syntax.JavaScript.Lexing;

// Inside an element other rules hold: text runs up to the next tag or brace, names have hyphens, strings no escapes but entities.
internal sealed partial class Lexer
{
    /// <summary>Moves from the <c>&gt;</c> or <c>}</c> in front of an element's content to the next piece of it: text, a tag or a brace.</summary>
    public void NextJsxChild()
    {
        NewLineBefore = false;
        LegacyOctal = -1;
        Start = _position = End;
        if (_position >= _end)
        {
            Kind = TokenKind.EndOfFile;
            return;
        }

        if (_text[_position] is '<' or '{')
        {
            Kind = _text[_position] == '<' ? TokenKind.LessThan : TokenKind.OpenBrace;
            End = ++_position;
            return;
        }

        var stop = _text.AsSpan(_position, _end - _position).IndexOfAny('<', '{');
        End = _position = stop < 0 ? _end : _position + stop;
        Kind = TokenKind.JsxText;
        Value = DecodeEntities(_text.AsSpan(Start, End - Start));
    }

    /// <summary>Reads an element's content from a place on, whatever was read there before.</summary>
    public void ReturnToJsxChild(int position)
    {
        while (_comments.Count > 0 && _comments[_comments.Count - 1].Span.Start >= position)
            _comments.RemoveAt(_comments.Count - 1);
        End = position;
        NextJsxChild();
    }

    /// <summary>Adds to the current name what only names of tags and attributes may have.</summary>
    public void ExtendJsxName()
    {
        var position = End;
        while (position < _end && (_text[position] == '-' || Characters.IsIdentifierPart(CodePointAt(position, out _))))
            position += char.IsHighSurrogate(_text[position]) && position + 1 < _end ? 2 : 1;
        if (position == End)
            return;
        Value = _names.Get(_text.AsSpan(Start, position - Start), out _);
        Kind = TokenKind.Identifier;
        End = _position = position;
    }

    /// <summary>Moves from <c>=</c> to an attribute's value.</summary>
    public void NextJsxAttributeValue()
    {
        NewLineBefore = false;
        LegacyOctal = -1;
        SkipTrivia();
        if (_position >= _end || _text[_position] is not ('"' or '\''))
        {
            Next();
            return;
        }

        Start = _position;
        var quote = _text[_position++];
        var close = _text.IndexOf(quote, _position, _end - _position);
        if (close < 0)
        {
            SkipLine();
            Error(SyntaxErrors.UnterminatedString, Start, _position);
            close = _position;
        }

        Value = DecodeEntities(_text.AsSpan(Start + 1, close - Start - 1));
        Kind = TokenKind.String;
        End = _position = Math.Min(close + 1, _end);
    }

    private static string DecodeEntities(ReadOnlySpan<char> text)
    {
        var ampersand = text.IndexOf('&');
        if (ampersand < 0)
            return text.ToString();
        var decoded = new StringBuilder(text.Length);
        while (ampersand >= 0)
        {
            Append(decoded, text.Slice(0, ampersand));
            text = text.Slice(ampersand);
            var semicolon = text.Slice(0, Math.Min(text.Length, JsxEntities.LongestName + 2)).IndexOf(';');
            if (semicolon > 1 && TryDecode(text.Slice(1, semicolon - 1), out var codePoint))
            {
                Append(decoded, codePoint);
                text = text.Slice(semicolon + 1);
            }
            else
            {
                decoded.Append('&');
                text = text.Slice(1);
            }

            ampersand = text.IndexOf('&');
        }

        Append(decoded, text);
        return decoded.ToString();
    }

    private static bool TryDecode(ReadOnlySpan<char> name, out int codePoint)
    {
        if (name[0] != '#')
            return JsxEntities.TryGet(name.ToString(), out codePoint);
        var isHex = name.Length > 1 && name[1] == 'x';
        var digits = name.Slice(isHex ? 2 : 1).ToString();
        return int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out codePoint)
            && codePoint is >= 0 and <= 0x10FFFF;
    }

    private static void Append(StringBuilder builder, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            builder.Append(c);
    }
}
