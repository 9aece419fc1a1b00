using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Classes with their decorators. Modifiers of TypeScript are read by the same loop as those of JavaScript.
internal sealed partial class Parser
{
    private ClassDeclaration ParseClassDeclaration(int start, NodeList<Decorator> decorators, bool declare = false, bool nameOptional = false)
    {
        var body = ParseClassTail(nameOptional, out var id, out var superClass);
        return new ClassDeclaration(start, _previousEnd, id, superClass, body, decorators, declare);
    }

    private Expression ParseClassExpression()
    {
        var start = Start;
        var decorators = ParseDecorators();
        if (!Is(TokenKind.Class))
            return new ErrorExpression(start, EndOf(MissingExpression(SyntaxErrors.DecoratorPlace), out _), WithoutPlace(decorators));
        var body = ParseClassTail(nameOptional: true, out var id, out var superClass);
        return new ClassExpression(start, _previousEnd, id, superClass, body, decorators);
    }

    private NodeList<Node> WithoutPlace(NodeList<Decorator> decorators)
    {
        var mark = _nodes.Mark();
        foreach (var decorator in decorators)
            _nodes.Add(decorator);
        return _nodes.Take(mark);
    }

    private ClassBody ParseClassTail(bool nameOptional, out Identifier? id, out Expression? superClass)
    {
        Next();
        var saved = _context;
        _context |= Context.Strict;
        id = null;
        if (IsIdentifier && !(_typeScript && Is(TokenKind.Implements)))
            id = ParseBindingIdentifier();
        else if (!nameOptional)
            ErrorHere(SyntaxErrors.NameExpected);
        if (_typeScript)
            SkipTypeParameters();
        superClass = null;
        if (Eat(TokenKind.Extends))
        {
            _arrowStart = -1;
            superClass = ParseLeftHandSide();
            ReportCoverInitializer();
            if (_typeScript && Kind is TokenKind.LessThan or TokenKind.ShiftLeft)
                SkipTypeArguments();
            // f<T> before the body of a class needs no node of its own.
            if (superClass is TSInstantiationExpression { Expression: var generic })
                superClass = generic;
        }

        if (_typeScript)
            SkipImplements();
        var body = ParseClassBody();
        _context = saved;
        return body;
    }

    private ClassBody ParseClassBody()
    {
        var start = Start;
        if (!Is(TokenKind.OpenBrace))
        {
            ErrorHere(SyntaxErrors.Expected(TokenKind.OpenBrace));
            _previousEnd = Start;
            return new ClassBody(start, start, default);
        }

        if (!Enter())
        {
            Next();
            SkipTooDeep();
            Expect(TokenKind.CloseBrace);
            Leave();
            return new ClassBody(start, _previousEnd, default);
        }

        var body = NeedsFreshStack()
            ? OnFreshStack(static parser => parser.ParseClassMembers())
            : ParseClassMembers();
        Leave();
        return body;
    }

    private ClassBody ParseClassMembers()
    {
        var start = Start;
        Next();
        var mark = _nodes.Mark();
        while (!Is(TokenKind.CloseBrace) && !Is(TokenKind.EndOfFile))
        {
            if (Eat(TokenKind.Semicolon))
                continue;
            if (ClosesByIndentation(start))
                break;
            var before = Start;
            var member = ParseClassMember();
            if (member is not null)
                _nodes.Add(member);
            if (Start == before)
                SkipToken(SyntaxErrors.Unexpected(Kind));
        }

        Expect(TokenKind.CloseBrace);
        return new ClassBody(start, _previousEnd, _nodes.Take(mark));
    }

    private NodeList<Decorator> ParseDecorators()
    {
        if (!Is(TokenKind.At))
            return default;
        var mark = _decorators.Mark();
        while (Is(TokenKind.At))
        {
            var start = Start;
            Next();
            var saved = _context;
            _context |= Context.Decorator;
            // The head may be anything that calls and members make; what stands behind a line end with a bracket is the class's.
            _arrowStart = -1;
            var headStart = Start;
            var expression = ParseSubscripts(ParsePrimary(), headStart, calls: true);
            _context = saved;
            _decorators.Add(new Decorator(start, _previousEnd, expression));
        }

        return _decorators.Take(mark);
    }

    // Decorators whose class or member cannot be read are kept beside what could be.
    private ErrorExpression Broken(NodeList<Decorator> decorators, ErrorExpression part)
    {
        if (decorators.Count == 0)
            return part;
        var mark = _nodes.Mark();
        foreach (var decorator in decorators)
            _nodes.Add(decorator);
        _nodes.Add(part);
        return new ErrorExpression(decorators[0].Start, part.End, _nodes.Take(mark));
    }

    private struct MemberModifiers
    {
        public bool Static;
        public bool Async;
        public bool Get;
        public bool Set;
        public bool Accessor;
        public bool Declare;
        public bool Abstract;
    }

    private Node? ParseClassMember()
    {
        var start = Start;
        var newLine = NewLineBefore;
        var decorators = ParseDecorators();
        var errors = _errors.Count;
        var keyStart = Start;
        if (_brokenMembers.Contains(keyStart))
            return Broken(decorators, ReadMemberAsStatement(keyStart, newLine, errors, SyntaxErrors.PropertyExpected));
        if (IsWord(TokenKind.Static) && Peek() == TokenKind.OpenBrace)
            return ParseStaticBlock(start);

        var modifiers = ParseModifiers();
        if (_typeScript && Is(TokenKind.OpenBracket) && TryParseIndexSignature(start) is { } signature)
            return signature;
        var isGenerator = !modifiers.Get && !modifiers.Set && Eat(TokenKind.Multiply);
        if (!StartsPropertyName(Kind))
            return Broken(decorators, ReadMemberAsStatement(keyStart, newLine, errors, SyntaxErrors.PropertyExpected));

        var key = ParsePropertyKey(out var computed);
        if (key is PrivateIdentifier { Name: "constructor" })
            Error(SyntaxErrors.PrivateConstructor, key);
        if (_typeScript)
            SkipMemberMark();
        if (isGenerator || modifiers.Async || modifiers.Get || modifiers.Set || Is(TokenKind.OpenParen) || (_typeScript && Is(TokenKind.LessThan)))
            return ParseMethodDefinition(start, keyStart, newLine, errors, key, computed, modifiers, isGenerator, decorators);
        return ParseField(start, keyStart, newLine, errors, key, computed, modifiers, decorators);
    }

    private MemberModifiers ParseModifiers()
    {
        var modifiers = default(MemberModifiers);
        while (!_lexer.Escaped)
        {
            var kind = Kind;
            var known = kind is TokenKind.Static or TokenKind.Async or TokenKind.Get or TokenKind.Set or TokenKind.Accessor
                || (_typeScript && kind is TokenKind.Declare or TokenKind.Abstract or TokenKind.Readonly or TokenKind.Override or TokenKind.Public or TokenKind.Private or TokenKind.Protected or TokenKind.Const or TokenKind.In or TokenKind.Out or TokenKind.Export);
            if (!known)
                break;
            if (modifiers.Async || modifiers.Get || modifiers.Set)
                break;
            if (kind == TokenKind.Static && modifiers.Static)
                break;
            var next = Peek(out var breaks);
            if (!StartsPropertyName(next) && !(next == TokenKind.Multiply && kind is not (TokenKind.Get or TokenKind.Set)))
                break;
            if (breaks && kind is not (TokenKind.Static or TokenKind.Get or TokenKind.Set or TokenKind.Public or TokenKind.Private or TokenKind.Protected))
                break;
            if (breaks && next == TokenKind.Multiply && kind is not (TokenKind.Static or TokenKind.Async))
                break;
            switch (kind)
            {
                case TokenKind.Static: modifiers.Static = true; break;
                case TokenKind.Async: modifiers.Async = true; break;
                case TokenKind.Get: modifiers.Get = true; break;
                case TokenKind.Set: modifiers.Set = true; break;
                case TokenKind.Accessor: modifiers.Accessor = true; break;
                case TokenKind.Declare: modifiers.Declare = true; break;
                case TokenKind.Abstract: modifiers.Abstract = true; break;
            }

            Next();
        }

        return modifiers;
    }

    private Node ParseMethodDefinition(
        int start, int keyStart, bool newLine, int errors, Expression key, bool computed, MemberModifiers modifiers, bool isGenerator, NodeList<Decorator> decorators)
    {
        var functionStart = Start;
        var function = TryParseMethod(modifiers.Async, isGenerator);
        if (function is null)
        {
            // A body may be missing in TypeScript: an overload, or an abstract or declared method.
            if (_typeScript && _errors.Count == errors && (Is(TokenKind.Semicolon) || Is(TokenKind.CloseBrace) || NewLineBefore))
            {
                ConsumeSemicolon();
                return new TSType(start, _previousEnd);
            }

            return Broken(decorators, ReadMemberAsStatement(keyStart, newLine, errors, SyntaxErrors.Expected(TokenKind.OpenBrace)));
        }

        CheckAccessor(modifiers.Get, modifiers.Set, function);
        var isConstructor = !modifiers.Static && !computed && key is Identifier { Name: "constructor" } or StringLiteral { Value: "constructor" };
        if (isConstructor && (modifiers.Get || modifiers.Set || modifiers.Async || isGenerator))
            Error(SyntaxErrors.ConstructorKind, key);
        if (modifiers.Static && !computed && key is Identifier { Name: "prototype" } or StringLiteral { Value: "prototype" })
            Error(SyntaxErrors.StaticPrototype, key);
        var kind = modifiers.Get ? MethodKind.Get : modifiers.Set ? MethodKind.Set : isConstructor ? MethodKind.Constructor : MethodKind.Method;
        return new MethodDefinition(start, _previousEnd, key, function, kind, computed, modifiers.Static, decorators);
    }

    private Node ParseField(
        int start, int keyStart, bool newLine, int errors, Expression key, bool computed, MemberModifiers modifiers, NodeList<Decorator> decorators)
    {
        if (_typeScript)
            SkipTypeAnnotation();
        Expression? value = null;
        if (Is(TokenKind.Assign))
        {
            Next();
            var saved = _context;
            _context = (saved & KeptInFunctions) | Context.In | Context.Function | ((saved & (Context.Await | Context.AwaitReserved)) != 0 ? Context.AwaitReserved : 0);
            value = ParseAssignment();
            _context = saved;
        }

        var ends = Is(TokenKind.Semicolon) || Is(TokenKind.CloseBrace) || NewLineBefore || Is(TokenKind.EndOfFile);
        if (!ends && value is null)
            return Broken(decorators, ReadMemberAsStatement(keyStart, newLine, errors, SyntaxErrors.SemicolonExpected));
        ConsumeSemicolon();
        if (!computed && (key is Identifier { Name: "constructor" } or StringLiteral { Value: "constructor" }
            || (modifiers.Static && key is Identifier { Name: "prototype" } or StringLiteral { Value: "prototype" })))
            Error(SyntaxErrors.ClassFieldName, key);
        return new PropertyDefinition(start, _previousEnd, key, value, computed, modifiers.Static, modifiers.Accessor, modifiers.Declare || modifiers.Abstract, decorators);
    }

    private StaticBlock ParseStaticBlock(int start)
    {
        Next();
        var braceStart = Start;
        Next();
        var saved = _context;
        _context = (saved & KeptInFunctions) | Context.In | Context.Function | Context.AwaitReserved;
        var mark = _statements.Mark();
        ParseStatementsUntilBrace(braceStart);
        _context = saved;
        Expect(TokenKind.CloseBrace);
        return new StaticBlock(start, _previousEnd, _statements.Take(mark));
    }
}
