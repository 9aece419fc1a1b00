using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>The parts of which messages of several rules are made, so that the same thing is always called by the same words.</summary>
internal static class Wording
{
    private const int FurtherPlacesNamed = 2;
    private const int KindsNamed = 3;

    /// <summary><c>Location (位置信息)</c> · <c>“位置信息”（Location）</c>; a key of one's own has no label.</summary>
    public static LocalizedText Kind(string key, PrivacyCatalogue catalogue) =>
        catalogue.KindsByKey.TryGetValue(key, out var kind)
            ? new LocalizedText($"{key} ({kind.Label})", $"“{kind.Label}”（{key}）")
            : new LocalizedText(key, $"“{key}”");

    /// <summary><c>This mini program</c> · <c>该小程序</c></summary>
    public static LocalizedText ThisApp(MiniProgramKind kind) => kind switch
    {
        MiniProgramKind.Plugin => new("This plug-in", "该插件"),
        MiniProgramKind.Game => new("This mini game", "该小游戏"),
        _ => new("This mini program", "该小程序"),
    };

    /// <summary>The entry to paste into <c>setting_list</c>.</summary>
    public static string Entry(string key) => $$"""{ "privacy_key": "{{key}}", "privacy_text": "…" }""";

    /// <summary>An entry to paste into <c>packOptions.ignore</c>.</summary>
    public static string IgnoreEntry(string type, string value) => $$"""{ "type": "{{type}}", "value": "{{value}}" }""";

    /// <summary>What is to be done for a kind, without its end: the online guideline is the platform's and stays as it is, and one's own is begun from it.</summary>
    public static LocalizedText Declare(string key, Guideline guideline) => guideline.IsOnline
        ? new(
            $"run dotnet build -p:PrivacyBuildWrite=guideline, which begins {GuidelineLocator.FileName} with the purposes of this one, and state the purpose of {key}",
            $"运行 dotnet build -p:PrivacyBuildWrite=guideline，以此为基础生成 {GuidelineLocator.FileName}，并写明 {key} 的用途")
        : new($"add {Entry(key)} to setting_list and state the purpose", $"在 setting_list 中添加 {Entry(key)} 并写明用途");

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    /// <summary>The first kinds by key: <c>Location, Album, Camera and 2 more</c> · <c>Location、Album、Camera 等</c></summary>
    public static LocalizedText Kinds(IReadOnlyList<KindUse> kinds)
    {
        var named = kinds.Take(KindsNamed).Select(kind => kind.Key).ToArray();
        return kinds.Count > named.Length
            ? new LocalizedText($"{string.Join(", ", named)} and {kinds.Count - named.Length} more", $"{string.Join("、", named)} 等")
            : new LocalizedText(EnglishList(named), string.Join("、", named));
    }

    /// <summary><c>[@vant/weapp 1.11.7, reached by no page but uploaded] </c> in front of a message; nothing for reached code of one's own.</summary>
    public static LocalizedText OwnerInFront(Usage usage)
    {
        var owner = usage.Owner;
        if (owner.Type == OwnerType.Own)
            return usage.Reachable ? LocalizedText.Empty : new("[reached by no page but uploaded] ", "[无页面使用，但会随包上传] ");
        var name = owner.Name.Length == 0
            ? new LocalizedText("third-party code", "第三方代码")
            : Same(owner.Version.Length == 0 ? owner.Name : $"{owner.Name} {owner.Version}");
        return usage.Reachable
            ? new LocalizedText($"[{name.En}] ", $"[{name.Zh}] ")
            : new LocalizedText($"[{name.En}, reached by no page but uploaded] ", $"[{name.Zh}，无页面使用，但会随包上传] ");
    }

    /// <summary>The places behind the carrying one: <c> Also at map.ts:41, lbs.js:8 and 2 more places.</c> · <c>另见 map.ts:41、lbs.js:8 等 4 处。</c></summary>
    public static LocalizedText FurtherPlaces(IReadOnlyList<Usage> usages)
    {
        var further = usages.GroupBy(usage => usage.Place).Skip(1).Select(place => place.First()).ToArray();
        if (further.Length == 0)
            return LocalizedText.Empty;
        var named = further.Take(FurtherPlacesNamed).Select(usage => $"{ShortPath(usage, usages)}:{LineOf(usage)}").ToArray();
        var more = further.Length - named.Length;
        return more == 0
            ? new LocalizedText($" Also at {EnglishList(named)}.", $"另见 {string.Join("、", named)}。")
            : new LocalizedText($" Also at {string.Join(", ", named)} and {Count(more, "more place", "more places")}.", $"另见 {string.Join("、", named)} 等 {further.Length} 处。");
    }

    /// <summary><c>pages/map/map.ts:12</c></summary>
    public static string Place(Usage usage) => $"{PathOf(usage)}:{LineOf(usage)}";

    /// <summary>A text of the developer's as a message may quote it: one line, without control characters, at most so many characters.</summary>
    public static string Quoted(string text, int length = 40)
    {
        var line = new string(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c).ToArray()).Trim();
        return line.Length <= length ? line : $"{line.Substring(0, length)}…";
    }

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";

    public static string EnglishList(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[items.Count - 1]}";

    public static LocalizedText Same(string text) => new(text, text);

    // A file name alone is the shortest; pages that all call their script index.js need the folder.
    private static string ShortPath(Usage usage, IReadOnlyList<Usage> all)
    {
        var name = ProjectPath.GetFileName(PathOf(usage));
        var isAmbiguous = name.StartsWith("index.", StringComparison.Ordinal) ||
            all.Any(other => PathOf(other) != PathOf(usage) && ProjectPath.GetFileName(PathOf(other)) == name);
        return isAmbiguous ? PathOf(usage) : name;
    }

    private static string PathOf(Usage usage) => usage.Original?.Path ?? usage.File.PathInRoot;

    private static int LineOf(Usage usage) => usage.Original?.Start.Line ?? usage.Start.Line;
}
