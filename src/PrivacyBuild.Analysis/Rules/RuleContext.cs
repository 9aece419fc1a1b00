using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>
/// What a rule sees of one mini program, and where it reports. Questions that several rules must answer alike (which kinds are in
/// use, what counts as declared, which diagnostic stands for which cause) are answered here, once.
/// </summary>
public sealed class RuleContext
{
    private readonly List<Diagnostic> _diagnostics;
    private readonly IReadOnlyDictionary<string, ShippedFile> _files;
    private bool? _declaresNothing;
    private IReadOnlyList<MisspeltMember>? _misspeltMembers;
    private AppSettings? _settings;
    private IReadOnlyList<Purpose>? _purposes;

    public RuleContext(MiniProgramFacts facts, CheckFacts project, PrivacyCheckOptions options, SuppressionPolicy suppressions, List<Diagnostic> diagnostics)
    {
        Facts = facts;
        Suppressions = suppressions;
        Project = project;
        Options = options;
        _diagnostics = diagnostics;
        _files = project.FilesOf(facts.MiniProgram);
        InUse = suppressions.InUse(facts);
        UsedKinds = project.KindsOf(InUse);
    }

    public MiniProgramFacts Facts { get; }

    public MiniProgram MiniProgram => Facts.MiniProgram;

    public UsageSet Usages => Facts.Usages;

    public Guideline? Guideline => Facts.Guideline;

    public CheckFacts Project { get; }

    public PrivacyCatalogue Catalogue => Project.Catalogue;

    public PrivacyCheckOptions Options { get; }

    public InterfaceTable Table => InterfaceTables.Of(MiniProgram.Kind);

    /// <summary>What comments, items and the baseline take away.</summary>
    public SuppressionPolicy Suppressions { get; }

    /// <summary>The usages, without those that the project calls false alarms.</summary>
    public IReadOnlyList<Usage> InUse { get; }

    /// <summary>The kinds that interfaces in use need, in the catalogue's order, each with its places.</summary>
    public IReadOnlyList<KindUse> UsedKinds { get; }

    /// <summary>What the mini programs use for which a file of the guideline stands: one of them is reason enough to declare a kind there.</summary>
    public IEnumerable<UsageSet> UsagesUnder(GuidelineFile file) => Project.UsagesUnder(file.Path).Concat([Usages]).Distinct();

    /// <summary>What app.json says of the interfaces that must be named in it, held against those in use.</summary>
    public AppSettings Settings => _settings ??= AppSettings.Of(this);

    /// <summary>Whether the guideline could be read so far that its list of kinds is known. PRIV0005 and PRIV0006 speak otherwise.</summary>
    public bool HasReadableGuideline => Guideline is { State: not (GuidelineState.Unreadable or GuidelineState.NotJson or GuidelineState.NotAnObject or GuidelineState.ListNotAnArray) };

    /// <summary>Whether the guideline as a whole says nothing although interfaces are used: PRIV1003 then stands for every kind.</summary>
    public bool DeclaresNothing => _declaresNothing ??= UsedKinds.Count > 0 && Guideline is { } guideline && guideline.State switch
    {
        GuidelineState.Empty or GuidelineState.Null or GuidelineState.EmptyObject or GuidelineState.NoList or GuidelineState.EmptyList => true,
        GuidelineState.AllPurposesBlank or GuidelineState.Filled => guideline.Entries.Count > 0 && guideline.Entries.All(entry => PurposeText.IsBlank(entry.Purpose)),
        _ => false,
    };

    /// <summary>
    /// Whether the guideline's own rules apply: a project that uses nothing and declares nothing owes no contact and no notice, and a
    /// file without any content has one fault, not ten.
    /// </summary>
    public bool JudgesGuideline => HasReadableGuideline && UsesOrDeclares
        && Guideline is not { State: GuidelineState.Empty or GuidelineState.Null or GuidelineState.EmptyObject };

    /// <summary>Whether interfaces are in use or the guideline declares something: only then is its form of interest.</summary>
    public bool UsesOrDeclares => UsedKinds.Count > 0 || DeclaresSomething;

    // The platform's answer lists kinds that are not configured with a blank purpose; in a file of one's own a key alone is a beginning.
    private bool DeclaresSomething => Guideline is { } guideline && (guideline.Sdks.Count > 0
        || guideline.Entries.Any(entry => !entry.Purpose.IsBlank || (guideline.Shape == GuidelineShape.Request && !entry.Key.IsBlank)));

    /// <summary>The members of the guideline whose names are slips for ones that their objects lack.</summary>
    internal IReadOnlyList<MisspeltMember> MisspeltMembers => _misspeltMembers ??= MemberSpelling.FindSlips(Guideline);

    /// <summary>Whether a value is missing because its name is misspelt: PRIV2010 then stands for whatever misses it.</summary>
    public bool IsMisspelt(GuidelineValue value) =>
        value.IsMissing && MisspeltMembers.Any(slip => slip.Meant == value.Name && slip.Owner == value.Place);

    /// <summary>
    /// The purposes that say something, of the mini program's kinds and of its SDKs', in the order of the guideline. None of an online
    /// guideline: the platform has approved it.
    /// </summary>
    public IReadOnlyList<Purpose> Purposes => _purposes ??= JudgesGuideline && !DeclaresNothing && Guideline is { IsOnline: false } ? Purpose.Of(this) : [];

    /// <summary>Whether a kind stands in the guideline with a purpose that says something.</summary>
    public bool Declares(string kind) => Guideline is not null && PurposeText.IsDeclared(Guideline, kind);

    /// <summary>The places of a kind that nobody has accepted: of them PRIV1001, and the rules that stand for it, speak. Null when there are none.</summary>
    public KindUse? LeftOf(KindUse kind) => kind.With(Suppressions.Left("PRIV1001", kind.Usages, MiniProgram.Name));

    /// <summary>The file of a product path, if it ships.</summary>
    public ShippedFile? FindFile(string path) => _files.TryGetValue(path, out var file) ? file : null;

    /// <summary>Problems of one kind, of the mini program and the search in it, in order of place.</summary>
    public IEnumerable<InputProblem> Problems(params ProblemKind[] kinds) => MiniProgram.Problems.Count + Usages.Problems.Count == 0
        ? []
        : MiniProgram.Problems.Concat(Usages.Problems).Where(problem => kinds.Contains(problem.Kind)).Distinct()
            .OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Start.Line).ThenBy(problem => problem.Start.Column);

    /// <param name="rule">Who reports.</param>
    /// <param name="message">What it says.</param>
    /// <param name="usage">The place.</param>
    /// <param name="severity">Other than the rule's own.</param>
    /// <param name="kind">The kind of information that it is about, when it is about one.</param>
    /// <param name="places">All the places it stands for, when there are several.</param>
    public void Report(Rule rule, LocalizedText message, Usage usage, Severity? severity = null, string kind = "", IReadOnlyList<Usage>? places = null) =>
        _diagnostics.Add(Create(rule, message, usage.File.Path, usage.Start, usage.End, severity) with { Interface = usage.Name, Kind = kind, Places = places ?? [], Since = SinceOf(rule.Descriptor, places ?? [usage]) });

    /// <summary>Reports at a place of the guideline.</summary>
    public void Report(Rule rule, LocalizedText message, GuidelinePlace place, Severity? severity = null, string kind = "", IReadOnlyList<Usage>? places = null) =>
        Report(rule, message, place.File.Path, place.Start, place.End, severity, kind, places);

    /// <summary>Reports at a place of a configuration file; <paramref name="usage"/> is the one that makes it a fault, when there is one.</summary>
    public void Report(Rule rule, LocalizedText message, ConfigurationFile file, TextSpan span, Severity? severity = null, Usage? usage = null) =>
        _diagnostics.Add(Create(rule, message, file.Path, file.Text!.GetPosition(span.Start), file.Text.GetPosition(span.End), severity) with
        {
            Interface = usage?.Name ?? "",
            Since = SinceOf(rule.Descriptor, usage is null ? [] : [usage]),
        });

    /// <param name="rule">Who reports.</param>
    /// <param name="message">What it says.</param>
    /// <param name="path">Product path.</param>
    /// <param name="start">The place; the file as a whole when there is none.</param>
    /// <param name="end">Its end.</param>
    /// <param name="severity">Other than the rule's own.</param>
    /// <param name="kind">The kind of information that it is about, when it is about one.</param>
    /// <param name="places">The usages that it stands for, when there are any.</param>
    public void Report(
        Rule rule, LocalizedText message, string path, LinePosition start = default, LinePosition end = default, Severity? severity = null, string kind = "", IReadOnlyList<Usage>? places = null) =>
        _diagnostics.Add(Create(rule, message, path, start, end, severity) with { Kind = kind, Places = places ?? [], Since = SinceOf(rule.Descriptor, places ?? []) });

    /// <summary>The version from which on a finding counts: that of its rule, or of the oldest catalogue entry among what it rests on, whichever is later.</summary>
    internal static int SinceOf(RuleDescriptor rule, IReadOnlyList<Usage> usages) =>
        Math.Max(rule.Since, usages.Count == 0 ? 1 : usages.Min(usage => usage.Interface?.Added ?? 1));

    private Diagnostic Create(Rule rule, LocalizedText message, string path, LinePosition start, LinePosition end, Severity? severity) => new()
    {
        Id = rule.Descriptor.Id,
        Severity = severity ?? rule.Descriptor.Severity,
        Since = rule.Descriptor.Since,
        Message = message,
        Path = path,
        Start = start,
        End = end,
        App = MiniProgram.Name,
    };
}

/// <summary>What a rule sees of the project as a whole, and where it reports.</summary>
public sealed class ProjectContext(CheckFacts facts, PrivacyCheckOptions options, List<Diagnostic> diagnostics)
{
    public CheckFacts Facts { get; } = facts;

    public PrivacyCheckOptions Options { get; } = options;

    public void Report(Rule rule, LocalizedText message, InputProblem? problem = null, Severity? severity = null) =>
        diagnostics.Add(new Diagnostic
        {
            Id = rule.Descriptor.Id,
            Severity = severity ?? rule.Descriptor.Severity,
            Message = message,
            Path = problem?.Path ?? "",
            Start = problem?.Start ?? default,
            End = problem?.End ?? default,
        });
}
