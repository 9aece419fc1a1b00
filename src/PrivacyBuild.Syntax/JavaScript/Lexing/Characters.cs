using System;
using System.Globalization;

namespace PrivacyBuild.Syntax.JavaScript.Lexing;

/// <summary>Which characters are white space, line ends and parts of names.</summary>
internal static class Characters
{
    private const byte Start = 1;
    private const byte Part = 2;

    private static ReadOnlySpan<byte> Ascii =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0,
        0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 3,
        0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0,
    ];

    public static bool IsAsciiPart(char c) => c < 128 && (Ascii[c] & Part) != 0;

    public static bool IsAsciiStart(char c) => c < 128 && (Ascii[c] & Start) != 0;

    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    public static bool IsWhiteSpace(char c) => c switch
    {
        ' ' or '\t' or '\v' or '\f' or '\u00A0' or '\uFEFF' => true,
        < '\u0080' => false,
        _ => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator,
    };

    public static bool IsIdentifierStart(int codePoint)
    {
        if (codePoint < 128)
            return codePoint >= 0 && IsAsciiStart((char)codePoint);
        if (codePoint > 0x10FFFF)
            return false;
        switch (Category(codePoint))
        {
            case UnicodeCategory.UppercaseLetter:
            case UnicodeCategory.LowercaseLetter:
            case UnicodeCategory.TitlecaseLetter:
            case UnicodeCategory.ModifierLetter:
            case UnicodeCategory.OtherLetter:
            case UnicodeCategory.LetterNumber:
                return codePoint is not 0x2E2F;

            // Letters of Unicode versions that the host does not know yet: taken as letters, so that every host reads alike.
            case UnicodeCategory.OtherNotAssigned:
                return codePoint is < 0xE0000 and not (0xFFFE or 0xFFFF);

            default:
                return codePoint is 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C;
        }
    }

    public static bool IsIdentifierPart(int codePoint)
    {
        if (codePoint < 128)
            return codePoint >= 0 && IsAsciiPart((char)codePoint);
        if (IsIdentifierStart(codePoint))
            return true;
        if (codePoint > 0x10FFFF)
            return false;
        return Category(codePoint) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation => true,
            _ => codePoint is 0x200C or 0x200D or 0x00B7 or 0x0387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0x30FB or 0xFF65,
        };
    }

    public static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private static UnicodeCategory Category(int codePoint)
    {
        if (codePoint < 0x10000)
            return CharUnicodeInfo.GetUnicodeCategory((char)codePoint);
#if NETSTANDARD2_0
        return CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0);
#else
        return CharUnicodeInfo.GetUnicodeCategory(codePoint);
#endif
    }
}
