using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>The parts of which the messages about app.json are made, and the place that they point at.</summary>
internal static class AppSettingsWording
{
    /// <summary>
    /// Where a member stands, or would have to be added: the value that counts, else the object that lacks it.
    /// </summary>
    public static (ConfigurationFile File, TextSpan Span) PlaceOf(string member, RuleContext context)
    {
        var app = context.MiniProgram.Configuration;
        return app.Find(member) is { } found ? (found.File, found.Value.Span) : (app.Home!.File, app.Home.Json.Span);
    }

    /// <summary><c>app.json</c>, <c>ext.json</c>, <c>app.config.ts</c>, <c>manifest.json (mp-weixin)</c></summary>
    public static string FileOf(string member, RuleContext context)
    {
        var (file, _) = PlaceOf(member, context);
        var framework = context.MiniProgram.Framework;
        var name = ProjectPath.GetFileName(file.Path);
        return framework is { IsSource: true } && framework.SettingsFile.StartsWith(name, StringComparison.Ordinal) ? framework.SettingsFile : name;
    }

    /// <summary>A sentence for what a framework emits, where a change would be lost: the file of the sources to change. Else nothing.</summary>
    public static LocalizedText WrittenByFramework(RuleContext context) => context.MiniProgram.Framework is { IsSource: false } framework
        ? new($" {framework.Name} writes this file: set it in {framework.SettingsFile}.", $"该文件由 {framework.Name} 生成，请在 {framework.SettingsFile} 中设置。")
        : LocalizedText.Empty;

    /// <summary>A sentence when a page's json has the member, where it has no effect. Else nothing.</summary>
    public static LocalizedText InPage(string member, RuleContext context)
    {
        var page = context.MiniProgram.PagesAndComponents.FirstOrDefault(page => page.AppMembers.Any(found => found.Member.Name == member));
        return page?.Json is null || context.MiniProgram.Configuration.Find(member) is not null
            ? LocalizedText.Empty
            : new($" {page.Json.PathInRoot} has it, where it has no effect.", $"{page.Json.PathInRoot} 中的设置不起作用。");
    }

    /// <summary><c>wx.getLocation (pages/map/map.js:12)</c></summary>
    public static LocalizedText Use(Usage usage) => new($"{usage.Name} ({Wording.Place(usage)})", $"{usage.Name}（{Wording.Place(usage)}）");

    /// <summary><c>"requiredPrivateInfos": ["getLocation"]</c>, to paste.</summary>
    public static string List(string member, IEnumerable<string> names) => $"\"{member}\": [{string.Join(", ", names.Select(name => $"\"{name}\""))}]";
}
