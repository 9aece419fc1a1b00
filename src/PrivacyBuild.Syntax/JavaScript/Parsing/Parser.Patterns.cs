using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Binding patterns, read as such, and the turning of expressions into patterns once "=" or "=>" has shown what they are. An expression leaves
// no node for its parentheses, so where they matter the text in front of it is asked.
internal sealed partial class Parser
{
    private Identifier ParseBindingIdentifier()
    {
        if (!IsIdentifier)
        {
            if (!Is(TokenKind.EscapedKeyword) && (!TokenFacts.IsName(Kind) || NewLineBefore))
                return MissingName();
            if (!_reservedNames)
                ErrorHere(SyntaxErrors.ReservedWord);
            return ParseName();
        }

        CheckIdentifier();
        CheckStrictBinding(_lexer.Value!, Start, _lexer.End);
        return ParseName();
    }

    private Node ParseBindingTarget()
    {
        if (Kind is not (TokenKind.OpenBrace or TokenKind.OpenBracket))
            return ParseBindingIdentifier();
        if (!Enter())
        {
            var skipped = SkipTooDeep();
            Leave();
            return skipped;
        }

        var pattern = NeedsFreshStack()
            ? OnFreshStack(static parser => parser.ParseBindingPattern())
            : ParseBindingPattern();
        Leave();
        return pattern;
    }

    private Node ParseBindingPattern()
    {
        var saved = _context;
        _context = (_context | Context.In) & ~Context.Consequent;
        Node pattern = Is(TokenKind.OpenBrace) ? ParseObjectPattern() : ParseArrayPattern();
        _context = saved;
        return pattern;
    }

    /// <summary>A target with its default value, if it has one.</summary>
    private Node ParseBindingElement()
    {
        var start = Start;
        var target = ParseBindingTarget();
        return Is(TokenKind.Assign) ? ParseDefault(start, target) : target;
    }

    // A line that goes on like no binding does is a statement: the closing bracket is missing.
    private bool ContinueBindings(TokenKind close)
    {
        if (!NewLineBefore || !IsIdentifier || MayFollowBinding(Peek()))
            return ContinueList(close);
        ErrorHere(SyntaxErrors.Expected(close));
        return false;
    }

    private static bool MayFollowBinding(TokenKind kind) =>
        kind is TokenKind.Comma or TokenKind.CloseParen or TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.Assign or TokenKind.Colon or TokenKind.Question;

    private AssignmentPattern ParseDefault(int start, Node target)
    {
        Next();
        var value = ParseAssignmentWithIn();
        return new AssignmentPattern(start, _previousEnd, target, value);
    }

    private RestElement ParseBindingRest(TokenKind close)
    {
        var start = Start;
        Next();
        var target = close == TokenKind.CloseBrace ? ParseBindingIdentifier() : ParseBindingTarget();
        if (_typeScript)
            SkipParameterType();
        if (Is(TokenKind.Assign))
        {
            ErrorHere(SyntaxErrors.RestInitializer);
            target = ParseDefault(target.Start, target);
        }

        if (Is(TokenKind.Comma))
            ErrorHere(SyntaxErrors.RestNotLast);
        return new RestElement(start, _previousEnd, target);
    }

    private ObjectPattern ParseObjectPattern()
    {
        var start = Start;
        var mark = _nodes.Mark();
        Next();
        while (!Is(TokenKind.CloseBrace) && !AtEndOfBrokenNames())
        {
            if (Is(TokenKind.Ellipsis))
                _nodes.Add(ParseBindingRest(TokenKind.CloseBrace));
            else if (StartsPropertyName(Kind))
                _nodes.Add(ParsePatternProperty());
            else
                SkipToken(SyntaxErrors.PropertyExpected);
            if (!ContinueBindings(TokenKind.CloseBrace))
                break;
        }

        Expect(TokenKind.CloseBrace);
        return new ObjectPattern(start, _previousEnd, _nodes.Take(mark));
    }

    private Property ParsePatternProperty()
    {
        var start = Start;
        var reserved = !IsIdentifier || IsReservedHere();
        var key = ParsePropertyKey(out var computed);
        if (key is PrivateIdentifier)
            Error(SyntaxErrors.PrivateNameHere, key);
        if (Eat(TokenKind.Colon))
        {
            var element = ParseBindingElement();
            return new Property(start, _previousEnd, key, element, PropertyKind.Init, method: false, shorthand: false, computed);
        }

        if (key is not Identifier name || computed)
        {
            ErrorHere(SyntaxErrors.Expected(TokenKind.Colon));
            return new Property(start, _previousEnd, key, new ErrorExpression(_previousEnd, _previousEnd, default), PropertyKind.Init, method: false, shorthand: false, computed);
        }

        if (reserved)
            Error(SyntaxErrors.ReservedWord, name);
        CheckStrictBinding(name.Name, name.Start, name.End);
        Node value = new Identifier(name.Start, name.End, name.Name);
        if (Is(TokenKind.Assign))
            value = ParseDefault(start, value);
        return new Property(start, _previousEnd, key, value, PropertyKind.Init, method: false, shorthand: true, computed: false);
    }

    private ArrayPattern ParseArrayPattern()
    {
        var start = Start;
        var mark = _patternElements.Mark();
        Next();
        while (!Is(TokenKind.CloseBracket))
        {
            if (Eat(TokenKind.Comma))
            {
                _patternElements.Add(null);
                continue;
            }

            if (AtEndOfBrokenList())
                break;
            _patternElements.Add(Is(TokenKind.Ellipsis) ? ParseBindingRest(TokenKind.CloseBracket) : ParseBindingElement());
            if (!ContinueBindings(TokenKind.CloseBracket))
                break;
        }

        Expect(TokenKind.CloseBracket);
        return new ArrayPattern(start, _previousEnd, _patternElements.Take(mark));
    }

    /// <summary>The pattern that an expression turns out to be; <paramref name="binding"/> for parameters, which may only be names.</summary>
    private Node ToTarget(Expression expression, bool binding)
    {
        switch (expression)
        {
            case ObjectExpression literal:
                return ToObjectPattern(literal, binding);
            case ArrayExpression literal:
                return ToArrayPattern(literal, binding);
            case Identifier or ErrorExpression:
                if (binding)
                    CheckParameterName(expression);
                else
                    CheckSimpleTarget(expression);
                return expression;
            case AssignmentExpression { Operator: "=" } assignment:
                return new AssignmentPattern(assignment.Start, assignment.End, assignment.Left is Expression left ? ToTarget(left, binding) : Recheck(assignment.Left, binding), assignment.Right);
            default:
                if (binding)
                    Error(SyntaxErrors.InvalidParameter, expression);
                else
                    CheckSimpleTarget(expression);
                return expression;
        }
    }

    // Depth: the expression was read within the limit of nesting, on a stack that may have hopped; the way down again must be able to hop too.
    private Node ToTargetGuarded(Expression expression, bool binding)
    {
        if (expression is not (ObjectExpression or ArrayExpression or AssignmentExpression))
            return ToTarget(expression, binding);
        _depth++;
        var target = NeedsFreshStack()
            ? OnFreshStack((expression, binding), static (parser, cover) => parser.ToTarget(cover.expression, cover.binding))
            : ToTarget(expression, binding);
        _depth--;
        return target;
    }

    private ObjectPattern ToObjectPattern(ObjectExpression literal, bool binding)
    {
        var mark = _nodes.Mark();
        for (var i = 0; i < literal.Properties.Count; i++)
        {
            switch (literal.Properties[i])
            {
                case Property { Kind: PropertyKind.Init, Method: false } property:
                    CheckNotParenthesized(property.Value, binding);
                    var value = property.Value is Expression target ? ToTargetGuarded(target, binding) : Recheck(property.Value, binding);
                    _nodes.Add(new Property(property.Start, property.End, property.Key, value, PropertyKind.Init, method: false, property.Shorthand, property.Computed));
                    break;
                case SpreadElement spread:
                    if (i + 1 < literal.Properties.Count || HasTrailingComma(literal.End))
                        Error(SyntaxErrors.RestNotLast, spread);
                    if (spread.Argument is ObjectExpression or ArrayExpression)
                        Error(SyntaxErrors.InvalidTarget, spread.Argument);
                    CheckNotParenthesized(spread.Argument, binding);
                    _nodes.Add(ToRest(spread, binding));
                    break;
                default:
                    Error(SyntaxErrors.InvalidTarget, literal.Properties[i]);
                    _nodes.Add(literal.Properties[i]);
                    break;
            }
        }

        return new ObjectPattern(literal.Start, literal.End, _nodes.Take(mark));
    }

    private ArrayPattern ToArrayPattern(ArrayExpression literal, bool binding)
    {
        var mark = _patternElements.Mark();
        for (var i = 0; i < literal.Elements.Count; i++)
        {
            var element = literal.Elements[i];
            if (element is null)
            {
                _patternElements.Add(null);
            }
            else if (element is SpreadElement spread)
            {
                if (i + 1 < literal.Elements.Count || HasTrailingComma(literal.End))
                    Error(SyntaxErrors.RestNotLast, spread);
                CheckNotParenthesized(spread.Argument, binding);
                _patternElements.Add(ToRest(spread, binding));
            }
            else
            {
                CheckNotParenthesized(element, binding);
                _patternElements.Add(ToTargetGuarded(element, binding));
            }
        }

        return new ArrayPattern(literal.Start, literal.End, _patternElements.Take(mark));
    }

    private RestElement ToRest(SpreadElement spread, bool binding)
    {
        if (spread.Argument is AssignmentExpression)
            Error(SyntaxErrors.RestInitializer, spread);
        return new RestElement(spread.Start, spread.End, ToTargetGuarded(spread.Argument, binding));
    }

    // What has become a pattern before (in an inner assignment) is an assignment pattern; as a parameter it may hold names only.
    private Node Recheck(Node pattern, bool binding)
    {
        if (!binding)
        {
            if (pattern is AssignmentPattern { Left: Identifier name })
                CheckStrictBinding(name.Name, name.Start, name.End);
            return pattern;
        }

        switch (pattern)
        {
            case Expression expression:
                return ToTarget(expression, binding);
            case AssignmentPattern assignment:
                Recheck(assignment.Left, binding);
                break;
            case RestElement rest:
                Recheck(rest.Argument, binding);
                break;
            case ObjectPattern { Properties: var properties }:
                foreach (var property in properties)
                    Recheck(property is Property member ? member.Value : property, binding);
                break;
            case ArrayPattern { Elements: var elements }:
                foreach (var element in elements)
                {
                    if (element is not null)
                        Recheck(element, binding);
                }

                break;
        }

        return pattern;
    }

    /// <summary>Reports what cannot be assigned to: everything but names and members.</summary>
    private void CheckSimpleTarget(Node target)
    {
        switch (target)
        {
            case Identifier name:
                CheckStrictBinding(name.Name, name.Start, name.End);
                return;
            case MemberExpression or ErrorExpression:
                return;
            case TSNonNullExpression { Expression: var inner }:
                CheckSimpleTarget(inner);
                return;
            case TSAsExpression { Expression: var inner }:
                CheckSimpleTarget(inner);
                return;
            case TSSatisfiesExpression { Expression: var inner }:
                CheckSimpleTarget(inner);
                return;
            case TSTypeAssertion { Expression: var inner }:
                CheckSimpleTarget(inner);
                return;
            // A call is an error only at run time outside strict code, as old pages rely on.
            case CallExpression when !Strict && !Is(TokenKind.LogicalAndAssign) && !Is(TokenKind.LogicalOrAssign) && !Is(TokenKind.CoalesceAssign):
                return;
            default:
                Error(SyntaxErrors.InvalidTarget, target);
                return;
        }
    }

    private void CheckParameterName(Expression parameter)
    {
        if (parameter is not Identifier name)
            return;
        CheckStrictBinding(name.Name, name.Start, name.End);
    }

    private void CheckStrictBinding(string name, int start, int end)
    {
        if (Strict && name is "eval" or "arguments" && !_typeScript)
            Error(SyntaxErrors.InvalidTarget, start, end);
    }

    private void CheckNotParenthesized(Node node, bool binding, int ownParenthesis = -1)
    {
        if (!IsParenthesized(node, ownParenthesis))
            return;
        if (binding || node is ObjectExpression or ArrayExpression or AssignmentExpression or ObjectPattern or ArrayPattern)
            Error(SyntaxErrors.ParenthesizedPattern, node);
    }

    private bool IsParenthesized(Node node, int ownParenthesis)
    {
        var i = LastSignificantBefore(node.Start);
        return i >= 0 && i != ownParenthesis && _text[i] == '(' && node is not ErrorExpression;
    }

    private bool HasTrailingComma(int end)
    {
        var i = LastSignificantBefore(end - 1);
        return i >= 0 && _text[i] == ',';
    }

    /// <summary>Offset of the last character before <paramref name="end"/> that belongs to a token, or -1.</summary>
    private int LastSignificantBefore(int end)
    {
        var i = end - 1;
        while (true)
        {
            while (i >= 0 && (Characters.IsWhiteSpace(_text[i]) || Characters.IsLineEnd(_text[i])))
                i--;
            if (i < 0 || !IsInComment(i, out var commentStart))
                return i;
            i = commentStart - 1;
        }
    }

    private bool IsInComment(int offset, out int start)
    {
        int low = 0, high = _comments.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = _comments[middle].Span;
            if (span.Contains(offset))
            {
                start = span.Start;
                return true;
            }

            if (span.Start > offset)
                high = middle - 1;
            else
                low = middle + 1;
        }

        start = -1;
        return false;
    }
}
