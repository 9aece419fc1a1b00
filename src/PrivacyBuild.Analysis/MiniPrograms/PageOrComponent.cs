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

    public ShippedFile? Style { get; init; }

    /// <summary>Tag name to the name of the component (usingComponents, generics' defaults as <c>name-default</c>; the app's own entries included).</summary>
    public IReadOnlyDictionary<string, string> Components { get; init; } = new Dictionary<string, string>();

    /// <summary>What its json has of members that the platform reads in app.json only: they have no effect there.</summary>
    public IReadOnlyList<ConfigurationMember> AppMembers { get; init; } = [];

    /// <summary>Its files, those that there are.</summary>
    public IEnumerable<ShippedFile> Files
    {
        get
        {
            if (Json is not null)
                yield return Json;
            if (Script is not null)
                yield return Script;
            if (Template is not null)
                yield return Template;
            if (Style is not null)
                yield return Style;
        }
    }
}
