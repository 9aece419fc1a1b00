using System.Collections.Generic;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>A page, component or the app itself: the files that belong together, and the components its json names.</summary>
public sealed class PageOrComponent
{
    /// <summary>Path below the app root without extension: <c>pages/map/map</c>, <c>app</c>.</summary>
    public required string Name { get; init; }

    public required bool IsPage { get; init; }

    public ShippedFile? Script { get; init; }

    public ShippedFile? Template { get; init; }

    public ShippedFile? Json { get; init; }

    /// <summary>Tag name to component (usingComponents, generics' defaults, placeholders; the app's own entries included).</summary>
    public IReadOnlyDictionary<string, string> Components { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of the pages from which it is reached; empty when none reaches it.</summary>
    public IReadOnlyList<string> ReachedFrom { get; set; } = [];
}
