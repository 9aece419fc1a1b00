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

    public override void Check(RuleContext context)
    {
        foreach (var problem in context.Problems(ProblemKind.FileLeftOut))
            context.Report(this, Message(problem), problem.Path, problem.Start, problem.End);
    }

    private static LocalizedText Message(InputProblem problem)
    {
        if (problem.Reason == ProblemReason.FurtherOnes)
            return new($"{problem.Detail} more files were left out of the check and are not listed one by one.", $"另有 {problem.Detail} 个文件未被检查，不再逐一列出。");

        var reason = InputReasons.Describe(problem, ProjectPath.GetFileName(problem.Path));
        var rest = problem.Reason is ProblemReason.TooManyFiles or ProblemReason.TooDeep
            ? new LocalizedText(" The rest was not searched, so interfaces in it are not seen. Is this the right root? Set PrivacyBuildRoot otherwise.", "其余文件未被检查，其中的接口无法发现。请确认根目录是否正确，必要时设置 PrivacyBuildRoot。")
            : new LocalizedText(" It was not searched, so an interface in it is not seen. Leave it out with packOptions.ignore if it is not needed.", "该文件未被检查，其中若使用接口则无法发现。若不需要，请用 packOptions.ignore 排除。");
        return reason + rest;
    }
}
