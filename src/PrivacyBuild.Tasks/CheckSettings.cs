using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrivacyBuild.Analysis;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Tasks;

/// <summary>The settings that are words out of a list, understood; a word outside its list is a problem, never a default.</summary>
internal sealed record CheckSettings(CheckMode Mode, MessageLanguage Language, MiniProgramInput Input, IReadOnlyCollection<string> Write, int RulesVersion, IReadOnlyList<Diagnostic> Problems)
{
    private static readonly string[] Verbs = ["guideline", "baseline", "report"];

    // Who asks for reports without saying which wants to read them, or hand them on.
    private const ReportKinds UsualReports = ReportKinds.Sarif | ReportKinds.Html | ReportKinds.Csv | ReportKinds.Markdown;

    public ReportKinds Reports { get; private init; }

    /// <param name="mode"><c>PrivacyBuildMode</c>; case does not matter.</param>
    /// <param name="language"><c>PrivacyBuildLanguage</c>; case does not matter.</param>
    /// <param name="input"><c>PrivacyBuildInput</c>; case does not matter.</param>
    /// <param name="write"><c>PrivacyBuildWrite</c>: what the developer asks to be written, several divided by <c>;</c>; empty for nothing. Case does not matter.</param>
    /// <param name="reports"><c>PrivacyBuildReports</c>: words separated by <c>;</c>; empty for none. Case does not matter.</param>
    /// <param name="rules"><c>PrivacyBuildRules</c>: a major version of the product, or <c>latest</c>; empty for the product's own.</param>
    /// <param name="toolVersion">Version of the product.</param>
    /// <param name="defaultLanguage">Language when none is set, and of the problems when the one set is not understood.</param>
    public static CheckSettings Read(string mode, string language, string input, string write, string reports, string rules, string toolVersion, MessageLanguage defaultLanguage)
    {
        var problems = new List<Diagnostic>();
        var understoodLanguage = LanguageOf(language.Trim(), defaultLanguage);
        if (understoodLanguage is null)
            problems.Add(SettingInvalid.Create("PrivacyBuildLanguage", language, "zh-CN, zh, zh-Hans, en"));
        var understoodMode = ModeOf(mode.Trim());
        if (understoodMode is null)
            problems.Add(SettingInvalid.Create("PrivacyBuildMode", mode, "error, warning, report, off"));
        var understoodInput = InputOf(input.Trim());
        if (understoodInput is null)
            problems.Add(SettingInvalid.Create("PrivacyBuildInput", input, "auto, output, source"));
        var verbs = write.ToLowerInvariant().Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (!verbs.All(Verbs.Contains))
            problems.Add(SettingInvalid.Create("PrivacyBuildWrite", write, string.Join(", ", Verbs)));
        var words = reports.Split([';', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Trim().Length > 0).ToArray();
        var understoodReports = words.Length == 0 && verbs.Contains("report") ? UsualReports : ReportKinds.None;
        foreach (var word in words)
        {
            var kind = ReportWords.Find(word);
            understoodReports |= kind;
            if (kind == ReportKinds.None)
                problems.Add(SettingInvalid.Create("PrivacyBuildReports", word.Trim(), string.Join(", ", ReportWords.All)));
        }

        var version = MajorOf(toolVersion);
        var understoodRules = RulesOf(rules.Trim(), version);
        if (understoodRules is null)
            problems.Add(SettingInvalid.Create("PrivacyBuildRules", rules, string.Join(", ", Enumerable.Range(1, version)) + ", latest"));
        return new CheckSettings(
            understoodMode ?? CheckMode.Error, understoodLanguage ?? defaultLanguage, understoodInput ?? MiniProgramInput.Auto, verbs, understoodRules ?? version, problems)
        {
            Reports = understoodReports,
        };
    }

    /// <summary>Chinese for every Chinese culture, else English.</summary>
    public static MessageLanguage DefaultLanguage(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "zh" ? MessageLanguage.Chinese : MessageLanguage.English;

    private static CheckMode? ModeOf(string word) => word.ToLowerInvariant() switch
    {
        "" or "error" => CheckMode.Error,
        "warning" => CheckMode.Warning,
        "report" => CheckMode.Report,
        _ => null,
    };

    private static MessageLanguage? LanguageOf(string word, MessageLanguage defaultLanguage) => word.ToLowerInvariant() switch
    {
        "" => defaultLanguage,
        "zh-cn" or "zh" or "zh-hans" => MessageLanguage.Chinese,
        "en" => MessageLanguage.English,
        _ => null,
    };

    private static MiniProgramInput? InputOf(string word) => word.ToLowerInvariant() switch
    {
        "" or "auto" => MiniProgramInput.Auto,
        "output" => MiniProgramInput.Output,
        "source" => MiniProgramInput.Source,
        _ => null,
    };

    private static int? RulesOf(string word, int version)
    {
        if (word.Length == 0)
            return version;
        if (string.Equals(word, "latest", StringComparison.OrdinalIgnoreCase))
            return int.MaxValue;
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= version ? number : null;
    }

    // Before the first release its rules count already.
    private static int MajorOf(string version) =>
        int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? Math.Max(1, major) : 1;
}
