using System.Collections.Generic;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>One mini program within a report.</summary>
public sealed class AppReport
{
    public required string Name { get; init; }

    /// <summary>Product path of the app root.</summary>
    public required string Root { get; init; }

    public required MiniProgramKind Kind { get; init; }

    /// <summary>The framework whose project it is, and whether its sources were searched; null for a native one.</summary>
    public FrameworkProject? Framework { get; init; }

    /// <summary><c>weixin</c>, <c>tcmpp</c></summary>
    public IReadOnlyList<string> Platforms { get; init; } = ["weixin"];

    /// <summary>Product path of the guideline it was held against; empty when there is none.</summary>
    public string GuidelinePath { get; init; } = "";

    public required AppResult Result { get; init; }

    public required FileCounts Files { get; init; }

    /// <summary>Kinds in use or declared: the catalogue's in its order, then keys of one's own in the guideline's.</summary>
    public required IReadOnlyList<KindReport> Kinds { get; init; }

    public required UsageSet Usages { get; init; }

    /// <summary>The usages, without those that the project calls false alarms.</summary>
    public required IReadOnlyList<Usage> InUse { get; init; }
}

/// <summary>
/// What the rules found, with their own severities: how a build reacts to a finding (<c>PrivacyBuildMode</c>) does not change what the mini program is.
/// </summary>
public sealed record AppResult
{
    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    /// <summary>Findings that the baseline accepts.</summary>
    public int Accepted { get; init; }

    /// <summary>Findings that comments, items and NoWarn take away as of no account.</summary>
    public required int Suppressed { get; init; }

    public bool IsRed => Errors > 0;
}

/// <summary>Numbers of files; all of them are part of the package but the excluded ones.</summary>
public sealed record FileCounts
{
    public required int Shipped { get; init; }

    public required int Parsed { get; init; }

    public required int Reachable { get; init; }

    /// <summary>Read in part only (PRIV0003).</summary>
    public required int Partial { get; init; }

    /// <summary>Not searched at all (PRIV0004).</summary>
    public required int LeftOut { get; init; }

    /// <summary>Uploaded by the developer tool but excluded from the check by a setting.</summary>
    public int Excluded { get; init; }
}

/// <summary>One kind of information: whether it is declared, and in how many places it is used.</summary>
public sealed record KindReport
{
    public required string Key { get; init; }

    /// <summary>The platform's label; empty for a key of one's own.</summary>
    public required string Label { get; init; }

    /// <summary>True when the guideline names it with a purpose that says something.</summary>
    public required bool Declared { get; init; }

    public required string Purpose { get; init; }

    public required int Places { get; init; }

    /// <summary>True when all its places are accepted or suppressed, so that no rule speaks of them.</summary>
    public bool IsSettled { get; init; }
}
