using System;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0004: a file that would be uploaded was not searched.</summary>
public sealed class FileLeftOut : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV0004",
        Severity = Severity.Warning,
        Nature = RuleNature.Advice,
        Sources = ["S000-39"],
        Title = new("A file was left out of the check", "文件未被检查"),
        What = new(
            "A file of the package is too large, no text, unreadable, a link, or beyond a limit, and was not searched.",
            "包内文件过大、不是文本、无法读取、是链接或超出限制，因而未被检查。"),
        Why = new(
            "What is not searched may use interfaces that the guideline does not declare.",
            "未检查的文件中可能使用了指引未声明的接口。"),
        How = new(
            "Mend the file, or leave it out of the package with packOptions.ignore if it is not needed.",
            "请修正该文件；若不需要，请用 packOptions.ignore 排除出包。"),
    };

    public override void CheckProject(ProjectContext context)
    {
        foreach (var problem in context.Facts.Problems)
        {
            if (problem.Kind == ProblemKind.FileLeftOut)
                context.Report(this, Message(problem), problem);
        }
    }

    public override void Check(RuleContext context)
    {
        foreach (var problem in context.Problems(ProblemKind.FileLeftOut))
            context.Report(this, Message(problem), problem.Path, problem.Start, problem.End);
    }

    private static LocalizedText Message(InputProblem problem)
    {
        var file = ProjectPath.GetFileName(problem.Path);
        return problem.Reason switch
        {
            ProblemReason.FurtherOnes => new(
                $"{problem.Detail} more of these were left out of the check and are not listed one by one. Mend the ones before first.",
                $"另有 {problem.Detail} 处同类问题未被检查，不再逐一列出。请先处理前面各处。"),
            ProblemReason.NpmNotBuilt => new(
                $"{problem.Subject} is installed but not built: it is in node_modules and not in miniprogram_npm, so what will be uploaded of it was not searched. Run 工具 → 构建 npm (Tools, Build npm) in the developer tool first.",
                $"{problem.Subject} 已安装但尚未构建：它在 node_modules 中而不在 miniprogram_npm 中，将要上传的代码无法检查。请先在开发者工具中执行“工具 → 构建 npm”。"),
            ProblemReason.NotFound when IsPackage(problem.Subject) => new(
                $"{file} names {problem.Subject}, which is not in miniprogram_npm, so what will be uploaded of it was not searched. Install the package and run 工具 → 构建 npm (Tools, Build npm) in the developer tool, or remove the entry.",
                $"{file} 引用了 {problem.Subject}，但 miniprogram_npm 中没有，将要上传的代码无法检查。请安装该包并在开发者工具中执行“工具 → 构建 npm”，或删除该引用。"),
            ProblemReason.NotFound => new(
                $"{file} names the component {problem.Subject}, which does not exist here, so nothing of it was searched. Correct the path, add the component, or remove the entry.",
                $"{file} 引用的组件 {problem.Subject} 不存在，因而未被检查。请改正路径、补上组件，或删除该引用。"),
            ProblemReason.FolderNotFound => new(
                $"{file} names {problem.Detail}, and there is no folder {problem.Subject} in the app root, so none of the components in it were searched. Build or add the folder, or correct the paths.",
                $"{file} 引用了 {problem.Detail}，但小程序根目录下没有 {problem.Subject} 目录，其中的组件均未被检查。请先构建或补上该目录，或改正路径。"),
            ProblemReason.NotBuilt => new(
                $"{file} points to {problem.Subject}, which does not exist (yet), so the programs found below were searched instead. What will be uploaded can differ: build it first, or set PrivacyBuildRoot.",
                $"{file} 指向的 {problem.Subject} 尚不存在，因此改为检查下级目录中找到的小程序，可能与实际上传的代码不同。请先构建，或设置 PrivacyBuildRoot。"),
            ProblemReason.TooManyFiles or ProblemReason.TooDeep => InputReasons.Describe(problem, file) + new LocalizedText(
                " The rest was not searched, so interfaces in it are not seen. If this is not the right root, set PrivacyBuildRoot.",
                "其余文件未被检查，其中的接口无法发现。若根目录有误，请设置 PrivacyBuildRoot。"),
            _ => InputReasons.Describe(problem, file) + new LocalizedText(
                " It was not searched, so an interface in it is not seen. If the mini program does not need it, leave it out with packOptions.ignore.",
                "该文件未被检查，其中若使用接口则无法发现。若小程序不需要它，请用 packOptions.ignore 排除。"),
        };
    }

    private static bool IsPackage(string component) =>
        component.Contains("miniprogram_npm/") || (component.Length > 0 && component[0] is not ('.' or '/') && component.IndexOf("components/", StringComparison.Ordinal) < 0);
}
