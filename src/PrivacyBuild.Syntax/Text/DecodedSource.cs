using System.Diagnostics.CodeAnalysis;

namespace PrivacyBuild.Syntax.Text;

/// <summary>What the bytes of a file turned out to be.</summary>
public sealed class DecodedSource
{
    internal DecodedSource(SourceText? text, SourceEncoding encoding, int? damagedAt = null)
    {
        Text = text;
        Encoding = encoding;
        DamagedAt = damagedAt;
    }

    /// <summary>The text; null when the bytes are none.</summary>
    public SourceText? Text { get; }

    public SourceEncoding Encoding { get; }

    /// <summary>
    /// Offset in <see cref="Text"/> of the first U+FFFD that stands for bytes the encoding does not allow; null when every byte was read.
    /// The rest of such a text is right, so it can still be searched, and whoever searches it should say so.
    /// </summary>
    public int? DamagedAt { get; }

    [MemberNotNullWhen(true, nameof(Text))]
    public bool IsText => Text != null;
}
