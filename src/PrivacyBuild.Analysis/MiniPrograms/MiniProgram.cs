using System.Collections.Generic;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

public enum MiniProgramKind
{
    MiniProgram,
    Plugin,
    Game,
}

/// <summary>One app root as the developer tool would package it: facts only, no judgement.</summary>
public sealed record MiniProgram
{
    /// <summary>Name for messages and reports: the root's folder name, or what the item says.</summary>
    public required string Name { get; init; }

    /// <summary>What the project says of this app; null when it was found.</summary>
    public AppSetting? Setting { get; init; }

    /// <summary>Product path of the app root.</summary>
    public required string Root { get; init; }

    public required MiniProgramKind Kind { get; init; }

    /// <summary>Product path of app.json, game.json or plugin.json.</summary>
    public required string ConfigurationPath { get; init; }

    /// <summary>Product path of the project.config.json that applies, if any.</summary>
    public string? ProjectConfigurationPath { get; init; }

    /// <summary>Every file that ships, sorted by path.</summary>
    public required IReadOnlyList<ShippedFile> Files { get; init; }

    /// <summary>Facts read from app.json (with ext.json merged) or its relatives.</summary>
    public required AppConfiguration Configuration { get; init; }

    /// <summary>How module and component paths resolve (aliases, roots, npm).</summary>
    public required ModuleResolver Resolver { get; init; }

    /// <summary>Pages and components, each with its files and what its json and wxml name.</summary>
    public required IReadOnlyList<PageOrComponent> PagesAndComponents { get; init; }

    public required IReadOnlyList<InputProblem> Problems { get; init; }

    /// <summary>project.config.json, if one applies.</summary>
    public ProjectConfiguration? Project { get; init; }

    /// <summary>The framework whose project this is; null for a native one.</summary>
    public FrameworkProject? Framework { get; init; }

    /// <summary>What the configurations name: pages, components, entries. Scripts and templates add theirs (<see cref="ReachabilityGraph"/>).</summary>
    public required IReadOnlyList<FileEdge> Edges { get; init; }

    /// <summary>What conditional compilation leaves out of the sources.</summary>
    public ConditionalCompilation Conditions { get; init; } = ConditionalCompilation.Off;

    /// <summary>True when the package leaves out code files that nothing reaches (<c>setting.ignoreUploadUnusedFiles</c>, mini programs only); absent counts as false.</summary>
    public bool IgnoresUnusedFiles { get; init; }

    /// <summary>Whether the package holds a file after all: the tool takes out code that nothing reaches only when it is told to, and never what an include rule names.</summary>
    public bool Packs(ShippedFile file, ReachabilityGraph graph) =>
        !IgnoresUnusedFiles || file.KeptWhenUnused || graph.IsReachable(file) || !file.IsCode;

    /// <summary>Files that were excluded by PrivacyBuildExclude although they would be uploaded.</summary>
    public int ExcludedFiles { get; init; }
}

public enum ShippedFileKind
{
    JavaScript,
    TypeScript,
    Wxml,
    Wxs,
    Json,
    SingleFileComponent,
    Other,
}

/// <summary>A file that ships.</summary>
public sealed class ShippedFile
{
    public required string Path { get; init; }

    /// <summary>The path below the app root, as the platform spells it.</summary>
    public required string PathInRoot { get; init; }

    public required ShippedFileKind Kind { get; init; }

    public required Owner Owner { get; init; }

    /// <summary>True when an <c>include</c> rule keeps it in the package although nothing reaches it.</summary>
    public bool KeptWhenUnused { get; init; }

    /// <summary>Whether the tool counts it among the code files, which it can take out when nothing uses them.</summary>
    public bool IsCode => Kind != ShippedFileKind.Other || ProjectPath.GetExtension(PathInRoot) is ".wxss" or ".less" or ".sass" or ".scss";

    public override string ToString() => Path;
}

public enum OwnerType
{
    Own,
    Npm,
    Framework,
    Plugin,
}

/// <summary>Whose code a file is; name and version are empty for own code or when unknown.</summary>
public sealed record Owner(OwnerType Type, string Name, string Version)
{
    public static Owner Own { get; } = new(OwnerType.Own, "", "");

    /// <summary>The folder below the app root that a package's copy lies in; empty for other owners.</summary>
    public string Folder { get; init; } = "";
}
