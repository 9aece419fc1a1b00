namespace PrivacyBuild.Analysis;

/// <summary>
/// One app that the project names itself (<c>PrivacyBuildApp</c>) instead of leaving it to be found. Paths are product paths; what is
/// empty has the default of the project.
/// </summary>
public sealed record AppSetting
{
    /// <summary>The app root, or the <c>ext.json</c> of a tenant whose code lies in <see cref="Root"/>.</summary>
    public required string Path { get; init; }

    /// <summary>The app root of a tenant: the template, whose code all its tenants share.</summary>
    public string Root { get; init; } = "";

    /// <summary>Name for messages and reports; empty: that of the folder.</summary>
    public string Name { get; init; } = "";

    public string Guideline { get; init; } = "";

    public string OnlineGuideline { get; init; } = "";

    public string Baseline { get; init; } = "";

    /// <summary>A guideline that lies below this app's own.</summary>
    public string SharedGuideline { get; init; } = "";

    /// <summary>Whether this is a tenant of a template: its path names an ext.json and no folder.</summary>
    public bool IsTenant => Path.EndsWith(".json", System.StringComparison.OrdinalIgnoreCase);
}
