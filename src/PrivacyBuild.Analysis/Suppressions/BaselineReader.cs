using System.Collections.Generic;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Suppressions;

/// <summary>Reads <c>privacy-baseline.json</c>. An entry that cannot be understood is a problem and accepts nothing; the others count.</summary>
public static class BaselineReader
{
    private const int Version = 1;

    /// <summary>Entries that are read; no project has that many findings to live with.</summary>
    private const int MaxEntries = 100_000;

    public static Baseline Read(IProjectFiles files, string path, ICollection<InputProblem> problems)
    {
        var file = ConfigurationFile.Read(files, path);
        if (file.Problem is { } problem)
        {
            problems.Add(problem with { Kind = ProblemKind.BaselineUnreadable });
            return new Baseline { Path = path };
        }

        var json = file.Json!;
        if (json["version"] is not JsonNumber { Value: Version })
            problems.Add(Problem(file, (json["version"] ?? json).Span, "version"));
        if (json["findings"] is not JsonArray findings)
        {
            problems.Add(Problem(file, (json["findings"] ?? json).Span, "findings"));
            return new Baseline { Path = path };
        }

        var reason = (json["reason"] as JsonString)?.Value.Trim() ?? "";
        var entries = new List<BaselineEntry>();
        foreach (var item in findings.Items)
        {
            if (entries.Count == MaxEntries)
                break;
            if (Read(file, item, reason, problems) is { } entry)
                entries.Add(entry);
        }

        return new Baseline { Path = path, Reason = reason, Entries = entries };
    }

    private static BaselineEntry? Read(ConfigurationFile file, JsonValue item, string reason, ICollection<InputProblem> problems)
    {
        if (item is not JsonObject json)
        {
            problems.Add(Problem(file, item.Span, "entry"));
            return null;
        }

        foreach (var member in json.Members)
        {
            var isRight = member.Name switch
            {
                "rule" or "interface" or "path" or "reason" or "owner" => member.Value is JsonString,
                "until" => member.Value is JsonString { Value: var day } && CalendarDay.IsValid(day),
                "count" => member.Value is JsonNumber { Value: >= 1 and <= 1_000_000 and var number } && number == (int)number,
                _ => false,
            };
            if (isRight)
                continue;
            problems.Add(Problem(file, member.Value.Span, member.Name));
            return null;
        }

        if (!json.TryGetString("rule", out var rule) || json["count"] is not JsonNumber count)
        {
            problems.Add(Problem(file, json.Span, json["rule"] is null ? "rule" : "count"));
            return null;
        }

        var own = Text(json, "reason").Trim();
        var suppression = new Suppression
        {
            Source = SuppressionSource.Baseline,
            Rule = rule,
            Interface = Text(json, "interface"),
            Path = Text(json, "path"),
            Reason = own.Length > 0 ? own : reason,
            Until = Text(json, "until"),
            Count = (int)count.Value,
            WrittenIn = file.Path,
            Start = file.Text!.GetPosition(json.Span.Start),
            End = file.Text.GetPosition(json.Span.End),
        };
        return new BaselineEntry(suppression, own, Text(json, "owner"));
    }

    private static string Text(JsonObject json, string name) => json.TryGetString(name, out var value) ? value : "";

    private static InputProblem Problem(ConfigurationFile file, TextSpan span, string member) =>
        file.ProblemAt(ProblemKind.SettingInvalid, span, ProblemReason.BaselineEntryInvalid, ProjectPath.GetFileName(file.Path), member);
}
