using System;
using System.Collections.Generic;
using Microsoft.Build.Framework;
using PrivacyBuild.Analysis;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Suppressions;

namespace PrivacyBuild.Tasks;

/// <summary>The items of the project as the engine takes them.</summary>
internal static class ProjectItems
{
    public static IReadOnlyList<AppSetting> Apps(ITaskItem[] items, DiskFiles files) => Array.ConvertAll(items, item => new AppSetting
    {
        Path = files.ToProductPath(item.ItemSpec),
        Root = files.ToProductPath(item.GetMetadata("Root")),
        Name = item.GetMetadata("Name").Trim(),
        Guideline = files.ToProductPath(item.GetMetadata("Guideline")),
        OnlineGuideline = files.ToProductPath(item.GetMetadata("OnlineGuideline")),
        Baseline = files.ToProductPath(item.GetMetadata("Baseline")),
        SharedGuideline = files.ToProductPath(item.GetMetadata("SharedGuideline")),
    });

    /// <summary>The last item of a name counts, as with properties.</summary>
    public static IReadOnlyDictionary<string, string> Defines(ITaskItem[] items)
    {
        var defines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var value = item.GetMetadata("Value").Trim();
            defines[item.ItemSpec.Trim()] = value.Length == 0 ? "true" : value;
        }

        return defines;
    }

    /// <param name="items">Metadata: Interface, Path, Owner, Kind, Reason, Until.</param>
    /// <param name="problems">Where a wrong Kind goes.</param>
    public static IReadOnlyList<Suppression> Suppressions(ITaskItem[] items, ICollection<Diagnostic> problems) => Array.ConvertAll(items, item =>
    {
        var kind = item.GetMetadata("Kind").Trim().ToLowerInvariant();
        if (kind is not ("" or "accepted" or "false-alarm"))
            problems.Add(SettingInvalid.Create($"Kind of PrivacyBuildSuppress {item.ItemSpec}", kind, "accepted, false-alarm"));
        return new Suppression
        {
            Source = SuppressionSource.Item,
            Rule = item.ItemSpec.Trim(),
            Interface = item.GetMetadata("Interface").Trim(),
            Path = item.GetMetadata("Path").Trim().Replace('\\', '/'),
            Owner = item.GetMetadata("Owner").Trim(),
            Kind = kind == "false-alarm" ? SuppressionKind.FalseAlarm : SuppressionKind.Accepted,
            Reason = item.GetMetadata("Reason").Trim(),
            Until = item.GetMetadata("Until").Trim(),
        };
    });

    /// <param name="items">An id, or an id and a kind of information divided by a slash; metadata Severity.</param>
    /// <param name="problems">Where a wrong Severity goes.</param>
    public static IReadOnlyList<SeveritySetting> Severities(ITaskItem[] items, ICollection<Diagnostic> problems) => Array.ConvertAll(items, item =>
    {
        var parts = item.ItemSpec.Replace('\\', '/').Split(['/'], 2);
        var word = item.GetMetadata("Severity").Trim();
        Severity? severity = word.ToLowerInvariant() switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "message" => Severity.Message,
            _ => null,
        };
        if (severity is null)
            problems.Add(SettingInvalid.Create($"Severity of PrivacyBuildSeverity {item.ItemSpec}", word, "error, warning, message"));
        return new SeveritySetting(parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : "", severity ?? Severity.Error);
    });
}
