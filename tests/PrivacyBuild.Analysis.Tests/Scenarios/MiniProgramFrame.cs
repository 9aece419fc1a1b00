using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Tests.Scenarios;

/// <summary>Completes the files of a case to a mini program: every case would otherwise repeat an <c>app.json</c> and empty pages.</summary>
internal static class MiniProgramFrame
{
    private static readonly string[] PrivateInfos =
        ["getFuzzyLocation", "getLocation", "onLocationChange", "startLocationUpdate", "startLocationUpdateBackground", "chooseLocation", "choosePoi", "chooseAddress"];

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
        files["app.json"] = $$"""{ "pages": [{{string.Join(", ", pages.Select(page => $"\"{page}\""))}}]{{DeclaredInterfaces(files)}} }""";
        foreach (var page in pages)
        {
            if (!paths.Contains(page + ".wxml"))
                files[page + ".wxml"] = "<view/>";
            if (!Scripts.Any(extension => paths.Contains(page + extension)))
                files[page + ".js"] = "Page({})";
        }
    }

    // What app.json must say of the interfaces that the files name: most cases are about something else.
    private static string DeclaredInterfaces(IDictionary<string, string> files)
    {
        var sources = files.Where(file => !file.Key.EndsWith(".json", StringComparison.Ordinal)).Select(file => file.Value).ToArray();
        bool Names(string word) => sources.Any(text => Regex.IsMatch(text, $@"\b{Regex.Escape(word)}\b"));
        var infos = PrivateInfos.Where(Names).ToArray();
        var list = infos.Length == 0 ? "" : $", \"requiredPrivateInfos\": [{string.Join(", ", infos.Select(name => $"\"{name}\""))}]";
        return infos.Any(name => name is "getLocation" or "startLocationUpdate" or "startLocationUpdateBackground") || Names("scope.userLocation")
            ? list + """, "permission": { "scope.userLocation": { "desc": "查找你附近的门店" } }"""
            : list;
    }
}
