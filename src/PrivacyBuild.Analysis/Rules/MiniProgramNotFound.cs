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
            "Set PrivacyBuildRoot to the folder that holds app.json (it may lie outside the project folder), or PrivacyBuildMode to off for a project without a mini program.",
            "将 PrivacyBuildRoot 设为 app.json 所在的文件夹（可以在项目文件夹之外）；没有小程序的项目请将 PrivacyBuildMode 设为 off。"),
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
        if (context.Facts.MiniPrograms.Count > 0)
            return;

        var problem = context.Facts.Problems.FirstOrDefault(problem => problem.Kind == ProblemKind.NoMiniProgram);
        var root = context.Options.Root;
        var (seen, seenZh) = ("", "");
        var (where, whereZh) = (root.Length > 0, problem?.Reason) switch
        {
            (true, ProblemReason.NotFound) => ($"the folder {root}, which PrivacyBuildRoot names, does not exist", $"PrivacyBuildRoot 指定的文件夹 {root} 不存在"),
            (true, _) => ($"{root}, which PrivacyBuildRoot names, holds no app.json, game.json or plugin.json", $"PrivacyBuildRoot 指定的 {root} 中没有 app.json、game.json 或 plugin.json"),
            _ => ("there is no app.json, game.json or plugin.json in the project folder or below it", "项目文件夹及其子文件夹中没有 app.json、game.json 或 plugin.json"),
        };
        if (problem is { Subject.Length: > 0 })
            (seen, seenZh) = ($" Seen, but none of a mini program's: {problem.Subject}.", $"找到但不属于小程序的文件：{problem.Subject}。");
        context.Report(this, new LocalizedText(
            $"No mini program was found: {where}.{seen} Set PrivacyBuildRoot to the folder that holds one, or PrivacyBuildMode to off if this project has none.",
            $"未找到小程序：{whereZh}。{seenZh}请将 PrivacyBuildRoot 设为小程序所在的文件夹；若该项目没有小程序，请将 PrivacyBuildMode 设为 off。"),
            severity: context.Options.MiniProgramOptional ? Severity.Message : null);
    }
}
