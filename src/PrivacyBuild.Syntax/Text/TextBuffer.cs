using System;

namespace PrivacyBuild.Syntax.Text;

/// <summary>
/// Decodes one text after the other into the same memory, for those who look into many and keep few. It takes what is plain UTF-8, which is nearly
/// every file; for the others <see cref="SourceDecoder"/> finds out what they are. Not for several threads at once.
/// </summary>
public sealed class TextBuffer
{
    private const int LeastLength = 16 * 1024;

    private char[] _characters = new char[LeastLength];

    /// <param name="bytes">A file.</param>
    /// <param name="content">What <see cref="SourceDecoder.Decode"/> gives for it, until the next call.</param>
    /// <returns>False when it is not plain UTF-8.</returns>
    public bool TryDecode(byte[] bytes, out ReadOnlySpan<char> content)
    {
        content = default;
        if (bytes.Length > 0 && bytes[0] is 0xEF or 0xFE or 0xFF)
            return false;
        if (_characters.Length < bytes.Length)
            _characters = new char[bytes.Length * 2];
        if (SourceDecoder.TryDecodeUtf8(bytes, _characters) is not { } length)
            return false;
        content = _characters.AsSpan(0, length);
        return true;
    }
}
