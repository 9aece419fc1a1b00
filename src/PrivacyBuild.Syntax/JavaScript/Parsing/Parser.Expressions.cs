using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Expressions from the comma down to unary operators; Parser.Primary.cs has the rest. Chains of operators of one level are read in a loop, so that
// `a + b + …` of any length needs no stack.
internal sealed partial class Parser
{
    /// <summary>An expression with commas. Nothing of it may still have to become a pattern.</summary>
    private Expression ParseExpression()
    {
        var start = Start;
        var expression = ParseAssignment();
        if (!Is(TokenKind.Comma))
            return expression;
        var mark = _expressions.Mark();
        _expressions.Add(expression);
        while (Eat(TokenKind.Comma))
            _expressions.Add(ParseAssignment());
        return new SequenceExpression(start, _previousEnd, _expressions.Take(mark));
    }

    private Expression ParseExpressionWithIn()
    {
        var saved = _context;
        _context |= Context.In;
        var expression = ParseExpression();
        _context = saved;
        return expression;
    }

    /// <summary>An assignment expression that stands for itself: an initializer that only a pattern may have is an error.</summary>
    private Expression ParseAssignment()
    {
        var outer = _coverInitializer;
        _coverInitializer = -1;
        var expression = ParseMaybePattern();
        ReportCoverInitializer();
        _coverInitializer = outer;
        return expression;
    }

    private Expression ParseAssignmentWithIn()
    {
        var saved = _context;
        _context |= Context.In;
        var expression = ParseAssignment();
        _context = saved;
        return expression;
    }

    private void ReportCoverInitializer()
    {
        if (_coverInitializer < 0)
            return;
        Error(SyntaxErrors.InitializerInObject, _coverInitializer, _coverInitializer + 1);
        _coverInitializer = -1;
    }

    /// <summary>An assignment expression that the caller may still turn into a pattern.</summary>
    private Expression ParseMaybePattern()
    {
        if (!Enter())
        {
            var skipped = SkipTooDeep();
            Leave();
            return skipped;
        }

        var expression = NeedsFreshStack()
            ? OnFreshStack(static parser => parser.ParseAssignmentCore())
            : ParseAssignmentCore();
        Leave();
        return expression;
    }

    private Expression ParseAssignmentCore()
    {
        if (Kind == TokenKind.Yield && Has(Context.Yield))
            return ParseYield();
        var start = Start;
        var outerCover = _coverInitializer;
        _coverInitializer = -1;
        _arrowStart = start;
        if (_typeScript && Kind == TokenKind.LessThan && TryParseGenericArrow(start) is { } generic)
        {
            _coverInitializer = outerCover;
            return generic;
        }

        var left = ParseConditional();
        if (!TokenFacts.IsAssignment(Kind) || ReferenceEquals(left, _bareArrow))
        {
            if (outerCover >= 0)
                _coverInitializer = outerCover;
            return left;
        }

        var kind = Kind;
        Node target;
        if (kind == TokenKind.Assign && left is ObjectExpression or ArrayExpression)
        {
            if (left.Start != start)
                Error(SyntaxErrors.ParenthesizedPattern, start, left.Start);
            target = ToTarget(left, binding: false);
            _coverInitializer = -1;
        }
        else
        {
            ReportCoverInitializer();
            target = left;
            CheckSimpleTarget(left);
        }

        Next();
        var right = ParseAssignment();
        _coverInitializer = outerCover;
        return new AssignmentExpression(start, _previousEnd, TokenFacts.Text(kind), target, right);
    }

    private YieldExpression ParseYield()
    {
        var start = Start;
        _lastYield = start;
        Next();
        var delegated = !NewLineBefore && Eat(TokenKind.Multiply);
        var hasArgument = delegated || (!NewLineBefore && StartsExpression(Kind)) || (!NewLineBefore && Kind is TokenKind.LessThan && (_jsx || _typeScript));
        var argument = hasArgument ? ParseAssignment() : null;
        return new YieldExpression(start, _previousEnd, argument, delegated);
    }

    private Expression ParseConditional()
    {
        var start = Start;
        var test = ParseBinary(0);
        if (!Is(TokenKind.Question) || ReferenceEquals(test, _bareArrow))
            return test;
        if (_typeScript && IsOptionalParameterMark())
            return test;
        ReportCoverInitializer();
        Next();
        var saved = _context;
        _context |= Context.In | Context.Consequent;
        var consequent = ParseAssignment();
        _context = saved;
        Expect(TokenKind.Colon);
        var alternate = ParseAssignment();
        return new ConditionalExpression(start, _previousEnd, test, consequent, alternate);
    }

    /// <summary>Operators that bind more tightly than <paramref name="minimum"/>.</summary>
    private Expression ParseBinary(int minimum)
    {
        var start = Start;
        var left = ParseUnary();
        if (ReferenceEquals(left, _bareArrow))
            return left;
        var leftStart = start;
        while (true)
        {
            var kind = Kind;
            if (_typeScript && kind is TokenKind.As or TokenKind.Satisfies && !NewLineBefore && !_lexer.Escaped && minimum < RelationalPrecedence)
            {
                left = ParseAsOrSatisfies(start, left);
                continue;
            }

            var precedence = TokenFacts.Precedence(kind);
            if (precedence <= minimum || (kind == TokenKind.In && !Has(Context.In)))
                return left;
            ReportCoverInitializer();
            if (kind == TokenKind.Power && left is UnaryExpression or AwaitExpression && left.Start == leftStart)
                Error(SyntaxErrors.UnaryBeforePower, left);
            if (left is PrivateIdentifier && (kind != TokenKind.In || minimum >= RelationalPrecedence))
                Error(SyntaxErrors.PrivateNameHere, left);
            var parenthesized = left.Start != leftStart;
            Next();
            var rightStart = Start;
            var right = ParseOperand(precedence, kind == TokenKind.Power);
            if (right is PrivateIdentifier)
                Error(SyntaxErrors.PrivateNameHere, right);
            if (kind is TokenKind.Coalesce or TokenKind.LogicalOr or TokenKind.LogicalAnd)
            {
                if ((!parenthesized && Mixes(kind, left)) || (right.Start == rightStart && Mixes(kind, right)))
                    Error(SyntaxErrors.MixedCoalesce, start, _previousEnd);
                left = new LogicalExpression(start, _previousEnd, TokenFacts.Text(kind), left, right);
            }
            else
            {
                left = new BinaryExpression(start, _previousEnd, TokenFacts.Text(kind), left, right);
            }

            // From here the operand is what was read in this loop; nothing parenthesized it.
            leftStart = left.Start;
        }
    }

    private const int RelationalPrecedence = 8;

    // The right operand; ** binds to the right and so nests.
    private Expression ParseOperand(int precedence, bool rightAssociative)
    {
        if (!rightAssociative)
            return ParseBinary(precedence);
        if (!Enter())
        {
            var skipped = SkipTooDeep();
            Leave();
            return skipped;
        }

        var operand = NeedsFreshStack()
            ? OnFreshStack(static parser => parser.ParseBinary(PowerPrecedence - 1))
            : ParseBinary(PowerPrecedence - 1);
        Leave();
        return operand;
    }

    private const int PowerPrecedence = 12;

    private static bool Mixes(TokenKind kind, Expression operand) =>
        operand is LogicalExpression { Operator: var inner } && (kind == TokenKind.Coalesce) != (inner == "??");

    private Expression ParseUnary()
    {
        switch (Kind)
        {
            case TokenKind.Delete or TokenKind.Typeof or TokenKind.Void when _reservedNames && IsReservedName():
                return ParsePostfix();
            case TokenKind.Not:
            case TokenKind.BitwiseNot:
            case TokenKind.Add:
            case TokenKind.Subtract:
            case TokenKind.Delete:
            case TokenKind.Typeof:
            case TokenKind.Void:
            case TokenKind.Increment:
            case TokenKind.Decrement:
                return ParsePrefix();
            case TokenKind.Await when IsAwaitOperator():
                return ParsePrefix();
            case TokenKind.LessThan when _typeScript && !_jsx:
                return ParsePrefix();
            default:
                return ParsePostfix();
        }
    }

    private Expression ParsePrefix()
    {
        if (!Enter())
        {
            var skipped = SkipTooDeep();
            Leave();
            return skipped;
        }

        var expression = NeedsFreshStack()
            ? OnFreshStack(static parser => parser.ParsePrefixCore())
            : ParsePrefixCore();
        Leave();
        return expression;
    }

    private Expression ParsePrefixCore()
    {
        var start = Start;
        var kind = Kind;
        if (kind == TokenKind.LessThan)
            return ParseTypeAssertion();
        if (kind == TokenKind.Await)
            return ParseAwait();
        Next();
        var argument = ParseUnary();
        ReportCoverInitializer();
        if (argument is PrivateIdentifier)
            Error(SyntaxErrors.PrivateNameHere, argument);
        if (kind is not (TokenKind.Increment or TokenKind.Decrement))
            return new UnaryExpression(start, _previousEnd, TokenFacts.Text(kind), argument);
        CheckSimpleTarget(argument);
        return new UpdateExpression(start, _previousEnd, TokenFacts.Text(kind), argument, prefix: true);
    }

    private AwaitExpression ParseAwait()
    {
        var start = Start;
        if (_lexer.Escaped)
            ErrorHere(SyntaxErrors.EscapedKeyword);
        if (!Has(Context.Await) && (_sourceType is not null || Has(Context.Function)))
            ErrorHere(SyntaxErrors.AwaitOutsideAsync);
        _lastAwait = start;
        Next();
        var argument = ParseUnary();
        return new AwaitExpression(start, _previousEnd, argument);
    }

    // In an async function always. Elsewhere, where await may be a name, it is taken for the operator when only that makes sense of the text:
    // a forgotten async is common, and the top level of a file need not yet have shown that it is a module.
    private bool IsAwaitOperator()
    {
        if (Has(Context.Await))
            return true;
        if (_lexer.Escaped)
            return false;
        var next = Peek(out var newLine);
        if (newLine)
            return false;
        if (TokenFacts.IsIdentifier(next))
            return next is not (TokenKind.Of or TokenKind.As or TokenKind.Satisfies);
        return next switch
        {
            TokenKind.Number or TokenKind.BigInt or TokenKind.String or TokenKind.OpenBrace or TokenKind.New or TokenKind.This or TokenKind.Function or TokenKind.Import
                or TokenKind.Class or TokenKind.Null or TokenKind.True or TokenKind.False or TokenKind.Typeof or TokenKind.Void or TokenKind.Not or TokenKind.Super => true,
            TokenKind.OpenParen or TokenKind.OpenBracket => _sourceType is null && !Has(Context.Function),
            _ => false,
        };
    }

    private Expression ParsePostfix()
    {
        var start = Start;
        var expression = ParseLeftHandSide();
        if (Kind is not (TokenKind.Increment or TokenKind.Decrement) || NewLineBefore || ReferenceEquals(expression, _bareArrow))
            return expression;
        ReportCoverInitializer();
        CheckSimpleTarget(expression);
        var @operator = TokenFacts.Text(Kind);
        Next();
        return new UpdateExpression(start, _previousEnd, @operator, expression, prefix: false);
    }
}
