using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>
/// Gives every report that was asked for its file: one for the project, or, of what is made of a guideline, one for each app that has one, named after the
/// app when there are several.
/// </summary>
internal static class ReportFiles
{
    public const string RequestName = "setprivacysetting.request.json";

    public static IReadOnlyList<ReportFile> Write(CheckFacts facts, ReportContent content, PrivacyCheckOptions options)
    {
        var files = new List<ReportFile>();
        if (options.Reports.HasFlag(ReportKinds.Sarif))
            files.Add(new ReportFile("privacy-findings.sarif", SarifWriter.Write(content)));
        if (options.Reports.HasFlag(ReportKinds.Html))
            files.Add(new ReportFile("privacy-report.html", HtmlWriter.Write(content)));
        if (options.Reports.HasFlag(ReportKinds.Csv))
            files.Add(new ReportFile("privacy-usages.csv", CsvWriter.Write(content)));
        if (options.Reports.HasFlag(ReportKinds.Markdown))
            files.Add(new ReportFile("privacy-report.md", MarkdownWriter.Write(content)));
        var prefixes = Prefixes(facts.MiniPrograms.Select(program => program.MiniProgram.Name).ToArray());
        for (var i = 0; i < prefixes.Length; i++)
        {
            // Of one that could not be read PRIV0005 and PRIV0006 speak.
            var guideline = facts.MiniPrograms[i].Guideline is { Json: not null } readable ? readable : null;
            if (options.Reports.HasFlag(ReportKinds.Request))
                files.Add(new ReportFile(prefixes[i] + RequestName, guideline is null || WithholdsRequest(content.Apps[i], options) ? [] : RequestWriter.Write(guideline)));
            if (options.Reports.HasFlag(ReportKinds.UserView))
                files.Add(new ReportFile(prefixes[i] + "userview.md", guideline is null ? [] : UserViewWriter.Write(guideline, facts.Catalogue, options.Language)));
        }

        return files;
    }

    /// <summary>
    /// Whether there must be no body of the call, which somebody would send: while the app has errors, and in the run that writes the guideline, of which
    /// only the next one knows the whole.
    /// </summary>
    public static bool WithholdsRequest(AppReport app, PrivacyCheckOptions options) =>
        options.Reports.HasFlag(ReportKinds.Request) && (app.Result.IsRed || options.WriteGuideline);

    /// <summary>The apps' names as beginnings of file names, on any system: letters, digits, hyphen and underscore, and no two the same.</summary>
    private static string[] Prefixes(string[] names)
    {
        if (names.Length < 2)
            return names.Select(_ => "").ToArray();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return names.Select(name =>
        {
            var safe = new StringBuilder();
            foreach (var c in name)
                safe.Append(char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-');
            var unique = safe.ToString();
            for (var number = 2; !taken.Add(unique); number++)
                unique = $"{safe}-{number}";
            return unique + ".";
        }).ToArray();
    }
}
