using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Suppressions;

/// <summary>Finds the baseline: where the app's item or the options say, else beside the project file, else beside project.config.json.</summary>
public static class BaselineLocator
{
    public const string FileName = InputFileNames.Baseline;

    /// <param name="options">A path that is set wins. It must exist, unless the baseline is being written.</param>
    /// <param name="files">The project.</param>
    /// <param name="projectConfigurationPath">The project.config.json that applies, if any.</param>
    /// <param name="app">What the project says of this app.</param>
    /// <param name="problems">Where a problem goes.</param>
    /// <returns>Where it is, or would be written, and whether it is there.</returns>
    public static (string Path, bool Exists) Locate(
        PrivacyCheckOptions options, IProjectFiles files, string? projectConfigurationPath, AppSetting? app, ICollection<InputProblem> problems)
    {
        var setting = app is { Baseline.Length: > 0 } ? app.Baseline : options.Baseline;
        if (setting.Length > 0)
        {
            var path = ProjectPath.Normalize(setting);
            var exists = files.FileExists(path);
            if (!exists && !options.WriteBaseline)
                AddOnce(new InputProblem(ProblemKind.SettingInvalid, path, default, default, path) { Reason = ProblemReason.NotFound });
            return (path, exists);
        }

        var places = new List<string> { FileName };
        if (projectConfigurationPath is not null)
            places.Add(ProjectPath.Combine(ProjectPath.GetDirectory(projectConfigurationPath), FileName));
        var found = places.Distinct(StringComparer.Ordinal).Where(files.FileExists).ToArray();
        if (found.Length > 1)
            AddOnce(new InputProblem(ProblemKind.SettingInvalid, found[0], default, default, found[1]) { Reason = ProblemReason.TwoPlaces });
        return found.Length > 0 ? (found[0], true) : (FileName, false);

        void AddOnce(InputProblem problem)
        {
            if (!problems.Contains(problem))
                problems.Add(problem);
        }
    }
}
