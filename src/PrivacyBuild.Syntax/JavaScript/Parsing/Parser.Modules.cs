using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Import and export declarations.
internal sealed partial class Parser
{
    // Module syntax makes a file whose kind was left open a module; in the wrong place it is reported and read all the same.
    private void CheckModuleSyntax(StatementPlace place)
    {
        if (_sourceType == SourceType.Script)
            ErrorHere(SyntaxErrors.ModuleSyntaxInScript);
        else if ((place != StatementPlace.List || _depth > 1) && !Has(Context.ModuleBlock))
            ErrorHere(SyntaxErrors.ModuleSyntaxNested);
        else if (_sourceType is null && _depth <= 1)
            EnterModule();
    }

    private Statement ParseImport(StatementPlace place)
    {
        var start = Start;
        CheckModuleSyntax(place);
        Next();
        if (Is(TokenKind.String))
        {
            var bare = ParseString();
            SkipAttributes();
            ConsumeSemicolon();
            return new ImportDeclaration(start, _previousEnd, default, bare, typeOnly: false);
        }

        var typeOnly = false;
        if (_typeScript && IsWord(TokenKind.Type) && IsTypeModifierOfImport())
        {
            typeOnly = true;
            Next();
        }
        else if (IsPhase())
        {
            Next();
        }

        if (_typeScript && IsIdentifier && Peek() == TokenKind.Assign)
            return ParseImportEquals(start, isExport: false, typeOnly);

        var mark = _nodes.Mark();
        ParseImportClause();
        return FinishImport(start, _nodes.Take(mark), typeOnly);
    }

    private void ParseImportClause()
    {
        if (IsIdentifier)
        {
            var local = ParseBindingIdentifier();
            _nodes.Add(new ImportDefaultSpecifier(local.Start, local.End, local));
            if (!Eat(TokenKind.Comma))
                return;
        }

        if (Is(TokenKind.Multiply))
        {
            var start = Start;
            Next();
            Expect(TokenKind.As);
            var local = ParseBindingIdentifier();
            _nodes.Add(new ImportNamespaceSpecifier(start, _previousEnd, local));
        }
        else if (Is(TokenKind.OpenBrace))
        {
            ParseImportSpecifiers();
        }
        else
        {
            ErrorHere(SyntaxErrors.Expected(TokenKind.OpenBrace));
        }
    }

    private ImportDeclaration FinishImport(int start, NodeList<Node> specifiers, bool typeOnly)
    {
        if (!Eat(TokenKind.From))
            ErrorHere(SyntaxErrors.FromExpected);
        var source = ParseModuleName();
        SkipAttributes();
        ConsumeSemicolon();
        return new ImportDeclaration(start, _previousEnd, specifiers, source, typeOnly);
    }

    private StringLiteral ParseModuleName()
    {
        if (Is(TokenKind.String))
            return ParseString();
        ErrorHere(SyntaxErrors.StringExpected);
        return new StringLiteral(_previousEnd, _previousEnd, "");
    }

    private void ParseImportSpecifiers()
    {
        Next();
        while (!Is(TokenKind.CloseBrace) && !AtEndOfBrokenNames())
        {
            var start = Start;
            var typeOnly = SkipTypeModifierOfSpecifier();
            var reserved = !IsIdentifier || IsReservedHere();
            var imported = ParseModuleExportName();
            Identifier local;
            if (Eat(TokenKind.As))
            {
                local = ParseBindingIdentifier();
            }
            else if (imported is Identifier name)
            {
                if (reserved && name.Name.Length > 0)
                    Error(SyntaxErrors.ReservedWord, name);
                CheckStrictBinding(name.Name, name.Start, name.End);
                local = new Identifier(name.Start, name.End, name.Name);
            }
            else
            {
                ErrorHere(SyntaxErrors.Expected(TokenKind.As));
                local = new Identifier(_previousEnd, _previousEnd, "");
            }

            _nodes.Add(new ImportSpecifier(start, _previousEnd, imported, local, typeOnly));
            if (!ContinueList(TokenKind.CloseBrace))
                break;
        }

        Expect(TokenKind.CloseBrace);
    }

    /// <summary>A name, any reserved word included, or a string.</summary>
    private Expression ParseModuleExportName()
    {
        if (!Is(TokenKind.String))
            return TokenFacts.IsName(Kind) ? ParseName() : MissingName();
        if (!IsWellFormed(_lexer.Value!))
            ErrorHere(SyntaxErrors.LoneSurrogate);
        return ParseString();
    }

    private static bool IsWellFormed(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else if (char.IsSurrogate(value[i]))
                return false;
        }

        return true;
    }

    /// <summary><c>with { type: "json" }</c>, or the older <c>assert</c>: read past, for it names no value.</summary>
    private void SkipAttributes()
    {
        if (!Is(TokenKind.With) && !(Is(TokenKind.Identifier) && _lexer.Value == "assert" && !NewLineBefore && Peek() == TokenKind.OpenBrace))
            return;
        Next();
        if (!Expect(TokenKind.OpenBrace))
            return;
        HashSet<string>? keys = null;
        while (!Is(TokenKind.CloseBrace) && !AtEndOfBrokenNames())
        {
            if (!(keys ??= []).Add(_lexer.Value ?? ""))
                ErrorHere(SyntaxErrors.DuplicateAttribute);
            if (Is(TokenKind.String) || TokenFacts.IsName(Kind))
                Next();
            else
                ErrorHere(SyntaxErrors.PropertyExpected);
            Expect(TokenKind.Colon);
            ParseModuleName();
            if (!ContinueList(TokenKind.CloseBrace))
                break;
        }

        Expect(TokenKind.CloseBrace);
    }

    // import source x from, import defer * as x from: the word is no name when another name or a star follows.
    private bool IsPhase()
    {
        if (!Is(TokenKind.Identifier) || _lexer.Escaped || _lexer.Value is not ("source" or "defer"))
            return false;
        if (_lexer.Value == "defer")
            return Peek() == TokenKind.Multiply;
        var next = Peek();
        if (next != TokenKind.From)
            return TokenFacts.IsIdentifier(next);
        var state = Mark();
        Next();
        var result = Peek() == TokenKind.From;
        Rewind(state);
        return result;
    }

    private Statement ParseExport(StatementPlace place, NodeList<Decorator> decorators, int start)
    {
        CheckModuleSyntax(place);
        Next();
        switch (Kind)
        {
            case TokenKind.Default:
                return ParseExportDefault(start, decorators);
            case TokenKind.Multiply:
                return ParseExportAll(start, typeOnly: false);
            case TokenKind.OpenBrace:
                return ParseExportList(start, typeOnly: false);
            case TokenKind.Import or TokenKind.Assign or TokenKind.As or TokenKind.Type when _typeScript && TryParseTypeScriptExport(start) is { } export:
                return export;
            default:
                var declaration = ParseExportedDeclaration(decorators);
                return new ExportNamedDeclaration(start, _previousEnd, declaration, default, null, typeOnly: false);
        }
    }

    private Statement ParseExportedDeclaration(NodeList<Decorator> decorators)
    {
        if (Is(TokenKind.At) || decorators.Count > 0)
        {
            var start = StartOfDecorated(decorators);
            var own = Is(TokenKind.At) ? ParseDecorators() : decorators;
            if (_typeScript && Is(TokenKind.Abstract) && Peek() == TokenKind.Class)
                Next();
            if (Is(TokenKind.Class))
                return ParseClassDeclaration(start, own);
            ErrorHere(SyntaxErrors.DecoratorPlace);
            return new ErrorStatement(start, _previousEnd, WithoutPlace(own));
        }

        var declares = Kind is TokenKind.Var or TokenKind.Const or TokenKind.Function or TokenKind.Class
            || (Is(TokenKind.Let) && IsLetDeclaration(StatementPlace.List)) || (Is(TokenKind.Async) && IsAsyncFunction()) || _typeScript;
        if (!declares)
            ErrorHere(SyntaxErrors.StatementExpected);
        var before = Start;
        var statement = ParseStatement(StatementPlace.List);
        if (Start == before && !Is(TokenKind.EndOfFile) && !Is(TokenKind.CloseBrace))
            SkipToken(SyntaxErrors.Unexpected(Kind));
        return statement;
    }

    // Decorators may stand in front of `export`; the class they belong to begins there.
    private int StartOfDecorated(NodeList<Decorator> decorators) => decorators.Count > 0 && !Is(TokenKind.At) ? decorators[0].Start : Start;

    private ExportDefaultDeclaration ParseExportDefault(int start, NodeList<Decorator> decorators)
    {
        Next();
        Node declaration;
        var inner = Start;
        if (Is(TokenKind.Function))
        {
            declaration = ParseFunctionDeclaration(inner, isAsync: false, nameOptional: true);
        }
        else if (IsAsyncFunction())
        {
            Next();
            declaration = ParseFunctionDeclaration(inner, isAsync: true, nameOptional: true);
        }
        else if (Kind is TokenKind.Class or TokenKind.At)
        {
            inner = StartOfDecorated(decorators);
            var own = Is(TokenKind.At) ? ParseDecorators() : decorators;
            if (_typeScript)
                Eat(TokenKind.Abstract);
            if (Is(TokenKind.Class))
            {
                declaration = ParseClassDeclaration(inner, own, nameOptional: true);
            }
            else
            {
                ErrorHere(SyntaxErrors.Expected(TokenKind.Class));
                declaration = new ErrorExpression(inner, _previousEnd, WithoutPlace(own));
            }
        }
        else if (_typeScript && TryParseDefaultTypeScriptDeclaration(inner) is { } typeScript)
        {
            declaration = typeScript;
        }
        else
        {
            declaration = ParseAssignment();
            ConsumeSemicolon();
        }

        return new ExportDefaultDeclaration(start, _previousEnd, declaration);
    }

    private ExportAllDeclaration ParseExportAll(int start, bool typeOnly)
    {
        Next();
        var exported = Eat(TokenKind.As) ? ParseModuleExportName() : null;
        if (!Eat(TokenKind.From))
            ErrorHere(SyntaxErrors.FromExpected);
        var source = ParseModuleName();
        SkipAttributes();
        ConsumeSemicolon();
        return new ExportAllDeclaration(start, _previousEnd, exported, source, typeOnly);
    }

    private ExportNamedDeclaration ParseExportList(int start, bool typeOnly)
    {
        var mark = _exportSpecifiers.Mark();
        Next();
        var needsSource = -1;
        while (!Is(TokenKind.CloseBrace) && !AtEndOfBrokenNames())
        {
            var specifierStart = Start;
            var specifierTypeOnly = SkipTypeModifierOfSpecifier();
            if (Is(TokenKind.String) || !IsIdentifier || IsReservedHere())
                needsSource = needsSource < 0 ? Start : needsSource;
            var local = ParseModuleExportName();
            var exported = Eat(TokenKind.As) ? ParseModuleExportName()
                : local is Identifier name ? new Identifier(name.Start, name.End, name.Name) : local;
            _exportSpecifiers.Add(new ExportSpecifier(specifierStart, _previousEnd, local, exported, specifierTypeOnly));
            if (!ContinueList(TokenKind.CloseBrace))
                break;
        }

        Expect(TokenKind.CloseBrace);
        StringLiteral? source = null;
        if (Eat(TokenKind.From))
        {
            source = ParseModuleName();
            SkipAttributes();
        }
        else if (needsSource >= 0)
        {
            Error(SyntaxErrors.StringWithoutFrom, needsSource, needsSource + 1);
        }

        ConsumeSemicolon();
        return new ExportNamedDeclaration(start, _previousEnd, null, _exportSpecifiers.Take(mark), source, typeOnly);
    }
}
