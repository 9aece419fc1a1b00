using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Suppressions;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>What makes no sense about suppressions and severities: ids, interfaces and kinds that do not exist, a reason or a day that is none.</summary>
internal static class SuppressionProblems
{
    private const string StaleSuppressionId = "PRIV0008";

    /// <summary>Everything that is wrong with what the project asks for.</summary>
    public static IEnumerable<InputProblem> Of(CheckFacts facts, PrivacyCheckOptions options) =>
        options.Suppressions.Concat(options.WriteBaseline ? [] : facts.Baselines.SelectMany(baseline => baseline.Entries).Select(entry => entry.Suppression))
            .Concat(facts.MiniPrograms.SelectMany(program => program.Usages.Comments))
            .Distinct().SelectMany(suppression => Of(suppression, facts.Catalogue))
            .Concat(options.Severities.SelectMany(severity => Of(severity, facts.Catalogue)))
            .Concat(options.Today.Length > 0 && !CalendarDay.IsValid(options.Today) ? [Problem("PrivacyBuildToday", ProblemReason.DayInvalid, options.Today)] : []);

    /// <summary>What is wrong with one entry, which is then passed over; nothing for one that is right.</summary>
    public static IEnumerable<InputProblem> Of(Suppression suppression, PrivacyCatalogue catalogue)
    {
        var subject = suppression.Source switch
        {
            SuppressionSource.Item => "PrivacyBuildSuppress " + suppression.Rule,
            SuppressionSource.Baseline => "entry",
            _ => "",
        };
        InputProblem At(ProblemReason reason, string detail) =>
            Problem(subject, reason, detail) with { Path = suppression.WrittenIn, Start = suppression.Start, End = suppression.End };

        if (!Exists(suppression.Rule))
            yield return At(ProblemReason.RuleUnknown, suppression.Rule);
        else if (!SeverityPolicy.CanChange(suppression.Rule) || suppression.Rule == StaleSuppressionId)
            yield return At(ProblemReason.RuleFixed, suppression.Rule);
        if (suppression.Interface.Length > 0 && suppression.Interface != "dynamic" && !catalogue.ByName.ContainsKey(suppression.Interface))
            yield return At(ProblemReason.InterfaceUnknown, suppression.Interface);
        if (suppression.Source == SuppressionSource.Item && suppression.Reason.Length == 0)
            yield return At(ProblemReason.ReasonMissing, suppression.Rule);
        if (suppression.Until.Length > 0 && !CalendarDay.IsValid(suppression.Until))
            yield return At(ProblemReason.DayInvalid, suppression.Until);
    }

    private static IEnumerable<InputProblem> Of(SeveritySetting setting, PrivacyCatalogue catalogue)
    {
        var subject = "PrivacyBuildSeverity " + (setting.Kind.Length > 0 ? $"{setting.Rule}/{setting.Kind}" : setting.Rule);
        if (!Exists(setting.Rule))
            yield return Problem(subject, ProblemReason.RuleUnknown, setting.Rule);
        else if (!SeverityPolicy.CanChange(setting.Rule))
            yield return Problem(subject, ProblemReason.RuleFixed, setting.Rule);
        if (setting.Kind.Length > 0 && !catalogue.KindsByKey.ContainsKey(setting.Kind))
            yield return Problem(subject, ProblemReason.KindUnknown, setting.Kind);
    }

    private static bool Exists(string id) => RuleList.All.Any(rule => string.Equals(rule.Descriptor.Id, id, StringComparison.Ordinal));

    private static InputProblem Problem(string subject, ProblemReason reason, string detail) =>
        new(ProblemKind.SettingInvalid, "", default, default, subject, detail) { Reason = reason };
}
