using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>One place as a line of a table; of an interface that needs several kinds there is a line for each.</summary>
/// <param name="Kind">The privacy key; empty for an access by an unknown name.</param>
/// <param name="Interface">The interface's spelling, or <c>dynamic</c> with its candidates.</param>
/// <param name="Place">Path and line, of the original when the code is bundled.</param>
/// <param name="Owner">Package and version; empty for one's own code.</param>
/// <param name="ReachedFrom">Pages; says so when none reaches it.</param>
/// <param name="Evidence">The steps that make it a usage.</param>
internal sealed record UsageRow(string Kind, string Interface, string Place, string Owner, string ReachedFrom, string Evidence);

internal static class UsageRows
{
    public static IEnumerable<UsageRow> Of(AppReport app, ReportContent content)
    {
        foreach (var usage in app.InUse)
        {
            var name = usage.Interface is null ? $"dynamic ({string.Join(", ", usage.Candidates.OrderBy(candidate => candidate, StringComparer.Ordinal))})" : usage.Name;
            var line = (usage.Original?.Start ?? usage.Start).Line.ToString(CultureInfo.InvariantCulture);
            var row = new UsageRow(
                "",
                name,
                $"{usage.Original?.Path ?? usage.File.Path}:{line}",
                usage.Owner.Type == OwnerType.Own ? "" : $"{usage.Owner.Name} {usage.Owner.Version}".Trim(),
                usage.Reachable ? string.Join(", ", usage.ReachedFrom) : content.In("no page", "无页面使用"),
                string.Join(" → ", usage.Evidence.Select(step => step.Text)));
            foreach (var kind in usage.Kinds.DefaultIfEmpty(""))
                yield return row with { Kind = kind };
        }
    }
}
