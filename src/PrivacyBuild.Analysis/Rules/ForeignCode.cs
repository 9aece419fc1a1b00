using System;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>
/// What removes an interface that came with code of others, which nobody edits: leaving out what nothing reaches, doing without the
/// component that brings it, the framework's own way.
/// </summary>
internal static class ForeignCode
{
    /// <summary>What to do without; a part of a sentence: <c>do without &lt;van-uploader&gt; in pages/post/post</c>.</summary>
    public static LocalizedText DoWithout(Usage usage, RuleContext context)
    {
        // Of all components there are, Taro emits the templates of those that some code imports (source: @tarojs/shared, template).
        if (usage.Owner is { Type: OwnerType.Framework, Name: "Taro" } && usage.Interface is { Form: InterfaceForm.Component } component)
        {
            var name = string.Concat(component.Name.Trim('<', '>').Split('-').Select(Wording.Capital));
            return new(
                $"stop importing {name} from @tarojs/components (Taro emits a template for each component that is imported)",
                $"不再从 @tarojs/components 引入 {name}（Taro 会为引入的每个组件生成模板）");
        }

        // Of the components that it collects from the program and its own packages, whether a page uses them or not (source: @remax/cli, createBaseTemplate).
        if (usage.Owner is { Type: OwnerType.Framework, Name: "Remax" } && usage.Interface is { Form: InterfaceForm.Component } collected)
        {
            var tag = collected.Name.Trim('<', '>');
            return new(
                $"delete the {tag} template, which no page may need, from base.wxml after the build (Remax writes one for each component that it collects, used or not)",
                $"在构建后从 base.wxml 中删除没有页面使用的 {tag} 模板（Remax 会为收集到的每个组件生成模板，无论是否使用）");
        }

        return usage.Chain.FirstOrDefault(edge => edge.To.Owner.Type != OwnerType.Own) switch
        {
            { Reason: EdgeReason.Component, Name.Length: > 0 } edge when IsOnlyRegistered(edge.Name, context) => new(
                $"remove {edge.Name} from usingComponents of {PlaceOf(edge)}, as no template uses it",
                $"从 {PlaceOf(edge)} 的 usingComponents 中移除 {edge.Name}（没有模板使用）"),
            { Reason: EdgeReason.Component, Name.Length: > 0 } edge => new(
                $"do without <{edge.Name}> in {PlaceOf(edge)}",
                $"在 {PlaceOf(edge)} 中不使用 <{edge.Name}>"),
            { Reason: EdgeReason.Script or EdgeReason.Template, From: { } from } => new(
                $"do without it in {from.PathInRoot}, which imports it",
                $"在 {from.PathInRoot} 中不再引入"),
            { Reason: EdgeReason.Page } edge => new($"remove the page {edge.Name}", $"删除页面 {edge.Name}"),
            _ => new("do without what needs it in this package", "不使用该包中的相应功能"),
        };
    }

    /// <summary>The entry of packOptions.ignore that leaves out a file that nothing reaches: with all of its folder when nothing reaches that either and it came with a package.</summary>
    public static string IgnoreEntry(Usage usage, RuleContext context) => context.Project.IgnoreEntryOf(usage.File, file =>
    {
        var folder = file.Owner.Type == OwnerType.Npm ? UnreachedFolder(file, context) : null;
        return folder is null ? Wording.IgnoreEntry("file", file.PathInRoot) : Wording.IgnoreEntry("folder", folder);
    });

    private static string? UnreachedFolder(ShippedFile file, RuleContext context)
    {
        if (context.Usages.Reach is not { } reach)
            return null;
        string? unreached = null;
        for (var folder = ProjectPath.GetDirectory(file.PathInRoot); folder.Length > 0 && ProjectPath.IsWithin(folder, file.Owner.Folder); folder = ProjectPath.GetDirectory(folder))
        {
            if (context.MiniProgram.Files.Any(other => ProjectPath.IsWithin(other.PathInRoot, folder) && reach.IsReachable(other)))
                break;
            unreached = folder;
        }

        return unreached;
    }

    // In JSX a component goes by other names than its tag. A generic's default is registered by nobody.
    private static bool IsOnlyRegistered(string tag, RuleContext context) =>
        context.MiniProgram.Framework?.IsSource != true && context.Usages.Tags.Count > 0 && !context.Usages.Tags.Contains(tag)
        && !tag.EndsWith("-default", StringComparison.Ordinal) && tag is not ("custom-tab-bar" or "app-bar");

    private static string PlaceOf(FileEdge edge) => edge.From is { } from ? ProjectPath.WithoutExtension(from.PathInRoot) : "app.json";
}
