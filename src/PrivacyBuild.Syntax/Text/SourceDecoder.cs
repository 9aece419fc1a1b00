using System;
using System.Text;

namespace PrivacyBuild.Syntax.Text;

/// <summary>
/// Bytes to text. A byte order mark decides; without one the bytes are UTF-8 if they are valid UTF-8, then GB18030 if they
/// are valid GB18030 and look like text. What is left is either UTF-8 with a few damaged bytes, which the platform's tools
/// read with replacement characters and so do we, or no text at all.
/// Bytes that happen to be valid in both are taken as UTF-8. Never throws.
/// </summary>
public static class SourceDecoder
{
    private const int Gb18030CodePage = 54936;

    // A bundle may hold a raw NUL or ESC in a string; UTF-16 without its mark and real binaries hold far more.
    private const int TextUnitsPerControl = 16;

    // GBK text forms a UTF-8 sequence by chance in about one pair of seven, so this many good ones to a bad byte are no chance.
    private const int GoodSequencesPerBadByte = 4;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DecodedSource Decode(byte[] bytes)
    {
        if (bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
            return DecodeUtf16(bytes, SourceEncoding.Utf16LittleEndian);
        if (bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
            return DecodeUtf16(bytes, SourceEncoding.Utf16BigEndian);
        if (bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
            return DecodeUtf8(bytes, 3) ?? DecodeDamagedUtf8(bytes, 3);

        return DecodeUtf8(bytes, 0)
            ?? (IsMostlyUtf8(bytes) ? DecodeDamagedUtf8(bytes, 0) : DecodeGb18030(bytes) ?? DecodeDamagedUtf8(bytes, 0));
    }

    /// <summary>How many characters UTF-8 bytes without a mark make; null when they are none, or no text.</summary>
    internal static int? TryDecodeUtf8(byte[] bytes, char[] characters)
    {
        try
        {
            var length = StrictUtf8.GetChars(bytes, 0, bytes.Length, characters, 0);
            return IsText(characters.AsSpan(0, length)) ? length : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static DecodedSource? DecodeUtf8(byte[] bytes, int start)
    {
        string content;
        try
        {
            content = StrictUtf8.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        return ToText(content, start == 0 ? SourceEncoding.Utf8 : SourceEncoding.Utf8WithMark);
    }

    private static DecodedSource DecodeDamagedUtf8(byte[] bytes, int start)
    {
        var content = Encoding.UTF8.GetString(bytes, start, bytes.Length - start);
        var replaced = 0;
        var strange = 0;
        foreach (var c in content)
        {
            if (c == '\uFFFD')
                replaced++;
            else if (IsStrangeControl(c))
                strange++;
        }

        if ((long)(replaced + strange) * TextUnitsPerControl > content.Length)
            return new DecodedSource(null, SourceEncoding.Unknown);

        var encoding = start == 0 ? SourceEncoding.Utf8 : SourceEncoding.Utf8WithMark;
        return new DecodedSource(new SourceText(content), encoding, FindFirstReplacement(bytes, start, content));
    }

    // The file may hold genuine U+FFFD before the damage, so the place is found by decoding strictly up to where that fails.
    private static int FindFirstReplacement(byte[] bytes, int start, string content)
    {
        var good = start;
        while (good < bytes.Length && SequenceLength(bytes, good) is var length and > 0)
            good += length;
        return Math.Min(StrictUtf8.GetCharCount(bytes, start, good - start), content.Length);
    }

    // Unit by unit, so that lone surrogates stay what they are.
    private static DecodedSource DecodeUtf16(byte[] bytes, SourceEncoding encoding)
    {
        var units = new char[(bytes.Length - 1) / 2];
        var low = encoding == SourceEncoding.Utf16LittleEndian ? 0 : 1;
        var count = bytes.Length / 2 - 1;
        for (var i = 0; i < count; i++)
            units[i] = (char)(bytes[2 * i + 2 + low] | (bytes[2 * i + 3 - low] << 8));
        if (count == units.Length)
            return ToText(new string(units), encoding);

        // Half a unit at the end.
        units[count] = '\uFFFD';
        return ToText(new string(units), encoding, damagedAt: count);
    }

    private static DecodedSource? DecodeGb18030(byte[] bytes)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(Gb18030CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        if (encoding is null)
            return null;

        string content;
        try
        {
            content = encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        // Nearly any bytes are valid GB18030; what nobody writes (controls, user-defined zones) tells text from noise.
        foreach (var c in content)
        {
            if (IsStrangeControl(c) || c is >= '\uE000' and <= '\uF8FF')
                return null;
        }

        return new DecodedSource(new SourceText(content), SourceEncoding.Gb18030);
    }

    private static DecodedSource ToText(string content, SourceEncoding encoding, int? damagedAt = null) =>
        IsText(content.AsSpan()) ? new DecodedSource(new SourceText(content), encoding, damagedAt) : new DecodedSource(null, SourceEncoding.Unknown);

    private static bool IsText(ReadOnlySpan<char> content)
    {
        var strange = 0;
        foreach (var c in content)
        {
            if (c < ' ' && IsStrangeControl(c))
                strange++;
        }

        return (long)strange * TextUnitsPerControl <= content.Length;
    }

    private static bool IsStrangeControl(char c) => c is < ' ' and not ('\t' or '\n' or '\v' or '\f' or '\r') or '\u007F';

    private static bool IsMostlyUtf8(byte[] bytes)
    {
        long good = 0;
        long bad = 0;
        for (var i = 0; i < bytes.Length;)
        {
            var length = SequenceLength(bytes, i);
            if (length > 1)
                good++;
            else if (length == 0)
                bad++;
            i += Math.Max(length, 1);
        }

        return good > bad * GoodSequencesPerBadByte;
    }

    /// <summary>The length of the UTF-8 sequence that begins at an index; 0 when none does.</summary>
    private static int SequenceLength(byte[] bytes, int index)
    {
        var first = bytes[index];
        if (first < 0x80)
            return 1;

        // The second byte's range is what excludes overlong forms, surrogates and values above U+10FFFF.
        var (length, from, to) = first switch
        {
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            _ => (0, 0, 0),
        };
        if (length == 0 || index + length > bytes.Length || bytes[index + 1] < from || bytes[index + 1] > to)
            return 0;
        for (var i = 2; i < length; i++)
        {
            if ((bytes[index + i] & 0xC0) != 0x80)
                return 0;
        }

        return length;
    }
}
