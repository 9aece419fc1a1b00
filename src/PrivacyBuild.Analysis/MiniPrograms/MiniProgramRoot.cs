using System.Collections.Generic;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>Where one mini program lies, before anything of it is read.</summary>
public sealed record MiniProgramRoot(string Root, MiniProgramKind Kind, ProjectConfiguration? Project)
{
    /// <summary>Name for messages and reports; unique within a check.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the project says of this app; null when it was found.</summary>
    public AppSetting? Setting { get; init; }

    /// <summary>Product path of a tenant's ext.json, which stands for the one in the root; null for the root's own.</summary>
    public string? TenantExtension { get; init; }

    /// <summary>The framework whose project this is; null for a native one.</summary>
    public FrameworkProject? Framework { get; init; }

    /// <summary>app.json, game.json or plugin.json; of a framework's sources, the file that the framework has for it.</summary>
    public string ConfigurationFileName { get; init; } = FileNameOf(Kind);

    public string ConfigurationPath => ProjectPath.Combine(Root, ConfigurationFileName);

    /// <summary>The same for all apps that share folder and kind: tenants of one template.</summary>
    public string Template => ProjectPath.Combine(Root, FileNameOf(Kind));

    public static string FileNameOf(MiniProgramKind kind) => kind switch
    {
        MiniProgramKind.Plugin => "plugin.json",
        MiniProgramKind.Game => "game.json",
        _ => "app.json",
    };
}

/// <summary>What the search for mini programs found. Without roots there is a <see cref="ProblemKind.NoMiniProgram"/> among the problems.</summary>
public sealed record MiniProgramSearch(IReadOnlyList<MiniProgramRoot> Roots, IReadOnlyList<InputProblem> Problems);
