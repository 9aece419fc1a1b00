using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>The build's own folders, as product paths.</summary>
internal static class BuildFolders
{
    /// <summary>Without the project folder itself and those above it, where somebody builds in place: leaving them out would leave out everything.</summary>
    public static List<string> Normalize(IEnumerable<string> folders) => folders
        .Select(ProjectPath.Normalize)
        .Where(folder => folder.Length > 0 && folder != ".." && !folder.EndsWith("/..", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .ToList();
}
