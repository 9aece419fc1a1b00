namespace PrivacyBuild.Syntax.Text;

/// <summary>How the bytes of a file were understood.</summary>
public enum SourceEncoding
{
    /// <summary>No known encoding gives text: pictures, archives, UTF-16 without its mark.</summary>
    Unknown,

    /// <summary>UTF-8 without a mark; plain ASCII too.</summary>
    Utf8,

    /// <summary>UTF-8 with a byte order mark.</summary>
    Utf8WithMark,

    /// <summary>UTF-16, low byte first, told by its byte order mark.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first, told by its byte order mark.</summary>
    Utf16BigEndian,

    /// <summary>GB18030, and with it GBK and GB 2312.</summary>
    Gb18030,
}
