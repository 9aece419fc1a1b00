using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// How the parser goes on where the text does not fit the grammar.
internal sealed partial class Parser
{
    /// <summary>Skips the current token and says so; skipped tokens that follow each other make one error.</summary>
    private void SkipToken(string message)
    {
        var start = Start;
        var end = _lexer.End;
        // What has been said about this token already is said by the skipping.
        var reported = _errors.Count;
        while (reported > 0 && _errors[reported - 1].Span.Start == start && _errors[reported - 1].Skipped.Length == 0)
            reported--;
        var first = reported < _errors.Count ? _errors[reported] : new SyntaxError(message, new TextSpan(start, end), default);
        _errors.RemoveRange(reported, _errors.Count - reported);
        if (reported > 0 && _skippedUpTo == start && _errors[reported - 1].Skipped.Length > 0)
            _errors[reported - 1] = _errors[reported - 1] with { Skipped = new TextSpan(_errors[reported - 1].Skipped.Start, end) };
        else
            _errors.Add(first with { Skipped = new TextSpan(start, end) });
        Next();
        _skippedUpTo = Start;
    }

    // The token behind the last one skipped.
    private int _skippedUpTo = -1;

    // While something is tried that an error would end anyway: lists do not look for their ends then.
    private bool _stopsAtError;

    // Members of objects and classes that turned out to be none.
    private PlaceSet _brokenMembers;

    /// <summary>Skips what is nested too deeply: up to the bracket that closes the construct, whatever stands between.</summary>
    private ErrorExpression SkipTooDeep()
    {
        var start = Start;
        long open = 0;
        var previous = TokenKind.Unknown;
        while (!Is(TokenKind.EndOfFile))
        {
            if (Kind is TokenKind.Divide or TokenKind.DivideAssign && !EndsOperand(previous))
                _lexer.RescanRegExp();
            if (Kind is TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParen || (Is(TokenKind.Template) && !_lexer.TemplateTail))
                open++;
            else if (Kind is TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParen && --open < 0)
                break;
            else if (open == 0 && Kind is TokenKind.Semicolon or TokenKind.Comma)
                break;
            previous = Kind;
            if (++_steps % StepsBetweenCancellationChecks == 0)
                _cancellationToken.ThrowIfCancellationRequested();
            Next();
        }

        if (_previousEnd < start)
            _previousEnd = start;
        _errors.Add(new SyntaxError(SyntaxErrors.TooDeep, new TextSpan(start, start), new TextSpan(start, _previousEnd)));
        return new ErrorExpression(start, _previousEnd, default);
    }

    private static bool EndsOperand(TokenKind kind) =>
        kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace or TokenKind.Number or TokenKind.String or TokenKind.Template or TokenKind.RegExp or TokenKind.This or TokenKind.Super
        || TokenFacts.IsIdentifier(kind);

    /// <summary>
    /// Whether a list in brackets is at its end though the closing bracket is missing: at a bracket that closes something else, or where a line begins with a statement's keyword.
    /// </summary>
    private bool AtEndOfBrokenList() => Kind switch
    {
        TokenKind.EndOfFile or TokenKind.Semicolon or TokenKind.CloseBrace or TokenKind.CloseParen or TokenKind.CloseBracket => true,
        TokenKind.Const or TokenKind.Var or TokenKind.If or TokenKind.For or TokenKind.While or TokenKind.Do or TokenKind.Return or TokenKind.Switch
            or TokenKind.Throw or TokenKind.Try or TokenKind.Break or TokenKind.Continue or TokenKind.Export or TokenKind.Let or TokenKind.Case or TokenKind.Default => NewLineBefore,
        _ => false,
    };

    // Where a list last went on without a comma. When it comes back with nothing read, no item of its kind begins there: a string among parameters.
    private int _continuedAt = -1;

    /// <summary>The same for lists of names, where a reserved word may be a name.</summary>
    private bool AtEndOfBrokenNames() => Kind is TokenKind.EndOfFile or TokenKind.Semicolon or TokenKind.CloseBrace or TokenKind.CloseParen or TokenKind.CloseBracket;

    /// <summary>Between two items of a list that ends with <paramref name="close"/>: takes the comma, or decides how to go on without one. False ends the list.</summary>
    private bool ContinueList(TokenKind close)
    {
        if (Eat(TokenKind.Comma))
            return true;
        if (Is(close))
            return false;
        ErrorHere(SyntaxErrors.Expected(TokenKind.Comma));
        if (_stopsAtError)
            return false;
        var stuck = _continuedAt == Start;
        while (!AtEndOfBrokenList())
        {
            if (StartsExpression(Kind) && !stuck)
            {
                _continuedAt = Start;
                return true;
            }

            stuck = false;
            SkipToken(SyntaxErrors.Unexpected(Kind));
            if (Eat(TokenKind.Comma))
                return true;
        }

        return false;
    }

    private bool StartsExpression(TokenKind kind) => kind switch
    {
        TokenKind.Number or TokenKind.BigInt or TokenKind.String or TokenKind.Template or TokenKind.RegExp or TokenKind.PrivateName
            or TokenKind.OpenBrace or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.Ellipsis or TokenKind.Not or TokenKind.BitwiseNot or TokenKind.Increment
            or TokenKind.Decrement or TokenKind.Add or TokenKind.Subtract or TokenKind.Class or TokenKind.Delete or TokenKind.False or TokenKind.Function or TokenKind.Import
            or TokenKind.New or TokenKind.Null or TokenKind.Super or TokenKind.This or TokenKind.True or TokenKind.Typeof or TokenKind.Void or TokenKind.At => true,
        TokenKind.Divide or TokenKind.DivideAssign => true,
        TokenKind.LessThan => _jsx || _typeScript,
        _ => TokenFacts.IsIdentifier(kind),
    };

    /// <summary>
    /// In the second reading of a text in which a brace was never closed: whether the block opened at <paramref name="brace"/> ends here, because a line
    /// begins that stands no further in than the one that opened it.
    /// </summary>
    private bool ClosesByIndentation(int brace)
    {
        if (!_byIndentation || !NewLineBefore || Start <= brace)
            return false;
        var outer = IndentationOfLine(brace);
        return _source.GetPosition(Start).Column - 1 <= outer && IsIndented(brace, outer);
    }

    private int IndentationOfLine(int offset)
    {
        var lineStart = offset - _source.GetPosition(offset).Column + 1;
        var i = lineStart;
        while (i < _text.Length && _text[i] is ' ' or '\t')
            i++;
        return i - lineStart;
    }

    // Only where the block's first line stands further in does the author indent at all.
    private bool IsIndented(int brace, int outer)
    {
        var i = brace + 1;
        while (i < _text.Length && _text[i] is ' ' or '\t' or '\r' or '\n')
            i++;
        return i < _text.Length && _source.GetPosition(i).Column - 1 > outer && _source.GetPosition(i).Line > _source.GetPosition(brace).Line;
    }
}
