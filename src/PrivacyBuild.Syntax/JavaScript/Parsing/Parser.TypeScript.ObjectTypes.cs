using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// The members of object types, mapped types and interfaces, and the index signatures of classes.
internal sealed partial class Parser
{
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
