using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Parsing;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript.Lexing;

// Only the parser knows whether a slash divides or begins a regular expression, whether a brace ends a block or a substitution in a
// template, and whether two angle brackets shift or close two lists of types. So the parser pulls one token at a time: the lexer makes
// its best guess from the characters alone, and where the grammar says otherwise the parser asks for the same place to be read again
// (RescanRegExp, RescanTemplateContinuation, SplitGreaterThan, the JSX ones). The current token lies in plain fields; reading one allocates
// nothing but the strings that end up in the tree, and names only once per file.

/// <summary>Reads tokens. All offsets are those of the whole text, though only a part of it may be read.</summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly int _end;
    private readonly NameTable _names;
    private readonly List<SyntaxError> _errors;
    private readonly List<Comment> _comments;
    private int _position;

    public Lexer(SourceText text, TextSpan range, List<SyntaxError> errors, List<Comment> comments)
    {
        _text = text.Content;
        _position = range.Start;
        _end = range.End;
        _names = new NameTable(range.Length);
        _errors = errors;
        _comments = comments;
        Start = End = _position;
    }

    /// <summary>Whether <c>&lt;!--</c> and <c>--&gt;</c> begin comments, as they do outside modules.</summary>
    public bool HtmlComments { get; set; } = true;

    // The current token: fields, because they are read at every step.
    public TokenKind Kind;
    public int Start;
    public int End;

    /// <summary>Whether a line end stands between the token and the one before.</summary>
    public bool NewLineBefore;

    /// <summary>The name of an identifier, keyword or private name; the value of a string; the digits of a BigInt; the cooked text of a template, null when it has none.</summary>
    public string? Value;

    public double Number;

    /// <summary>Whether a name is written with an escape.</summary>
    public bool Escaped;

    /// <summary>Offset of an octal literal or escape that strict code forbids, or -1.</summary>
    public int LegacyOctal = -1;

    /// <summary>Whether a template token goes up to the closing backtick.</summary>
    public bool TemplateTail;

    /// <summary>Reads a hashbang line, allowed only at the very beginning.</summary>
    public void SkipHashbang()
    {
        if (Peek(0) != '#' || Peek(1) != '!')
            return;
        var start = _position;
        SkipLine();
        _comments.Add(new Comment(new TextSpan(start, _position), false));
    }

    public LexerState Save() => new(_position, Kind, Start, End, NewLineBefore, Value, Number, Escaped, LegacyOctal, TemplateTail, TemplateStart, TemplateEnd, _comments.Count);

    public void Restore(in LexerState state)
    {
        _position = state.Position;
        Kind = state.Kind;
        Start = state.Start;
        End = state.End;
        NewLineBefore = state.NewLineBefore;
        Value = state.Value;
        Number = state.Number;
        Escaped = state.Escaped;
        LegacyOctal = state.LegacyOctal;
        TemplateTail = state.TemplateTail;
        TemplateStart = state.TemplateStart;
        TemplateEnd = state.TemplateEnd;
        if (_comments.Count > state.Comments)
            _comments.RemoveRange(state.Comments, _comments.Count - state.Comments);
    }

    /// <summary>Goes back to a token that can be read without knowing what stands before it.</summary>
    public void ReturnTo(int start, bool newLineBefore)
    {
        _position = start;
        while (_comments.Count > 0 && _comments[_comments.Count - 1].Span.Start >= start)
            _comments.RemoveAt(_comments.Count - 1);
        Next();
        NewLineBefore = newLineBefore;
    }

    /// <summary>Whether <c>=&gt;</c> follows the current token; looks at characters only and may miss one behind a comment.</summary>
    public bool IsFollowedByArrow()
    {
        var i = End;
        while (i < _end && _text[i] is ' ' or '\t' or '\r' or '\n')
            i++;
        if (i >= _end)
            return false;
        if (_text[i] != '/')
            return _text[i] == '=' && i + 1 < _end && _text[i + 1] == '>';
        var state = Save();
        Next();
        var result = Kind == TokenKind.Arrow;
        Restore(state);
        return result;
    }

    public void Next()
    {
        NewLineBefore = false;
        LegacyOctal = -1;
        SkipTrivia();
        Start = _position;
        if (_position >= _end)
        {
            Kind = TokenKind.EndOfFile;
            End = _position;
            Value = null;
            return;
        }

        var c = _text[_position];
        if (Characters.IsAsciiStart(c))
            ReadName();
        else
            Kind = ReadOther(c);
        End = _position;
    }

    private TokenKind ReadOther(char c)
    {
        switch (c)
        {
            case '{': return Take(1, TokenKind.OpenBrace);
            case '}': return Take(1, TokenKind.CloseBrace);
            case '(': return Take(1, TokenKind.OpenParen);
            case ')': return Take(1, TokenKind.CloseParen);
            case '[': return Take(1, TokenKind.OpenBracket);
            case ']': return Take(1, TokenKind.CloseBracket);
            case ';': return Take(1, TokenKind.Semicolon);
            case ',': return Take(1, TokenKind.Comma);
            case ':': return Take(1, TokenKind.Colon);
            case '~': return Take(1, TokenKind.BitwiseNot);
            case '@': return Take(1, TokenKind.At);
            case '"' or '\'': return ReadString(c);
            case '`':
                _position++;
                return ReadTemplateChunk();
            case '0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9':
                return ReadNumber();
            case '.':
                if (Peek(1) is >= '0' and <= '9')
                    return ReadNumber();
                return Peek(1) == '.' && Peek(2) == '.' ? Take(3, TokenKind.Ellipsis) : Take(1, TokenKind.Dot);
            case '=':
                if (Peek(1) == '=')
                    return Peek(2) == '=' ? Take(3, TokenKind.StrictEqual) : Take(2, TokenKind.Equal);
                return Peek(1) == '>' ? Take(2, TokenKind.Arrow) : Take(1, TokenKind.Assign);
            case '!':
                if (Peek(1) == '=')
                    return Peek(2) == '=' ? Take(3, TokenKind.StrictNotEqual) : Take(2, TokenKind.NotEqual);
                return Take(1, TokenKind.Not);
            case '+':
                return Peek(1) switch
                {
                    '+' => Take(2, TokenKind.Increment),
                    '=' => Take(2, TokenKind.AddAssign),
                    _ => Take(1, TokenKind.Add),
                };
            case '-':
                return Peek(1) switch
                {
                    '-' => Take(2, TokenKind.Decrement),
                    '=' => Take(2, TokenKind.SubtractAssign),
                    _ => Take(1, TokenKind.Subtract),
                };
            case '*':
                if (Peek(1) == '*')
                    return Peek(2) == '=' ? Take(3, TokenKind.PowerAssign) : Take(2, TokenKind.Power);
                return Peek(1) == '=' ? Take(2, TokenKind.MultiplyAssign) : Take(1, TokenKind.Multiply);
            case '/':
                return Peek(1) == '=' ? Take(2, TokenKind.DivideAssign) : Take(1, TokenKind.Divide);
            case '%':
                return Peek(1) == '=' ? Take(2, TokenKind.RemainderAssign) : Take(1, TokenKind.Remainder);
            case '<':
                if (Peek(1) == '<')
                    return Peek(2) == '=' ? Take(3, TokenKind.ShiftLeftAssign) : Take(2, TokenKind.ShiftLeft);
                return Peek(1) == '=' ? Take(2, TokenKind.LessOrEqual) : Take(1, TokenKind.LessThan);
            case '>':
                return ReadGreaterThan();
            case '&':
                if (Peek(1) == '&')
                    return Peek(2) == '=' ? Take(3, TokenKind.LogicalAndAssign) : Take(2, TokenKind.LogicalAnd);
                return Peek(1) == '=' ? Take(2, TokenKind.BitwiseAndAssign) : Take(1, TokenKind.BitwiseAnd);
            case '|':
                if (Peek(1) == '|')
                    return Peek(2) == '=' ? Take(3, TokenKind.LogicalOrAssign) : Take(2, TokenKind.LogicalOr);
                return Peek(1) == '=' ? Take(2, TokenKind.BitwiseOrAssign) : Take(1, TokenKind.BitwiseOr);
            case '^':
                return Peek(1) == '=' ? Take(2, TokenKind.BitwiseXorAssign) : Take(1, TokenKind.BitwiseXor);
            case '?':
                if (Peek(1) == '?')
                    return Peek(2) == '=' ? Take(3, TokenKind.CoalesceAssign) : Take(2, TokenKind.Coalesce);
                return Peek(1) == '.' && Peek(2) is not (>= '0' and <= '9') ? Take(2, TokenKind.QuestionDot) : Take(1, TokenKind.Question);
            case '#':
                return ReadPrivateName();
            default:
                return ReadNonAscii();
        }
    }

    private TokenKind ReadGreaterThan()
    {
        if (Peek(1) == '=')
            return Take(2, TokenKind.GreaterOrEqual);
        if (Peek(1) != '>')
            return Take(1, TokenKind.GreaterThan);
        if (Peek(2) == '=')
            return Take(3, TokenKind.ShiftRightAssign);
        if (Peek(2) != '>')
            return Take(2, TokenKind.ShiftRight);
        return Peek(3) == '=' ? Take(4, TokenKind.ShiftRightUnsignedAssign) : Take(3, TokenKind.ShiftRightUnsigned);
    }

    /// <summary>Reads only the first <c>&gt;</c> of a token that begins with one.</summary>
    public void SplitGreaterThan()
    {
        _position = End = Start + 1;
        Kind = TokenKind.GreaterThan;
    }

    /// <summary>Reads only the first <c>&lt;</c> of a token that begins with one.</summary>
    public void SplitLessThan()
    {
        _position = End = Start + 1;
        Kind = TokenKind.LessThan;
    }

    private TokenKind ReadNonAscii()
    {
        var c = _text[_position];
        if (c == '\\' || Characters.IsIdentifierStart(CodePointAt(_position, out _)))
        {
            var before = _position;
            ReadNameSlowly(_position);
            if (_position > before)
                return Value!.Length > 0 ? Kind : TokenKind.Unknown;
        }

        CodePointAt(_position, out var length);
        Error(SyntaxErrors.UnexpectedCharacter, _position, _position + length);
        return Take(length, TokenKind.Unknown);
    }

    private TokenKind Take(int length, TokenKind kind)
    {
        _position += length;
        return kind;
    }

    private char Peek(int ahead)
    {
        var i = _position + ahead;
        return i < _end ? _text[i] : '\0';
    }

    private int CodePointAt(int index, out int length)
    {
        var c = _text[index];
        if (char.IsHighSurrogate(c) && index + 1 < _end && char.IsLowSurrogate(_text[index + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(c, _text[index + 1]);
        }

        length = 1;
        return c;
    }

    private void Error(string message, int start, int end) => _errors.Add(new SyntaxError(message, new TextSpan(start, end), new TextSpan(end, end)));
}

/// <summary>All that a return to an earlier token needs.</summary>
internal readonly record struct LexerState(
    int Position, TokenKind Kind, int Start, int End, bool NewLineBefore, string? Value, double Number, bool Escaped, int LegacyOctal, bool TemplateTail,
    int TemplateStart, int TemplateEnd, int Comments);
