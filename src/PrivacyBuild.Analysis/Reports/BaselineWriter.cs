using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Suppressions;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>
/// Writes the baseline for the developer: every error and warning that counts now, by rule, interface and file. What people added to an
/// entry (a reason, who answers for it, a last day) stays; entries without a finding go.
/// </summary>
internal static class BaselineWriter
{
    // These stand for the uses of interfaces: what is accepted are the uses.
    private static readonly string[] StandForUses = ["PRIV0005", "PRIV1003"];

    public static IReadOnlyList<WrittenFile> Write(CheckFacts facts, Judgement judgement, IProjectFiles files, PrivacyCheckOptions options)
    {
        var written = new List<WrittenFile>();
        var findings = Findings(judgement, options);
        foreach (var group in facts.MiniPrograms.GroupBy(program => program.BaselinePath, StringComparer.Ordinal))
        {
            var old = facts.Baselines.FirstOrDefault(baseline => baseline.Path == group.Key);
            var isUnreadable = facts.Problems.Any(problem => problem.Kind == ProblemKind.BaselineUnreadable && problem.Path == group.Key);
            var apps = new HashSet<string>(group.Select(program => program.MiniProgram.Name), StringComparer.Ordinal);
            var own = findings.Where(finding => apps.Contains(finding.App) || finding.App.Length == 0).Select(finding => finding.Place).Distinct().ToArray();
            if (isUnreadable || (old is null && own.Length == 0))
                continue;
            var content = Encoding.UTF8.GetBytes(Text(own, old, options));
            if (old is null || !IsAsItIs(group.Key, content, files))
                written.Add(new WrittenFile(group.Key, content, []) { Findings = own.Length });
        }

        return written;
    }

    private static List<(FindingPlace Place, string App)> Findings(Judgement judgement, PrivacyCheckOptions options)
    {
        var findings = new List<(FindingPlace, string)>();
        foreach (var diagnostic in SeverityPolicy.Apply(judgement.Diagnostics, options).Findings)
        {
            if (diagnostic.Severity == Severity.Message || SeverityPolicy.IsAboutInputs(diagnostic.Id))
                continue;
            var rule = StandForUses.Contains(diagnostic.Id) ? "PRIV1001" : diagnostic.Id;
            if (diagnostic.Places.Count == 0)
                findings.Add((SuppressionPolicy.PlaceOf(diagnostic), diagnostic.App));
            else
                findings.AddRange(diagnostic.Places.Select(usage => (new FindingPlace(rule, usage.Name, usage.File.Path, usage.Start), diagnostic.App)));
        }

        findings.AddRange(judgement.Suppressions.Suppressed.Where(finding => finding.Suppression.Source == SuppressionSource.Baseline).Select(finding => (finding.Place, finding.App)));
        return findings;
    }

    private static string Text(IReadOnlyList<FindingPlace> places, Baseline? old, PrivacyCheckOptions options)
    {
        var known = (old?.Entries ?? []).GroupBy(entry => KeyOf(entry.Suppression.Rule, entry.Suppression.Interface, entry.Suppression.Path))
            .ToDictionary(group => group.Key, group => group.First());
        var reason = old is { Reason.Length: > 0 } ? old.Reason
            : options.Language == MessageLanguage.Chinese ? "引入检查时已存在的问题，待逐步解决。" : "Findings from before the check was introduced; to be resolved step by step.";
        var lines = places.GroupBy(place => KeyOf(place.Rule, place.Interface, place.Path))
            .OrderBy(group => group.Key.Path, StringComparer.Ordinal).ThenBy(group => group.Key.Rule, StringComparer.Ordinal).ThenBy(group => group.Key.Interface, StringComparer.Ordinal)
            .Select(group => Entry(group.Key, group.Count(), known.TryGetValue(group.Key, out var entry) ? entry : null)).ToArray();
        var findings = lines.Length == 0 ? "[]" : "[\n    " + string.Join(",\n    ", lines) + "\n  ]";
        return $"{{\n  \"version\": 1,\n  \"reason\": {JsonQuote.Quote(reason)},\n  \"findings\": {findings}\n}}\n";
    }

    private static (string Rule, string Interface, string Path) KeyOf(string rule, string name, string path) => (rule, name, path);

    private static string Entry((string Rule, string Interface, string Path) key, int count, BaselineEntry? old)
    {
        var members = new List<string> { "\"rule\": " + JsonQuote.Quote(key.Rule) };
        Add("interface", key.Interface);
        Add("path", key.Path);
        members.Add($"\"count\": {count}");
        Add("reason", old?.OwnReason ?? "");
        Add("owner", old?.Responsible ?? "");
        Add("until", old?.Suppression.Until ?? "");
        return "{ " + string.Join(", ", members) + " }";

        void Add(string name, string value)
        {
            if (value.Length > 0)
                members.Add($"\"{name}\": {JsonQuote.Quote(value)}");
        }
    }

    private static bool IsAsItIs(string path, byte[] content, IProjectFiles files)
    {
        try
        {
            return files.ReadAllBytes(path).SequenceEqual(content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
