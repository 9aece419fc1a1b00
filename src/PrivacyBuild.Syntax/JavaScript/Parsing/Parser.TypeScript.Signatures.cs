using PrivacyBuild.Syntax.JavaScript.Lexing;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Signatures: parameters, tuples, which read alike, type parameters, and the types that stand behind names.
internal sealed partial class Parser
{
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
}
