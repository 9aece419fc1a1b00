using System;
using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Moving over tokens, marking and going back, contexts, depth, and reporting.
internal sealed partial class Parser
{
    private TokenKind Kind => _lexer.Kind;

    private int Start => _lexer.Start;

    private bool Is(TokenKind kind) => _lexer.Kind == kind;

    private bool IsIdentifier => _lexer.Kind >= TokenKind.Identifier;

    private bool NewLineBefore => _lexer.NewLineBefore;

    private bool Has(Context context) => (_context & context) != 0;

    private bool Strict => (_context & Context.Strict) != 0;

    private void Next()
    {
        _previousEnd = _lexer.End;
        _lexer.Next();
    }

    private bool Eat(TokenKind kind)
    {
        if (_lexer.Kind != kind)
            return false;
        _previousEnd = _lexer.End;
        _lexer.Next();
        return true;
    }

    /// <summary>Takes the token, or reports that it is missing and goes on as if it had been there.</summary>
    private bool Expect(TokenKind kind)
    {
        if (Eat(kind))
            return true;
        EndsInsideBraces |= kind == TokenKind.CloseBrace && Is(TokenKind.EndOfFile);
        ErrorHere(SyntaxErrors.Expected(kind));
        return false;
    }

    /// <summary>A semicolon, or a place where one may be left out.</summary>
    private void ConsumeSemicolon()
    {
        if (Eat(TokenKind.Semicolon) || NewLineBefore || Is(TokenKind.CloseBrace) || Is(TokenKind.EndOfFile))
            return;
        ErrorHere(SyntaxErrors.SemicolonExpected);
    }

    /// <summary>Whether the current name is the word, written without escapes.</summary>
    private bool IsWord(TokenKind kind) => _lexer.Kind == kind && !_lexer.Escaped;

    private ParserState Mark() => new(_lexer.Save(), _context, _previousEnd, _depth, _errors.Count, _arrowStart, _bareArrow, _coverInitializer, _lastAwait, _lastYield);

    private void Rewind(in ParserState state)
    {
        _readInVain += Math.Max(0, _lexer.Start - state.Lexer.Start);
        _lexer.Restore(state.Lexer);
        _context = state.Context;
        _previousEnd = state.PreviousEnd;
        _depth = state.Depth;
        _arrowStart = state.ArrowStart;
        _bareArrow = state.BareArrow;
        _coverInitializer = state.CoverInitializer;
        _lastAwait = state.LastAwait;
        _lastYield = state.LastYield;
        if (_errors.Count > state.Errors)
            _errors.RemoveRange(state.Errors, _errors.Count - state.Errors);
    }

    /// <summary>
    /// Whether what stands from there on may be read once more, because it turned out to be something else. Real files are read again in small parts only; where such places are
    /// nested in each other a hundredfold, this keeps the time linear: what has been read then stays what it is, as an error if need be.
    /// </summary>
    private bool MayReadAgain(int from) => _readInVain + Math.Max(0, _lexer.Start - from) <= _mostReadInVain;

    /// <summary>The kind of the token behind the current one, and whether a line end stands between.</summary>
    private TokenKind Peek(out bool newLineBefore)
    {
        var state = _lexer.Save();
        var errors = _errors.Count;
        _lexer.Next();
        var kind = _lexer.Kind;
        newLineBefore = _lexer.NewLineBefore;
        _lexer.Restore(state);
        if (_errors.Count > errors)
            _errors.RemoveRange(errors, _errors.Count - errors);
        return kind;
    }

    private TokenKind Peek() => Peek(out _);

    /// <summary>Reports at the current token; nothing is skipped.</summary>
    private void ErrorHere(string message) => Error(message, Start, Math.Max(_lexer.End, Start));

    // A second error at the same place would only repeat the first in other words.
    private void Error(string message, int start, int end)
    {
        if (_errors.Count > 0 && _errors[_errors.Count - 1].Span.Start == start)
            return;
        _errors.Add(new SyntaxError(message, new TextSpan(start, end), new TextSpan(end, end)));
    }

    private void Error(string message, Node node) => Error(message, node.Start, node.End);

    /// <summary>Stands in for an expression that is not there.</summary>
    private ErrorExpression MissingExpression(string message = SyntaxErrors.ExpressionExpected)
    {
        ErrorHere(message);
        // The place belongs to whatever construct is under way, which therefore ends here at the earliest.
        _previousEnd = Start;
        return new ErrorExpression(Start, Start, default);
    }

    private Identifier MissingName(string message = SyntaxErrors.NameExpected)
    {
        ErrorHere(message);
        _previousEnd = Start;
        return new Identifier(Start, Start, "");
    }

    /// <summary>Counts one level of nesting. False when it is too deep: the caller then skips its construct.</summary>
    private bool Enter()
    {
        if (++_steps % StepsBetweenCancellationChecks == 0)
            _cancellationToken.ThrowIfCancellationRequested();
        return ++_depth <= DepthLimit;
    }

    private void Leave() => _depth--;

    // Whoever enters a level must ask, or a construct in which it is always the same one that falls on the round numbers goes unguarded.
    private bool NeedsFreshStack() => _depth % LevelsBetweenStackChecks == 0 && !StackGuard.HasRoom();

    private T OnFreshStack<T>(Func<Parser, T> parse)
        where T : Node
    {
        T? result = null;
        StackGuard.OnFreshStack(this, parser => result = parse(parser));
        return result!;
    }

    // What the work needs comes as an argument: a lambda that captures it would cost an object at every statement, on a fresh stack or not.
    private T OnFreshStack<TState, T>(TState state, Func<Parser, TState, T> parse)
        where T : Node =>
        OnFreshStack(parser => parse(parser, state));

    private readonly record struct ParserState(
        LexerState Lexer, Context Context, int PreviousEnd, int Depth, int Errors, int ArrowStart, Expression? BareArrow, int CoverInitializer, int LastAwait, int LastYield);
}
