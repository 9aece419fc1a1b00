using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>
/// The one place that decides which findings comments, items and the baseline take away. A finding is a rule, an interface and a place;
/// for each mini program it is decided on once, whichever rules ask, and every entry knows what it took.
/// </summary>
/// <remarks>
/// Comments and items come first. What they leave is held against the baseline by interface and file: with no more places than it accepts
/// all of them are accepted, with more none is, because nobody can tell the new place from the old ones.
/// </remarks>
public sealed class SuppressionPolicy
{
    /// <summary>The rule whose findings are the uses themselves: a false alarm of it is no use at all.</summary>
    private const string UseOfInterface = "PRIV1001";

    private readonly List<Entry> _direct = [];
    private readonly Dictionary<BaselineKey, Entry> _baseline = [];
    private readonly Dictionary<string, string> _baselineOf = new(StringComparer.Ordinal);
    private readonly Dictionary<AppPlace, SuppressedFinding?> _decided = [];
    private readonly string _today;
    private readonly bool _hasFalseAlarms;

    public SuppressionPolicy(CheckFacts facts, PrivacyCheckOptions options)
    {
        _today = options.Today;
        var comments = facts.MiniPrograms.SelectMany(program => program.Usages.Comments).Distinct();
        foreach (var suppression in options.Suppressions.Concat(comments))
        {
            if (!SuppressionProblems.Of(suppression, facts.Catalogue).Any())
                _direct.Add(new Entry(suppression));
        }

        _hasFalseAlarms = _direct.Exists(entry => entry.Suppression is { Rule: UseOfInterface, Kind: SuppressionKind.FalseAlarm });

        foreach (var program in facts.MiniPrograms.Reverse())
            _baselineOf[program.MiniProgram.Name] = _baselineOf[""] = program.BaselinePath;

        // Two branches may each bring an entry for the same finding; the larger one counts, their sum could hide a new place.
        foreach (var entry in facts.Baselines.SelectMany(baseline => baseline.Entries).OrderByDescending(entry => entry.Suppression.Count))
        {
            var suppression = entry.Suppression;
            if (SuppressionProblems.Of(suppression, facts.Catalogue).Any())
                continue;
            var key = new BaselineKey(suppression.WrittenIn, suppression.Rule, suppression.Interface, suppression.Path);
            if (!_baseline.ContainsKey(key))
                _baseline.Add(key, new Entry(suppression));
        }
    }

    /// <summary>What was taken away, in the order of path, place, rule.</summary>
    public IReadOnlyList<SuppressedFinding> Suppressed => [.. _decided.Values.OfType<SuppressedFinding>()
        .OrderBy(finding => finding.Place.Path, StringComparer.Ordinal).ThenBy(finding => finding.Place.Start.Line).ThenBy(finding => finding.Place.Start.Column)
        .ThenBy(finding => finding.Place.Rule, StringComparer.Ordinal).ThenBy(finding => finding.Place.Interface, StringComparer.Ordinal)];

    /// <summary>Entries that took nothing, or less than they may, or are expired: in the order in which they are written.</summary>
    public IEnumerable<StaleEntry> Stale => _direct.Concat(_baseline.Values)
        .Select(entry => new StaleEntry(entry.Suppression, entry.Places, IsExpired(entry.Suppression)))
        .Where(entry => entry.IsExpired || entry.Places == 0 || (entry.Suppression.Count != int.MaxValue && entry.Places < entry.Suppression.Count))
        .OrderBy(entry => entry.Suppression.WrittenIn, StringComparer.Ordinal).ThenBy(entry => entry.Suppression.Start.Line).ThenBy(entry => entry.Suppression.Start.Column);

    /// <summary>The usages of a mini program without those that the project calls false alarms: of them no rule speaks, and their kinds need no entry.</summary>
    public IReadOnlyList<Usage> InUse(MiniProgramFacts program) =>
        _hasFalseAlarms ? [.. program.Usages.Usages.Where(usage => !IsFalseAlarm(usage, program.MiniProgram.Name))] : program.Usages.Usages;

    /// <summary>The places of one interface or kind that still count for a rule, in the same order.</summary>
    public IReadOnlyList<Usage> Left(string rule, IReadOnlyList<Usage> usages, string app)
    {
        if (IsEmpty)
            return usages;
        Decide([.. usages.Select(usage => new Finding(new FindingPlace(rule, usage.Name, usage.File.Path, usage.Start), usage.End, usage.Owner))], app);
        return [.. usages.Where(usage => _decided[new AppPlace(app, new FindingPlace(rule, usage.Name, usage.File.Path, usage.Start))] is null)];
    }

    /// <summary>The diagnostics that still count. Those of rules that asked for their places have been decided on already.</summary>
    public IReadOnlyList<Diagnostic> Left(IReadOnlyList<Diagnostic> diagnostics, Func<string, ShippedFile?> findFile)
    {
        if (IsEmpty)
            return diagnostics;
        foreach (var group in diagnostics.Where(diagnostic => SeverityPolicy.CanChange(diagnostic.Id)).GroupBy(diagnostic => diagnostic.App, StringComparer.Ordinal))
            Decide([.. group.Select(diagnostic => new Finding(PlaceOf(diagnostic), diagnostic.End, findFile(diagnostic.Path)?.Owner ?? Owner.Own))], group.Key);
        return [.. diagnostics.Where(diagnostic => !_decided.TryGetValue(new AppPlace(diagnostic.App, PlaceOf(diagnostic)), out var suppressed) || suppressed is null)];
    }

    /// <summary>Whether the use at this place has been accepted or called a false alarm.</summary>
    public bool IsSuppressed(Usage usage, string app) =>
        _decided.TryGetValue(new AppPlace(app, new FindingPlace(UseOfInterface, usage.Name, usage.File.Path, usage.Start)), out var suppressed) && suppressed is not null;

    /// <summary>How many of these places the baseline accepts although it cannot say which: 0 unless there are more of them.</summary>
    public int AcceptedOf(string rule, IReadOnlyList<Usage> left, string app) => left
        .GroupBy(usage => new BaselineKey(_baselineOf[app], rule, usage.Name, usage.File.Path))
        .Sum(group => _baseline.TryGetValue(group.Key, out var entry) && !IsExpired(entry.Suppression) ? entry.Suppression.Count : 0);

    /// <summary>The place by which a diagnostic is known, whatever its message says.</summary>
    public static FindingPlace PlaceOf(Diagnostic diagnostic) => new(diagnostic.Id, diagnostic.Interface, diagnostic.Path, diagnostic.Start);

    // Most projects take nothing away, and a fleet asks for every place of every app.
    private bool IsEmpty => _direct.Count == 0 && _baseline.Count == 0;

    private bool IsFalseAlarm(Usage usage, string app)
    {
        var place = new FindingPlace(UseOfInterface, usage.Name, usage.File.Path, usage.Start);
        if (!_decided.TryGetValue(new AppPlace(app, place), out var suppressed) && Direct(place, usage.Owner, onlyFalseAlarms: true) is { } suppression)
            suppressed = Take(place, suppression, usage.End, app);
        return suppressed?.Suppression.Kind == SuppressionKind.FalseAlarm;
    }

    private void Decide(IReadOnlyList<Finding> findings, string app)
    {
        var left = new List<Finding>();
        foreach (var finding in findings)
        {
            var (place, end, owner) = finding;
            if (_decided.ContainsKey(new AppPlace(app, place)))
                continue;
            if (Direct(place, owner) is { } suppression)
                Take(place, suppression, end, app);
            else
                left.Add(finding);
        }

        var baseline = _baselineOf.TryGetValue(app, out var path) ? path : "";
        foreach (var group in left.GroupBy(finding => new BaselineKey(baseline, finding.Place.Rule, finding.Place.Interface, finding.Place.Path)))
        {
            var places = group.GroupBy(finding => finding.Place).Select(same => same.First()).ToArray();
            var entry = _baseline.TryGetValue(group.Key, out var known) && !IsExpired(known.Suppression) ? known : null;
            var isAccepted = entry is not null && places.Length <= entry.Suppression.Count;
            foreach (var (place, end, _) in places)
            {
                if (isAccepted)
                    Take(place, entry!.Suppression, end, app);
                else
                    _decided[new AppPlace(app, place)] = null;
            }

            // An entry that is outgrown is not stale.
            if (entry is not null)
                entry.Places = Math.Max(entry.Places, places.Length);
        }
    }

    private Suppression? Direct(FindingPlace place, Owner owner, bool onlyFalseAlarms = false)
    {
        foreach (var entry in _direct)
        {
            if ((!onlyFalseAlarms || entry.Suppression.Kind == SuppressionKind.FalseAlarm) && entry.Covers(place, owner) && !IsExpired(entry.Suppression))
            {
                entry.Places++;
                return entry.Suppression;
            }
        }

        return null;
    }

    private SuppressedFinding Take(FindingPlace place, Suppression suppression, LinePosition end, string app)
    {
        var suppressed = new SuppressedFinding(place, end, suppression, app);
        _decided[new AppPlace(app, place)] = suppressed;
        return suppressed;
    }

    private bool IsExpired(Suppression suppression) => CalendarDay.IsPast(suppression.Until, _today);

    // Collections of values of our own would be compiled anew in every build; the host has those of objects ready.
    private sealed record Finding(FindingPlace Place, LinePosition End, Owner Owner);

    private sealed record AppPlace(string App, FindingPlace Place);

    private sealed record BaselineKey(string Baseline, string Rule, string Interface, string Path);

    private sealed class Entry(Suppression suppression)
    {
        private readonly ExcludedFiles? _paths = suppression.Source == SuppressionSource.Item && suppression.Path.Length > 0 ? new ExcludedFiles([suppression.Path]) : null;

        public Suppression Suppression { get; } = suppression;

        /// <summary>Places that it took.</summary>
        public int Places { get; set; }

        public bool Covers(FindingPlace place, Owner owner) =>
            Suppression.Rule == place.Rule
            && (Suppression.Interface.Length == 0 || Suppression.Interface == place.Interface)
            && (Suppression.Source == SuppressionSource.Item ? _paths?.Contains(place.Path) != false : Suppression.Path == place.Path)
            && (Suppression.FirstLine == 0 || (place.Start.Line >= Suppression.FirstLine && place.Start.Line <= Suppression.LastLine))
            && (Suppression.Owner.Length == 0 || Suppression.Owner == (owner.Type == OwnerType.Own ? "own" : owner.Name));
    }
}

/// <summary>What makes two findings the same: the rule, the interface (empty for none) and the place.</summary>
public sealed record FindingPlace(string Rule, string Interface, string Path, LinePosition Start);

/// <summary>A finding that does not count, and why.</summary>
public sealed record SuppressedFinding(FindingPlace Place, LinePosition End, Suppression Suppression, string App);

/// <summary>An entry that is not needed as it stands; <paramref name="Places"/> are those that it still takes.</summary>
public sealed record StaleEntry(Suppression Suppression, int Places, bool IsExpired);
