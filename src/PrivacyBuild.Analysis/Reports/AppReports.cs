using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Suppressions;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>Counts and lists what a report says of one mini program.</summary>
internal static class AppReports
{
    public static AppReport Create(MiniProgramFacts facts, PrivacyCatalogue catalogue, JudgedDiagnostics judged, SuppressionPolicy suppressions)
    {
        var program = facts.MiniProgram;
        var suppressed = suppressions.Suppressed.Where(finding => finding.App == program.Name).ToArray();
        var accepted = suppressed.Count(finding => finding.Suppression.Kind == SuppressionKind.Accepted);
        return new AppReport
        {
            Name = program.Name,
            Root = program.Root,
            Kind = program.Kind,
            Framework = program.Framework,
            GuidelinePath = facts.Guideline?.Path ?? "",
            Result = new AppResult
            {
                Errors = Count(judged.Findings, program.Name, Severity.Error),
                Warnings = Count(judged.Findings, program.Name, Severity.Warning),
                Accepted = accepted,
                Suppressed = suppressed.Length - accepted + judged.Suppressed.Count(diagnostic => diagnostic.App == program.Name),
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
            Kinds = Kinds(facts, catalogue, suppressions),
            Usages = facts.Usages,
            InUse = suppressions.InUse(facts),
        };
    }

    private static int Count(IEnumerable<Diagnostic> diagnostics, string app, Severity severity) =>
        diagnostics.Count(diagnostic => diagnostic.App == app && diagnostic.Severity == severity);

    private static List<KindReport> Kinds(MiniProgramFacts facts, PrivacyCatalogue catalogue, SuppressionPolicy suppressions)
    {
        var used = KindUse.Of(suppressions.InUse(facts), catalogue).ToDictionary(kind => kind.Key, StringComparer.Ordinal);
        var listed = facts.Guideline?.Entries.Select(entry => entry.Key.Text).OfType<string>().Where(key => key.Trim().Length > 0) ?? [];
        var keys = catalogue.Kinds.Select(kind => kind.Key).Where(key => used.ContainsKey(key) || listed.Contains(key))
            .Concat(used.Keys).Concat(listed).Distinct(StringComparer.Ordinal);
        return keys.Select(key => new KindReport
        {
            Key = key,
            Label = catalogue.KindsByKey.TryGetValue(key, out var kind) ? kind.Label : "",
            Declared = facts.Guideline is { } guideline && PurposeText.IsDeclared(guideline, key),
            Purpose = facts.Guideline?.Find(key)?.Purpose.Text ?? "",
            Places = used.TryGetValue(key, out var use) ? use.Usages.Select(usage => usage.Place).Distinct().Count() : 0,
            IsSettled = used.TryGetValue(key, out var settled) && settled.Usages.All(usage => suppressions.IsSuppressed(usage, facts.MiniProgram.Name)),
        }).ToList();
    }
}
