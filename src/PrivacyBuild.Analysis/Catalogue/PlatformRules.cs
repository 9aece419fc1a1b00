using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Catalogue;

/// <summary>A scope that the platform asks the user for.</summary>
public sealed record AuthorizationScope
{
    public required string Name { get; init; }

    /// <summary>The platform's Chinese label; empty when it has none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Its kind; empty when none is known.</summary>
    public string Kind { get; init; } = "";

    public ScopeStatus Status { get; init; }

    /// <summary>True when the platform wants a text for it in app.json's <c>permission</c>.</summary>
    public bool NeedsPermissionText { get; init; }

    public string Source { get; init; } = "";
}

public enum ScopeStatus
{
    Active,

    /// <summary>It no longer asks the user.</summary>
    Cancelled,

    /// <summary>Taken back for mini programs.</summary>
    Recalled,

    /// <summary>It exists, outside the platform's list.</summary>
    OutsideList,
}

/// <summary>A member of the platform object that takes a scope by name.</summary>
public sealed record ScopeCall
{
    public required string Member { get; init; }

    /// <summary>The property of its argument that holds the scope.</summary>
    public required string Property { get; init; }

    /// <summary>The tables that list scopes given to it.</summary>
    public required TableSet Tables { get; init; }
}

/// <summary>One of the names that app.json's <c>requiredPrivateInfos</c> may hold.</summary>
public sealed record RequiredPrivateInfo
{
    public required string Name { get; init; }

    public string Kind { get; init; } = "";

    /// <summary>Names that may not stand in the list together with it.</summary>
    public IReadOnlyList<string> ExclusiveWith { get; init; } = [];

    /// <summary>The scope whose text app.json's <c>permission</c> must hold; empty for none.</summary>
    public string Permission { get; init; } = "";

    /// <summary>The value that <c>requiredBackgroundModes</c> must hold; empty for none.</summary>
    public string BackgroundMode { get; init; } = "";

    public string Source { get; init; } = "";
}

/// <summary>
/// An object through which code reaches the platform's interfaces: the platform's own <c>wx</c>, or one of a framework whose
/// members bear the same names. An empty list means that the way does not exist.
/// </summary>
public sealed record PlatformNamespace
{
    public required string Name { get; init; }

    /// <summary>Global variables that are the object.</summary>
    public IReadOnlyList<string> Globals { get; init; } = [];

    /// <summary>Modules that give the object.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>The default export of its modules is the object.</summary>
    public bool DefaultImport { get; init; }

    /// <summary>The module itself is the object (<c>import * as x</c>).</summary>
    public bool NamespaceImport { get; init; }

    /// <summary>The modules export the members by name.</summary>
    public bool NamedImport { get; init; }

    /// <summary>Members that are the platform object once more (<c>wepy.wx</c>).</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>
    /// Hooks to which the framework's own runtime, as part of a bundle, gives an object to be filled with the platform's functions: by
    /// the name of the method, or the first argument of the one that calls hooks.
    /// </summary>
    public IReadOnlyList<string> Installers { get; init; } = [];
}

/// <summary>Where a fact of the catalogue was read.</summary>
public sealed record CatalogueSource(string Id, string Date, string Address);
