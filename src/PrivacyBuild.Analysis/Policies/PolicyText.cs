using System.Collections.Generic;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Policies;

/// <summary>A privacy policy as it was read: its sentences, in order.</summary>
public sealed class PolicyText(string path, IReadOnlyList<PolicySentence> sentences)
{
    /// <summary>Product path.</summary>
    public string Path { get; } = path;

    public IReadOnlyList<PolicySentence> Sentences { get; } = sentences;
}

/// <summary>
/// One sentence of a policy, folded to one form. Half of what a sentence of a list means stands elsewhere: <see cref="Context"/> holds the
/// heading above it and the line that leads the list in.
/// </summary>
public sealed record PolicySentence(string Path, LinePosition Start, string Text, string Context)
{
    public bool IsChinese => CoreText.CountChinese(Text) > 0;
}
