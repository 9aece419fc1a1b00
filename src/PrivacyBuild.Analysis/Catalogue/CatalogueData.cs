using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Catalogue;

/// <summary>One catalogue file as it was read, in its order; the product's own or an addition.</summary>
public sealed class CatalogueData
{
    /// <summary>State of the official tables (<c>2026-07-29</c>).</summary>
    public string Date { get; init; } = "";

    public IReadOnlyList<CatalogueSource> Sources { get; init; } = [];

    public IReadOnlyList<InformationKind> Kinds { get; init; } = [];

    public IReadOnlyList<PrivacyInterface> Interfaces { get; init; } = [];

    public IReadOnlyList<ScopeCall> ScopeCalls { get; init; } = [];

    public IReadOnlyList<AuthorizationScope> Scopes { get; init; } = [];

    public IReadOnlyList<RequiredPrivateInfo> RequiredPrivateInfos { get; init; } = [];

    /// <summary>Keys seen in public code that are slips for official ones.</summary>
    public IReadOnlyDictionary<string, string> MisspelledKeys { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<PlatformNamespace> Namespaces { get; init; } = [];
}
