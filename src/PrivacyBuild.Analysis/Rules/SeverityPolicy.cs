using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>
/// The one place where settings change what a rule said: the severities of the project first, then NoWarn, then the mode. Nothing ever
/// hides or lowers PRIV0000. What comments, items and the baseline take away is <see cref="SuppressionPolicy"/>'s.
/// </summary>
public static class SeverityPolicy
{
    private const string InternalFault = "PRIV0000";

    // In report mode these still speak: without them an empty report would look like a good one.
    private static readonly string[] AlwaysReported = [InternalFault, "PRIV0001", "PRIV0002"];

    // While files are being written for the developer only what stands in the way of that is of interest.
    private static readonly string[] ReportedWhenWriting = [InternalFault, "PRIV0001", "PRIV0002", "PRIV0003", "PRIV0004", "PRIV0006", "PRIV0007"];

    public static JudgedDiagnostics Apply(IReadOnlyList<Diagnostic> diagnostics, PrivacyCheckOptions options)
    {
        var noWarn = new HashSet<string>(options.NoWarn.Select(id => id.Trim()), StringComparer.OrdinalIgnoreCase);
        noWarn.Remove(InternalFault);
        var suppressed = diagnostics.Where(diagnostic => noWarn.Contains(diagnostic.Id)).ToArray();
        var findings = diagnostics.Where(diagnostic => !noWarn.Contains(diagnostic.Id)).Select(diagnostic => WithSettings(diagnostic, options)).ToArray();
        return new JudgedDiagnostics
        {
            Findings = findings,
            Suppressed = suppressed,
            Shown = findings.Where(diagnostic => IsShown(diagnostic.Id, options))
                .Select(diagnostic => InMode(diagnostic, options.Mode)).ToArray(),
        };
    }

    /// <summary>Whether a setting or suppression may touch what the rule says.</summary>
    public static bool CanChange(string id) => id != InternalFault;

    /// <summary>Whether the rule is about the inputs of the check and not about the mini program: no baseline accepts that.</summary>
    public static bool IsAboutInputs(string id) => ReportedWhenWriting.Contains(id) || id is "PRIV0008" or "PRIV0009";

    private static bool IsShown(string id, PrivacyCheckOptions options) =>
        (options.Mode != CheckMode.Report || AlwaysReported.Contains(id)) && (!options.IsWriting || ReportedWhenWriting.Contains(id));

    private static Diagnostic WithSettings(Diagnostic diagnostic, PrivacyCheckOptions options)
    {
        if (!CanChange(diagnostic.Id))
            return diagnostic;
        var setting = options.Severities.LastOrDefault(setting => setting.Rule == diagnostic.Id && setting.Kind.Length > 0 && setting.Kind == diagnostic.Kind)
            ?? options.Severities.LastOrDefault(setting => setting.Rule == diagnostic.Id && setting.Kind.Length == 0);
        if (setting is not null)
            return diagnostic with { Severity = setting.Severity };
        return diagnostic.Since <= options.RulesVersion || diagnostic.Severity == Severity.Message
            ? diagnostic
            : diagnostic with { Severity = Severity.Message, Message = diagnostic.Message + Announcement(diagnostic) };
    }

    private static LocalizedText Announcement(Diagnostic diagnostic)
    {
        var (severity, severityZh) = diagnostic.Severity == Severity.Error ? ("an error", "错误") : ("a warning", "警告");
        return new(
            $" (From version {diagnostic.Since} on this is {severity}; PrivacyBuildRules=latest makes it one now.)",
            $"（自 {diagnostic.Since} 版起为{severityZh}；将 PrivacyBuildRules 设为 latest 可立即生效。）");
    }

    private static Diagnostic InMode(Diagnostic diagnostic, CheckMode mode) =>
        mode == CheckMode.Warning && diagnostic.Severity == Severity.Error && diagnostic.Id != InternalFault
            ? diagnostic with { Severity = Severity.Warning }
            : diagnostic;
}

/// <summary>What the rules said, sorted by what becomes of it.</summary>
public sealed class JudgedDiagnostics
{
    /// <summary>All that count, with the severities of the rules and of <c>PrivacyBuildSeverity</c>, whatever the mode shows of them.</summary>
    public required IReadOnlyList<Diagnostic> Findings { get; init; }

    /// <summary>What NoWarn hides.</summary>
    public required IReadOnlyList<Diagnostic> Suppressed { get; init; }

    /// <summary>What goes into the log, with the severities of the mode.</summary>
    public required IReadOnlyList<Diagnostic> Shown { get; init; }
}
