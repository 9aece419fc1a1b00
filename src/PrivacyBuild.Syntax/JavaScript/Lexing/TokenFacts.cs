using System;

namespace PrivacyBuild.Syntax.JavaScript.Lexing;

/// <summary>What is fixed about each kind of token: how it is written, and how tightly it binds as a binary operator.</summary>
internal static class TokenFacts
{
    private static readonly string[] Texts = CreateTexts();

    // One byte per kind from Coalesce to Power; 0 elsewhere means "no binary operator".
    private static readonly byte[] Precedences = CreatePrecedences();

    /// <summary>1 (<c>??</c>) to 12 (<c>**</c>); 0 when the kind is no binary operator.</summary>
    public static int Precedence(TokenKind kind) => Precedences[(int)kind];

    /// <summary>The characters of a punctuator or keyword; for other kinds a word for messages.</summary>
    public static string Text(TokenKind kind) => Texts[(int)kind];

    public static bool IsAssignment(TokenKind kind) => kind is >= TokenKind.Assign and <= TokenKind.CoalesceAssign;

    public static bool IsIdentifier(TokenKind kind) => kind >= TokenKind.Identifier;

    /// <summary>An identifier or any reserved word: what may follow a dot.</summary>
    public static bool IsName(TokenKind kind) => kind >= TokenKind.Break;

    public static bool IsStrictReserved(TokenKind kind) => kind >= TokenKind.Yield;

    /// <summary>Names and reserved words of the language with their kinds, to fill a name table.</summary>
    public static void AddKeywords(Action<string, TokenKind> add)
    {
        for (var kind = TokenKind.Break; kind <= TokenKind.Static; kind++)
        {
            if (kind is not (TokenKind.EscapedKeyword or TokenKind.Identifier))
                add(Text(kind), kind);
        }
    }

    private static byte[] CreatePrecedences()
    {
        var table = new byte[256];
        Fill(1, TokenKind.Coalesce, TokenKind.Coalesce);
        Fill(2, TokenKind.LogicalOr, TokenKind.LogicalOr);
        Fill(3, TokenKind.LogicalAnd, TokenKind.LogicalAnd);
        Fill(4, TokenKind.BitwiseOr, TokenKind.BitwiseOr);
        Fill(5, TokenKind.BitwiseXor, TokenKind.BitwiseXor);
        Fill(6, TokenKind.BitwiseAnd, TokenKind.BitwiseAnd);
        Fill(7, TokenKind.Equal, TokenKind.StrictNotEqual);
        Fill(8, TokenKind.LessThan, TokenKind.GreaterOrEqual);
        Fill(8, TokenKind.In, TokenKind.Instanceof);
        Fill(9, TokenKind.ShiftLeft, TokenKind.ShiftRightUnsigned);
        Fill(10, TokenKind.Add, TokenKind.Subtract);
        Fill(11, TokenKind.Multiply, TokenKind.Remainder);
        Fill(12, TokenKind.Power, TokenKind.Power);
        return table;

        void Fill(byte precedence, TokenKind first, TokenKind last)
        {
            for (var kind = first; kind <= last; kind++)
                table[(int)kind] = precedence;
        }
    }

    private static string[] CreateTexts()
    {
        string[] punctuators =
        [
            "end of file", "character", "number", "number", "string", "template", "regular expression", "private name", "text",
            "{", "}", "(", ")", "[", "]", ".", "...", ";", ",", ":", "?", "?.", "=>", "@", "!", "~", "++", "--",
            "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=",
            "??", "||", "&&", "|", "^", "&", "==", "!=", "===", "!==", "<", ">", "<=", ">=", "<<", ">>", ">>>", "+", "-", "*", "/", "%", "**",
        ];
        var texts = new string[(int)TokenKind.Static + 1];
        punctuators.CopyTo(texts, 0);
        for (var kind = TokenKind.Break; kind <= TokenKind.Static; kind++)
        {
#pragma warning disable CA1308 // keywords are written in lower case
            texts[(int)kind] = kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308
        }

        return texts;
    }
}
