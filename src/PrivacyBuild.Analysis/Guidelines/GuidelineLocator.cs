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

    /// <summary>Where a guideline would have to be written when there is none.</summary>
    public string DefaultPath { get; init; } = GuidelineLocator.FileName;

    /// <summary>The file to hold the code against; null when there is none.</summary>
    public string? ServingPath => Path ?? SharedPath ?? OnlinePath;

    /// <summary>True when the online guideline serves as the guideline.</summary>
    public bool IsOnline => Path is null && SharedPath is null && OnlinePath is not null;
}

/// <summary>
/// Finds the guideline: where the app's item or the options say, else beside a tenant's ext.json, else beside the project file, else
/// beside project.config.json. A plug-in's own (<see cref="PluginFileName"/>) goes before the one it shares with its program.
/// </summary>
public static class GuidelineLocator
{
    public const string FileName = InputFileNames.Guideline;
    public const string OnlineFileName = InputFileNames.OnlineGuideline;
    public const string PluginFileName = InputFileNames.PluginGuideline;

    /// <param name="options">Paths that are set win, and must exist.</param>
    /// <param name="files">The project.</param>
    /// <param name="projectConfigurationPath">The project.config.json that applies, if any.</param>
    /// <param name="app">What the project says of this app.</param>
    /// <param name="isPlugin">Whether it is a plug-in.</param>
    public static GuidelineLocation Locate(PrivacyCheckOptions options, IProjectFiles files, string? projectConfigurationPath, AppSetting? app = null, bool isPlugin = false)
    {
        var problems = new List<InputProblem>();
        var lookedAt = new List<string>();
        var folders = new List<string> { "" };
        if (projectConfigurationPath is not null)
            folders.Add(ProjectPath.GetDirectory(projectConfigurationPath));
        folders = folders.Distinct(StringComparer.Ordinal).ToList();
        var tenantFolder = app is { IsTenant: true } ? ProjectPath.GetDirectory(app.Path) : null;

        var path = Set(app?.Guideline, options.Guideline) is { } set
            ? Named(set)
            : Beside(tenantFolder, FileName) ?? (isPlugin ? Usual(PluginFileName) : null) ?? Usual(FileName);
        var online = Set(app?.OnlineGuideline, options.OnlineGuideline) is { } setOnline
            ? Named(setOnline)
            : Beside(tenantFolder, OnlineFileName) ?? Usual(OnlineFileName);
        var shared = Set(app?.SharedGuideline, options.SharedGuideline) is { } setShared ? Named(setShared) : null;
        return new GuidelineLocation(path, online, problems)
        {
            SharedPath = shared,
            LookedAt = lookedAt,
            DefaultPath = tenantFolder is null ? FileName : ProjectPath.Combine(tenantFolder, FileName),
        };

        string? Named(string named)
        {
            lookedAt.Add(named);
            if (files.FileExists(named))
                return named;
            problems.Add(new InputProblem(ProblemKind.SettingInvalid, named, default, default, named) { Reason = ProblemReason.NotFound });
            return null;
        }

        string? Beside(string? folder, string name)
        {
            if (folder is null)
                return null;
            lookedAt.Add(ProjectPath.Combine(folder, name));
            return files.FileExists(lookedAt[lookedAt.Count - 1]) ? lookedAt[lookedAt.Count - 1] : null;
        }

        string? Usual(string name)
        {
            var places = folders.ConvertAll(folder => ProjectPath.Combine(folder, name));
            lookedAt.AddRange(places);
            var found = places.Where(files.FileExists).ToList();
            if (found.Count > 1)
                problems.Add(new InputProblem(ProblemKind.SettingInvalid, found[0], default, default, found[1]) { Reason = ProblemReason.TwoPlaces });
            return found.FirstOrDefault();
        }
    }

    private static string? Set(string? ofApp, string ofProject) =>
        !string.IsNullOrEmpty(ofApp) ? ProjectPath.Normalize(ofApp!) : ofProject.Length > 0 ? ProjectPath.Normalize(ofProject) : null;
}
