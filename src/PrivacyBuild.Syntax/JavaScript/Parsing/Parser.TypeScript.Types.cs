using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Types are read past: they make no values, so all that is kept of one is its place. The grammar here is a little wider than TypeScript's, which
// saves all looking ahead: the parentheses of a function type and of a parenthesized type are read alike, as are object and mapped types.
internal sealed partial class Parser
{
    private TSType ParseType()
    {
        var start = Start;
        SkipType();
        return start <= _previousEnd ? new TSType(start, _previousEnd) : new TSType(_previousEnd, _previousEnd);
    }

    private void SkipType()
    {
        if (!Enter())
            SkipTooDeep();
        else if (NeedsFreshStack())
            StackGuard.OnFreshStack(this, static parser => parser.SkipTypeCore());
        else
            SkipTypeCore();
        Leave();
    }

    private void SkipTypeCore()
    {
        SkipUnionType();
        if (Has(Context.NoConditionalType) || !Is(TokenKind.Extends) || NewLineBefore)
            return;
        Next();
        var saved = _context;
        _context |= Context.NoConditionalType;
        SkipType();
        _context = saved;
        if (!Expect(TokenKind.Question))
            return;
        SkipType();
        if (Expect(TokenKind.Colon))
            SkipType();
    }

    private void SkipUnionType()
    {
        if (Kind is TokenKind.BitwiseOr or TokenKind.BitwiseAnd)
            Next();
        do
            SkipTypeOperand();
        while (Eat(TokenKind.BitwiseOr) || Eat(TokenKind.BitwiseAnd));
    }

    private void SkipTypeOperand()
    {
        while (Kind is TokenKind.Keyof or TokenKind.Unique or TokenKind.Readonly or TokenKind.Infer or TokenKind.Asserts && IsTypeOperator())
        {
            var infers = Is(TokenKind.Infer);
            Next();
            if (!infers)
                continue;
            Next();
            if (Is(TokenKind.Extends))
                TrySkipInferConstraint();
            return;
        }

        SkipPrimaryType();
        while (!NewLineBefore)
        {
            if (Is(TokenKind.OpenBracket))
            {
                Next();
                if (!Is(TokenKind.CloseBracket))
                    SkipTypeInBrackets();
                Expect(TokenKind.CloseBracket);
            }
            else if (Is(TokenKind.Not) && !_speculating)
            {
                Next();
            }
            else
            {
                return;
            }
        }
    }

    // These words are operators only when a type follows; else each is the name of a type.
    private bool IsTypeOperator()
    {
        var next = Peek(out var newLine);
        return !newLine && (TokenFacts.IsName(next) && next is not (TokenKind.Extends or TokenKind.In or TokenKind.Is or TokenKind.Instanceof) || next is TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParen or TokenKind.String or TokenKind.Template or TokenKind.Number)
            && !(Is(TokenKind.Infer) && !TokenFacts.IsIdentifier(next));
    }

    // infer T extends X is a constraint unless a ? behind it makes the extends that of a conditional type.
    private void TrySkipInferConstraint()
    {
        var state = Mark();
        Next();
        var saved = _context;
        _context |= Context.NoConditionalType;
        SkipType();
        _context = saved;
        if (!Has(Context.NoConditionalType) && Is(TokenKind.Question))
            Rewind(state);
    }

    private void SkipTypeInBrackets()
    {
        var saved = _context;
        _context &= ~Context.NoConditionalType;
        SkipType();
        _context = saved;
    }

    private void SkipPrimaryType()
    {
        switch (Kind)
        {
            case TokenKind.OpenParen:
                SkipParenthesizedOrFunctionType();
                return;
            case TokenKind.LessThan:
                SkipTypeParameters();
                SkipParenthesizedOrFunctionType();
                return;
            case TokenKind.New when !LabelsTupleElement():
                SkipConstructorType();
                return;
            case TokenKind.Abstract when Peek() == TokenKind.New:
                Next();
                SkipConstructorType();
                return;
            case TokenKind.OpenBrace:
                SkipObjectType();
                return;
            case TokenKind.OpenBracket:
                SkipTupleType();
                return;
            case TokenKind.String or TokenKind.Number or TokenKind.BigInt:
                Next();
                return;
            case TokenKind.Subtract:
                Next();
                Next();
                return;
            case TokenKind.Template:
                SkipTemplateType();
                return;
            case TokenKind.Typeof when !LabelsTupleElement():
                Next();
                if (Is(TokenKind.Import))
                    SkipImportType();
                else
                    SkipTypeName();
                return;
            case TokenKind.Import when !LabelsTupleElement():
                SkipImportType();
                return;
            case >= TokenKind.Break:
                SkipTypeName();
                return;
            default:
                ErrorHere(SyntaxErrors.TypeExpected);
                return;
        }
    }

    private void SkipConstructorType()
    {
        Next();
        SkipTypeParameters();
        SkipParenthesizedOrFunctionType();
    }

    private bool LabelsTupleElement() => Peek() is TokenKind.Colon or TokenKind.Question;

    private void SkipTypeName()
    {
        if (!TokenFacts.IsName(Kind))
        {
            ErrorHere(SyntaxErrors.TypeExpected);
            return;
        }

        Next();
        while (Is(TokenKind.Dot))
        {
            Next();
            if (TokenFacts.IsName(Kind) || Is(TokenKind.PrivateName))
                Next();
            else
                ErrorHere(SyntaxErrors.NameExpected);
        }

        if (Kind is TokenKind.LessThan or TokenKind.ShiftLeft && !NewLineBefore)
            SkipTypeArguments();
    }

    private void SkipImportType()
    {
        Next();
        if (Expect(TokenKind.OpenParen))
        {
            SkipTypeInBrackets();
            if (Eat(TokenKind.Comma) && !Is(TokenKind.CloseParen))
                SkipTypeInBrackets();
            Eat(TokenKind.Comma);
            Expect(TokenKind.CloseParen);
        }

        if (Eat(TokenKind.Dot))
            SkipTypeName();
        else if (Kind is TokenKind.LessThan && !NewLineBefore)
            SkipTypeArguments();
    }

    private void SkipTemplateType()
    {
        while (!_lexer.TemplateTail)
        {
            Next();
            SkipTypeInBrackets();
            if (!Is(TokenKind.CloseBrace))
            {
                ErrorHere(SyntaxErrors.Expected(TokenKind.CloseBrace));
                return;
            }

            _previousEnd = _lexer.End;
            _lexer.RescanTemplateContinuation();
        }

        Next();
    }

    /// <summary>Type arguments from their bracket on; false when they do not close, or hold what is no type.</summary>
    private bool SkipTypeArguments()
    {
        var start = Start;
        var errors = _errors.Count;
        if (Is(TokenKind.ShiftLeft))
            _lexer.SplitLessThan();
        Next();
        var saved = _context;
        _context &= ~Context.NoConditionalType;
        do
        {
            if (StartsWithGreaterThan())
                break;
            SkipType();
        }
        while (_errors.Count == errors && Eat(TokenKind.Comma));
        _context = saved;
        if (_errors.Count == errors && EatGreaterThan())
            return true;
        _brokenTypeArguments.Add(start);
        if (_errors.Count == errors)
            ErrorHere(SyntaxErrors.Expected(TokenKind.GreaterThan));
        return false;
    }

    private bool StartsWithGreaterThan() => Kind is TokenKind.GreaterThan or TokenKind.GreaterOrEqual or TokenKind.ShiftRight or TokenKind.ShiftRightUnsigned
        or TokenKind.ShiftRightAssign or TokenKind.ShiftRightUnsignedAssign;

    private bool EatGreaterThan()
    {
        if (!StartsWithGreaterThan())
            return false;
        if (!Is(TokenKind.GreaterThan))
            _lexer.SplitGreaterThan();
        Next();
        return true;
    }
}
