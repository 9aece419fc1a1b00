using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>The one place where settings change what a rule said: NoWarn first, then the mode. Nothing ever hides or lowers PRIV0000.</summary>
public static class SeverityPolicy
{
    private const string InternalFault = "PRIV0000";

    // In report mode these still speak: without them an empty report would look like a good one.
    private static readonly string[] AlwaysReported = [InternalFault, "PRIV0001", "PRIV0002"];

    // While the guideline is being written only what stands in the way of that is of interest.
    private static readonly string[] ReportedWhenWriting = [InternalFault, "PRIV0001", "PRIV0002", "PRIV0003", "PRIV0004", "PRIV0006", "PRIV0007"];

    public static JudgedDiagnostics Apply(IReadOnlyList<Diagnostic> diagnostics, PrivacyCheckOptions options)
    {
        var noWarn = new HashSet<string>(options.NoWarn.Select(id => id.Trim()), StringComparer.OrdinalIgnoreCase);
        noWarn.Remove(InternalFault);
        var suppressed = diagnostics.Where(diagnostic => noWarn.Contains(diagnostic.Id)).ToArray();
        var findings = diagnostics.Where(diagnostic => !noWarn.Contains(diagnostic.Id)).ToArray();
        return new JudgedDiagnostics
        {
            Findings = findings,
            Suppressed = suppressed,
            Shown = findings.Where(diagnostic => IsShown(diagnostic.Id, options))
                .Select(diagnostic => InMode(diagnostic, options.Mode)).ToArray(),
        };
    }

    private static bool IsShown(string id, PrivacyCheckOptions options) =>
        (options.Mode != CheckMode.Report || AlwaysReported.Contains(id)) && (!options.WriteGuideline || ReportedWhenWriting.Contains(id));

    private static Diagnostic InMode(Diagnostic diagnostic, CheckMode mode) =>
        mode == CheckMode.Warning && diagnostic.Severity == Severity.Error && diagnostic.Id != InternalFault
            ? diagnostic with { Severity = Severity.Warning }
            : diagnostic;
}

/// <summary>What the rules said, sorted by what becomes of it.</summary>
public sealed class JudgedDiagnostics
{
    /// <summary>All that count, with the severities of the rules, whatever the mode shows of them.</summary>
    public required IReadOnlyList<Diagnostic> Findings { get; init; }

    public required IReadOnlyList<Diagnostic> Suppressed { get; init; }

    /// <summary>What goes into the log, with the severities of the mode.</summary>
    public required IReadOnlyList<Diagnostic> Shown { get; init; }
}
