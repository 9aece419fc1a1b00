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

    // ( T ), ( a: T, b?: U, ...c: V ), and then perhaps => R.
    private void SkipParenthesizedOrFunctionType()
    {
        var mayBeFunction = BeginsSignature();
        SkipSignatureParameters();
        if (!mayBeFunction || !Is(TokenKind.Arrow) || NewLineBefore)
            return;
        Next();
        var saved = _context;
        _context &= ~Context.NoConditionalType;
        SkipTypeOrPredicate();
        _context = saved;
    }

    // At a parenthesis. What it encloses is known from its beginning; an arrow behind a type in parentheses is that of an arrow function around.
    private bool BeginsSignature()
    {
        if (!Is(TokenKind.OpenParen))
            return false;
        var state = _lexer.Save();
        var errors = _errors.Count;
        _lexer.Next();
        var result = Kind is TokenKind.CloseParen or TokenKind.Ellipsis or TokenKind.OpenBrace or TokenKind.OpenBracket
            || (TokenFacts.IsName(Kind) && Peek() is TokenKind.Colon or TokenKind.Comma or TokenKind.Question or TokenKind.CloseParen);
        _lexer.Restore(state);
        if (_errors.Count > errors)
            _errors.RemoveRange(errors, _errors.Count - errors);
        return result;
    }

    private void SkipSignatureParameters()
    {
        if (!Expect(TokenKind.OpenParen))
            return;
        var saved = _context;
        _context &= ~Context.NoConditionalType;
        while (!Is(TokenKind.CloseParen) && !AtEndOfBrokenNames())
        {
            SkipTupleElement();
            if (!ContinueTypeList(TokenKind.CloseParen))
                break;
        }

        _context = saved;
        Expect(TokenKind.CloseParen);
    }

    private void SkipTupleType()
    {
        var saved = _context;
        _context &= ~Context.NoConditionalType;
        Next();
        while (!Is(TokenKind.CloseBracket) && !AtEndOfBrokenNames())
        {
            SkipTupleElement();
            if (!ContinueTypeList(TokenKind.CloseBracket))
                break;
        }

        _context = saved;
        Expect(TokenKind.CloseBracket);
    }

    // An element of a tuple or a parameter of a signature: rest dots, a type or a name or a pattern, a question mark, a type.
    private void SkipTupleElement()
    {
        Eat(TokenKind.Ellipsis);
        // A parameter may be called infer, keyof …; as an operator one of these would want a type behind it.
        if (TokenFacts.IsName(Kind) && Peek() is TokenKind.Colon or TokenKind.Question or TokenKind.Comma or TokenKind.CloseParen or TokenKind.CloseBracket)
            Next();
        else
            SkipTypeOrPredicate();
        Eat(TokenKind.Question);
        if (Eat(TokenKind.Colon))
            SkipTypeOrPredicate();
        Eat(TokenKind.Question);
    }

    private bool ContinueTypeList(TokenKind close)
    {
        if (Eat(TokenKind.Comma))
            return true;
        if (!Is(close))
            ErrorHere(SyntaxErrors.Expected(TokenKind.Comma));
        return false;
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

    private void SkipObjectType()
    {
        var saved = _context;
        _context &= ~Context.NoConditionalType;
        var brace = Start;
        Expect(TokenKind.OpenBrace);
        while (!Is(TokenKind.CloseBrace) && !Is(TokenKind.EndOfFile) && !ClosesByIndentation(brace))
        {
            var before = Start;
            if (!Eat(TokenKind.Semicolon) && !Eat(TokenKind.Comma) && !TrySkipTypeMember())
                break;
            if (Start == before)
            {
                if (_speculating)
                {
                    ErrorHere(SyntaxErrors.TypeExpected);
                    break;
                }

                SkipToken(SyntaxErrors.Unexpected(Kind));
            }
        }

        _context = saved;
        Expect(TokenKind.CloseBrace);
    }

    /// <summary>False, with nothing read, when the line is no member but a statement: the closing brace is missing.</summary>
    private bool TrySkipTypeMember()
    {
        if (!NewLineBefore || _speculating)
        {
            SkipTypeMember();
            return true;
        }

        if (BeginsDeclaration())
            return false;
        var state = Mark();
        SkipTypeMember();
        if (EndsTypeMember() || StartsPropertyName(Kind) || Is(TokenKind.EndOfFile))
            return true;
        Rewind(state);
        return false;
    }

    // Any of these words may be the name of a member, but then none that has another name behind it.
    private bool BeginsDeclaration() =>
        Kind is TokenKind.Const or TokenKind.Var or TokenKind.Let or TokenKind.Function or TokenKind.Class or TokenKind.Export or TokenKind.Import or TokenKind.Interface or TokenKind.Type
            or TokenKind.Enum or TokenKind.Return
        && (Peek(out var newLine) is TokenKind.OpenBrace or TokenKind.Multiply or TokenKind.String || TokenFacts.IsName(Peek())) && !newLine;

    private bool EndsTypeMember() => Kind is TokenKind.Semicolon or TokenKind.Comma or TokenKind.CloseBrace || NewLineBefore;

    private void SkipTypeMember()
    {
        // Modifiers are names that another name follows; the signs belong to mapped types.
        if (Kind is TokenKind.Add or TokenKind.Subtract)
            Next();
        while (TokenFacts.IsName(Kind) && StartsPropertyName(Peek(out var newLine)) && !newLine)
            Next();

        if (Is(TokenKind.OpenBracket))
            SkipBracketedKey();
        else if (StartsPropertyName(Kind))
            Next();

        if (Kind is TokenKind.Add or TokenKind.Subtract)
            Next();
        if (Kind is TokenKind.Question or TokenKind.Not)
            Next();
        if (Is(TokenKind.LessThan))
            SkipTypeParameters();
        if (Is(TokenKind.OpenParen))
            SkipSignatureParameters();
        if (Eat(TokenKind.Colon))
            SkipTypeOrPredicate();
        else if (Is(TokenKind.Assign))
            SkipDefaultInPattern();
        if (!EndsTypeMember())
            ErrorHere(SyntaxErrors.SemicolonExpected);
    }

    // What is no sound default may be a statement behind a missing brace, and stays for whoever reads on.
    private void SkipDefaultInPattern()
    {
        var assign = Start;
        if (!_brokenDefaults.Contains(assign))
        {
            var state = Mark();
            var errors = _errors.Count;
            Next();
            ParseAssignment();
            if (_errors.Count == errors)
                return;
            Rewind(state);
            _brokenDefaults.Add(assign);
        }

        SkipToken(SyntaxErrors.Unexpected(Kind));
    }

    // [key: string], [K in Keys as Name], [Symbol.iterator], ["name"].
    private void SkipBracketedKey()
    {
        Next();
        SkipType();
        if (Eat(TokenKind.In))
        {
            SkipType();
            if (Eat(TokenKind.As))
                SkipType();
        }
        else if (Eat(TokenKind.Colon))
        {
            SkipType();
        }

        Expect(TokenKind.CloseBracket);
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

    private void SkipTypeParameters()
    {
        if (!Is(TokenKind.LessThan))
            return;
        Next();
        var saved = _context;
        _context &= ~Context.NoConditionalType;
        while (!StartsWithGreaterThan() && !AtEndOfBrokenNames())
        {
            while (Kind is TokenKind.Const or TokenKind.In or TokenKind.Out && TokenFacts.IsName(Peek()) && !(Is(TokenKind.Out) && Peek() == TokenKind.Extends))
                Next();
            if (!IsIdentifier)
            {
                ErrorHere(SyntaxErrors.NameExpected);
                break;
            }

            Next();
            if (Eat(TokenKind.Extends))
                SkipType();
            if (Eat(TokenKind.Assign))
                SkipType();
            if (!Eat(TokenKind.Comma))
                break;
        }

        _context = saved;
        if (!EatGreaterThan())
            ErrorHere(SyntaxErrors.Expected(TokenKind.GreaterThan));
    }

    private void SkipTypeAnnotation()
    {
        if (Eat(TokenKind.Colon))
            SkipTypeInBrackets();
    }

    // let x!: T
    private void SkipVariableType()
    {
        if (Is(TokenKind.Not) && !NewLineBefore)
            Next();
        SkipTypeAnnotation();
    }

    private void SkipParameterType()
    {
        Eat(TokenKind.Question);
        SkipTypeAnnotation();
    }

    // The ? or ! behind the name of a member.
    private void SkipMemberMark()
    {
        if (Is(TokenKind.Question) || (Is(TokenKind.Not) && !NewLineBefore))
            Next();
    }

    private void SkipReturnType()
    {
        if (!Eat(TokenKind.Colon))
            return;
        var saved = _context;
        _context &= ~Context.NoConditionalType;
        SkipTypeOrPredicate();
        _context = saved;
    }

    // x is T, asserts x, asserts x is T: what stands in front of `is` reads as a type.
    private void SkipTypeOrPredicate()
    {
        SkipType();
        if (!Is(TokenKind.Is) || NewLineBefore)
            return;
        Next();
        SkipType();
    }

    private void SkipImplements()
    {
        while (Kind is TokenKind.Implements or TokenKind.Extends)
        {
            Next();
            do
                SkipType();
            while (Eat(TokenKind.Comma));
        }
    }

    /// <summary><c>[key: string]: T</c> in a class; null, with nothing read, when it is a computed key.</summary>
    private TSType? TryParseIndexSignature(int start)
    {
        var state = Mark();
        Next();
        if (IsIdentifier)
        {
            Next();
            if (Is(TokenKind.Colon))
            {
                Next();
                SkipType();
                Expect(TokenKind.CloseBracket);
                SkipMemberMark();
                SkipTypeAnnotation();
                ConsumeSemicolon();
                return new TSType(start, _previousEnd);
            }
        }

        Rewind(state);
        return null;
    }
}
