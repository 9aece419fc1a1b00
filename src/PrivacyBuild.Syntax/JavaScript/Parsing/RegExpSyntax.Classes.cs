using System;
using PrivacyBuild.Syntax.JavaScript.Lexing;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Escapes and character classes.
internal sealed partial class RegExpSyntax
{
    // What an atom of a class stands for when it is no single character.
    private const int CharacterSet = -2;

    private const int DeepestClass = 500;

    private static bool IsSyntaxCharacter(int c) => c is '^' or '$' or '\\' or '.' or '*' or '+' or '?' or '(' or ')' or '[' or ']' or '{' or '}' or '|' or '/';

    /// <summary>Outside a class; false when what was read is an assertion, which nothing may repeat.</summary>
    private bool ReadAtomEscape()
    {
        switch (Ahead(1))
        {
            case 'b' or 'B':
                _at += 2;
                return false;
            case 'k' when _named:
                _at += 2;
                if (!Eat('<'))
                    Fail(SyntaxErrors.RegExpGroupName);
                else if (ReadGroupName() is { } name)
                    _references.Add(name);
                return true;
            case >= '1' and <= '9':
                _at++;
                TryReadDecimal(out var number);
                _highestReference = Math.Max(_highestReference, (int)Math.Min(number, int.MaxValue));
                return true;
            default:
                ReadEscape(inClass: false);
                return true;
        }
    }

    // The code point an escape stands for, or CharacterSet.
    private int ReadEscape(bool inClass)
    {
        _at++;
        if (_at >= _pattern.Length)
        {
            Fail(SyntaxErrors.RegExpEscape);
            return EndOfPattern;
        }

        var c = _pattern[_at];
        switch (c)
        {
            case 'd' or 'D' or 's' or 'S' or 'w' or 'W':
                _at++;
                return CharacterSet;
            case 'p' or 'P' when _unicode:
                _at++;
                ReadProperty(c == 'P');
                return CharacterSet;
            case 't': _at++; return '\t';
            case 'n': _at++; return '\n';
            case 'v': _at++; return '\v';
            case 'f': _at++; return '\f';
            case 'r': _at++; return '\r';
            case 'b' when inClass: _at++; return '\b';
            case '-' when inClass && _unicode: _at++; return '-';
            case 'c':
                return ReadControl(inClass);
            case 'x':
                _at++;
                return ReadFixedHex(2, 'x');
            case 'u':
                _at++;
                return ReadUnicodeEscape(_unicode);
            case '0' when Ahead(1) is not (>= '0' and <= '9'):
                _at++;
                return 0;
            case >= '0' and <= '9' when !_unicode:
                return ReadOctal();
        }

        if (_unicode && !IsSyntaxCharacter(c))
            Fail(SyntaxErrors.RegExpEscape);
        if (_error is not null)
            return EndOfPattern;
        if (_named && c == 'k')
        {
            Fail(SyntaxErrors.RegExpEscape);
            return EndOfPattern;
        }

        return ReadCodePoint();
    }

    private int ReadControl(bool inClass)
    {
        var letter = Ahead(1);
        if (letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (inClass && !_unicode && letter is (>= '0' and <= '9') or '_'))
        {
            _at += 2;
            return letter % 32;
        }

        if (_unicode)
            Fail(SyntaxErrors.RegExpEscape);
        // Outside of u and v the backslash is a character of its own, and the c the next one.
        return '\\';
    }

    private int ReadOctal()
    {
        var value = 0;
        if (Current is >= '8')
            return _pattern[_at++];
        for (var digits = 0; digits < 3 && Current is >= '0' and <= '7' && value * 8 + (Current - '0') <= 255; digits++)
            value = value * 8 + (_pattern[_at++] - '0');
        return value;
    }

    private int ReadFixedHex(int digits, char otherwise)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            var digit = Characters.HexValue(Ahead(i));
            if (digit < 0)
            {
                if (_unicode)
                    Fail(SyntaxErrors.RegExpEscape);
                return otherwise;
            }

            value = value * 16 + digit;
        }

        _at += digits;
        return value;
    }

    // Behind \u.
    private int ReadUnicodeEscape(bool unicode)
    {
        if (unicode && Eat('{'))
        {
            var value = 0;
            var start = _at;
            while (Current >= 0 && Characters.HexValue((char)Current) is >= 0 and var digit)
            {
                value = Math.Min(value * 16 + digit, 0x110000);
                _at++;
            }

            if (_at == start || value > 0x10FFFF || !Eat('}'))
                Fail(SyntaxErrors.RegExpEscape);
            return value;
        }

        if (unicode && Characters.HexValue(Ahead(0)) < 0)
        {
            Fail(SyntaxErrors.RegExpEscape);
            return EndOfPattern;
        }

        var lead = ReadFixedHex(4, 'u');
        if (!unicode || lead is < 0xD800 or > 0xDBFF || Ahead(0) != '\\' || Ahead(1) != 'u')
            return lead;
        var state = _at;
        _at += 2;
        var digitsFit = true;
        for (var i = 0; i < 4; i++)
            digitsFit &= Characters.HexValue(Ahead(i)) >= 0;
        if (digitsFit && ReadFixedHex(4, 'u') is >= 0xDC00 and <= 0xDFFF and var trail)
            return char.ConvertToUtf32((char)lead, (char)trail);
        _at = state;
        return lead;
    }

    // \p{Name} or \p{Name=Value}
    private void ReadProperty(bool negated)
    {
        if (!Eat('{'))
        {
            Fail(SyntaxErrors.RegExpProperty);
            return;
        }

        var start = _at;
        var equals = -1;
        while (Current >= 0 && (Characters.IsAsciiPart((char)Current) || Current == '='))
        {
            if (Current == '=')
            {
                if (equals >= 0 || _at == start)
                    Fail(SyntaxErrors.RegExpProperty);
                equals = _at;
            }

            _at++;
        }

        var name = _error is null ? _pattern.Substring(start, _at - start) : "";
        if (name.Length == 0 || equals == _at - 1 || name.AsSpan().IndexOf('$') >= 0 || !Eat('}'))
            Fail(SyntaxErrors.RegExpProperty);
        if (!IsPropertyOfStrings(name))
            return;
        _holdsStrings = true;
        if (negated || !_sets)
            Fail(SyntaxErrors.RegExpProperty);
    }

    private static bool IsPropertyOfStrings(string name) => name is "Basic_Emoji" or "Emoji_Keycap_Sequence" or "RGI_Modifier_Sequence" or "RGI_Flag_Sequence"
        or "RGI_Emoji" or "RGI_Emoji_Modifier_Sequence" or "RGI_Emoji_Flag_Sequence" or "RGI_Emoji_Tag_Sequence" or "RGI_Emoji_ZWJ_Sequence";

    private void ReadClass()
    {
        if (_sets)
        {
            ReadSetClass(0);
            return;
        }

        _at++;
        Eat('^');
        while (Current is not (']' or EndOfPattern))
        {
            var low = ReadClassAtom();
            if (Current != '-' || Ahead(1) is ']' or '\0')
                continue;
            _at++;
            var high = ReadClassAtom();
            if (low == CharacterSet || high == CharacterSet)
            {
                if (_unicode)
                    Fail(SyntaxErrors.RegExpRange);
            }
            else if (low > high)
            {
                Fail(SyntaxErrors.RegExpRange);
            }
        }

        if (!Eat(']'))
            Fail(SyntaxErrors.RegExpBracket);
    }

    private int ReadClassAtom() => Current == '\\' ? ReadEscape(inClass: true) : ReadCodePoint();

    // Whether the operand just read may match more than one character.
    private bool _holdsStrings;

    // The classes of the flag v: nested, with -- and &&, one kind of operator in each.
    private void ReadSetClass(int depth)
    {
        if (depth > DeepestClass)
        {
            Fail(SyntaxErrors.RegExpClass);
            return;
        }

        _at++;
        var negated = Eat('^');
        var strings = false;
        var operation = '\0';
        var first = true;
        while (Current is not (']' or EndOfPattern))
        {
            var expected = operation;
            if (!first)
            {
                var found = Current == Ahead(1) && Current is '-' or '&' ? (char)Current : '\0';
                if (operation == '\0' && found != '\0' && _operands == 1)
                    operation = expected = found;
                if (found != expected)
                {
                    Fail(SyntaxErrors.RegExpClass);
                    return;
                }

                if (found != '\0')
                    _at += 2;
            }

            var low = ReadSetOperand(depth, out var operandStrings);
            strings = operation == '&' ? strings && operandStrings : operation == '-' ? strings : strings || operandStrings;
            _operands = first ? 1 : 2;
            first = false;
            if (Current == '-' && Ahead(1) != '-')
            {
                _at++;
                if (low == CharacterSet || operation != '\0' || Current == ']')
                    Fail(SyntaxErrors.RegExpRange);
                else if (ReadSetOperand(depth, out _) is var high && (high == CharacterSet || high < low))
                    Fail(SyntaxErrors.RegExpRange);
                // A range is no operand of -- or &&.
                _operands = 2;
            }
        }

        if (!Eat(']'))
            Fail(SyntaxErrors.RegExpBracket);
        if (negated && strings)
            Fail(SyntaxErrors.RegExpClass);
        _holdsStrings = strings;
        _operands = 1;
    }

    private int _operands;

    private int ReadSetOperand(int depth, out bool strings)
    {
        strings = false;
        switch (Current)
        {
            case '[':
                ReadSetClass(depth + 1);
                strings = _holdsStrings;
                return CharacterSet;
            case '\\' when Ahead(1) == 'q' && Ahead(2) == '{':
                strings = ReadStrings();
                return CharacterSet;
            case '\\' when IsSetPunctuator(Ahead(1)):
                _at += 2;
                return _pattern[_at - 1];
            case '\\':
                _holdsStrings = false;
                var escaped = ReadEscape(inClass: true);
                strings = _holdsStrings && escaped == CharacterSet;
                return escaped;
            case '(' or ')' or '{' or '}' or '/' or '-' or '|':
                Fail(SyntaxErrors.RegExpClass);
                return EndOfPattern;
            case EndOfPattern:
                Fail(SyntaxErrors.RegExpBracket);
                return EndOfPattern;
            default:
                if (Current == Ahead(1) && IsReservedDouble(Current))
                    Fail(SyntaxErrors.RegExpClass);
                return _at < _pattern.Length ? ReadCodePoint() : EndOfPattern;
        }
    }

    // \q{abc|d}: true when one of the strings is no single character.
    private bool ReadStrings()
    {
        _at += 3;
        var strings = false;
        var length = 0;
        while (Current is not ('}' or EndOfPattern))
        {
            if (Eat('|'))
            {
                strings |= length != 1;
                length = 0;
                continue;
            }

            if (ReadSetOperand(0, out _) == CharacterSet)
                Fail(SyntaxErrors.RegExpClass);
            length++;
        }

        if (!Eat('}'))
            Fail(SyntaxErrors.RegExpBracket);
        return strings || length != 1;
    }

    private static bool IsSetPunctuator(char c) =>
        c is '&' or '-' or '!' or '#' or '%' or ',' or ':' or ';' or '<' or '=' or '>' or '@' or '`' or '~';

    private static bool IsReservedDouble(int c) =>
        c is '&' or '!' or '#' or '$' or '%' or '*' or '+' or ',' or '.' or ':' or ';' or '<' or '=' or '>' or '?' or '@' or '^' or '`' or '~';
}
