using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// What stands alone: names, literals, templates, arrays. Parentheses, objects, functions and classes have files of their own.
internal sealed partial class Parser
{
    private Expression ParsePrimary()
    {
        if (_reservedNames && IsReservedName())
            return ParseName();
        switch (Kind)
        {
            case TokenKind.String:
                return ParseString();
            case TokenKind.Number:
                CheckLegacyOctal();
                var number = new NumericLiteral(Start, _lexer.End, _lexer.Number);
                Next();
                return number;
            case TokenKind.BigInt:
                var bigInt = new BigIntLiteral(Start, _lexer.End, _lexer.Value!);
                Next();
                return bigInt;
            case TokenKind.Template:
                return ParseTemplate(tagged: false);
            case TokenKind.Divide:
            case TokenKind.DivideAssign:
                return ParseRegExp();
            case TokenKind.OpenParen:
                return ParseParenthesized();
            case TokenKind.OpenBracket:
                return ParseArray();
            case TokenKind.OpenBrace:
                return ParseObject();
            case TokenKind.Function:
                return ParseFunctionExpression(Start, isAsync: false);
            case TokenKind.Class:
            case TokenKind.At:
                return ParseClassExpression();
            case TokenKind.New:
                return ParseNewGuarded();
            case TokenKind.Import:
                return ParseImportExpression();
            case TokenKind.PrivateName:
                var privateName = ParsePrivateName();
                if (!Is(TokenKind.In))
                    Error(SyntaxErrors.PrivateNameHere, privateName);
                return privateName;
            case TokenKind.This:
                Next();
                return new ThisExpression(_previousEnd - 4, _previousEnd);
            case TokenKind.Null:
                Next();
                return new NullLiteral(_previousEnd - 4, _previousEnd);
            case TokenKind.True:
                Next();
                return new BooleanLiteral(_previousEnd - 4, _previousEnd, true);
            case TokenKind.False:
                Next();
                return new BooleanLiteral(_previousEnd - 5, _previousEnd, false);
            case TokenKind.Super:
                var super = new Super(Start, _lexer.End);
                Next();
                if (Kind is not (TokenKind.Dot or TokenKind.OpenBracket or TokenKind.OpenParen))
                    Error(SyntaxErrors.SuperHere, super);
                return super;
            case TokenKind.LessThan when _jsx:
                return ParseJsx();
            case TokenKind.EscapedKeyword:
                ErrorHere(SyntaxErrors.EscapedKeyword);
                return ParseName();
            case >= TokenKind.Identifier:
                return ParseNameOrArrow();
            default:
                return MissingExpression();
        }
    }

    /// <summary>Whether a reserved word stands where an expression begins, and what follows does not make it one.</summary>
    private bool IsReservedName() => Kind switch
    {
        < TokenKind.Break or >= TokenKind.EscapedKeyword or TokenKind.This or TokenKind.True or TokenKind.False or TokenKind.Null => false,
        TokenKind.Function => Peek() is not (TokenKind.OpenParen or TokenKind.Multiply or >= TokenKind.Identifier),
        TokenKind.Class => Peek() is not (TokenKind.OpenBrace or TokenKind.Extends or >= TokenKind.Identifier),
        TokenKind.New => Peek() is not (TokenKind.OpenParen or TokenKind.This or >= TokenKind.Identifier),
        TokenKind.Import => Peek() is not (TokenKind.OpenParen or TokenKind.Dot),
        TokenKind.Delete or TokenKind.Typeof or TokenKind.Void => !StartsExpression(Peek()),
        _ => true,
    };

    private StringLiteral ParseString()
    {
        CheckLegacyOctal();
        var node = new StringLiteral(Start, _lexer.End, _lexer.Value!);
        Next();
        return node;
    }

    private void CheckLegacyOctal()
    {
        if (_lexer.LegacyOctal >= 0 && Strict)
            Error(SyntaxErrors.LegacyOctal, _lexer.LegacyOctal, _lexer.End);
    }

    private RegExpLiteral ParseRegExp()
    {
        _lexer.RescanRegExp();
        var flags = _lexer.Value!;
        var patternEnd = _lexer.End - flags.Length;
        if (patternEnd > Start + 1 && _text[patternEnd - 1] == '/')
            patternEnd--;
        var node = new RegExpLiteral(Start, _lexer.End, _lexer.Slice(Start + 1, patternEnd), flags);
        Next();
        return node;
    }

    private Expression ParseNameOrArrow()
    {
        var start = Start;
        var arrowMayBegin = start == _arrowStart;
        if (IsWord(TokenKind.Async) && TryAsyncFunctionOrArrow(start, arrowMayBegin) is { } function)
            return function;
        if (arrowMayBegin && _lexer.IsFollowedByArrow())
        {
            var parameter = ParseBindingIdentifier();
            return ParseArrowFrom(start, parameter, isAsync: false);
        }

        CheckIdentifier();
        return ParseName();
    }

    // async function, async x => …; an async ( is seen by ParseSubscripts.
    private Expression? TryAsyncFunctionOrArrow(int start, bool arrowMayBegin)
    {
        var next = Peek(out var newLine);
        if (newLine)
            return null;
        if (next == TokenKind.Function)
        {
            Next();
            return ParseFunctionExpression(start, isAsync: true);
        }

        if (!arrowMayBegin || !(TokenFacts.IsIdentifier(next) || (_typeScript && next == TokenKind.LessThan)))
            return null;
        var state = _lexer.Save();
        var previousEnd = _previousEnd;
        Next();
        if (Is(TokenKind.LessThan) && TryParseGenericArrow(start, isAsync: true) is { } generic)
            return generic;
        if (_lexer.IsFollowedByArrow())
        {
            var saved = _context;
            _context |= Context.AwaitReserved;
            var parameter = ParseBindingIdentifier();
            _context = saved;
            return ParseArrowFrom(start, parameter, isAsync: true);
        }

        _lexer.Restore(state);
        _previousEnd = previousEnd;
        return null;
    }

    private static bool IsAsyncWord(Expression expression, int start) =>
        expression is Identifier { Name: "async" } name && name.Start == start && name.End - name.Start == 5;

    /// <summary>Reports when the current name is reserved at this place.</summary>
    private void CheckIdentifier()
    {
        var kind = Kind;
        if (kind < TokenKind.Await)
            return;
        if (kind == TokenKind.Await)
        {
            if (Has(Context.Await | Context.AwaitReserved) || _sourceType == SourceType.Module)
                ErrorHere(SyntaxErrors.ReservedWord);
            _lastAwaitName = Start;
        }
        else if (Strict || (kind == TokenKind.Yield && Has(Context.Yield)))
        {
            ErrorHere(SyntaxErrors.ReservedWord);
        }
    }

    private TemplateLiteral ParseTemplate(bool tagged)
    {
        var start = Start;
        var quasis = _quasis.Mark();
        var expressions = _expressions.Mark();
        var saved = _context;
        _context = (_context | Context.In) & ~(Context.Consequent | Context.Decorator);
        while (true)
        {
            var tail = _lexer.TemplateTail;
            if (_lexer.Value is null && !tagged)
                Error(SyntaxErrors.InvalidTemplateEscape, _lexer.TemplateStart, _lexer.TemplateEnd);
            var raw = _lexer.Slice(_lexer.TemplateStart, _lexer.TemplateEnd).Replace("\r\n", "\n").Replace('\r', '\n');
            _quasis.Add(new TemplateElement(_lexer.TemplateStart, _lexer.TemplateEnd, _lexer.Value, raw, tail));
            if (tail)
            {
                Next();
                break;
            }

            Next();
            _expressions.Add(ParseExpression());
            if (!Is(TokenKind.CloseBrace))
            {
                SkipToEndOfSubstitution();
                if (!Is(TokenKind.CloseBrace))
                    break;
            }

            _previousEnd = _lexer.End;
            _lexer.RescanTemplateContinuation();
        }

        _context = saved;
        return new TemplateLiteral(start, _previousEnd, _quasis.Take(quasis), _expressions.Take(expressions));
    }

    // What follows an expression in ${ } and is not its end is skipped, but not beyond the line: the brace may be missing.
    private void SkipToEndOfSubstitution()
    {
        ErrorHere(SyntaxErrors.Expected(TokenKind.CloseBrace));
        while (Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile) && !NewLineBefore)
            SkipToken(SyntaxErrors.Unexpected(Kind));
    }

    private ArrayExpression ParseArray()
    {
        var start = Start;
        var mark = _elements.Mark();
        var saved = _context;
        _context = (_context | Context.In) & ~(Context.Consequent | Context.Decorator);
        Next();
        while (!Is(TokenKind.CloseBracket))
        {
            if (Eat(TokenKind.Comma))
            {
                _elements.Add(null);
                continue;
            }

            if (AtEndOfBrokenList())
                break;
            _elements.Add(Is(TokenKind.Ellipsis) ? ParseSpread() : ParseMaybePattern());
            if (!ContinueList(TokenKind.CloseBracket))
                break;
        }

        _context = saved;
        Expect(TokenKind.CloseBracket);
        return new ArrayExpression(start, _previousEnd, _elements.Take(mark));
    }
}
