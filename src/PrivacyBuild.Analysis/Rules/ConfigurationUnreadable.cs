using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0002: a configuration file, or a file that one names, is absent or cannot be read.</summary>
public sealed class ConfigurationUnreadable : Rule
{
    private const int FilesNamed = 3;

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV0002",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["DOC-APPJSON", "DOC-PROJCFG", "CI"],
        Title = new("A configuration file cannot be read", "配置文件无法读取"),
        What = new(
            "app.json, game.json, plugin.json, project.config.json or a page's json is missing, is no JSON or has another shape than the platform documents, or it names a page, component or file that does not exist or lies outside the app root.",
            "app.json、game.json、plugin.json、project.config.json 或页面的 json 缺失、不是 JSON、结构与平台文档不符，或其中引用的页面、组件、文件不存在或位于小程序根目录之外。"),
        Why = new(
            "What the configuration names decides what ships and which code a page reaches. The developer tool refuses such a package as well.",
            "上传哪些文件、页面能到达哪些代码都由配置决定；开发者工具同样会拒绝这样的代码包。"),
        How = new(
            "Mend the place that the message names. Names are compared with upper and lower case, as on the user's device.",
            "按消息所指位置修正。名称区分大小写，与用户设备一致。"),
        Example = new(
            "json",
            """
            { "pages": ["pages/Map/map"] }
            """,
            """
            { "pages": ["pages/map/map"] }
            """),
    };

    public override void Check(RuleContext context)
    {
        foreach (var (problem, message) in Messages(context.Problems(ProblemKind.ConfigurationUnreadable, ProblemKind.ReferencedFileMissing)))
            context.Report(this, message, problem.Path, problem.Start, problem.End);
    }

    public override void CheckProject(ProjectContext context)
    {
        foreach (var (problem, message) in Messages(context.Facts.Problems.Where(problem => problem.Kind is ProblemKind.ConfigurationUnreadable or ProblemKind.ReferencedFileMissing)))
            context.Report(this, message, problem);
    }

    private static IEnumerable<(InputProblem, LocalizedText)> Messages(IEnumerable<InputProblem> problems)
    {
        foreach (var group in problems.GroupBy(problem => (problem.Path, IsAbsent: IsAbsent(problem), IsOutside: IsOutside(problem))))
        {
            if (group.Key.IsOutside && group.Count() > FilesNamed)
            {
                yield return (group.First(), SeveralOutside(group.First(), group.Count() - 1));
                continue;
            }

            var absent = group.Key.IsAbsent ? group.Sum(problem => problem.Reason == ProblemReason.FurtherOnes ? int.Parse(problem.Detail, CultureInfo.InvariantCulture) : 1) : 0;
            if (absent > FilesNamed)
            {
                yield return (group.First(), SeveralMissing(group.First(), absent - 1));
                continue;
            }

            foreach (var problem in group)
                yield return (problem, problem.Kind == ProblemKind.ReferencedFileMissing ? Missing(problem) : Unreadable(problem));
        }
    }

    private static bool IsAbsent(InputProblem problem) =>
        problem is { Kind: ProblemKind.ReferencedFileMissing, Reason: ProblemReason.NotFound or ProblemReason.FurtherOnes };

    private static bool IsOutside(InputProblem problem) => problem is { Kind: ProblemKind.ReferencedFileMissing, Reason: ProblemReason.OutsideRoot };

    // The examples of a component library name what is built beside them, one path for each component.
    private static LocalizedText SeveralOutside(InputProblem first, int others)
    {
        var file = ProjectPath.GetFileName(first.Path);
        return new(
            $"{file} names {first.Subject} and {others} more paths that lead out of the app root; nothing outside it is read or uploaded. Use paths below the root.",
            $"{file} 引用了 {first.Subject} 等 {others + 1} 个小程序根目录之外的路径，那里的内容不会读取也不会上传。请使用根目录内的路径。");
    }

    // A folder that was not checked out, or a build that has not run, takes many pages with it.
    private static LocalizedText SeveralMissing(InputProblem first, int others)
    {
        var file = ProjectPath.GetFileName(first.Path);
        return new(
            $"{file} names {first.Subject} and {others} more pages that do not exist: the developer tool refuses the package, and what they would hold was not searched. Correct the paths or add the files.",
            $"{file} 引用了 {first.Subject} 等 {others + 1} 个不存在的页面：开发者工具会拒绝上传，其内容也无法检查。请改正路径或补上文件。");
    }

    private static LocalizedText Unreadable(InputProblem problem)
    {
        var file = ProjectPath.GetFileName(problem.Path);
        return problem.Reason switch
        {
            ProblemReason.NotFound when ProjectPath.GetFileName(problem.Subject) is { Length: > 0 } missing && missing != file => new(
                $"{file} points to {problem.Subject}, which does not exist: there is no mini program where it says. Correct the root, or add {missing}.",
                $"{file} 指向的 {problem.Subject} 不存在，该处没有小程序。请改正根目录，或补上 {missing}。"),
            ProblemReason.NotFound => new(
                $"{file} does not exist, so the developer tool would not take this for a mini program. Add the file, or correct the root in project.config.json or PrivacyBuildRoot.",
                $"{file} 不存在，开发者工具无法识别该小程序。请补上该文件，或改正 project.config.json 或 PrivacyBuildRoot 中的根目录。"),
            ProblemReason.NotBuilt => new(
                $"PrivacyBuildInput asks for what the framework built, and {problem.Subject} holds no app.json; the sources were searched instead. Build the mini program first, or set PrivacyBuildInput to source.",
                $"PrivacyBuildInput 要求检查框架的构建产物，但 {problem.Subject} 中没有 app.json，已改为检查源码。请先构建小程序，或将 PrivacyBuildInput 设为 source。"),
            ProblemReason.Empty => new(
                $"{file} is empty; the platform expects a JSON object, and without it the pages are not known. Write at least {{}}.",
                $"{file} 没有内容；平台要求它是 JSON 对象，否则无法得知页面。至少应写入 {{}}。"),
            ProblemReason.NotJson => new(
                $"{file} is not valid JSON: {ReaderWords.English(problem.Detail)} What it says beyond this place is not known; mend it here.",
                $"{file} 不是有效的 JSON：{ReaderWords.Chinese(problem.Detail)}此后的内容无法读取，请在此处修正。"),
            ProblemReason.WrongType => new(
                $"{Subject(problem, file)} must be {ReaderWords.EnglishType(problem.Detail)}: as it stands the developer tool cannot use it, and nothing in it is known. Write it as {ReaderWords.EnglishType(problem.Detail)}.",
                $"{Subject(problem, file)} 应为{ReaderWords.ChineseType(problem.Detail)}：目前的写法开发者工具无法使用，其中的内容也无法得知。请改为{ReaderWords.ChineseType(problem.Detail)}。"),
            ProblemReason.OutsideRoot => new(
                $"{Subject(problem, file)} leads out of the app root, and nothing outside it is read or uploaded. Use a path below the root.",
                $"{Subject(problem, file)} 指向小程序根目录之外，那里的内容不会读取也不会上传。请使用根目录内的路径。"),
            _ => InputReasons.Describe(problem, file) + new LocalizedText(
                " Nothing that it configures is known. Make the file readable.",
                "其中的配置均无法得知，请确保该文件可读。"),
        };
    }

    private static LocalizedText Missing(InputProblem problem)
    {
        var file = ProjectPath.GetFileName(problem.Path);
        return problem.Reason switch
        {
            ProblemReason.OtherCase => new(
                $"{file} names {problem.Subject}, but the file is called {problem.Detail}: devices tell upper and lower case apart, and the page would be missing there. Use the same spelling.",
                $"{file} 引用了 {problem.Subject}，但文件实际名为 {problem.Detail}：设备区分大小写，用户侧会找不到该文件。请统一大小写。"),
            ProblemReason.OutsideRoot => new(
                $"{file} names {problem.Subject}, which leads out of the app root; nothing outside it is read or uploaded. Use a path below the root.",
                $"{file} 引用了 {problem.Subject}，该路径位于小程序根目录之外，不会读取也不会上传。请使用根目录内的路径。"),
            _ => new(
                $"{file} names {problem.Subject}, which does not exist: the developer tool refuses the package, and what it would hold was not searched. Correct the path or add the file.",
                $"{file} 引用了 {problem.Subject}，但该文件不存在：开发者工具会拒绝上传，其内容也无法检查。请改正路径或补上文件。"),
        };
    }

    private static string Subject(InputProblem problem, string file) => problem.Subject.Length > 0 ? problem.Subject : file;
}
