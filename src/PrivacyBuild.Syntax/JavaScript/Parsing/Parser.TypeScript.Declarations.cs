using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// What TypeScript adds to statements, imports and exports. The words that begin these declarations are all names elsewhere, so each looks at what follows it.
internal sealed partial class Parser
{
    /// <summary>At a name: the declaration it begins, or null, with nothing read, when it is only a name.</summary>
    private Statement? TryParseTypeScriptDeclaration(int start, bool declare)
    {
        var kind = Kind;
        if (kind is not (TokenKind.Interface or TokenKind.Type or TokenKind.Namespace or TokenKind.Module or TokenKind.Global or TokenKind.Declare or TokenKind.Abstract))
            return null;
        var next = Peek(out var newLine);
        if (newLine)
            return null;
        switch (kind)
        {
            case TokenKind.Interface when TokenFacts.IsIdentifier(next):
                return ParseInterface(start);
            case TokenKind.Type when TokenFacts.IsIdentifier(next):
                return ParseTypeAlias(start);
            case TokenKind.Namespace when TokenFacts.IsIdentifier(next):
            case TokenKind.Module when TokenFacts.IsIdentifier(next) || next == TokenKind.String:
                Next();
                return ParseModuleDeclaration(start, declare, isGlobal: false);
            case TokenKind.Global when next == TokenKind.OpenBrace && (declare || Has(Context.Ambient)):
                return ParseModuleDeclaration(start, declare, isGlobal: true);
            case TokenKind.Abstract when next == TokenKind.Class:
                Next();
                return ParseClassDeclaration(start, default, declare);
            case TokenKind.Declare when BeginsDeclaration(next):
                return ParseDeclare(start);
            default:
                return null;
        }
    }

    private static bool BeginsDeclaration(TokenKind kind) => kind is TokenKind.Var or TokenKind.Let or TokenKind.Const or TokenKind.Function or TokenKind.Class or TokenKind.Enum
        or TokenKind.Interface or TokenKind.Type or TokenKind.Namespace or TokenKind.Module or TokenKind.Global or TokenKind.Abstract or TokenKind.Async or TokenKind.Using or TokenKind.Import;

    private Statement ParseDeclare(int start)
    {
        Next();
        var saved = _context;
        _context |= Context.Ambient;
        var statement = ParseDeclared(start);
        _context = saved;
        return statement;
    }

    private Statement ParseDeclared(int start)
    {
        switch (Kind)
        {
            case TokenKind.Var:
                return ParseVariables(start, VariableKind.Var, declare: true);
            case TokenKind.Let:
                return ParseVariables(start, VariableKind.Let, declare: true);
            case TokenKind.Const:
                if (TryParseConstEnum(start, declare: true) is { } constEnum)
                    return constEnum;
                return ParseVariables(start, VariableKind.Const, declare: true);
            case TokenKind.Function:
                return ParseFunctionDeclaration(start, isAsync: false);
            case TokenKind.Async when IsAsyncFunction():
                Next();
                return ParseFunctionDeclaration(start, isAsync: true);
            case TokenKind.Class:
                return ParseClassDeclaration(start, default, declare: true);
            case TokenKind.Enum:
                return ParseEnum(start, isConst: false, declare: true);
            default:
                return TryParseTypeScriptDeclaration(start, declare: true) ?? ParseStatement(StatementPlace.List);
        }
    }

    private TSInterfaceDeclaration ParseInterface(int start)
    {
        Next();
        var id = ParseName();
        var bodyStart = Start;
        SkipTypeParameters();
        SkipImplements();
        if (Is(TokenKind.OpenBrace))
            SkipObjectType();
        else
            ErrorHere(SyntaxErrors.Expected(TokenKind.OpenBrace));
        var body = _previousEnd >= bodyStart ? new TSType(bodyStart, _previousEnd) : new TSType(_previousEnd, _previousEnd);
        return new TSInterfaceDeclaration(start, _previousEnd, id, body);
    }

    private TSTypeAliasDeclaration ParseTypeAlias(int start)
    {
        Next();
        var id = ParseName();
        SkipTypeParameters();
        TSType type;
        if (Expect(TokenKind.Assign))
            type = ParseType();
        else
            type = new TSType(_previousEnd, _previousEnd);
        if (type.Start > type.End)
            type = new TSType(_previousEnd, _previousEnd);
        ConsumeSemicolon();
        return new TSTypeAliasDeclaration(start, _previousEnd, id, type);
    }

    private TSModuleDeclaration ParseModuleDeclaration(int start, bool declare, bool isGlobal)
    {
        Expression id = Is(TokenKind.String) ? ParseString() : ParseName();
        Node? body = null;
        var inner = Start;
        if (Is(TokenKind.Dot) && Enter())
        {
            Next();
            if (TokenFacts.IsName(Kind))
                body = NeedsFreshStack()
                    ? OnFreshStack(declare, static (parser, declare) => parser.ParseModuleDeclaration(parser.Start, declare, isGlobal: false))
                    : ParseModuleDeclaration(Start, declare, isGlobal: false);
            else
                ErrorHere(SyntaxErrors.NameExpected);
            Leave();
        }
        else if (Is(TokenKind.OpenBrace))
        {
            body = ParseModuleBlock(inner);
        }
        else
        {
            ConsumeSemicolon();
        }

        return new TSModuleDeclaration(start, _previousEnd, id, body, declare, isGlobal);
    }

    private TSModuleBlock ParseModuleBlock(int start)
    {
        var saved = _context;
        _context = (saved & KeptInFunctions) | Context.In | Context.Function | Context.ModuleBlock;
        Next();
        var mark = _statements.Mark();
        ParseStatementsUntilBrace(start);
        _context = saved;
        Expect(TokenKind.CloseBrace);
        return new TSModuleBlock(start, _previousEnd, _statements.Take(mark));
    }

    private TSEnumDeclaration? TryParseConstEnum(int start, bool declare)
    {
        if (Peek() != TokenKind.Enum)
            return null;
        Next();
        return ParseEnum(start, isConst: true, declare);
    }

    private TSEnumDeclaration ParseEnum(int start, bool isConst, bool declare)
    {
        Next();
        var id = ParseBindingIdentifier();
        if (!Expect(TokenKind.OpenBrace))
            return new TSEnumDeclaration(start, _previousEnd, id, default, isConst, declare);
        var mark = _enumMembers.Mark();
        while (!Is(TokenKind.CloseBrace) && !Is(TokenKind.EndOfFile))
        {
            if (!StartsPropertyName(Kind))
            {
                SkipToken(SyntaxErrors.PropertyExpected);
                continue;
            }

            var memberStart = Start;
            var state = Mark();
            var newLine = NewLineBefore;
            var key = ParsePropertyKey(out _);
            if (newLine && BelongsToStatement())
            {
                // The closing brace is missing.
                Rewind(state);
                break;
            }

            var initializer = Eat(TokenKind.Assign) ? ParseAssignmentWithIn() : null;
            _enumMembers.Add(new TSEnumMember(memberStart, _previousEnd, key, initializer));
            if (!Eat(TokenKind.Comma) && !Is(TokenKind.CloseBrace))
                ErrorHere(SyntaxErrors.Expected(TokenKind.Comma));
        }

        Expect(TokenKind.CloseBrace);
        return new TSEnumDeclaration(start, _previousEnd, id, _enumMembers.Take(mark), isConst, declare);
    }

    // Behind the name of an enum's member.
    private bool BelongsToStatement() =>
        !NewLineBefore && !StartsPropertyName(Kind) && Kind is not (TokenKind.Assign or TokenKind.Comma or TokenKind.CloseBrace or TokenKind.Semicolon or TokenKind.EndOfFile);

    // import type X from, import type { X } from, import type * as X from; but import type from "m" binds the name `type`.
    private bool IsTypeModifierOfImport()
    {
        var next = Peek();
        if (next is TokenKind.OpenBrace or TokenKind.Multiply)
            return true;
        if (next != TokenKind.From)
            return TokenFacts.IsIdentifier(next);
        var state = Mark();
        Next();
        var result = Peek() is TokenKind.From or TokenKind.Assign;
        Rewind(state);
        return result;
    }

    // { type X }, but { type }, { type as X } and { type as as } name an export called `type`.
    private bool SkipTypeModifierOfSpecifier()
    {
        if (!_typeScript || !IsWord(TokenKind.Type))
            return false;
        var state = Mark();
        Next();
        var modifies = TokenFacts.IsName(Kind) || Is(TokenKind.String);
        if (Is(TokenKind.As))
        {
            var second = Peek();
            if (second == TokenKind.As)
            {
                Next();
                modifies = TokenFacts.IsName(Peek());
            }
            else
            {
                modifies = !TokenFacts.IsName(second) && second != TokenKind.String;
            }
        }

        Rewind(state);
        if (modifies)
            Next();
        return modifies;
    }

    private TSImportEqualsDeclaration ParseImportEquals(int start, bool isExport, bool typeOnly)
    {
        var id = ParseBindingIdentifier();
        Expect(TokenKind.Assign);
        Expression reference;
        var inner = Start;
        if (Is(TokenKind.Require) && Peek() == TokenKind.OpenParen)
        {
            Next();
            Next();
            var module = ParseModuleName();
            Expect(TokenKind.CloseParen);
            reference = new TSExternalModuleReference(inner, _previousEnd, module);
        }
        else
        {
            reference = TokenFacts.IsName(Kind) ? ParseName() : MissingExpression();
            while (Eat(TokenKind.Dot))
            {
                var name = ParseMemberName();
                reference = new MemberExpression(inner, _previousEnd, reference, name, computed: false, optional: false);
            }
        }

        ConsumeSemicolon();
        return new TSImportEqualsDeclaration(start, _previousEnd, id, reference, isExport, typeOnly);
    }

    /// <summary>Behind <c>export</c>: <c>= value</c>, <c>as namespace X</c>, <c>import x = …</c>, <c>type { … }</c>; null, with nothing read, when it is a plain declaration.</summary>
    private Statement? TryParseTypeScriptExport(int start)
    {
        var next = Peek();
        switch (Kind)
        {
            case TokenKind.Assign:
                Next();
                var value = ParseExpression();
                ConsumeSemicolon();
                return new TSExportAssignment(start, _previousEnd, value);
            case TokenKind.As when next == TokenKind.Namespace:
                Next();
                Next();
                var id = ParseBindingIdentifier();
                ConsumeSemicolon();
                return new TSNamespaceExportDeclaration(start, _previousEnd, id);
            case TokenKind.Import when TokenFacts.IsIdentifier(next):
                Next();
                var typeOnly = Is(TokenKind.Type) && TokenFacts.IsIdentifier(Peek());
                if (typeOnly)
                    Next();
                return ParseImportEquals(start, isExport: true, typeOnly);
            case TokenKind.Type when next == TokenKind.OpenBrace:
                Next();
                return ParseExportList(start, typeOnly: true);
            case TokenKind.Type when next == TokenKind.Multiply:
                Next();
                return ParseExportAll(start, typeOnly: true);
            default:
                return null;
        }
    }

    private Statement? TryParseDefaultTypeScriptDeclaration(int start)
    {
        var next = Peek(out var newLine);
        if (newLine)
            return null;
        if (Is(TokenKind.Interface) && TokenFacts.IsIdentifier(next))
            return ParseInterface(start);
        if (!Is(TokenKind.Abstract) || next != TokenKind.Class)
            return null;
        Next();
        return ParseClassDeclaration(start, default, nameOptional: true);
    }
}
