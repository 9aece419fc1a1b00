using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Benchmarks;

/// <summary>Reads tokens without a parser, which alone knows what slashes and braces mean: a guess from the token before serves to measure.</summary>
internal static class Lexing
{
    public static int CountTokens(SourceText text, JavaScriptParseOptions options)
    {
        var lexer = new Lexer(text, new TextSpan(0, text.Length), [], []);
        var braces = new Stack<bool>();
        var count = 0;
        var previous = TokenKind.Unknown;
        lexer.SkipHashbang();
        for (lexer.Next(); lexer.Kind != TokenKind.EndOfFile; lexer.Next())
        {
            if (lexer.Kind is TokenKind.Divide or TokenKind.DivideAssign && !EndsOperand(previous) && !options.Jsx)
                lexer.RescanRegExp();
            else if (lexer.Kind == TokenKind.OpenBrace)
                braces.Push(false);
            else if (lexer.Kind == TokenKind.CloseBrace && braces.Count > 0 && braces.Pop())
                lexer.RescanTemplateContinuation();
            if (lexer.Kind == TokenKind.Template && !lexer.TemplateTail)
                braces.Push(true);
            previous = lexer.Kind;
            count++;
        }

        return count;
    }

    private static bool EndsOperand(TokenKind kind) =>
        kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace or TokenKind.Number or TokenKind.String or TokenKind.Template or TokenKind.RegExp or TokenKind.This
        || TokenFacts.IsIdentifier(kind);
}
