using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Suppressions;

/// <summary>
/// The findings that a project has accepted, by rule, interface and file with the number of places: no lines, so that edits elsewhere
/// in a file change nothing, and one entry a line, so that branches merge.
/// </summary>
public sealed record Baseline
{
    /// <summary>Product path.</summary>
    public required string Path { get; init; }

    /// <summary>Why its findings are accepted, unless an entry says otherwise; empty when it does not say.</summary>
    public string Reason { get; init; } = "";

    /// <summary>In the order of the file. Entries for the same finding are there as often as they are written: a merge may leave both.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; init; } = [];
}

/// <summary>An entry with who answers for it; <see cref="Suppression.Reason"/> is its own, or the file's.</summary>
public sealed record BaselineEntry(Suppression Suppression, string OwnReason, string Responsible);
