namespace PrivacyBuild.Analysis.Reports;

/// <summary>One mini program within a report.</summary>
public sealed class AppReport
{
    public required string Name { get; init; }

    public required string Root { get; init; }
}
