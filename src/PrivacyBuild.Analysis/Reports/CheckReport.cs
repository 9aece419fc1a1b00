using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>The immutable outcome of one check. Writers turn it into logs and files and decide nothing.</summary>
public sealed class CheckReport
{
    /// <summary>One per mini program, in path order.</summary>
    public required IReadOnlyList<AppReport> Apps { get; init; }

    /// <summary>What is to be shown, in order of app, path, line, column, id; mode and NoWarn are already applied.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>True when an error stands in <see cref="Diagnostics"/>.</summary>
    public bool HasErrors { get; init; }

    /// <summary>The usages file (DESIGN schema version 1), UTF-8 without BOM, the same bytes for the same input.</summary>
    public required byte[] UsagesFile { get; init; }

    /// <summary>One closing line per app, or per template with its tenants, in the language asked for; without the <c>PrivacyBuild: </c> prefix and the seconds, which belong behind the last figure in its brackets.</summary>
    public required IReadOnlyList<string> ClosingLines { get; init; }

    /// <summary>What the developer asked to be written (<c>PrivacyBuildWrite</c>).</summary>
    public IReadOnlyList<WrittenFile> WrittenFiles { get; init; } = [];

    /// <summary>The reports that the project asks for (<c>PrivacyBuildReports</c>), for the folder that it names.</summary>
    public IReadOnlyList<ReportFile> ReportFiles { get; init; } = [];

    /// <summary>Scripts of which the check took less than their text; see <see cref="ScriptSkim"/>.</summary>
    public IReadOnlyList<SkimmedScript> SkimmedScripts { get; init; } = [];

    /// <summary>Gathers what was found and what the rules said of it.</summary>
    public static CheckReport Create(CheckFacts facts, Judgement judgement, PrivacyCheckOptions options, IReadOnlyList<WrittenFile>? writtenFiles = null)
    {
        writtenFiles ??= [];
        var judged = SeverityPolicy.Apply(judgement.Diagnostics, options);
        var apps = AppReports.Create(facts, judged, judgement.Suppressions);
        return new CheckReport
        {
            Apps = apps,
            Diagnostics = ReportContent.AsShown(judged.Shown, facts),
            HasErrors = judged.Shown.Any(diagnostic => diagnostic.Severity == Severity.Error),
            UsagesFile = UsagesFileWriter.Write(apps, options.ToolVersion, facts.Catalogue.Date),
            ClosingLines = (options.WriteGuideline || options.WriteBaseline
                ? apps.Zip(facts.MiniPrograms, (app, program) => OfWriting(app, program, writtenFiles, options)).SelectMany(lines => lines)
                : apps.GroupBy(app => app.Usages).Select(fleet => ClosingLine.Of(fleet.ToArray(), judged, options))).ToArray(),
            WrittenFiles = writtenFiles,
            SkimmedScripts = [.. facts.MiniPrograms.Select(program => program.Usages).Distinct().SelectMany(usages => usages.SkimmedScripts)],
            ReportFiles = Reports.ReportFiles.Write(facts, ReportContent.Create(apps, facts, judgement, judged, options), options),
        };
    }

    private static IEnumerable<string> OfWriting(AppReport app, MiniProgramFacts program, IReadOnlyList<WrittenFile> writtenFiles, PrivacyCheckOptions options)
    {
        if (options.WriteGuideline)
            yield return ClosingLine.OfWritingGuideline(app, program, writtenFiles, options);
        if (options.WriteBaseline)
            yield return ClosingLine.OfWritingBaseline(app, program, writtenFiles, options);
    }
}
