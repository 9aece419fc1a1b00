using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// What TypeScript adds to expressions: casts, type arguments, parameters and arrow functions with types.
//
// A parenthesis may begin an arrow function with types, which the cover grammar cannot read. It is read as an expression until a colon or question
// mark shows that it is none, and then again from its start as parameters. What was found out about a place is remembered, so that texts nested in each
// other are not tried again and again: each place is tried once, however often the text around it is read.
internal sealed partial class Parser
{
    private PlaceSet _typedArrows;
    private PlaceSet _untypedParentheses;
    private PlaceSet _untypedBrackets;
    private PlaceSet _brokenTypeArguments;
    private PlaceSet _brokenDefaults;
    private bool _speculating;

    private TSTypeAssertion ParseTypeAssertion()
    {
        var start = Start;
        Next();
        var type = ParseType();
        if (!EatGreaterThan())
            ErrorHere(SyntaxErrors.Expected(TokenKind.GreaterThan));
        var expression = ParseUnary();
        return new TSTypeAssertion(start, _previousEnd, type, expression);
    }

    private Expression ParseAsOrSatisfies(int start, Expression expression)
    {
        var satisfies = Is(TokenKind.Satisfies);
        Next();
        var type = ParseType();
        return satisfies ? new TSSatisfiesExpression(start, _previousEnd, expression, type) : new TSAsExpression(start, _previousEnd, expression, type);
    }

    /// <summary>Type arguments behind an expression with what they belong to; false, with nothing read, when the bracket is an operator.</summary>
    private bool TryParseTypeArgumentsInExpression(int start, Expression expression, bool calls, out Expression result)
    {
        result = expression;
        var bracket = Start;
        if (TryParseTypeArguments() is not { } type)
            return false;
        switch (Kind)
        {
            case TokenKind.OpenParen when calls:
                var arguments = ParseArguments();
                result = new CallExpression(start, _previousEnd, expression, arguments, optional: false);
                break;
            case TokenKind.OpenParen or TokenKind.Template:
                break;
            default:
                result = new TSInstantiationExpression(start, _previousEnd, expression, type);
                break;
        }

        return bracket >= 0;
    }

    private TSType? TryParseTypeArguments()
    {
        var start = Start;
        if (_brokenTypeArguments.Contains(start))
            return null;
        var state = Mark();
        var outer = _speculating;
        _speculating = true;
        var closed = SkipTypeArguments();
        _speculating = outer;
        if (closed && MayFollowTypeArguments())
            return new TSType(start, _previousEnd);
        _brokenTypeArguments.Add(start);
        Rewind(state);
        return null;
    }

    // TypeScript's own rule for telling f<T>(x) and f<T> from comparisons.
    private bool MayFollowTypeArguments() => Kind switch
    {
        TokenKind.OpenParen or TokenKind.Template => true,
        TokenKind.LessThan or TokenKind.GreaterThan or TokenKind.Add or TokenKind.Subtract => false,
        _ => NewLineBefore || TokenFacts.Precedence(Kind) > 0 || !StartsExpression(Kind) || Kind is TokenKind.As or TokenKind.Satisfies,
    };

    /// <summary>Whether the question mark marks an optional parameter: nothing that could be a branch stands behind it.</summary>
    private bool IsOptionalParameterMark() => Peek() is TokenKind.Colon or TokenKind.Comma or TokenKind.CloseParen or TokenKind.Assign;

    /// <summary>Where a colon or question mark suggests that a parenthesis holds typed parameters.</summary>
    private enum TypeMark
    {
        None,
        Inside,
        Behind,
    }

    private Expression ParseParenthesizedOrTypedArrow(int start)
    {
        if (_untypedParentheses.Contains(start))
            return ParseCoverParenthesized(start, arrowMayBegin: true, detectTypes: false, out _);
        var state = Mark();
        if (!_typedArrows.Contains(start))
        {
            var expression = ParseCoverParenthesized(start, arrowMayBegin: true, detectTypes: true, out var typeMark);
            if (typeMark == TypeMark.None)
                return expression;
            if (typeMark == TypeMark.Behind)
                return MayReadAgain(start) ? TryParseArrowWithResult(start, state) ?? expression : expression;
            Rewind(state);
        }

        if (TryParseTypedArrow(start, isAsync: false) is { } arrow)
        {
            _typedArrows.Add(start);
            return arrow;
        }

        Rewind(state);
        _untypedParentheses.Add(start);
        return ParseCoverParenthesized(start, arrowMayBegin: true, detectTypes: false, out _);
    }

    /// <summary>
    /// Behind a parenthesis that read well as an expression, at a colon: the arrow function it is after all, or null, with everything as it was.
    /// The expression in the parenthesis is not read again, for it may hold others like it.
    /// </summary>
    private Expression? TryParseArrowWithResult(int start, in ParserState atParenthesis)
    {
        var atColon = Mark();
        var comments = _comments.GetRange(atParenthesis.Lexer.Comments, _comments.Count - atParenthesis.Lexer.Comments);
        var errors = _errors.GetRange(atParenthesis.Errors, _errors.Count - atParenthesis.Errors);
        Rewind(atParenthesis);
        if (TryParseTypedArrow(start, isAsync: false) is { } arrow)
        {
            _typedArrows.Add(start);
            return arrow;
        }

        Rewind(atParenthesis);
        _comments.AddRange(comments);
        _errors.AddRange(errors);
        Rewind(atColon);
        _untypedParentheses.Add(start);
        return null;
    }

    /// <summary>An arrow function whose parameters or result have types. The caller rewinds when it is none. When it may not, this is an error instead of null.</summary>
    private Expression? TryParseTypedArrow(int start, bool isAsync)
    {
        var parenthesis = Start;
        var errors = _errors.Count;
        var saved = _context;
        _context &= ~Context.Consequent;
        if (isAsync)
            _context |= Context.AwaitReserved;
        var parameters = ParseParameters(stopsAtError: true);
        var hasResult = Is(TokenKind.Colon);
        if (_errors.Count == errors)
            SkipReturnType();
        _context = saved;
        if (_errors.Count != errors || !Is(TokenKind.Arrow) || NewLineBefore)
            return MayReadAgain(parenthesis) ? null : BrokenArrow(start, parameters);
        var arrow = ParseArrowFrom(start, parameters, isAsync);
        // In a ? (b) : c => d the colon was that of the conditional, unless another one follows.
        return hasResult && Has(Context.Consequent) && !Is(TokenKind.Colon) && MayReadAgain(parenthesis) ? null : arrow;
    }

    private ErrorExpression BrokenArrow(int start, NodeList<Node> parameters)
    {
        ErrorHere(SyntaxErrors.Expected(TokenKind.Arrow));
        return new ErrorExpression(start, _previousEnd, parameters);
    }

    /// <summary><c>&lt;T&gt;(x: T) => …</c>; null, with nothing read, when it is a cast or an element.</summary>
    private Expression? TryParseGenericArrow(int start, bool isAsync = false)
    {
        if (_jsx && !isAsync && !BeginsTypeParametersInJsx())
            return null;
        if (_untypedBrackets.Contains(Start))
            return null;
        var state = Mark();
        var bracket = Start;
        var errors = _errors.Count;
        SkipTypeParameters();
        if (_errors.Count == errors && Is(TokenKind.OpenParen) && TryParseTypedArrow(start, isAsync) is { } arrow)
            return arrow;
        Rewind(state);
        _untypedBrackets.Add(bracket);
        return null;
    }

    // Where elements are allowed too, only <T,>, <T extends …> and <const T …> begin type parameters.
    private bool BeginsTypeParametersInJsx()
    {
        var state = Mark();
        Next();
        var result = Is(TokenKind.Const) && TokenFacts.IsIdentifier(Peek());
        if (!result && IsIdentifier)
        {
            Next();
            result = Is(TokenKind.Comma) || (Is(TokenKind.Extends) && Peek() is not (TokenKind.Assign or TokenKind.GreaterThan or TokenKind.Divide));
        }

        Rewind(state);
        return result;
    }

    /// <summary>At the parenthesis behind <c>async</c>; null, with nothing read, when types do not make it an arrow function.</summary>
    private Expression? TryParseTypedAsyncArrow(int start)
    {
        if (_untypedParentheses.Contains(Start))
            return null;
        var parenthesis = Start;
        var state = Mark();
        if (TryParseTypedArrow(start, isAsync: true) is { } arrow)
            return arrow;
        Rewind(state);
        _untypedParentheses.Add(parenthesis);
        return null;
    }

    /// <summary>A parameter with decorators, accessibility, a question mark and a type.</summary>
    private Node ParseTypedParameter()
    {
        var start = Start;
        var decorators = ParseDecorators();
        var declaresField = false;
        while (_typeScript && Kind is TokenKind.Public or TokenKind.Private or TokenKind.Protected or TokenKind.Readonly or TokenKind.Override
            && Peek() is TokenKind.OpenBrace or TokenKind.OpenBracket or >= TokenKind.Identifier)
        {
            declaresField = true;
            Next();
        }

        Node parameter;
        var inner = Start;
        if (Is(TokenKind.Ellipsis))
        {
            parameter = ParseBindingRest(TokenKind.CloseParen);
        }
        else
        {
            parameter = _typeScript && Is(TokenKind.This) ? ParseName() : ParseBindingTarget();
            if (_typeScript)
                SkipParameterType();
            if (Is(TokenKind.Assign))
                parameter = ParseDefault(inner, parameter);
        }

        return declaresField || decorators.Count > 0 ? new TSParameterProperty(start, _previousEnd, parameter, decorators, declaresField) : parameter;
    }
}
