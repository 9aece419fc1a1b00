using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using PrivacyBuild.Syntax.JavaScript.Parsing;

namespace PrivacyBuild.Syntax.JavaScript.Lexing;

// Numbers, strings, templates and regular expressions.
internal sealed partial class Lexer
{
    // Short strings repeat within a file (event names, keys); longer ones hardly do.
    private const int LongestSharedString = 20;

    /// <summary>Reads the token at a slash again, as a regular expression. It ends at the end of the line at the latest.</summary>
    public void RescanRegExp()
    {
        _position = Start + 1;
        var inClass = false;
        while (true)
        {
            if (_position >= _end || Characters.IsLineEnd(_text[_position]))
            {
                Error(SyntaxErrors.UnterminatedRegExp, Start, _position);
                break;
            }

            var c = _text[_position++];
            if (c == '\\' && _position < _end && !Characters.IsLineEnd(_text[_position]))
                _position++;
            else if (c == '[')
                inClass = true;
            else if (c == ']')
                inClass = false;
            else if (c == '/' && !inClass)
                break;
        }

        var flags = _position;
        while (_position < _end && (_text[_position] == '\\' || Characters.IsIdentifierPart(CodePointAt(_position, out _))))
            _position += char.IsHighSurrogate(_text[_position]) ? 2 : 1;
        Value = _names.Get(_text.AsSpan(flags, _position - flags), out _);
        Kind = TokenKind.RegExp;
        End = _position;
    }

    /// <summary>Reads on behind the brace that closes a substitution.</summary>
    public void RescanTemplateContinuation()
    {
        _position = Start + 1;
        LegacyOctal = -1;
        Kind = ReadTemplateChunk();
        End = _position;
    }

    private TokenKind ReadTemplateChunk()
    {
        var start = _position;
        StringBuilder? cooked = null;
        var valid = true;
        var copied = start;
        while (true)
        {
            if (_position >= _end || start >= _noTemplateEndFrom || UnclosedTemplates?.Contains(start) == true)
            {
                EndUnterminatedTemplate(start);
                cooked = null;
                copied = Math.Min(copied, _position);
                break;
            }

            var c = _text[_position];
            if (c == '`')
            {
                TemplateTail = true;
                break;
            }

            if (c == '$' && Peek(1) == '{')
            {
                TemplateTail = false;
                break;
            }

            if (c is not ('\\' or '\r'))
            {
                _position++;
                continue;
            }

            cooked ??= new StringBuilder();
            cooked.Append(_text, copied, _position - copied);
            if (c == '\r')
            {
                cooked.Append('\n');
                _position += Peek(1) == '\n' ? 2 : 1;
            }
            else
            {
                valid &= ReadEscape(cooked, template: true);
            }

            copied = _position;
        }

        var end = _position;
        Value = !valid ? null : cooked is null ? _text.Substring(start, end - start) : cooked.Append(_text, copied, end - copied).ToString();
        TemplateStart = start;
        TemplateEnd = end;
        if (_position < _end && _text[_position] is '`')
            _position++;
        else if (!TemplateTail)
            _position += 2;
        return TokenKind.Template;
    }

    /// <summary>Where the characters of a template token begin and end, without its delimiters.</summary>
    public int TemplateStart { get; private set; }

    public int TemplateEnd { get; private set; }

    public string Slice(int start, int end) => _text.Substring(start, end - start);

    /// <summary>Where the texts of templates begin whose closing backtick is missing, though another one follows.</summary>
    public HashSet<int>? UnclosedTemplates { get; set; }

    // From here on there is neither the end of a template nor a substitution.
    private int _noTemplateEndFrom = int.MaxValue;

    // Without its end a template would swallow the file; it is taken to end with its line.
    private void EndUnterminatedTemplate(int start)
    {
        if (_position >= _end)
            _noTemplateEndFrom = Math.Min(_noTemplateEndFrom, start);
        _position = start;
        SkipLine();
        TemplateTail = true;
        Error(SyntaxErrors.UnterminatedTemplate, start, _position);
    }

    private TokenKind ReadString(char quote)
    {
        var text = _text;
        var start = ++_position;
        var position = start;
        while (position < _end)
        {
            var c = text[position];
            if (c == quote)
            {
                var length = position - start;
                Value = length <= LongestSharedString ? _names.Get(text.AsSpan(start, length), out _) : text.Substring(start, length);
                _position = position + 1;
                return TokenKind.String;
            }

            if (c is '\\' or '\n' or '\r')
                break;
            position++;
        }

        _position = position;
        ReadStringWithEscapes(start, quote);
        return TokenKind.String;
    }

    private void ReadStringWithEscapes(int start, char quote)
    {
        var value = new StringBuilder();
        var copied = start;
        while (true)
        {
            if (_position >= _end || _text[_position] is '\n' or '\r')
            {
                Error(SyntaxErrors.UnterminatedString, start - 1, _position);
                value.Append(_text, copied, _position - copied);
                break;
            }

            var c = _text[_position];
            if (c == quote)
            {
                value.Append(_text, copied, _position - copied);
                _position++;
                break;
            }

            if (c != '\\')
            {
                _position++;
                continue;
            }

            value.Append(_text, copied, _position - copied);
            ReadEscape(value, template: false);
            copied = _position;
        }

        Value = value.ToString();
    }

    // At a backslash. False when the escape is invalid, which a tagged template allows and which is an error in a string.
    private bool ReadEscape(StringBuilder value, bool template)
    {
        var start = _position++;
        if (_position >= _end)
            return true;
        var c = _text[_position++];
        switch (c)
        {
            case 'n': value.Append('\n'); return true;
            case 't': value.Append('\t'); return true;
            case 'r': value.Append('\r'); return true;
            case 'b': value.Append('\b'); return true;
            case 'f': value.Append('\f'); return true;
            case 'v': value.Append('\v'); return true;
            case '\r':
                if (Peek(0) == '\n')
                    _position++;
                return true;
            case '\n' or '\u2028' or '\u2029':
                return true;
            case 'x' or 'u':
                var codePoint = c == 'x' ? ReadHex(2) : ReadUnicodeEscape();
                if (codePoint >= 0)
                {
                    Append(value, codePoint);
                    return true;
                }

                if (!template)
                    Error(SyntaxErrors.InvalidEscape, start, _position);
                return false;
            case >= '0' and <= '9':
                return ReadDigitEscape(value, c, start, template);
            default:
                value.Append(c);
                return true;
        }
    }

    private bool ReadDigitEscape(StringBuilder value, char first, int start, bool template)
    {
        if (first == '0' && Peek(0) is not (>= '0' and <= '9'))
        {
            value.Append('\0');
            return true;
        }

        if (template)
            return false;
        LegacyOctal = start;
        if (first >= '8')
        {
            value.Append(first);
            return true;
        }

        var octal = first - '0';
        for (var digits = 1; digits < 3 && Peek(0) is >= '0' and <= '7' && octal * 8 + (Peek(0) - '0') <= 255; digits++)
        {
            octal = octal * 8 + (Peek(0) - '0');
            _position++;
        }

        value.Append((char)octal);
        return true;
    }

    private TokenKind ReadNumber()
    {
        var start = _position;
        var kind = TokenKind.Number;
        Value = null;
        if (_text[start] == '0' && (Peek(1) | 0x20) is 'x' or 'o' or 'b')
            kind = ReadRadixNumber(start, (Peek(1) | 0x20) switch { 'x' => 16, 'o' => 8, _ => 2 });
        else if (_text[start] == '0' && Peek(1) is (>= '0' and <= '9') or '_')
            ReadLegacyNumber(start);
        else
            kind = ReadDecimal(start);

        if (_position < _end && (_text[_position] == '\\' || Characters.IsIdentifierPart(CodePointAt(_position, out _))))
            Error(SyntaxErrors.NameAfterNumber, _position, _position + 1);
        return kind;
    }

    private TokenKind ReadDecimal(int start)
    {
        var separated = ReadDigits();
        if (_position - start <= 15 && !separated && Peek(0) is not ('.' or 'e' or 'E' or 'n'))
        {
            long value = 0;
            for (var i = start; i < _position; i++)
                value = value * 10 + (_text[i] - '0');
            Number = value;
            return TokenKind.Number;
        }

        if (Peek(0) == 'n')
        {
            Value = Digits(start, _position, separated);
            _position++;
            return TokenKind.BigInt;
        }

        if (Peek(0) == '.')
        {
            _position++;
            if (Peek(0) == '_')
                Error(SyntaxErrors.MisplacedSeparator, _position, _position + 1);
            separated |= ReadDigits();
        }

        var end = _position;
        if (Peek(0) is 'e' or 'E')
        {
            var sign = Peek(1) is '+' or '-' ? 1 : 0;
            if (Peek(1 + sign) is >= '0' and <= '9')
            {
                _position += 1 + sign;
                separated |= ReadDigits();
                end = _position;
            }
            else
            {
                _position += 1 + sign;
                Error(SyntaxErrors.InvalidNumber, start, _position);
            }
        }

        Number = ParseDouble(Digits(start, end, separated));
        return TokenKind.Number;
    }

    private TokenKind ReadRadixNumber(int start, int radix)
    {
        _position += 2;
        var first = _position;
        double value = 0;
        var separated = false;
        while (_position < _end)
        {
            var c = _text[_position];
            if (c == '_')
            {
                separated = true;
                CheckSeparator(first, radix);
            }
            else
            {
                var digit = Characters.HexValue(c);
                if (digit < 0 || digit >= radix)
                    break;
                value = value * radix + digit;
            }

            _position++;
        }

        if (_position == first)
            Error(SyntaxErrors.InvalidNumber, start, _position);
        Number = value;
        if (Peek(0) != 'n')
            return TokenKind.Number;
        Value = Digits(start, _position, separated);
        _position++;
        return TokenKind.BigInt;
    }

    // 017 is octal, 089 decimal; both only outside strict code, and neither may have separators, fractions of octals or an n.
    private void ReadLegacyNumber(int start)
    {
        LegacyOctal = start;
        var octal = true;
        double value = 0;
        while (Peek(0) is (>= '0' and <= '9') or '_')
        {
            var c = Peek(0);
            if (c == '_')
                Error(SyntaxErrors.MisplacedSeparator, _position, _position + 1);
            else
                value = value * 8 + (c - '0');
            octal &= c is < '8' or '_';
            _position++;
        }

        Number = value;
        if (octal)
            return;
        _position = start;
        if (ReadDecimal(start) == TokenKind.BigInt)
            Error(SyntaxErrors.InvalidNumber, start, _position);
    }

    private bool ReadDigits()
    {
        var first = _position;
        var separated = false;
        while (_position < _end)
        {
            var c = _text[_position];
            if (c == '_')
            {
                separated = true;
                CheckSeparator(first, 10);
            }
            else if (c is not (>= '0' and <= '9'))
            {
                break;
            }

            _position++;
        }

        return separated;
    }

    private void CheckSeparator(int first, int radix)
    {
        if (_position == first || !IsDigit(_text[_position - 1]) || !IsDigit(Peek(1)))
            Error(SyntaxErrors.MisplacedSeparator, _position, _position + 1);

        bool IsDigit(char c) => Characters.HexValue(c) is >= 0 and var digit && digit < radix;
    }

    private string Digits(int start, int end, bool separated)
    {
        var digits = _text.Substring(start, end - start);
        return separated ? digits.Replace("_", "") : digits;
    }

    // A number beyond the range of a double is infinite in JavaScript; older frameworks fail on it instead.
    private static double ParseDouble(string digits) =>
        double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.PositiveInfinity;
}
