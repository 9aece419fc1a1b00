using System;
using System.Collections.Generic;
using Microsoft.Build.Framework;
using PrivacyBuild.Analysis;

namespace PrivacyBuild.Tasks;

/// <summary>The items of the project as the engine takes them.</summary>
internal static class ProjectItems
{
    public static IReadOnlyList<AppSetting> Apps(ITaskItem[] items, DiskFiles files) => Array.ConvertAll(items, item => new AppSetting
    {
        Path = files.ToProductPath(item.ItemSpec),
        Root = files.ToProductPath(item.GetMetadata("Root")),
        Name = item.GetMetadata("Name").Trim(),
        Guideline = files.ToProductPath(item.GetMetadata("Guideline")),
        OnlineGuideline = files.ToProductPath(item.GetMetadata("OnlineGuideline")),
        Baseline = files.ToProductPath(item.GetMetadata("Baseline")),
        SharedGuideline = files.ToProductPath(item.GetMetadata("SharedGuideline")),
    });

    /// <summary>The last item of a name counts, as with properties.</summary>
    public static IReadOnlyDictionary<string, string> Defines(ITaskItem[] items)
    {
        var defines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var value = item.GetMetadata("Value").Trim();
            defines[item.ItemSpec.Trim()] = value.Length == 0 ? "true" : value;
        }

        return defines;
    }
}
