using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// What among a framework's sources never becomes part of the Weixin package: tests, build configuration, outputs, and the
/// files of other platforms, which frameworks tell apart by name.
/// </summary>
internal static class FrameworkFiles
{
    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal) { "__tests__", "utssdk" };

    // Below the top, folders of these names hold code like any other.
    private static readonly HashSet<string> TopFolders = new(StringComparer.Ordinal)
    {
        "dist", "unpackage", "test", "tests", "cloudfunctions", "hybrid", "nativeplugins",
        "mycomponents", "swancomponents", "ttcomponents", "qqcomponents", "kscomponents", "jdcomponents",
    };

    // Endings of base names (index.h5.tsx) and folders below platforms/.
    private static readonly HashSet<string> OtherPlatforms = new(StringComparer.OrdinalIgnoreCase)
    {
        "h5", "web", "rn", "alipay", "ali", "swan", "tt", "qq", "jd", "ks", "dd", "xhs", "quickapp", "qa", "harmony", "harmony-hybrid", "ios", "android", "app", "app-plus",
        "mp-alipay", "mp-baidu", "mp-toutiao", "mp-qq", "mp-kuaishou", "mp-lark", "mp-jd", "mp-xhs", "mp-harmony", "quickapp-webview",
    };

    public static bool IsLeftOutFolder(string pathInRoot, string name) =>
        name[0] == '.'
        || Folders.Contains(name)
        || (pathInRoot == name && TopFolders.Contains(name))
        || name.StartsWith("uniCloud", StringComparison.Ordinal)
        || (OtherPlatforms.Contains(name) && ProjectPath.GetFileName(ProjectPath.GetDirectory(pathInRoot)) is "platforms" or "static");

    public static bool IsLeftOut(string pathInRoot)
    {
        var name = ProjectPath.GetFileName(pathInRoot);
        var parts = name.Split('.');
        if (parts.Length < 3)
            return false;
        var last = parts[parts.Length - 2];
        if (OtherPlatforms.Contains(last) || last is "test" or "spec")
            return true;

        // vue.config.js and its like; app.config.ts is Taro's app.json, and pages have theirs.
        return last == "config" && pathInRoot == name && parts[0] != "app" && !parts.Contains("index");
    }
}
