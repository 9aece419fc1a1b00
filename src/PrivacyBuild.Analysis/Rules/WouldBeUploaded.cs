using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0009: build folders or our own files lie in the app root and would be uploaded.</summary>
public sealed class WouldBeUploaded : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV0009",
        Severity = Severity.Warning,
        Nature = RuleNature.Fact,
        Sources = ["DOC-PROJCFG", "CI"],
        Title = new("Build files would be uploaded with the mini program", "构建产物会随小程序上传"),
        What = new(
            "obj, bin, the guideline or the baseline lie in the app root, and packOptions.ignore does not leave them out.",
            "obj、bin、指引或基线文件位于小程序根目录中，且未被 packOptions.ignore 排除。"),
        Why = new(
            "The developer tool packs everything below the app root that it may. The files cost package size and show users what is none of their business.",
            "开发者工具会打包根目录下所有允许的文件，既占用包体积，也会让用户看到不该公开的内容。"),
        How = new(
            "Paste the entries of the message into packOptions.ignore of project.config.json, or move the project file out of the app root.",
            "将消息中的条目粘贴到 project.config.json 的 packOptions.ignore，或把项目文件移出小程序根目录。"),
        Example = new(
            "json",
            """
            { "packOptions": { "ignore": [] } }
            """,
            """
            { "packOptions": { "ignore": [ { "type": "folder", "value": "obj" }, { "type": "folder", "value": "bin" } ] } }
            """),
    };

    public override void Check(RuleContext context)
    {
        var problems = context.Problems(ProblemKind.WouldBeUploaded).OrderBy(problem => problem.Subject, StringComparer.Ordinal).ToArray();
        if (problems.Length == 0)
            return;

        var names = problems.Select(problem => problem.Subject.TrimEnd('/')).ToArray();
        var entries = string.Join(", ", problems.Select(problem => new IgnoreEntry(problem.Detail, problem.Subject.TrimEnd('/'))).Concat(StillToCome(context)).Distinct()
            .OrderBy(entry => entry.Type == "file" ? 1 : 0).ThenBy(entry => entry.Path, StringComparer.Ordinal).Select(entry => Wording.IgnoreEntry(entry.Type, entry.Path)));
        var configuration = context.MiniProgram.ProjectConfigurationPath;
        var file = configuration is null
            ? new LocalizedText("a project.config.json beside the app root", "小程序根目录旁的 project.config.json ")
            : new LocalizedText(ProjectPath.GetFileName(configuration), $" {ProjectPath.GetFileName(configuration)} ");
        var paste = context.MiniProgram.Project?.File.Json?["packOptions"] is null
            ? new LocalizedText($"Write in {file.En}: \"packOptions\": {{ \"ignore\": [{entries}] }}", $"请在{file.Zh}中写入：\"packOptions\": {{ \"ignore\": [{entries}] }}")
            : new LocalizedText($"Add to packOptions.ignore of {file.En}: {entries}", $"请在{file.Zh}的 packOptions.ignore 中添加：{entries}");
        context.Report(this, new LocalizedText(
            $"{Wording.EnglishList(names)} {(names.Length == 1 ? "lies" : "lie")} in the app root and would be uploaded with the mini program. ",
            $"{string.Join("、", names)} 位于小程序根目录中，会随小程序上传。") + paste,
            configuration ?? context.MiniProgram.ConfigurationPath);
    }

    // What the next builds will put there, so that the message need not come back: the other build folders, and the guideline that is missing.
    private static IEnumerable<IgnoreEntry> StillToCome(RuleContext context)
    {
        var app = context.MiniProgram;
        foreach (var folder in context.Options.BuildFolders.Select(ProjectPath.Normalize).Where(folder => ProjectPath.GetDirectory(folder) == app.Root && folder != app.Root))
        {
            var path = ProjectPath.GetFileName(folder);
            if (app.Project?.IsIgnored(path + "/project.assets.json", []) != true)
                yield return new IgnoreEntry("folder", path);
        }

        var guideline = context.Facts.GuidelinePath;
        if (context.Guideline is null && context.UsedKinds.Count > 0 && ProjectPath.GetDirectory(guideline) == app.Root && app.Project?.IsIgnored(ProjectPath.GetFileName(guideline), []) != true)
            yield return new IgnoreEntry("file", ProjectPath.GetFileName(guideline));
    }

    private sealed record IgnoreEntry(string Type, string Path);
}
