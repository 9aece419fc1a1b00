using System.Collections.Generic;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>A shipped script as text, with what is known of it before parsing.</summary>
internal sealed class ScriptSource(ShippedFile file, SourceText text, bool mayHoldUsage, IReadOnlyList<string> specifiers)
{
    public ShippedFile File { get; } = file;

    public SourceText Text { get; } = text;

    public bool MayHoldUsage { get; } = mayHoldUsage;

    public IReadOnlyList<string> Specifiers { get; } = specifiers;

    /// <summary>The shipped files that the specifiers name.</summary>
    public IReadOnlyList<ShippedFile> Imports { get; set; } = [];
}
