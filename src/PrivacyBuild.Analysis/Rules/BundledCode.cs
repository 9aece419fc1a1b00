using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>
/// Shows findings in bundles where a developer can do something about them: at the place that the source map names. What ships, and
/// what suppressions and the baseline go by, is the bundle, which the message names.
/// </summary>
internal static class BundledCode
{
    public static IReadOnlyList<Diagnostic> ShowOriginals(IReadOnlyList<Diagnostic> diagnostics, CheckFacts facts)
    {
        var bundled = facts.MiniPrograms.Select(app => app.Usages).Distinct().SelectMany(set => set.Usages)
            .Where(usage => usage.Original is not null)
            .GroupBy(usage => usage.Place)
            .ToDictionary(group => group.Key, group => group.First());
        if (bundled.Count == 0)
            return diagnostics;
        var shown = diagnostics.Select(diagnostic => bundled.TryGetValue(new UsagePlace(diagnostic.Path, diagnostic.Start), out var usage)
            ? diagnostic with
            {
                Path = usage.Original!.Path,
                Start = usage.Original.Start,
                End = usage.Original.Start,
                Message = diagnostic.Message + new LocalizedText(
                    $" (Bundled in {usage.File.PathInRoot}:{usage.Start.Line}:{usage.Start.Column}.)",
                    $"（打包于 {usage.File.PathInRoot}:{usage.Start.Line}:{usage.Start.Column}。）"),
            }
            : diagnostic);
        return DiagnosticOrder.Sort(shown, facts.MiniPrograms.Select(program => program.MiniProgram.Name));
    }
}
