using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Names for messages: what the project calls the app; else the root's folder or the tenant's; its path where two would have the same;
/// the project's name for the project folder itself.
/// </summary>
internal static class RootNames
{
    /// <summary>The roots without duplicates, in path order, with names that tell them apart.</summary>
    public static List<MiniProgramRoot> Give(IEnumerable<MiniProgramRoot> roots)
    {
        var distinct = roots
            .GroupBy(root => new Identity(root.Template, root.Setting))
            .Select(group => group.First())
            .OrderBy(root => root.Root, StringComparer.Ordinal)
            .ThenBy(root => (int)root.Kind)
            .ThenBy(root => root.TenantExtension, StringComparer.Ordinal)
            .ToList();
        return WithDistinctNames(distinct, ShortName, LongName, NumberedName);
    }

    // Each form is tried on those that the one before did not tell apart.
    private static List<MiniProgramRoot> WithDistinctNames(List<MiniProgramRoot> roots, params Func<MiniProgramRoot, int, string>[] forms)
    {
        var named = roots.Select((root, index) => root with { Name = forms[0](root, index) }).ToList();
        foreach (var form in forms.Skip(1))
        {
            var taken = named.GroupBy(root => root.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
            named = named.Select((root, index) => taken[root.Name] == 1 ? root : root with { Name = form(root, index) }).ToList();
        }

        return named;
    }

    private static string ShortName(MiniProgramRoot root, int index)
    {
        if (root.Setting?.Name is { Length: > 0 } given)
            return given;
        if (root.TenantExtension is { } tenant)
            return TenantName(tenant);
        var folder = ProjectPath.GetFileName(root.Root);
        if (folder.Length > 0 && folder != "..")
            return folder;

        // The developer tool writes the name as in an address.
        return root.Project?.ProjectName is { Length: > 0 } name ? Uri.UnescapeDataString(name) : KindName(root);
    }

    private static string LongName(MiniProgramRoot root, int index)
    {
        if (root.Setting?.Name is { Length: > 0 } given)
            return $"{given} ({(root.Kind == MiniProgramKind.Plugin ? KindName(root) : root.TenantExtension ?? root.Root)})";
        return root.TenantExtension ?? (root.Root.Length == 0 ? KindName(root) : root.Root);
    }

    private sealed record Identity(string Template, AppSetting? Setting);

    private static string NumberedName(MiniProgramRoot root, int index) => $"{LongName(root, index)} #{index + 1}";

    // tenants/t001/ext.json, tenants/t001.json, tenants/t001.ext.json
    private static string TenantName(string path)
    {
        var name = ProjectPath.GetFileName(path);
        var own = name.Substring(0, name.Length - ".json".Length);
        if (own.EndsWith(".ext", StringComparison.OrdinalIgnoreCase))
            own = own.Substring(0, own.Length - ".ext".Length);
        var folder = ProjectPath.GetFileName(ProjectPath.GetDirectory(path));
        return own.Length == 0 || (string.Equals(own, "ext", StringComparison.OrdinalIgnoreCase) && folder.Length > 0 && folder != "..") ? folder : own;
    }

    private static string KindName(MiniProgramRoot root) => root.Kind switch
    {
        MiniProgramKind.Plugin => "plugin",
        MiniProgramKind.Game => "game",
        _ => "miniprogram",
    };
}
