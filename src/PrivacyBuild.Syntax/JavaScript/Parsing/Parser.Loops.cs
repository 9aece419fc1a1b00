using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// The three kinds of for loop, which differ only after their first part has been read.
internal sealed partial class Parser
{
    private Statement ParseFor()
    {
        var start = Start;
        Next();
        var isAwait = false;
        if (Is(TokenKind.Await))
        {
            isAwait = true;
            if (!Has(Context.Await) && (_sourceType is not null || Has(Context.Function)))
                ErrorHere(SyntaxErrors.AwaitOutsideAsync);
            Next();
        }

        var parenthesis = Start;
        Expect(TokenKind.OpenParen);
        if (Is(TokenKind.Semicolon))
            return ParseForRest(start, null);

        var saved = _context;
        _context &= ~(Context.In | Context.Consequent);
        Node init;
        if (DeclarationKindInFor() is { } kind)
            init = ParseForDeclaration(kind);
        else
            init = ParseForExpression(isAwait);
        _context = saved;

        if (Is(TokenKind.Of))
            return ParseForOf(start, init, isAwait, parenthesis);
        if (Is(TokenKind.In))
            return ParseForIn(start, init, parenthesis);
        if (isAwait)
            ErrorHere(SyntaxErrors.Expected(TokenKind.Of));
        ReportCoverInitializer();
        return ParseForRest(start, init);
    }

    private VariableKind? DeclarationKindInFor()
    {
        switch (Kind)
        {
            case TokenKind.Var:
                return VariableKind.Var;
            case TokenKind.Const:
                return VariableKind.Const;
            case TokenKind.Let when !_lexer.Escaped:
                var afterLet = Peek();
                var declares = afterLet is TokenKind.OpenBracket or TokenKind.OpenBrace || TokenFacts.IsIdentifier(afterLet);
                return declares && !(afterLet == TokenKind.Of && !Strict && IsLetOfLoop()) ? VariableKind.Let : null;
            case TokenKind.Using when !_lexer.Escaped:
                var afterUsing = Peek(out var newLine);
                if (newLine || !TokenFacts.IsIdentifier(afterUsing))
                    return null;
                // `using of` is the name `using` in a for-of loop, unless an initializer shows a variable named `of`.
                return afterUsing == TokenKind.Of && !UsingOfHasInitializer() ? null : VariableKind.Using;
            case TokenKind.Await when IsAwaitUsingDeclaration():
                return VariableKind.AwaitUsing;
            default:
                return null;
        }
    }

    // `let of` followed by what a loop runs over; as a declaration of `of` it would go on with `=`, `;`, `of`, `in` or a comma.
    private bool IsLetOfLoop()
    {
        var state = Mark();
        Next();
        var next = Peek();
        Rewind(state);
        return next is not (TokenKind.Assign or TokenKind.Semicolon or TokenKind.Of or TokenKind.In or TokenKind.Comma or TokenKind.Colon);
    }

    private bool UsingOfHasInitializer()
    {
        var state = Mark();
        Next();
        var next = Peek();
        Rewind(state);
        return next is TokenKind.Assign or TokenKind.Colon or TokenKind.Semicolon;
    }

    private VariableDeclaration ParseForDeclaration(VariableKind kind)
    {
        var start = Start;
        Next();
        if (kind == VariableKind.AwaitUsing)
            Next();
        var declarations = ParseDeclarators(kind, inFor: true);
        return new VariableDeclaration(start, _previousEnd, kind, declarations, declare: false);
    }

    private Expression ParseForExpression(bool isAwait)
    {
        var start = Start;
        var beginsWithLet = Is(TokenKind.Let) && !_lexer.Escaped;
        var beginsWithAsync = IsWord(TokenKind.Async) && Peek() == TokenKind.Of;
        _coverInitializer = -1;
        var expression = ParseMaybePattern();
        if (Is(TokenKind.Comma))
        {
            ReportCoverInitializer();
            var mark = _expressions.Mark();
            _expressions.Add(expression);
            while (Eat(TokenKind.Comma))
                _expressions.Add(ParseAssignment());
            return new SequenceExpression(start, _previousEnd, _expressions.Take(mark));
        }

        if (Is(TokenKind.Of) && (beginsWithLet || (beginsWithAsync && !isAwait && expression is Identifier)))
            Error(SyntaxErrors.AsyncOfLoop, expression);
        return expression;
    }

    private ForStatement ParseForRest(int start, Node? init)
    {
        Expect(TokenKind.Semicolon);
        var test = Is(TokenKind.Semicolon) ? null : ParseExpressionWithIn();
        Expect(TokenKind.Semicolon);
        var update = Is(TokenKind.CloseParen) ? null : ParseExpressionWithIn();
        Expect(TokenKind.CloseParen);
        var body = ParseStatement(StatementPlace.Body);
        return new ForStatement(start, _previousEnd, init, test, update, body);
    }

    private ForOfStatement ParseForOf(int start, Node init, bool isAwait, int parenthesis)
    {
        var left = ToLoopTarget(init, parenthesis, allowsInitializer: false);
        Next();
        var saved = _context;
        _context |= Context.In;
        var right = ParseAssignment();
        _context = saved;
        Expect(TokenKind.CloseParen);
        var body = ParseStatement(StatementPlace.Body);
        return new ForOfStatement(start, _previousEnd, left, right, body, isAwait);
    }

    private ForInStatement ParseForIn(int start, Node init, int parenthesis)
    {
        // Old sloppy code may give a single var a value in front of `in`.
        var left = ToLoopTarget(init, parenthesis, allowsInitializer: !Strict);
        if (init is VariableDeclaration { Kind: VariableKind.Using or VariableKind.AwaitUsing })
            Error(SyntaxErrors.Unexpected(TokenKind.In), Start, _lexer.End);
        Next();
        var right = ParseExpressionWithIn();
        Expect(TokenKind.CloseParen);
        var body = ParseStatement(StatementPlace.Body);
        return new ForInStatement(start, _previousEnd, left, right, body);
    }

    private Node ToLoopTarget(Node init, int parenthesis, bool allowsInitializer)
    {
        if (init is not VariableDeclaration declaration)
        {
            var expression = (Expression)init;
            _coverInitializer = -1;
            if (expression is AssignmentExpression)
            {
                Error(SyntaxErrors.InvalidTarget, expression);
                return expression;
            }

            CheckNotParenthesized(expression, binding: false, parenthesis);
            return ToTarget(expression, binding: false);
        }

        if (declaration.Declarations.Count != 1)
            Error(SyntaxErrors.OneLoopVariable, declaration);
        else if (declaration.Declarations[0] is { Init: not null } declarator && !(allowsInitializer && declaration.Kind == VariableKind.Var && declarator.Id is Identifier))
            Error(SyntaxErrors.ForInitializer, declarator);
        return declaration;
    }
}
