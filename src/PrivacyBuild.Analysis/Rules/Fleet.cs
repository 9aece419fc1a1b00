using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>
/// Apps that share their code: tenants of one template. Each is judged by itself, and what is said of many of them in the same words is
/// said once: three hundred tenants that lack a kind are one finding to the developer.
/// </summary>
public sealed class Fleet
{
    private const int AppsNamed = 3;

    private readonly Dictionary<string, MiniProgramFacts> _apps;
    private readonly HashSet<string> _ownFiles;

    private Fleet(IReadOnlyList<MiniProgramFacts> apps)
    {
        Apps = apps;
        _apps = apps.ToDictionary(app => app.MiniProgram.Name, StringComparer.Ordinal);
        _ownFiles = new HashSet<string>(apps.SelectMany(FilesOf).GroupBy(path => path, StringComparer.Ordinal).Where(group => group.Count() == 1).Select(group => group.Key), StringComparer.Ordinal);
    }

    public IReadOnlyList<MiniProgramFacts> Apps { get; }

    /// <summary>All groups of apps that share their code, in path order; an app of its own is a group of one.</summary>
    public static IReadOnlyList<Fleet> Of(CheckFacts facts) => facts.MiniPrograms.GroupBy(app => app.Usages).Select(group => new Fleet(group.ToArray())).ToArray();

    /// <summary>The diagnostics in their order, those of a fleet's apps that say the same as one.</summary>
    public static IReadOnlyList<Diagnostic> Merge(IReadOnlyList<Diagnostic> diagnostics, CheckFacts facts)
    {
        var fleets = Of(facts).Where(fleet => fleet.Apps.Count > 1).ToArray();
        if (fleets.Length == 0)
            return diagnostics;
        var fleetOf = new Dictionary<string, Fleet>(StringComparer.Ordinal);
        foreach (var fleet in fleets)
        {
            foreach (var name in fleet._apps.Keys)
                fleetOf.Add(name, fleet);
        }

        // What one app says twice of two places in its own file stays two findings.
        var said = new Dictionary<Statement, int>();
        Repetition KeyOf(Diagnostic diagnostic)
        {
            var key = fleetOf.TryGetValue(diagnostic.App, out var fleet) ? fleet.KeyOf(diagnostic) : diagnostic;
            var statement = new Statement(diagnostic.App, key);
            said.TryGetValue(statement, out var times);
            said[statement] = times + 1;
            return new Repetition(key, times);
        }

        return diagnostics
            .GroupBy(KeyOf)
            .Select(group => fleetOf.TryGetValue(group.First().App, out var fleet) ? fleet.Gather(group.ToArray()) : group.First())
            .ToArray();
    }

    private sealed record Statement(string App, Diagnostic Key);

    /// <summary>The same words for the first, the second … time in one app.</summary>
    private sealed record Repetition(Diagnostic Key, int Before);

    // What is said of files of the app's own is the same whatever they are called and wherever in them it stands.
    private Diagnostic KeyOf(Diagnostic diagnostic)
    {
        var message = FilesOf(_apps[diagnostic.App]).Select(ProjectPath.GetFileName).Distinct().Aggregate(diagnostic.Message, (text, name) => new LocalizedText(text.En.Replace(name, "*"), text.Zh.Replace(name, "*")));
        var key = diagnostic with { App = Apps[0].MiniProgram.Name, Message = message, Places = [] };
        return _ownFiles.Contains(diagnostic.Path) ? key with { Path = "*", Start = default, End = default } : key;
    }

    private Diagnostic Gather(Diagnostic[] same)
    {
        var names = same.Select(diagnostic => diagnostic.App).Distinct().ToArray();
        if (names.Length == 1 && _ownFiles.Contains(same[0].Path))
            return same[0];
        var all = Apps.Count;
        var named = names.Take(AppsNamed).ToArray();
        var isMore = names.Length > named.Length;
        var front = names.Length == all
            ? new LocalizedText($"[all {all} apps] ", $"[全部 {all} 个应用] ")
            : new LocalizedText(
                $"[{names.Length} of {all} apps: {string.Join(", ", named)}{(isMore ? " …" : "")}] ",
                $"[{all} 个应用中的 {names.Length} 个：{string.Join("、", named)}{(isMore ? " 等" : "")}] ");
        return same[0] with { Message = front + same[0].Message };
    }

    private static IEnumerable<string> FilesOf(MiniProgramFacts app)
    {
        yield return app.Guideline?.Path ?? app.GuidelinePath;
        if (app.MiniProgram.Setting is { IsTenant: true } setting)
            yield return setting.Path;
    }
}
