using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>What the reports for people and for other tools are made of: the same for each of them, whatever the mode shows in the log.</summary>
internal sealed class ReportContent
{
    public required IReadOnlyList<AppReport> Apps { get; init; }

    /// <summary>What counts, with the severities of the rules and of the project, in the order of the log; said once of apps that share their code.</summary>
    public required IReadOnlyList<Diagnostic> Findings { get; init; }

    /// <summary>What comments, items and the baseline took away.</summary>
    public required IReadOnlyList<SuppressedFinding> Suppressed { get; init; }

    /// <summary>What NoWarn took away.</summary>
    public required IReadOnlyList<Diagnostic> Unwanted { get; init; }

    public required PrivacyCatalogue Catalogue { get; init; }

    public required PrivacyCheckOptions Options { get; init; }

    public static ReportContent Create(IReadOnlyList<AppReport> apps, CheckFacts facts, Judgement judgement, JudgedDiagnostics judged, PrivacyCheckOptions options) => new()
    {
        Apps = apps,
        Findings = AsShown(judged.Findings, facts),
        Suppressed = judgement.Suppressions.Suppressed,
        Unwanted = AsShown(judged.Suppressed, facts),
        Catalogue = facts.Catalogue,
        Options = options,
    };

    /// <summary>Said once of a fleet, and at the place that the source map names.</summary>
    public static IReadOnlyList<Diagnostic> AsShown(IReadOnlyList<Diagnostic> diagnostics, CheckFacts facts) => BundledCode.ShowOriginals(Fleet.Merge(diagnostics, facts), facts);

    public string In(LocalizedText text) => text.In(Options.Language);

    public string In(string en, string zh) => Options.Language == MessageLanguage.Chinese ? zh : en;

    /// <summary>A kind as people know it: <c>位置信息（Location）</c>; a key of one's own is its own name.</summary>
    public string KindName(string key) => In(Wording.Kind(key, Catalogue));

    public IEnumerable<Diagnostic> FindingsOf(Severity severity) => Findings.Where(diagnostic => diagnostic.Severity == severity);

    public static RuleDescriptor? RuleOf(string id) => RuleList.All.FirstOrDefault(rule => string.Equals(rule.Descriptor.Id, id, StringComparison.Ordinal))?.Descriptor;
}
