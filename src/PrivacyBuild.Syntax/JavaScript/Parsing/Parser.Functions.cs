using System;
using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Functions, arrow functions and parentheses, which may turn out to be an arrow function's parameters.
internal sealed partial class Parser
{
    private const Context KeptInFunctions = Context.Strict | Context.Ambient;

    private Context EnterFunction(bool isAsync, bool isGenerator)
    {
        var saved = _context;
        _context = (saved & KeptInFunctions) | Context.In | Context.Return | Context.Function;
        if (isAsync)
            _context |= Context.Await;
        if (isGenerator)
            _context |= Context.Yield;
        return saved;
    }

    // The body of an arrow function is none of the function around: there await and yield are names again.
    private Context EnterArrow(bool isAsync)
    {
        var saved = _context;
        _context = (saved & (KeptInFunctions | Context.In | Context.Consequent)) | Context.Return | Context.Function;
        if (isAsync)
            _context |= Context.Await;
        return saved;
    }

    private FunctionDeclaration ParseFunctionDeclaration(int start, bool isAsync, bool nameOptional = false)
    {
        Next();
        var isGenerator = Eat(TokenKind.Multiply);
        Identifier? id = null;
        if (!nameOptional || IsIdentifier)
            id = Is(TokenKind.OpenParen) ? null : ParseBindingIdentifier();
        if (id is null && !nameOptional)
            ErrorHere(SyntaxErrors.NameExpected);
        ParseFunctionRest(isAsync, isGenerator, bodyOptional: _typeScript, out var parameters, out var body);
        return new FunctionDeclaration(start, _previousEnd, id, parameters, body, isAsync, isGenerator);
    }

    private FunctionExpression ParseFunctionExpression(int start, bool isAsync)
    {
        Next();
        var isGenerator = Eat(TokenKind.Multiply);
        Identifier? id = null;
        if (IsIdentifier)
        {
            // The name of a function expression is bound inside it and follows its own rules for await and yield.
            var saved = EnterFunction(isAsync, isGenerator);
            id = ParseBindingIdentifier();
            _context = saved;
        }

        ParseFunctionRest(isAsync, isGenerator, bodyOptional: false, out var parameters, out var body);
        return new FunctionExpression(start, _previousEnd, id, parameters, body, isAsync, isGenerator);
    }

    private void ParseFunctionRest(bool isAsync, bool isGenerator, bool bodyOptional, out NodeList<Node> parameters, out Node? body)
    {
        var saved = EnterFunction(isAsync, isGenerator);
        if (_typeScript)
            SkipTypeParameters();
        parameters = ParseParameters();
        if (_typeScript)
            SkipReturnType();
        body = null;
        if (Is(TokenKind.OpenBrace))
            body = ParseFunctionBody();
        else if (bodyOptional)
            ConsumeSemicolon();
        else
            ErrorHere(SyntaxErrors.Expected(TokenKind.OpenBrace));
        _context = saved;
    }

    /// <summary>A method from its parameters on; null when it has no body, which only TypeScript's classes allow.</summary>
    private FunctionExpression? TryParseMethod(bool isAsync, bool isGenerator)
    {
        var start = Start;
        var saved = EnterFunction(isAsync, isGenerator);
        if (_typeScript)
            SkipTypeParameters();
        var parameters = ParseParameters(stopsAtError: true);
        if (_typeScript)
            SkipReturnType();
        var body = Is(TokenKind.OpenBrace) ? ParseFunctionBody() : null;
        _context = saved;
        return body is null ? null : new FunctionExpression(start, _previousEnd, null, parameters, body, isAsync, isGenerator);
    }

    private NodeList<Node> ParseParameters(bool stopsAtError = false)
    {
        if (!Expect(TokenKind.OpenParen))
            return default;
        var errors = _errors.Count;
        var outer = _stopsAtError;
        _stopsAtError |= stopsAtError;
        var mark = _nodes.Mark();
        var lastAwait = _lastAwait;
        var lastYield = _lastYield;
        var first = Start;
        var saved = _context;
        _context &= ~Context.Consequent;
        while (!Is(TokenKind.CloseParen) && !AtEndOfBrokenList())
        {
            _nodes.Add(ParseParameter());
            if (_stopsAtError && (_errors.Count != errors || !(Is(TokenKind.Comma) || Is(TokenKind.CloseParen))))
                break;
            if (!ContinueBindings(TokenKind.CloseParen))
                break;
        }

        _context = saved;
        _stopsAtError = outer;
        ReportOperatorsInParameters(first, lastAwait, lastYield);
        Expect(TokenKind.CloseParen);
        return _nodes.Take(mark);
    }

    private void ReportOperatorsInParameters(int first, int lastAwait, int lastYield)
    {
        if (_lastAwait >= first && _lastAwait != lastAwait)
            Error(SyntaxErrors.AwaitInParameters, _lastAwait, _lastAwait + 5);
        if (_lastYield >= first && _lastYield != lastYield)
            Error(SyntaxErrors.YieldInParameters, _lastYield, _lastYield + 5);
        _lastAwait = lastAwait;
        _lastYield = lastYield;
    }

    private Node ParseParameter()
    {
        if (_typeScript || Is(TokenKind.At))
            return ParseTypedParameter();
        return Is(TokenKind.Ellipsis) ? ParseBindingRest(TokenKind.CloseParen) : ParseBindingElement();
    }

    private BlockStatement ParseFunctionBody()
    {
        var start = Start;
        var lastAwait = _lastAwait;
        var lastYield = _lastYield;
        var lastAwaitName = _lastAwaitName;
        var stopsAtError = _stopsAtError;
        _stopsAtError = false;
        Next();
        var mark = _statements.Mark();
        ParseDirectives();
        ParseStatementsUntilBrace(start);
        Expect(TokenKind.CloseBrace);
        _lastAwait = lastAwait;
        _lastYield = lastYield;
        _lastAwaitName = lastAwaitName;
        _stopsAtError = stopsAtError;
        return new BlockStatement(start, _previousEnd, _statements.Take(mark));
    }

    /// <summary>At a parenthesis: an arrow function when <c>=&gt;</c> follows, else the expression in it.</summary>
    private Expression ParseParenthesized()
    {
        var start = Start;
        var arrowMayBegin = start == _arrowStart;
        if (_typeScript && arrowMayBegin)
            return ParseParenthesizedOrTypedArrow(start);
        return ParseCoverParenthesized(start, arrowMayBegin, detectTypes: false, out _);
    }

    private Expression ParseCoverParenthesized(int start, bool arrowMayBegin, bool detectTypes, out TypeMark typeMark)
    {
        typeMark = TypeMark.None;
        var mark = _expressions.Mark();
        var lastAwait = _lastAwait;
        var lastYield = _lastYield;
        var outerCover = _coverInitializer;
        _coverInitializer = -1;
        var saved = _context;
        _context = (_context | Context.In) & ~(Context.Consequent | Context.Decorator);
        Next();
        var innerStart = Start;
        var trailingComma = -1;
        var spread = -1;
        while (!Is(TokenKind.CloseParen) && !AtEndOfBrokenList())
        {
            trailingComma = -1;
            if (Is(TokenKind.Ellipsis))
            {
                spread = Start;
                _expressions.Add(ParseSpread());
            }
            else
            {
                _expressions.Add(ParseMaybePattern());
            }

            if (detectTypes && Kind is TokenKind.Colon or TokenKind.Question)
            {
                typeMark = TypeMark.Inside;
                _context = saved;
                _expressions.Drop(mark);
                return new ErrorExpression(start, start, default);
            }

            var comma = Start;
            if (!ContinueList(TokenKind.CloseParen))
                break;
            trailingComma = comma;
        }

        _context = saved;
        var innerEnd = _previousEnd;
        Expect(TokenKind.CloseParen);
        var expressions = _expressions.Take(mark);
        if (Is(TokenKind.Arrow) && arrowMayBegin)
        {
            _coverInitializer = outerCover;
            if (trailingComma >= 0 && spread >= 0)
                Error(SyntaxErrors.RestNotLast, spread, trailingComma);
            if (_lastYield > start)
                Error(SyntaxErrors.YieldInParameters, _lastYield, _lastYield + 5);
            if (_lastAwait > start)
                Error(SyntaxErrors.AwaitInParameters, _lastAwait, _lastAwait + 5);
            _lastAwait = lastAwait;
            _lastYield = lastYield;
            return ParseArrowFrom(start, ToParameters(expressions, start), isAsync: false);
        }

        typeMark = detectTypes && Is(TokenKind.Colon) ? TypeMark.Behind : TypeMark.None;
        if (expressions.Count == 0)
            Error(SyntaxErrors.ExpressionExpected, start, _previousEnd);
        if (spread >= 0)
            Error(SyntaxErrors.Unexpected(TokenKind.Ellipsis), spread, spread + 3);
        if (trailingComma >= 0)
            Error(SyntaxErrors.Unexpected(TokenKind.Comma), trailingComma, trailingComma + 1);
        if (outerCover >= 0)
            _coverInitializer = outerCover;
        _bareArrow = null;
        return expressions.Count switch
        {
            0 => new ErrorExpression(start, _previousEnd, default),
            1 => expressions[0],
            _ => new SequenceExpression(innerStart, innerEnd, expressions),
        };
    }

    private NodeList<Node> ToParameters(NodeList<Expression> expressions, int parenthesis)
    {
        var mark = _nodes.Mark();
        for (var i = 0; i < expressions.Count; i++)
        {
            var expression = expressions[i];
            CheckNotParenthesized(expression, binding: true, parenthesis);
            if (expression is SpreadElement spread)
            {
                if (i + 1 < expressions.Count)
                    Error(SyntaxErrors.RestNotLast, spread);
                CheckNotParenthesized(spread.Argument, binding: true);
                _nodes.Add(ToRest(spread, binding: true));
            }
            else
            {
                _nodes.Add(ToTargetGuarded(expression, binding: true));
            }
        }

        return _nodes.Take(mark);
    }

    private ArrowFunctionExpression ParseArrowFrom(int start, Identifier parameter, bool isAsync)
    {
        var mark = _nodes.Mark();
        _nodes.Add(parameter);
        return ParseArrowFrom(start, _nodes.Take(mark), isAsync);
    }

    /// <summary>An arrow function from its arrow on.</summary>
    private ArrowFunctionExpression ParseArrowFrom(int start, NodeList<Node> parameters, bool isAsync)
    {
        if (NewLineBefore)
            ErrorHere(SyntaxErrors.NewLineBeforeArrow);
        Expect(TokenKind.Arrow);
        var saved = EnterArrow(isAsync);
        var lastAwait = _lastAwait;
        var lastYield = _lastYield;
        Node body;
        if (Is(TokenKind.OpenBrace))
        {
            _context = (_context | Context.In) & ~Context.Consequent;
            body = ParseFunctionBody();
        }
        else
        {
            body = ParseAssignment();
            _lastAwait = lastAwait;
            _lastYield = lastYield;
        }

        _context = saved;
        var arrow = new ArrowFunctionExpression(start, _previousEnd, parameters, body, isAsync);
        _bareArrow = arrow;
        return arrow;
    }

    /// <summary><c>async (…)</c>: a call, unless <c>=&gt;</c> follows.</summary>
    private Expression ParseAsyncCallOrArrow(Expression callee, int start)
    {
        if (_typeScript && TryParseTypedAsyncArrow(start) is { } typed)
            return typed;
        var mark = _expressions.Mark();
        var parenthesis = Start;
        var outerCover = _coverInitializer;
        var lastAwait = _lastAwait;
        var lastYield = _lastYield;
        _coverInitializer = -1;
        var saved = _context;
        _context = (_context | Context.In) & ~(Context.Consequent | Context.Decorator);
        Next();
        var trailingComma = -1;
        while (!Is(TokenKind.CloseParen) && !AtEndOfBrokenList())
        {
            trailingComma = -1;
            _expressions.Add(Is(TokenKind.Ellipsis) ? ParseSpread() : ParseMaybePattern());
            var comma = Start;
            if (!ContinueList(TokenKind.CloseParen))
                break;
            trailingComma = comma;
        }

        _context = saved;
        Expect(TokenKind.CloseParen);
        var expressions = _expressions.Take(mark);
        if (!Is(TokenKind.Arrow) || NewLineBefore)
        {
            ReportCoverInitializer();
            _coverInitializer = outerCover;
            return new CallExpression(start, _previousEnd, callee, expressions, optional: false);
        }

        _coverInitializer = outerCover;
        if (Math.Max(_lastAwait, _lastAwaitName) is var lastAwaitOfAnyKind && lastAwaitOfAnyKind > start)
            Error(SyntaxErrors.AwaitInParameters, lastAwaitOfAnyKind, lastAwaitOfAnyKind + 5);
        if (_lastYield > start)
            Error(SyntaxErrors.YieldInParameters, _lastYield, _lastYield + 5);
        if (trailingComma >= 0 && expressions[expressions.Count - 1] is SpreadElement last)
            Error(SyntaxErrors.RestNotLast, last);
        _lastAwait = lastAwait;
        _lastYield = lastYield;
        return ParseArrowFrom(start, ToParameters(expressions, parenthesis), isAsync: true);
    }
}
