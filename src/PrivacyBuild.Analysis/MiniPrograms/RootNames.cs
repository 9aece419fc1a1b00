using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>Names for messages: the root's folder; its path where two would have the same; the project's name for the project folder itself.</summary>
internal static class RootNames
{
    /// <summary>The roots without duplicates, in path order, with names that tell them apart.</summary>
    public static List<MiniProgramRoot> Give(IEnumerable<MiniProgramRoot> roots)
    {
        var distinct = roots.GroupBy(root => (root.Root, root.Kind)).Select(group => group.First()).OrderBy(root => root.Root, StringComparer.Ordinal).ThenBy(root => root.Kind).ToList();
        var named = distinct.ConvertAll(root => root with { Name = ShortName(root) });
        return named.ConvertAll(root => named.Count(other => other.Name == root.Name) == 1 ? root : root with { Name = root.Root.Length == 0 ? KindName(root) : root.Root });
    }

    private static string ShortName(MiniProgramRoot root)
    {
        var folder = ProjectPath.GetFileName(root.Root);
        if (folder.Length > 0 && folder != "..")
            return folder;

        // The developer tool writes the name as in an address.
        return root.Project?.ProjectName is { Length: > 0 } name ? Uri.UnescapeDataString(name) : KindName(root);
    }

    private static string KindName(MiniProgramRoot root) => root.Kind switch
    {
        MiniProgramKind.Plugin => "plugin",
        MiniProgramKind.Game => "game",
        _ => "miniprogram",
    };
}
