using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>A project of a framework that compiles to mini programs. <paramref name="IsSource"/>: the sources are searched, not what the framework emits.</summary>
public sealed record FrameworkProject(string Name, bool IsSource)
{
    /// <summary>The file of the sources in which a developer sets what app.json shall hold; with the part of it where that is not all of it.</summary>
    public string SettingsFile => Name switch
    {
        "uni-app" => "manifest.json (mp-weixin)",
        "mpx" => "app.mpx",
        "wepy" => "app.wpy",
        "mpvue" => "app.json",
        _ => "app.config",
    };
}

/// <summary>
/// Recognises a framework's project by the files that only it has, and knows where each framework puts what it builds
/// for Weixin.
/// </summary>
/// <param name="Name">uni-app, Taro, Remax, mpx, wepy, mpvue.</param>
/// <param name="SourceFolder">Product path of the folder with the sources.</param>
/// <param name="ConfigurationFileName">What stands for app.json there.</param>
/// <param name="OutputFolders">Product paths, the release build before the one for development.</param>
internal sealed record FrameworkSources(string Name, string SourceFolder, string ConfigurationFileName, IReadOnlyList<string> OutputFolders)
{
    /// <summary>The project whose folder this is, its sources in the folder itself or in <c>src</c>; null when it is none.</summary>
    public static FrameworkSources? Find(IProjectFiles files, string folder)
    {
        // A folder that cannot be listed shows nothing of a framework; who searches it says so.
        var entries = files.ListOrReport(folder, folder, []);
        var hasSrc = entries.Any(entry => entry is { IsDirectory: true, IsLink: false, Name: "src" });
        foreach (var source in hasSrc ? [folder, ProjectPath.Combine(folder, "src")] : new[] { folder })
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in source == folder ? entries : files.ListOrReport(source, source, []))
            {
                if (!entry.IsDirectory)
                    names.Add(entry.Name);
            }

            if (names.Count == 0 || Recognise(files, folder, names) is not { } found)
                continue;
            var outputs = OutputsOf(found.Name).Select(output => ProjectPath.Combine(folder, output)).ToList();
            return new FrameworkSources(found.Name, source, found.Configuration, outputs);
        }

        return null;
    }

    /// <summary>
    /// The framework in whose sources the pages and components of a plug-in are written, which have its plugin.json as it will be; null for a native plug-in.
    /// </summary>
    public static FrameworkProject? OfPlugin(IProjectFiles files, string folder)
    {
        var json = ConfigurationFile.Read(files, ProjectPath.Combine(folder, "plugin.json")).Json;
        foreach (var entry in new[] { json?["pages"], json?["publicComponents"] }.OfType<JsonObject>().SelectMany(entries => entries.Members).Select(member => member.Value).OfType<JsonString>())
        {
            var path = ProjectPath.Combine(folder, entry.Value.Replace('\\', '/').TrimStart('/'));
            if (!ProjectPath.IsWithin(path, folder))
                continue;
            foreach (var (extension, name) in new[] { (".mpx", "mpx"), (".tsx", "Taro"), (".jsx", "Taro"), (".wpy", "wepy") })
            {
                if (files.FileExists(path + extension))
                    return new FrameworkProject(name, IsSource: true);
            }
        }

        return null;
    }

    private static (string Name, string Configuration)? Recognise(IProjectFiles files, string folder, HashSet<string> names)
    {
        bool HasAny(params string[] candidates) => candidates.Any(names.Contains);
        if (names.Contains("pages.json") && HasAny("manifest.json", "App.vue", "App.uvue"))
            return ("uni-app", "pages.json");
        if (names.Contains("app.mpx"))
            return ("mpx", "app.mpx");
        if (names.Contains("app.wpy"))
            return ("wepy", "app.wpy");

        var hasApp = HasAny("app.tsx", "app.jsx", "app.ts", "app.js", "app.vue");
        foreach (var configuration in new[] { "app.config.ts", "app.config.js" })
        {
            if (hasApp && names.Contains(configuration))
                return (DependsOn(files, folder, "remax") ? "Remax" : "Taro", configuration);
        }

        if (HasAny("main.js", "main.ts") && HasAny("App.vue", "app.vue") && (names.Contains("app.json") || DependsOn(files, folder, "mpvue")))
            return ("mpvue", names.Contains("app.json") ? "app.json" : names.Contains("main.ts") ? "main.ts" : "main.js");

        // Before version 3 the configuration stood in the app's class.
        foreach (var app in new[] { "app.tsx", "app.jsx" })
        {
            if (names.Contains(app) && !names.Contains("app.json") && DependsOn(files, folder, "@tarojs/taro"))
                return ("Taro", app);
        }

        return null;
    }

    /// <summary>Whether the project depends on a package: sources may lie in a folder of their own below package.json.</summary>
    private static bool DependsOn(IProjectFiles files, string folder, string package) =>
        NamesDependency(files, folder, package) || (folder.Length > 0 && NamesDependency(files, ProjectPath.GetDirectory(folder), package));

    private static bool NamesDependency(IProjectFiles files, string folder, string package)
    {
        var path = ProjectPath.Combine(folder, "package.json");
        return files.FileExists(path)
            && ConfigurationFile.Read(files, path).Json is { } json
            && (Has(json["dependencies"], package) || Has(json["devDependencies"], package));
    }

    private static bool Has(JsonValue? dependencies, string package) => (dependencies as JsonObject)?[package] is not null;

    private static string[] OutputsOf(string name) => name switch
    {
        "uni-app" => ["dist/build/mp-weixin", "unpackage/dist/build/mp-weixin", "dist/dev/mp-weixin", "unpackage/dist/dev/mp-weixin"],
        "Taro" => ["dist", "dist/weapp"],
        "Remax" => ["dist/wechat", "dist"],
        "wepy" => ["dist", "weapp"],
        _ => ["dist/wx", "dist"],
    };
}
