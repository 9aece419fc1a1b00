using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Guidelines;

/// <summary>
/// Where the guideline of a mini program lies. <see cref="Path"/> is null when there is none anywhere; the online guideline, the stored
/// answer of the platform, then serves as one.
/// </summary>
public sealed record GuidelineLocation(string? Path, string? OnlinePath, IReadOnlyList<InputProblem> Problems)
{
    /// <summary>Every place that was looked at, found or not: a build must run again when a file appears there.</summary>
    public IReadOnlyList<string> LookedAt { get; init; } = [];

    /// <summary>The guideline that several apps share; the app's own is laid over it. Null when none is set.</summary>
    public string? SharedPath { get; init; }

    /// <summary>The file to hold the code against; null when there is none.</summary>
    public string? ServingPath => Path ?? SharedPath ?? OnlinePath;

    /// <summary>True when the online guideline serves as the guideline.</summary>
    public bool IsOnline => Path is null && SharedPath is null && OnlinePath is not null;
}

/// <summary>Finds the guideline: where the options say, else beside the project file, else beside project.config.json.</summary>
public static class GuidelineLocator
{
    public const string FileName = InputFileNames.Guideline;
    public const string OnlineFileName = InputFileNames.OnlineGuideline;

    /// <param name="options">Paths that are set win, and must exist.</param>
    /// <param name="files">The project.</param>
    /// <param name="projectConfigurationPath">The project.config.json that applies, if any.</param>
    public static GuidelineLocation Locate(PrivacyCheckOptions options, IProjectFiles files, string? projectConfigurationPath)
    {
        var problems = new List<InputProblem>();
        var lookedAt = new List<string>();
        var path = Locate(options.Guideline, FileName, files, projectConfigurationPath, problems, lookedAt);
        var online = Locate(options.OnlineGuideline, OnlineFileName, files, projectConfigurationPath, problems, lookedAt);
        var shared = options.SharedGuideline.Length == 0 ? null : Locate(options.SharedGuideline, "", files, projectConfigurationPath, problems, lookedAt);
        return new GuidelineLocation(path, online, problems) { SharedPath = shared, LookedAt = lookedAt };
    }

    private static string? Locate(string option, string fileName, IProjectFiles files, string? projectConfigurationPath, List<InputProblem> problems, List<string> lookedAt)
    {
        if (option.Length > 0)
        {
            var path = ProjectPath.Normalize(option);
            lookedAt.Add(path);
            if (files.FileExists(path))
                return path;
            problems.Add(new InputProblem(ProblemKind.SettingInvalid, path, default, default, path) { Reason = ProblemReason.NotFound });
            return null;
        }

        var places = new List<string> { fileName };
        if (projectConfigurationPath is not null)
            places.Add(ProjectPath.Combine(ProjectPath.GetDirectory(projectConfigurationPath), fileName));
        places = places.Distinct(StringComparer.Ordinal).ToList();
        lookedAt.AddRange(places);

        var found = places.Where(files.FileExists).ToList();
        if (found.Count > 1)
            problems.Add(new InputProblem(ProblemKind.SettingInvalid, found[0], default, default, found[1]) { Reason = ProblemReason.TwoPlaces });
        return found.FirstOrDefault();
    }
}
