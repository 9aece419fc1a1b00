using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

/// <summary>Where a statement stands: what may be declared depends on it.</summary>
internal enum StatementPlace
{
    /// <summary>In a list of statements: everything is allowed.</summary>
    List,

    /// <summary>The branch of an <c>if</c>, where sloppy code may have a function.</summary>
    IfBranch,

    /// <summary>Behind a label, where sloppy code may have a function.</summary>
    Labeled,

    /// <summary>The body of a loop or <c>with</c>.</summary>
    Body,
}

// Statements. The lists of statements are where the parser finds its footing again after an error.
internal sealed partial class Parser
{
    private void ParseDirectives()
    {
        var octal = -1;
        while (Is(TokenKind.String))
        {
            var start = Start;
            var end = _lexer.End;
            if (octal < 0)
                octal = _lexer.LegacyOctal;
            var expression = ParseExpression();
            ConsumeSemicolon();
            var directive = expression is StringLiteral && expression.Start == start && end - start >= 2 && _text[end - 1] == _text[start] ? _lexer.Slice(start + 1, end - 1) : null;
            _statements.Add(new ExpressionStatement(start, _previousEnd, expression, directive));
            if (directive is null)
                break;
            if (directive != "use strict")
                continue;
            _context |= Context.Strict;
            if (octal >= 0)
                Error(SyntaxErrors.LegacyOctal, octal, octal + 2);
        }
    }

    private void ParseStatementsUntilBrace(int brace)
    {
        while (!Is(TokenKind.CloseBrace) && !Is(TokenKind.EndOfFile) && !ClosesByIndentation(brace))
            ParseListedStatement();
    }

    /// <summary>One statement of a list. A token that none begins with is skipped, so that the list always moves on.</summary>
    private void ParseListedStatement(string? message = null)
    {
        var before = Start;
        var statement = ParseStatement(StatementPlace.List);
        if (Start == before && !Is(TokenKind.EndOfFile))
        {
            SkipToken(message ?? SyntaxErrors.Unexpected(Kind));
            statement = new ErrorStatement(before, _previousEnd, default);
        }
        else if (statement is ExpressionStatement { Expression: ErrorExpression { Start: var start, End: var end } } && start == end && Start == before)
        {
            return;
        }

        _statements.Add(statement);
    }

    private Statement ParseStatement(StatementPlace place)
    {
        if (!Enter())
        {
            var start = Start;
            SkipTooDeep();
            Leave();
            return new ErrorStatement(start, _previousEnd, default);
        }

        var statement = NeedsFreshStack()
            ? OnFreshStack(place, static (parser, place) => parser.ParseStatementCore(place))
            : ParseStatementCore(place);
        Leave();
        return statement;
    }

    private Statement ParseStatementCore(StatementPlace place)
    {
        switch (Kind)
        {
            case TokenKind.OpenBrace:
                return ParseBlock();
            case TokenKind.Semicolon:
                Next();
                return new EmptyStatement(_previousEnd - 1, _previousEnd);
            case TokenKind.Var:
                return ParseVariables(Start, VariableKind.Var);
            case TokenKind.Const:
                if (_typeScript && TryParseConstEnum(Start, declare: false) is { } constEnum)
                    return constEnum;
                ReportDeclaration(place);
                return ParseVariables(Start, VariableKind.Const);
            case TokenKind.Let when IsLetDeclaration(place):
                ReportDeclaration(place);
                return ParseVariables(Start, VariableKind.Let);
            case TokenKind.Using when IsUsingDeclaration():
                ReportDeclaration(place);
                return ParseVariables(Start, VariableKind.Using);
            case TokenKind.Await when IsAwaitUsingDeclaration():
                ReportDeclaration(place);
                return ParseVariables(Start, VariableKind.AwaitUsing);
            case TokenKind.Function:
                return ParseFunctionStatement(place);
            case TokenKind.Async when IsAsyncFunction():
                ReportDeclaration(place);
                var asyncStart = Start;
                Next();
                return ParseFunctionDeclaration(asyncStart, isAsync: true);
            case TokenKind.Class:
                ReportDeclaration(place);
                return ParseClassDeclaration(Start, default);
            case TokenKind.At:
                return ParseDecorated();
            case TokenKind.If:
                return ParseIf();
            case TokenKind.For:
                return ParseFor();
            case TokenKind.While:
                return ParseWhile();
            case TokenKind.Do:
                return ParseDoWhile();
            case TokenKind.Continue:
            case TokenKind.Break:
                return ParseJump();
            case TokenKind.Return:
                return ParseReturn();
            case TokenKind.Throw:
                return ParseThrow();
            case TokenKind.Try:
                return ParseTry();
            case TokenKind.Switch:
                return ParseSwitch();
            case TokenKind.With:
                return ParseWith();
            case TokenKind.Debugger:
                var debuggerStart = Start;
                Next();
                ConsumeSemicolon();
                return new DebuggerStatement(debuggerStart, _previousEnd);
            case TokenKind.Import when Peek() is not (TokenKind.OpenParen or TokenKind.Dot):
                return ParseImport(place);
            case TokenKind.Export:
                return ParseExport(place, default, Start);
            case TokenKind.Enum when _typeScript:
                return ParseEnum(Start, isConst: false, declare: false);
            default:
                if (_typeScript && IsIdentifier && !_lexer.Escaped && TryParseTypeScriptDeclaration(Start, declare: false) is { } declaration)
                    return declaration;
                return ParseExpressionStatement(place);
        }
    }

    private void ReportDeclaration(StatementPlace place)
    {
        if (place != StatementPlace.List)
            ErrorHere(SyntaxErrors.DeclarationNotAllowed);
    }

    private FunctionDeclaration ParseFunctionStatement(StatementPlace place)
    {
        if (place == StatementPlace.Body || (place != StatementPlace.List && Strict))
            ErrorHere(SyntaxErrors.DeclarationNotAllowed);
        var declaration = ParseFunctionDeclaration(Start, isAsync: false);
        if (declaration.Generator && place != StatementPlace.List)
            Error(SyntaxErrors.DeclarationNotAllowed, declaration);
        return declaration;
    }

    private Statement ParseExpressionStatement(StatementPlace place)
    {
        var start = Start;
        var nameLike = IsIdentifier;
        var expression = ParseExpression();
        if (nameLike && Is(TokenKind.Colon) && expression is Identifier label && label.Start == start)
        {
            Next();
            var body = ParseStatement(place == StatementPlace.Body ? StatementPlace.Body : StatementPlace.Labeled);
            return new LabeledStatement(start, _previousEnd, label, body);
        }

        ConsumeSemicolon();
        return new ExpressionStatement(start, _previousEnd, expression, null);
    }

    private BlockStatement ParseBlock()
    {
        var start = Start;
        if (!Expect(TokenKind.OpenBrace))
        {
            _previousEnd = start;
            return new BlockStatement(start, start, default);
        }

        var mark = _statements.Mark();
        ParseStatementsUntilBrace(start);
        Expect(TokenKind.CloseBrace);
        return new BlockStatement(start, _previousEnd, _statements.Take(mark));
    }

    private bool IsAsyncFunction() => IsWord(TokenKind.Async) && Peek(out var newLine) == TokenKind.Function && !newLine;

    // `let` declares unless it cannot; where no declaration may stand, a line end behind it makes it a name.
    private bool IsLetDeclaration(StatementPlace place)
    {
        if (_lexer.Escaped)
            return false;
        var next = Peek(out var newLine);
        if (next == TokenKind.OpenBracket)
            return true;
        if (newLine && place != StatementPlace.List)
            return false;
        return next == TokenKind.OpenBrace || TokenFacts.IsIdentifier(next) || (Strict && TokenFacts.IsName(next) && !newLine && next is not (TokenKind.In or TokenKind.Instanceof));
    }

    private bool IsUsingDeclaration()
    {
        if (_lexer.Escaped)
            return false;
        return TokenFacts.IsIdentifier(Peek(out var newLine)) && !newLine;
    }

    private bool IsAwaitUsingDeclaration()
    {
        if (_lexer.Escaped || (!Has(Context.Await) && Has(Context.Function)))
            return false;
        if (Peek(out var newLine) != TokenKind.Using || newLine)
            return false;
        var state = Mark();
        Next();
        var result = IsUsingDeclaration();
        Rewind(state);
        return result;
    }

    private VariableDeclaration ParseVariables(int start, VariableKind kind, bool declare = false)
    {
        Next();
        if (kind == VariableKind.AwaitUsing)
            Next();
        var declarations = ParseDeclarators(kind, inFor: false);
        ConsumeSemicolon();
        return new VariableDeclaration(start, _previousEnd, kind, declarations, declare);
    }

    private NodeList<VariableDeclarator> ParseDeclarators(VariableKind kind, bool inFor)
    {
        var mark = _declarators.Mark();
        do
        {
            var start = Start;
            if (Is(TokenKind.Let) && kind != VariableKind.Var)
                ErrorHere(SyntaxErrors.LetInLexical);
            var id = ParseBindingTarget();
            if (_typeScript)
                SkipVariableType();
            Expression? initializer = null;
            if (Eat(TokenKind.Assign))
                initializer = ParseAssignment();
            else if (NeedsInitializer(kind, id) && !(inFor && Kind is TokenKind.Of or TokenKind.In))
                ErrorHere(SyntaxErrors.InitializerExpected);
            if (kind >= VariableKind.Using && id is not Identifier)
                Error(SyntaxErrors.NameExpected, id);
            _declarators.Add(new VariableDeclarator(start, _previousEnd, id, initializer));
        }
        while (Eat(TokenKind.Comma));
        return _declarators.Take(mark);
    }

    // Declaration files have none; whether this is one does not show in the text.
    private bool NeedsInitializer(VariableKind kind, Node id) =>
        !_typeScript && (kind is VariableKind.Const or VariableKind.Using or VariableKind.AwaitUsing || id is ObjectPattern or ArrayPattern);

    private Expression ParseCondition()
    {
        Expect(TokenKind.OpenParen);
        var condition = ParseExpressionWithIn();
        Expect(TokenKind.CloseParen);
        return condition;
    }

    // An else-if chain may be thousands of links long: its links are gathered first, and put together from the last.
    private IfStatement ParseIf()
    {
        Stack<(int Start, Expression Test, Statement Consequent)>? earlier = null;
        while (true)
        {
            var start = Start;
            Next();
            var test = ParseCondition();
            var consequent = ParseStatement(StatementPlace.IfBranch);
            Statement? alternate = null;
            if (Eat(TokenKind.Else))
            {
                if (Is(TokenKind.If))
                {
                    (earlier ??= new()).Push((start, test, consequent));
                    continue;
                }

                alternate = ParseStatement(StatementPlace.IfBranch);
            }

            var node = new IfStatement(start, _previousEnd, test, consequent, alternate);
            while (earlier is { Count: > 0 })
            {
                var outer = earlier.Pop();
                node = new IfStatement(outer.Start, _previousEnd, outer.Test, outer.Consequent, node);
            }

            return node;
        }
    }

    private WhileStatement ParseWhile()
    {
        var start = Start;
        Next();
        var test = ParseCondition();
        var body = ParseStatement(StatementPlace.Body);
        return new WhileStatement(start, _previousEnd, test, body);
    }

    private DoWhileStatement ParseDoWhile()
    {
        var start = Start;
        Next();
        var body = ParseStatement(StatementPlace.Body);
        Expect(TokenKind.While);
        var test = ParseCondition();
        Eat(TokenKind.Semicolon);
        return new DoWhileStatement(start, _previousEnd, body, test);
    }

    private Statement ParseJump()
    {
        var start = Start;
        var isBreak = Is(TokenKind.Break);
        Next();
        Identifier? label = null;
        if (IsIdentifier && !NewLineBefore)
        {
            CheckIdentifier();
            label = ParseName();
        }

        ConsumeSemicolon();
        return isBreak ? new BreakStatement(start, _previousEnd, label) : new ContinueStatement(start, _previousEnd, label);
    }

    private ReturnStatement ParseReturn()
    {
        var start = Start;
        if (!Has(Context.Return))
            ErrorHere(SyntaxErrors.ReturnOutsideFunction);
        Next();
        var argument = NewLineBefore || Kind is TokenKind.Semicolon or TokenKind.CloseBrace or TokenKind.EndOfFile ? null : ParseExpression();
        ConsumeSemicolon();
        return new ReturnStatement(start, _previousEnd, argument);
    }

    private ThrowStatement ParseThrow()
    {
        var start = Start;
        Next();
        if (NewLineBefore)
            ErrorHere(SyntaxErrors.NewLineAfterThrow);
        var argument = ParseExpression();
        ConsumeSemicolon();
        return new ThrowStatement(start, _previousEnd, argument);
    }

    private TryStatement ParseTry()
    {
        var start = Start;
        Next();
        var block = ParseBlock();
        CatchClause? handler = null;
        if (Is(TokenKind.Catch))
        {
            var catchStart = Start;
            Next();
            Node? parameter = null;
            if (Eat(TokenKind.OpenParen))
            {
                parameter = ParseBindingTarget();
                if (_typeScript)
                    SkipTypeAnnotation();
                Expect(TokenKind.CloseParen);
            }

            var body = ParseBlock();
            handler = new CatchClause(catchStart, _previousEnd, parameter, body);
        }

        var finalizer = Eat(TokenKind.Finally) ? ParseBlock() : null;
        if (handler is null && finalizer is null)
            ErrorHere(SyntaxErrors.CatchOrFinallyExpected);
        return new TryStatement(start, _previousEnd, block, handler, finalizer);
    }

    private SwitchStatement ParseSwitch()
    {
        var start = Start;
        Next();
        var discriminant = ParseCondition();
        var brace = Start;
        var mark = _cases.Mark();
        if (Expect(TokenKind.OpenBrace))
        {
            var hasDefault = false;
            while (!Is(TokenKind.CloseBrace) && !Is(TokenKind.EndOfFile) && !ClosesByIndentation(brace))
                _cases.Add(ParseCase(brace, ref hasDefault));
            Expect(TokenKind.CloseBrace);
        }

        return new SwitchStatement(start, _previousEnd, discriminant, _cases.Take(mark));
    }

    private SwitchCase ParseCase(int brace, ref bool hasDefault)
    {
        var start = Start;
        Expression? test = null;
        if (Eat(TokenKind.Case))
        {
            test = ParseExpressionWithIn();
            Expect(TokenKind.Colon);
        }
        else if (Is(TokenKind.Default))
        {
            if (hasDefault)
                ErrorHere(SyntaxErrors.SeveralDefaults);
            hasDefault = true;
            Next();
            Expect(TokenKind.Colon);
        }
        else
        {
            // Statements in front of the first case: kept in a clause of their own.
            ErrorHere(SyntaxErrors.Expected(TokenKind.Case));
        }

        var mark = _statements.Mark();
        while (Kind is not (TokenKind.Case or TokenKind.Default or TokenKind.CloseBrace or TokenKind.EndOfFile) && !ClosesByIndentation(brace))
            ParseListedStatement();
        return new SwitchCase(start, _previousEnd, test, _statements.Take(mark));
    }

    private WithStatement ParseWith()
    {
        var start = Start;
        if (Strict)
            ErrorHere(SyntaxErrors.WithInStrict);
        Next();
        var @object = ParseCondition();
        var body = ParseStatement(StatementPlace.Body);
        return new WithStatement(start, _previousEnd, @object, body);
    }

    // Decorators stand before a class, or before its export.
    private Statement ParseDecorated()
    {
        var start = Start;
        var decorators = ParseDecorators();
        if (Is(TokenKind.Export))
            return ParseExport(StatementPlace.List, decorators, start);
        if (Is(TokenKind.Class))
            return ParseClassDeclaration(start, decorators);
        if (_typeScript && Is(TokenKind.Abstract) && Peek() == TokenKind.Class)
        {
            Next();
            return ParseClassDeclaration(start, decorators);
        }

        ErrorHere(SyntaxErrors.DecoratorPlace);
        return new ErrorStatement(start, _previousEnd, WithoutPlace(decorators));
    }
}
