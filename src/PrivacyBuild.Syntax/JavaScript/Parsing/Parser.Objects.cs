using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Object literals, and the keys they share with classes and patterns.
internal sealed partial class Parser
{
    private ObjectExpression ParseObject()
    {
        var start = Start;
        var mark = _nodes.Mark();
        var saved = _context;
        _context = (_context | Context.In) & ~(Context.Consequent | Context.Decorator);
        Next();
        while (!Is(TokenKind.CloseBrace) && !Is(TokenKind.EndOfFile) && !ClosesByIndentation(start))
        {
            var before = Start;
            var member = ParseObjectMember();
            _nodes.Add(member);
            if (Eat(TokenKind.Comma) || Is(TokenKind.CloseBrace))
                continue;
            if (member is ErrorExpression)
            {
                if (Start == before)
                    SkipToken(SyntaxErrors.Unexpected(Kind));
                continue;
            }

            if (Kind is TokenKind.CloseParen or TokenKind.CloseBracket)
                break;
            ErrorHere(SyntaxErrors.Expected(TokenKind.Comma));
            if (!StartsPropertyName(Kind) && Kind is not (TokenKind.Ellipsis or TokenKind.Multiply))
                SkipToken(SyntaxErrors.Unexpected(Kind));
        }

        _context = saved;
        Expect(TokenKind.CloseBrace);
        return new ObjectExpression(start, _previousEnd, _nodes.Take(mark));
    }

    private Node ParseObjectMember()
    {
        if (Is(TokenKind.Ellipsis))
            return ParseSpread();
        var start = Start;
        var newLine = NewLineBefore;
        var errors = _errors.Count;
        if (_brokenMembers.Contains(start) || (!StartsPropertyName(Kind) && !Is(TokenKind.Multiply)))
            return ReadMemberAsStatement(start, newLine, errors, SyntaxErrors.PropertyExpected);

        var kind = PropertyKind.Init;
        var isAsync = false;
        var method = false;
        if (Kind is TokenKind.Get or TokenKind.Set or TokenKind.Async && !_lexer.Escaped)
        {
            var next = Peek(out var breaks);
            if (Is(TokenKind.Async))
                method = isAsync = !breaks && (StartsPropertyName(next) || next == TokenKind.Multiply);
            else if (StartsPropertyName(next))
                kind = Is(TokenKind.Get) ? PropertyKind.Get : PropertyKind.Set;
            if (isAsync || kind != PropertyKind.Init)
                Next();
        }

        var isGenerator = kind == PropertyKind.Init && Eat(TokenKind.Multiply);
        method |= isGenerator;
        var plainName = TokenFacts.IsIdentifier(Kind) || (_reservedNames && TokenFacts.IsName(Kind));
        var nameKind = Kind;
        var reserved = plainName && IsReservedHere();
        var key = ParsePropertyKey(out var computed);
        if (key is PrivateIdentifier)
            Error(SyntaxErrors.PrivateNameHere, key);

        if (method || kind != PropertyKind.Init || Is(TokenKind.OpenParen) || (_typeScript && Is(TokenKind.LessThan)))
        {
            method = kind == PropertyKind.Init;
            var function = TryParseMethod(isAsync, isGenerator);
            if (function is null)
                return ReadMemberAsStatement(start, newLine, errors, SyntaxErrors.Expected(TokenKind.OpenBrace));
            CheckAccessor(kind == PropertyKind.Get, kind == PropertyKind.Set, function);
            return new Property(start, _previousEnd, key, function, kind, method, shorthand: false, computed);
        }

        if (Eat(TokenKind.Colon))
        {
            var value = ParseMaybePattern();
            return new Property(start, _previousEnd, key, value, PropertyKind.Init, method: false, shorthand: false, computed);
        }

        if (!plainName || computed || key is not Identifier name)
            return ReadMemberAsStatement(start, newLine, errors, SyntaxErrors.Expected(TokenKind.Colon));
        if (Is(TokenKind.Assign))
        {
            if (_coverInitializer < 0)
                _coverInitializer = Start;
            var target = new Identifier(name.Start, name.End, name.Name);
            Next();
            var initializer = ParseAssignment();
            var value = new AssignmentPattern(start, _previousEnd, target, initializer);
            return new Property(start, _previousEnd, key, value, PropertyKind.Init, method: false, shorthand: true, computed: false);
        }

        if (!Is(TokenKind.Comma) && !Is(TokenKind.CloseBrace) && (!NewLineBefore || !StartsPropertyName(Kind)) && !Is(TokenKind.CloseParen))
            return ReadMemberAsStatement(start, newLine, errors, SyntaxErrors.Expected(TokenKind.Colon));
        if (reserved && nameKind != TokenKind.Identifier)
            Error(SyntaxErrors.ReservedWord, name);
        var reference = new Identifier(name.Start, name.End, name.Name);
        return new Property(start, name.End, key, reference, PropertyKind.Init, method: false, shorthand: true, computed: false);
    }

    /// <summary>
    /// A member that is none is most often a statement whose function's head is missing or broken, or a block taken for an object.
    /// It is read again as a statement, and so keeps what it refers to.
    /// </summary>
    private ErrorExpression ReadMemberAsStatement(int start, bool newLine, int errors, string message)
    {
        var place = Start;
        var placeEnd = _lexer.End;
        if (_errors.Count > errors)
        {
            place = _errors[errors].Span.Start;
            placeEnd = _errors[errors].Span.End;
            message = _errors[errors].Message;
            _errors.RemoveRange(errors, _errors.Count - errors);
        }

        _brokenMembers.Add(start);
        _lexer.ReturnTo(start, newLine);
        _previousEnd = start;
        Error(message, place, placeEnd);
        var saved = _context;
        _context |= Context.Return;
        var mark = _nodes.Mark();
        var statement = ParseStatement(StatementPlace.List);
        if (Start == start)
            SkipToken(message);
        else
            _nodes.Add(statement);
        _context = saved;
        return new ErrorExpression(start, _previousEnd, _nodes.Take(mark));
    }

    private static bool StartsPropertyName(TokenKind kind) =>
        TokenFacts.IsName(kind) || kind is TokenKind.String or TokenKind.Number or TokenKind.BigInt or TokenKind.OpenBracket or TokenKind.PrivateName;

    private Expression ParsePropertyKey(out bool computed)
    {
        computed = false;
        switch (Kind)
        {
            case TokenKind.String:
                return ParseString();
            case TokenKind.Number or TokenKind.BigInt:
                return ParsePrimary();
            case TokenKind.PrivateName:
                return ParsePrivateName();
            case TokenKind.OpenBracket:
                computed = true;
                Next();
                var saved = _context;
                _context = (_context | Context.In) & ~(Context.Consequent | Context.Decorator);
                var key = ParseAssignment();
                _context = saved;
                Expect(TokenKind.CloseBracket);
                return key;
            default:
                return TokenFacts.IsName(Kind) ? ParseName() : MissingName(SyntaxErrors.PropertyExpected);
        }
    }

    private bool IsReservedHere()
    {
        var kind = Kind;
        if (kind < TokenKind.Await)
            return false;
        if (kind == TokenKind.Await)
            return Has(Context.Await | Context.AwaitReserved) || _sourceType == SourceType.Module;
        return Strict || (kind == TokenKind.Yield && Has(Context.Yield));
    }

    private void CheckAccessor(bool getter, bool setter, FunctionExpression function)
    {
        var count = function.Params.Count;
        if (_typeScript && count > 0 && function.Params[0] is Identifier { Name: "this" })
            count--;
        if ((getter && count != 0) || (setter && (count != 1 || function.Params[function.Params.Count - 1] is RestElement)))
            Error(SyntaxErrors.AccessorParameters, function.Start, function.Start + 1);
    }
}
