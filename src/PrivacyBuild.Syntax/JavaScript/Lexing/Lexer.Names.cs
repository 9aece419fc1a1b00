using System;
using System.Linq;
using System.Text;
using PrivacyBuild.Syntax.JavaScript.Parsing;

namespace PrivacyBuild.Syntax.JavaScript.Lexing;

// Identifiers, keywords and private names. Plain ASCII goes the fast way; an escape or a character beyond ASCII starts over on the slow one.
internal sealed partial class Lexer
{
    private static readonly string[] ShortNames = Enumerable.Range(0, 128).Select(c => ((char)c).ToString()).ToArray();

    private void ReadName()
    {
        var text = _text;
        var start = _position;
        var position = start;
        var hash = NameTable.StartHash();
        char c;
        do
        {
            hash = NameTable.AddToHash(hash, text[position]);
            position++;
        }
        while (position < _end && Characters.IsAsciiPart(c = text[position]));

        if (position < _end && (c = text[position]) is '\\' or >= '\u0080' && (c == '\\' || Characters.IsIdentifierPart(CodePointAt(position, out _))))
        {
            ReadNameSlowly(start);
            return;
        }

        _position = position;
        Escaped = false;
        if (position - start == 1)
        {
            Kind = TokenKind.Identifier;
            Value = ShortNames[text[start]];
            return;
        }

        Value = _names.Get(text.AsSpan(start, position - start), hash, out Kind);
    }

    private void ReadNameSlowly(int start)
    {
        Value = ScanName(start, out var escaped);
        Escaped = escaped;
        if (Value.Length == 0)
            return;
        Value = _names.Get(Value.AsSpan(), out Kind);
        if (!escaped)
            return;
        if (Kind < TokenKind.Identifier)
            Kind = TokenKind.EscapedKeyword;
        else if (!TokenFacts.IsStrictReserved(Kind) && Kind != TokenKind.Await)
            Kind = TokenKind.Identifier;
    }

    private TokenKind ReadPrivateName()
    {
        var start = _position;
        var name = ScanName(start + 1, out var escaped);
        if (name.Length == 0)
        {
            _position = start + 1;
            Error(SyntaxErrors.UnexpectedCharacter, start, start + 1);
            return TokenKind.Unknown;
        }

        Escaped = escaped;
        Value = _names.Get(name.AsSpan(), out _);
        return TokenKind.PrivateName;
    }

    // Leaves the position behind the name, or at start when there is none.
    private string ScanName(int start, out bool escaped)
    {
        var name = new StringBuilder();
        escaped = false;
        _position = start;
        while (_position < _end)
        {
            var at = _position;
            int codePoint;
            if (_text[_position] == '\\')
            {
                if (Peek(1) != 'u')
                    break;
                _position += 2;
                codePoint = ReadUnicodeEscape();
                var fits = codePoint >= 0 && (name.Length == 0 ? Characters.IsIdentifierStart(codePoint) : Characters.IsIdentifierPart(codePoint));
                if (!fits)
                {
                    Error(SyntaxErrors.InvalidEscape, at, _position);
                    if (codePoint < 0)
                        continue;
                }

                escaped = true;
            }
            else
            {
                codePoint = CodePointAt(_position, out var length);
                if (!(name.Length == 0 ? Characters.IsIdentifierStart(codePoint) : Characters.IsIdentifierPart(codePoint)))
                    break;
                _position += length;
            }

            Append(name, codePoint);
        }

        return name.ToString();
    }

    // Behind \u: four hex digits, or one to six in braces. -1 when it is neither; the position then stands behind what was looked at.
    private int ReadUnicodeEscape()
    {
        if (Peek(0) != '{')
            return ReadHex(4);
        _position++;
        var value = 0;
        var digits = 0;
        while (_position < _end && Characters.HexValue(_text[_position]) is >= 0 and var digit)
        {
            value = Math.Min(value * 16 + digit, 0x110000);
            digits++;
            _position++;
        }

        if (Peek(0) != '}')
            return -1;
        _position++;
        return digits == 0 || value > 0x10FFFF ? -1 : value;
    }

    private int ReadHex(int digits)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            var digit = Characters.HexValue(Peek(0));
            if (digit < 0)
                return -1;
            value = value * 16 + digit;
            _position++;
        }

        return value;
    }

    private static void Append(StringBuilder builder, int codePoint)
    {
        if (codePoint < 0x10000)
            builder.Append((char)codePoint);
        else
            builder.Append(char.ConvertFromUtf32(codePoint));
    }
}
