using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0003: part of a source file could not be parsed. It was searched as far as possible; what is unread is said.</summary>
public sealed class SourceNotFullyParsed : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV0003",
        Severity = Severity.Warning,
        Nature = RuleNature.Advice,
        Sources = ["S000-39"],
        Title = new("A source file could not be parsed in full", "源文件未能完整解析"),
        What = new(
            "A script or template that ships has places that are no valid source. Everything around them was searched. A message outside one's own code.",
            "随包上传的脚本或模板中有无法解析的片段，其余部分均已检查。非自有代码中仅作提示。"),
        Why = new(
            "An interface inside such a place is not seen here, while the platform may see it.",
            "这些片段中的接口在此无法发现，而平台可能会发现。"),
        How = new(
            "Mend the source at the place named. A file that is no source at all is best left out of the package with packOptions.ignore.",
            "请在所指位置修正源代码；若文件本来就不是源代码，宜用 packOptions.ignore 排除出包。"),
    };

    public override void Check(RuleContext context)
    {
        foreach (var problem in context.Problems(ProblemKind.SourceNotFullyParsed))
        {
            var isOwn = context.FindFile(problem.Path)?.Owner.Type is null or OwnerType.Own;
            context.Report(this, Message(problem), problem.Path, problem.Start, problem.End, isOwn ? null : Severity.Message);
        }
    }

    private static LocalizedText Message(InputProblem problem)
    {
        var (places, placesZh) = problem.Subject is "" or "0" or "1"
            ? ("This place", "此处")
            : ($"This and {(problem.Subject == "2" ? "1 further place" : $"further places ({problem.Subject} in all)")} of the file", $"此处等 {problem.Subject} 处");
        var (words, wordsZh) = problem.Detail.Length > 0 ? ($": {ReaderWords.English(problem.Detail)}", $"：{ReaderWords.Chinese(problem.Detail)}") : (".", "。");
        return new(
            $"{places} could not be parsed{words} The rest was searched, but an interface in the unread part is not seen. Mend the source here, or leave the file out with packOptions.ignore.",
            $"{placesZh}无法解析{wordsZh}其余部分已检查，但未能读取的部分若使用接口则无法发现。请修正源代码，或用 packOptions.ignore 排除该文件。");
    }
}
