using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Tests.Scenarios;

/// <summary>Completes the files of a case to a mini program: every case would otherwise repeat an <c>app.json</c> and empty pages.</summary>
internal static class MiniProgramFrame
{
    private static readonly string[] Configurations = ["app.json", "game.json", "plugin.json", "project.config.json", "pages.json", "app.config.js", "app.config.ts"];
    private static readonly string[] Scripts = [".js", ".ts", ".jsx", ".tsx", ".vue"];

    /// <summary>Does nothing when the case has a configuration of its own: a root other than the project folder is written out.</summary>
    public static void AddMissingFiles(IDictionary<string, string> files, IEnumerable<string> others)
    {
        var paths = files.Keys.Concat(others).ToArray();
        if (paths.Any(path => Configurations.Contains(ProjectPath.GetFileName(path))))
            return;
        var pages = paths.Where(path => path.StartsWith("pages/", StringComparison.Ordinal)).Select(ProjectPath.WithoutExtension).Distinct().ToArray();
        files["project.config.json"] = """{ "packOptions": { "ignore": [ { "type": "prefix", "value": "privacy-" } ] } }""";
        files["app.json"] = $$"""{ "pages": [{{string.Join(", ", pages.Select(page => $"\"{page}\""))}}] }""";
        foreach (var page in pages)
        {
            if (!paths.Contains(page + ".wxml"))
                files[page + ".wxml"] = "<view/>";
            if (!Scripts.Any(extension => paths.Contains(page + extension)))
                files[page + ".js"] = "Page({})";
        }
    }
}
