using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>Counts and lists what a report says of one mini program.</summary>
internal sealed class AppReports
{
    private readonly CheckFacts _project;
    private readonly SuppressionPolicy _suppressions;
    private readonly ILookup<string, Diagnostic> _findings;
    private readonly ILookup<string, Diagnostic> _unwanted;
    private readonly ILookup<string, SuppressedFinding> _suppressed;

    private AppReports(CheckFacts project, JudgedDiagnostics judged, SuppressionPolicy suppressions)
    {
        _project = project;
        _suppressions = suppressions;
        _findings = judged.Findings.ToLookup(finding => finding.App, StringComparer.Ordinal);
        _unwanted = judged.Suppressed.ToLookup(finding => finding.App, StringComparer.Ordinal);
        _suppressed = suppressions.Suppressed.ToLookup(finding => finding.App, StringComparer.Ordinal);
    }

    /// <summary>The reports of all mini programs, in their order.</summary>
    public static AppReport[] Create(CheckFacts project, JudgedDiagnostics judged, SuppressionPolicy suppressions)
    {
        var reports = new AppReports(project, judged, suppressions);
        return project.MiniPrograms.Select(reports.Of).ToArray();
    }

    private AppReport Of(MiniProgramFacts facts)
    {
        var program = facts.MiniProgram;
        var suppressed = _suppressed[program.Name].Count();
        var accepted = _suppressed[program.Name].Count(finding => finding.Suppression.Kind == SuppressionKind.Accepted);
        var inUse = _suppressions.InUse(facts);
        return new AppReport
        {
            Name = program.Name,
            Root = program.Root,
            Kind = program.Kind,
            Framework = program.Framework,
            GuidelinePath = facts.Guideline?.Path ?? "",
            Result = new AppResult
            {
                Errors = _findings[program.Name].Count(finding => finding.Severity == Severity.Error),
                Warnings = _findings[program.Name].Count(finding => finding.Severity == Severity.Warning),
                Accepted = accepted,
                Suppressed = suppressed - accepted + _unwanted[program.Name].Count(),
            },
            Files = new FileCounts
            {
                Shipped = program.Files.Count,
                Parsed = facts.Usages.ParsedFiles,
                Reachable = facts.Usages.ReachableFiles,
                Partial = facts.Usages.PartialFiles,
                LeftOut = program.Problems.Concat(facts.Usages.Problems).Where(problem => problem.Kind == ProblemKind.FileLeftOut).Select(problem => problem.Path).Distinct(StringComparer.Ordinal).Count(),
                Excluded = program.ExcludedFiles,
            },
            Kinds = Kinds(facts, inUse),
            Usages = facts.Usages,
            InUse = inUse,
        };
    }

    private List<KindReport> Kinds(MiniProgramFacts facts, IReadOnlyList<Usage> inUse)
    {
        var catalogue = _project.Catalogue;
        var used = _project.KindsOf(inUse).ToDictionary(kind => kind.Key, StringComparer.Ordinal);
        var listed = facts.Guideline?.Entries.Select(entry => entry.Key.Text).OfType<string>().Where(key => key.Trim().Length > 0).ToArray() ?? [];
        var keys = catalogue.Kinds.Select(kind => kind.Key).Where(key => used.ContainsKey(key) || listed.Contains(key))
            .Concat(used.Keys).Concat(listed).Distinct(StringComparer.Ordinal);
        return keys.Select(key => new KindReport
        {
            Key = key,
            Label = catalogue.KindsByKey.TryGetValue(key, out var kind) ? kind.Label : "",
            Declared = facts.Guideline is { } guideline && PurposeText.IsDeclared(guideline, key),
            Purpose = facts.Guideline?.Find(key)?.Purpose.Text ?? "",
            Places = used.TryGetValue(key, out var use) ? use.Places : 0,
            IsSettled = used.TryGetValue(key, out var settled) && settled.Usages.All(usage => _suppressions.IsSuppressed(usage, facts.MiniProgram.Name)),
        }).ToList();
    }
}
