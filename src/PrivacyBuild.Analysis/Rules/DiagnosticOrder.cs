using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>The order in which diagnostics are shown: the project's own, then app by app; within an app path, line, column, id.</summary>
internal static class DiagnosticOrder
{
    public static IReadOnlyList<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics, IEnumerable<string> apps)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = -1 };
        foreach (var app in apps)
        {
            if (!order.ContainsKey(app))
                order.Add(app, order.Count);
        }

        return diagnostics
            .OrderBy(diagnostic => order[diagnostic.App])
            .ThenBy(diagnostic => diagnostic.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Start.Line)
            .ThenBy(diagnostic => diagnostic.Start.Column)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Message.En, StringComparer.Ordinal)
            .ToArray();
    }
}
