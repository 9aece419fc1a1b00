using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0001: there is nothing to check. A package that finds nothing must say so instead of passing.</summary>
public sealed class MiniProgramNotFound : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV0001",
        Severity = Severity.Error,
        Nature = RuleNature.Advice,
        Sources = ["S000-1"],
        Title = new("No mini program found", "未找到小程序"),
        What = new(
            "The project references PrivacyBuild, and no mini program, plug-in or mini game was found: no app.json, game.json or plugin.json in the project folder or below it. A message only where the package came to every project of a repository by GlobalPackageReference and nothing is configured.",
            "项目引用了 PrivacyBuild，但在项目文件夹及其子文件夹中没有找到小程序、插件或小游戏（app.json、game.json、plugin.json）。若通过 GlobalPackageReference 引入且没有任何配置，则仅作提示。"),
        Why = new(
            "A check that searches nothing would always be green.",
            "什么都没检查的检查永远是绿色的。"),
        How = new(
            "Set PrivacyBuildRoot to the folder that holds app.json (it may lie outside the project folder), name several by PrivacyBuildApp items, or set PrivacyBuildMode to off for a project without a mini program.",
            "将 PrivacyBuildRoot 设为 app.json 所在的文件夹（可以在项目文件夹之外），多个小程序可用 PrivacyBuildApp 条目列出；没有小程序的项目请将 PrivacyBuildMode 设为 off。"),
        Example = new(
            "xml",
            """
            <PackageReference Include="PrivacyBuild" Version="…" />
            """,
            """
            <PackageReference Include="PrivacyBuild" Version="…" />
            <PropertyGroup><PrivacyBuildRoot>../miniprogram</PrivacyBuildRoot></PropertyGroup>
            """),
    };

    public override void CheckProject(ProjectContext context)
    {
        var problems = context.Facts.Problems.Where(problem => problem.Kind == ProblemKind.NoMiniProgram).Distinct().ToList();
        if (context.Options.Apps.Count > 0 && problems.Count > 0)
        {
            foreach (var problem in problems)
                context.Report(this, NamedApp(problem));
            return;
        }

        if (context.Facts.MiniPrograms.Count > 0)
            return;
        context.Report(this, Nothing(problems.FirstOrDefault(), context.Options.Root), severity: context.Options.MiniProgramOptional ? Severity.Message : null);
    }

    private static LocalizedText Nothing(InputProblem? problem, string root)
    {
        var (seen, seenZh) = ("", "");
        var (where, whereZh) = (root.Length > 0, problem?.Reason) switch
        {
            (true, ProblemReason.NotFound) => ($"the folder {root}, which PrivacyBuildRoot names, does not exist", $"PrivacyBuildRoot 指定的文件夹 {root} 不存在"),
            (true, _) => ($"{root}, which PrivacyBuildRoot names, holds no app.json, game.json or plugin.json", $"PrivacyBuildRoot 指定的 {root} 中没有 app.json、game.json 或 plugin.json"),
            _ => ("there is no app.json, game.json or plugin.json in the project folder or below it", "项目文件夹及其子文件夹中没有 app.json、game.json 或 plugin.json"),
        };
        if (problem is { Subject.Length: > 0 })
            (seen, seenZh) = ($" Seen, but none of a mini program's: {problem.Subject}.", $"找到但不属于小程序的文件：{problem.Subject}。");
        return new LocalizedText(
            $"No mini program was found: {where}.{seen} Set PrivacyBuildRoot to the folder that holds one, or PrivacyBuildMode to off if this project has none.",
            $"未找到小程序：{whereZh}。{seenZh}请将 PrivacyBuildRoot 设为小程序所在的文件夹；若该项目没有小程序，请将 PrivacyBuildMode 设为 off。");
    }

    private static LocalizedText NamedApp(InputProblem problem)
    {
        var path = problem.Path.Length == 0 ? "." : problem.Path;
        return problem.Reason switch
        {
            ProblemReason.NotFound => new(
                $"No mini program was found: {path}, which a PrivacyBuildApp item names, does not exist. Correct the path, or remove the item.",
                $"未找到小程序：PrivacyBuildApp 指定的 {path} 不存在。请改正路径，或删除该条目。"),
            ProblemReason.TenantWithoutRoot => new(
                $"No mini program was found for {path}: the PrivacyBuildApp item names a tenant's ext.json and not the code it is for. Give the item the metadata Root, the folder of the template.",
                $"未找到 {path} 对应的小程序：PrivacyBuildApp 条目指定了 ext.json，但没有指明对应的代码。请用元数据 Root 指定模板所在的文件夹。"),
            _ => new(
                $"No mini program was found: {path}, which a PrivacyBuildApp item names, holds no app.json, game.json or plugin.json. Correct the path, or remove the item.",
                $"未找到小程序：PrivacyBuildApp 指定的 {path} 中没有 app.json、game.json 或 plugin.json。请改正路径，或删除该条目。"),
        };
    }
}
