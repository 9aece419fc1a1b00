using System.Collections.Generic;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>A shipped script with what is known of it before parsing.</summary>
internal sealed class ScriptSource(ShippedFile file, SourceText text, ScriptMentions mentions, IReadOnlyList<string> specifiers)
{
    public ShippedFile File { get; } = file;

    /// <summary>Null once it was let go of.</summary>
    public SourceText? Text { get; private set; } = text;

    /// <summary>A comment in it suppresses findings.</summary>
    public bool HasDisableComments { get; } = text.Content.Contains(DisableComments.Marker);

    public ScriptMentions Mentions { get; } = mentions;

    /// <summary>
    /// Whether it is worth parsing before anything is known of values. The template of a single-file component stands in the same file, and
    /// asks for its script as soon as it is built.
    /// </summary>
    public bool MayHoldUsage => (Mentions & ScriptMentions.Usage) != 0 || (Mentions != ScriptMentions.None && File.Kind == ShippedFileKind.SingleFileComponent);

    public IReadOnlyList<string> Specifiers { get; } = specifiers;

    /// <summary>The shipped files that the specifiers name.</summary>
    public IReadOnlyList<ShippedFile> Imports { get; set; } = [];

    public void LetGoOfText() => Text = null;
}
