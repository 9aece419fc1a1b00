using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>What the rules say of everything that was found, with the rules' own severities, and what was suppressed of it.</summary>
/// <param name="Diagnostics">Those that count, in the order in which they are shown.</param>
/// <param name="Suppressions">What comments, items and the baseline took away.</param>
public sealed record Judgement(IReadOnlyList<Diagnostic> Diagnostics, SuppressionPolicy Suppressions);
