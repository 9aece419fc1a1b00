using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Members, calls, new and import: what stands behind an expression or is spelled like a call.
internal sealed partial class Parser
{
    private Expression ParseLeftHandSide()
    {
        var start = Start;
        var expression = ParsePrimary();
        if (ReferenceEquals(expression, _bareArrow))
            return expression;
        return ParseSubscripts(expression, start, calls: true);
    }

    /// <summary>All members, calls and templates behind an expression, in a loop.</summary>
    private Expression ParseSubscripts(Expression expression, int start, bool calls)
    {
        var chained = false;
        while (true)
        {
            switch (Kind)
            {
                case TokenKind.Dot:
                    ReportCoverInitializer();
                    Next();
                    expression = new MemberExpression(start, EndOf(ParseMemberName(expression), out var name), expression, name, computed: false, optional: false);
                    break;
                case TokenKind.OpenBracket:
                    if (Has(Context.Decorator))
                        return WrapChain(expression, start, chained);
                    ReportCoverInitializer();
                    expression = ParseIndex(expression, start, optional: false);
                    break;
                case TokenKind.QuestionDot:
                    if (!calls)
                        ErrorHere(SyntaxErrors.OptionalInNew);
                    ReportCoverInitializer();
                    chained = true;
                    expression = ParseOptionalLink(expression, start);
                    break;
                case TokenKind.OpenParen:
                    if (!calls)
                        return WrapChain(expression, start, chained);
                    var asyncArrow = IsAsyncWord(expression, start) && _arrowStart == start && !NewLineBefore;
                    if (asyncArrow)
                    {
                        var arrow = ParseAsyncCallOrArrow(expression, start);
                        if (ReferenceEquals(arrow, _bareArrow))
                            return arrow;
                        expression = arrow;
                        break;
                    }

                    ReportCoverInitializer();
                    expression = new CallExpression(start, EndOf(ParseArguments(), out var arguments), expression, arguments, optional: false);
                    break;
                case TokenKind.Template:
                    if (chained)
                        ErrorHere(SyntaxErrors.OptionalTemplate);
                    ReportCoverInitializer();
                    var quasi = ParseTemplate(tagged: true);
                    expression = new TaggedTemplateExpression(start, _previousEnd, expression, quasi);
                    break;
                case TokenKind.Not when _typeScript && !NewLineBefore:
                    Next();
                    expression = new TSNonNullExpression(start, _previousEnd, expression);
                    break;
                case TokenKind.LessThan or TokenKind.ShiftLeft when _typeScript && TryParseTypeArgumentsInExpression(start, expression, calls, out var instantiated):
                    expression = instantiated;
                    if (!calls && Is(TokenKind.OpenParen))
                        return WrapChain(expression, start, chained);
                    break;
                default:
                    return WrapChain(expression, start, chained);
            }
        }
    }

    private Expression WrapChain(Expression expression, int start, bool chained) =>
        chained ? new ChainExpression(start, _previousEnd, expression) : expression;

    // Nodes take their end before their children: this reads a child, hands it out and gives the end behind it.
    private int EndOf<T>(T part, out T result)
    {
        result = part;
        return _previousEnd;
    }

    private Expression ParseOptionalLink(Expression expression, int start)
    {
        Next();
        switch (Kind)
        {
            case TokenKind.OpenBracket:
                return ParseIndex(expression, start, optional: true);
            case TokenKind.OpenParen:
                var arguments = ParseArguments();
                return new CallExpression(start, _previousEnd, expression, arguments, optional: true);
            case TokenKind.LessThan or TokenKind.ShiftLeft when _typeScript && TryParseTypeArguments() is not null:
                var typedArguments = ParseArguments();
                return new CallExpression(start, _previousEnd, expression, typedArguments, optional: true);
            case TokenKind.Template:
                ErrorHere(SyntaxErrors.OptionalTemplate);
                return expression;
            default:
                var name = ParseMemberName();
                return new MemberExpression(start, _previousEnd, expression, name, computed: false, optional: true);
        }
    }

    private MemberExpression ParseIndex(Expression expression, int start, bool optional)
    {
        Next();
        var index = ParseExpressionWithIn();
        Expect(TokenKind.CloseBracket);
        return new MemberExpression(start, _previousEnd, expression, index, computed: true, optional);
    }

    private Expression ParseMemberName(Expression? @object = null)
    {
        if (Is(TokenKind.PrivateName))
        {
            if (@object is Super)
                ErrorHere(SyntaxErrors.PrivateNameHere);
            return ParsePrivateName();
        }

        if (!TokenFacts.IsName(Kind))
            return MissingName();
        return ParseName();
    }

    private PrivateIdentifier ParsePrivateName()
    {
        var node = new PrivateIdentifier(Start, _lexer.End, _lexer.Value!);
        Next();
        return node;
    }

    /// <summary>The current name or reserved word as a plain identifier.</summary>
    private Identifier ParseName()
    {
        var node = new Identifier(Start, _lexer.End, _lexer.Value!);
        Next();
        return node;
    }

    private NodeList<Expression> ParseArguments()
    {
        var mark = _expressions.Mark();
        if (!Expect(TokenKind.OpenParen))
            return default;
        var saved = _context;
        _context = (_context | Context.In) & ~(Context.Decorator | Context.Consequent);
        while (!Is(TokenKind.CloseParen) && !AtEndOfBrokenList())
        {
            _expressions.Add(Is(TokenKind.Ellipsis) ? ParseSpread() : ParseAssignment());
            if (!ContinueList(TokenKind.CloseParen))
                break;
        }

        _context = saved;
        Expect(TokenKind.CloseParen);
        return _expressions.Take(mark);
    }

    private SpreadElement ParseSpread()
    {
        var start = Start;
        Next();
        var argument = ParseMaybePattern();
        return new SpreadElement(start, _previousEnd, argument);
    }

    private Expression ParseNewGuarded()
    {
        if (!Enter())
        {
            var skipped = SkipTooDeep();
            Leave();
            return skipped;
        }

        var expression = NeedsFreshStack()
            ? OnFreshStack(static parser => parser.ParseNew())
            : ParseNew();
        Leave();
        return expression;
    }

    private Expression ParseNew()
    {
        var start = Start;
        Next();
        if (Is(TokenKind.Dot))
        {
            Next();
            if (!TokenFacts.IsName(Kind))
                return new ErrorExpression(start, EndOf(MissingName(), out _), default);
            if (_lexer.Value != "target" || _lexer.Escaped)
                ErrorHere(SyntaxErrors.MetaProperty);
            var property = ParseName();
            return new MetaProperty(start, _previousEnd, "new", property.Name);
        }

        var calleeStart = Start;
        // The callee is no place for an arrow function or an async call.
        _arrowStart = -1;
        var head = ParsePrimary();
        if (head is ImportExpression && head.Start == calleeStart)
            Error(SyntaxErrors.NewImport, head);
        var callee = ParseSubscripts(head, calleeStart, calls: false);
        var arguments = Is(TokenKind.OpenParen) ? ParseArguments() : default;
        return new NewExpression(start, _previousEnd, callee, arguments);
    }

    private Expression ParseImportExpression()
    {
        var start = Start;
        Next();
        if (Eat(TokenKind.Dot))
        {
            if (!TokenFacts.IsName(Kind))
                return new ErrorExpression(start, EndOf(MissingName(), out _), default);
            if (_lexer.Value is "source" or "defer" && Peek() == TokenKind.OpenParen)
            {
                Next();
                return ParseImportCall(start, hasOptions: false);
            }

            if (_lexer.Value != "meta" || _lexer.Escaped)
                ErrorHere(SyntaxErrors.MetaProperty);
            var property = ParseName();
            if (_sourceType is null)
                EnterModule();
            else if (_sourceType == SourceType.Script)
                Error(SyntaxErrors.ImportMetaOutsideModule, start, _previousEnd);
            return new MetaProperty(start, _previousEnd, "import", property.Name);
        }

        return ParseImportCall(start, hasOptions: true);
    }

    private Expression ParseImportCall(int start, bool hasOptions)
    {
        if (!Expect(TokenKind.OpenParen))
            return new ErrorExpression(start, _previousEnd, default);
        var saved = _context;
        _context = (_context | Context.In) & ~Context.Consequent;
        var source = ParseAssignment();
        Expression? options = null;
        if (Eat(TokenKind.Comma) && !Is(TokenKind.CloseParen))
        {
            options = ParseAssignment();
            Eat(TokenKind.Comma);
            if (!hasOptions)
                Error(SyntaxErrors.ImportArguments, options);
        }

        _context = saved;
        Expect(TokenKind.CloseParen);
        return new ImportExpression(start, _previousEnd, source, options);
    }
}
