using System.Collections.Generic;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>Where one mini program lies, before anything of it is read.</summary>
public sealed record MiniProgramRoot(string Root, MiniProgramKind Kind, ProjectConfiguration? Project)
{
    /// <summary>Name for messages and reports; unique within a check.</summary>
    public string Name { get; init; } = "";

    /// <summary>The framework whose project this is; null for a native one.</summary>
    public FrameworkProject? Framework { get; init; }

    /// <summary>app.json, game.json or plugin.json; of a framework's sources, the file that the framework has for it.</summary>
    public string ConfigurationFileName { get; init; } = FileNameOf(Kind);

    public string ConfigurationPath => ProjectPath.Combine(Root, ConfigurationFileName);

    public static string FileNameOf(MiniProgramKind kind) => kind switch
    {
        MiniProgramKind.Plugin => "plugin.json",
        MiniProgramKind.Game => "game.json",
        _ => "app.json",
    };
}

/// <summary>What the search for mini programs found. Without roots there is a <see cref="ProblemKind.NoMiniProgram"/> among the problems.</summary>
public sealed record MiniProgramSearch(IReadOnlyList<MiniProgramRoot> Roots, IReadOnlyList<InputProblem> Problems);
