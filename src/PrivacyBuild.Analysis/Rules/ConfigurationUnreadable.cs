using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0002: a configuration file, or a file that one names, is absent or cannot be read.</summary>
public sealed class ConfigurationUnreadable : Rule
{
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
        foreach (var problem in context.Problems(ProblemKind.ConfigurationUnreadable, ProblemKind.ReferencedFileMissing))
        {
            var message = problem.Kind == ProblemKind.ReferencedFileMissing ? Missing(problem) : Unreadable(problem);
            context.Report(this, message, problem.Path, problem.Start, problem.End);
        }
    }

    public override void CheckProject(ProjectContext context)
    {
        foreach (var problem in context.Facts.Problems)
        {
            if (problem.Kind == ProblemKind.ConfigurationUnreadable)
                context.Report(this, Unreadable(problem), problem);
            else if (problem.Kind == ProblemKind.ReferencedFileMissing)
                context.Report(this, Missing(problem), problem);
        }
    }

    private static LocalizedText Unreadable(InputProblem problem)
    {
        var file = ProjectPath.GetFileName(problem.Path);
        return problem.Reason switch
        {
            ProblemReason.NotFound => new(
                $"{file} does not exist, so this is no mini program that the developer tool would take. Add the file, or correct the root that project.config.json or PrivacyBuildRoot names.",
                $"{file} 不存在，开发者工具无法识别该小程序。请补上该文件，或改正 project.config.json 或 PrivacyBuildRoot 指定的根目录。"),
            ProblemReason.Empty => new(
                $"{file} is empty; the platform expects a JSON object, and without it the pages are not known. Write at least {{}}.",
                $"{file} 没有内容；平台要求它是 JSON 对象，否则无法得知页面。至少应写入 {{}}。"),
            ProblemReason.NotJson => new(
                $"{file} is not valid JSON: {ReaderWords.English(problem.Detail)} What it says beyond this place is not known; mend it here.",
                $"{file} 不是有效的 JSON：{ReaderWords.Chinese(problem.Detail)}此后的内容无法读取，请在此处修正。"),
            ProblemReason.WrongType => new(
                $"{Subject(problem, file)} must be {ReaderWords.EnglishType(problem.Detail)}, as the platform's documentation says; as it stands it is ignored. Write it in that form.",
                $"{Subject(problem, file)} 应为{ReaderWords.ChineseType(problem.Detail)}（见平台文档），目前的写法会被忽略。请按要求的类型填写。"),
            ProblemReason.OutsideRoot => new(
                $"{Subject(problem, file)} leads out of the app root, and nothing outside it is read or uploaded. Use a path below the root.",
                $"{Subject(problem, file)} 指向小程序根目录之外，那里的内容不会读取也不会上传。请使用根目录内的路径。"),
            ProblemReason.Duplicate => new(
                $"{Subject(problem, file)} stands twice; the last one counts. Remove one of them.",
                $"{Subject(problem, file)} 重复出现，以最后一个为准。请删除多余的一个。"),
            ProblemReason.PatternInvalid => new(
                $"The pattern {problem.Subject} of packOptions cannot be understood and matches nothing, so files may ship that were meant to be left out. Correct it.",
                $"packOptions 中的规则 {problem.Subject} 无法识别，不会匹配任何文件，本想排除的文件可能会被上传。请改正。"),
            ProblemReason.PatternTimedOut => new(
                $"The pattern {problem.Subject} of packOptions takes too long and was given up; it matches nothing. Write a simpler one.",
                $"packOptions 中的规则 {problem.Subject} 匹配耗时过长，已放弃，不会匹配任何文件。请改用更简单的写法。"),
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
            ProblemReason.NpmNotBuilt => new(
                $"{file} names {problem.Subject}, which is in node_modules but not in miniprogram_npm: what will be uploaded is not there yet and was not searched. Run “Build npm” (工具 → 构建 npm) and build again.",
                $"{file} 引用了 {problem.Subject}，它在 node_modules 中，但尚未构建到 miniprogram_npm：将要上传的代码还不存在，无法检查。请先执行“工具 → 构建 npm”再构建。"),
            ProblemReason.FurtherOnes => new(
                $"{file} names {problem.Detail} more files that do not exist; they are not listed one by one. Mend the ones above first.",
                $"{file} 还引用了另外 {problem.Detail} 个不存在的文件，不再逐一列出。请先修正以上各处。"),
            _ => new(
                $"{file} names {problem.Subject}, which does not exist: the developer tool refuses the package, and what it would hold was not searched. Correct the path or add the file.",
                $"{file} 引用了 {problem.Subject}，但该文件不存在：开发者工具会拒绝上传，其内容也无法检查。请改正路径或补上文件。"),
        };
    }

    private static string Subject(InputProblem problem, string file) => problem.Subject.Length > 0 ? problem.Subject : file;
}
