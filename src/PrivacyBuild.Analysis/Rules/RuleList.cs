using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Rules.Purposes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>Every rule, in the order of the ids. A new rule is a file, a line here and a scenario document.</summary>
public static class RuleList
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        // 0: inputs and the tool
        new InternalFault(),
        new MiniProgramNotFound(),
        new ConfigurationUnreadable(),
        new SourceNotFullyParsed(),
        new FileLeftOut(),
        new GuidelineMissing(),
        new GuidelineInvalid(),
        new SettingInvalid(),
        new StaleSuppression(),
        new WouldBeUploaded(),

        // 1: use against guideline
        new KindNotDeclared(),
        new DeclaredKindNotUsed(),
        new GuidelineDeclaresNothing(),
        new UnresolvedAccess(),
        new RelatedUse(),
        new RecalledInterface(),

        // 2: the guideline itself
        new ContactMissing(),
        new NoticeMethodMissing(),
        new PrivacyVersionInvalid(),
        new RetentionInvalid(),
        new SettingListMissing(),
        new DuplicateKind(),
        new PurposeBlank(),
        new SupplementFixed(),
        new SdkIncomplete(),
        new MemberUnknown(),
        new MemberTwice(),
        new OwnerValueImpossible(),
        new KindKeyMissing(),
        new SupplementUnfit(),
        new MisspelledKey(),
        new PurposeFiller(),
        new PurposeCircular(),
        new PurposeTooShort(),
        new PurposeNotUsed(),
        new PurposeShared(),
        new PurposeMisfitsWriteOnly(),
        new PurposeIsLabel(),
        new PurposeOpening(),
        new PurposeIsSentence(),
        new PurposeForcesConsent(),
        new PurposeBlanket(),
        new PurposeMarketing(),
        new PurposeUnfit(),
        new TextBroken(),
        new PurposeOpenEnded(),
        new PurposeNamesOther(),
        new PurposeDiffersFromPolicy(),

        // 3: app.json and its relatives
        new PrivateInfoMissing(),
        new UnusedEntry(),
        new PrecisionConflict(),
        new SettingValueUnknown(),
        new PermissionText(),
        new BackgroundModeMissing(),
        new PrivacyCheckSwitchedOff(),
        new BaseLibraryTooOld(),
        new ExtensionTakesAway(),
        new PermissionPurpose(),
    ];

    /// <summary>
    /// Holds everything that was found against every rule, without what the project suppresses. Severities are the rules' own;
    /// <see cref="SeverityPolicy"/> applies the settings.
    /// </summary>
    public static Judgement Judge(CheckFacts facts, PrivacyCheckOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var suppressions = new SuppressionPolicy(facts, options);
        var project = new ProjectContext(facts, options, diagnostics);
        foreach (var rule in All)
            rule.CheckProject(project);
        foreach (var program in facts.MiniPrograms)
        {
            var context = new RuleContext(program, facts, options, suppressions, diagnostics);
            foreach (var rule in All)
                rule.Check(context);
        }

        var files = new Dictionary<string, ShippedFile>(StringComparer.Ordinal);
        foreach (var file in facts.MiniPrograms.GroupBy(program => program.Usages).SelectMany(shared => shared.First().MiniProgram.Files))
            files[file.Path] = file;

        var left = suppressions.Left(Distinct(diagnostics, facts), path => files.TryGetValue(path, out var file) ? file : null).ToList();
        var stale = new ProjectContext(facts, options, left);
        foreach (var rule in All)
            rule.CheckSuppressions(stale, suppressions);
        return new Judgement(DiagnosticOrder.Sort(left, facts.MiniPrograms.Select(program => program.MiniProgram.Name)), suppressions);
    }

    // Two mini programs of one project may share a file and its faults. Of a fleet each app keeps its own, which are merged when all is judged.
    private static Diagnostic[] Distinct(IEnumerable<Diagnostic> diagnostics, CheckFacts facts)
    {
        var inFleets = new HashSet<string>(Fleet.Of(facts).Where(fleet => fleet.Apps.Count > 1).SelectMany(fleet => fleet.Apps).Select(app => app.MiniProgram.Name));
        return [.. diagnostics
            .GroupBy(diagnostic => new Statement(diagnostic.Id, diagnostic.Path, diagnostic.Start, diagnostic.Message, inFleets.Contains(diagnostic.App) ? diagnostic.App : ""))
            .SelectMany(group => group.Where(diagnostic => diagnostic.App == group.First().App))];
    }

    private sealed record Statement(string Id, string Path, LinePosition Start, LocalizedText Message, string App);
}
