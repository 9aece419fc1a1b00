using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0007: a setting of the project makes no sense. Never guessed at: a wrong value must not silently become a default.</summary>
public sealed class SettingInvalid : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV0007",
        Severity = Severity.Error,
        Nature = RuleNature.Advice,
        Sources = [],
        Title = new("A setting is invalid", "设置无效"),
        What = new(
            "A property, or an entry of an addition, severity, suppression or baseline, cannot be understood; a file that a setting names, such as a privacy policy, cannot be read; or the guideline lies in both of its usual places.",
            "某个属性，或补充目录、严重级别、忽略项、基线中的条目无法识别；或设置中指定的文件（如隐私政策）无法读取；或指引同时存在于两个默认位置。"),
        Why = new(
            "A setting that is passed over in silence would change what is checked without anybody noticing.",
            "若悄悄忽略无效设置，检查范围会在无人察觉的情况下改变。"),
        How = new(
            "Use one of the values that the message lists, or mend the entry at the place named.",
            "请使用消息中列出的值，或在所指位置修正条目。"),
    };

    /// <summary>A property with a value that is none of those allowed; the task knows them before any check begins.</summary>
    public static Diagnostic Create(string property, string value, string allowed) => new()
    {
        Id = "PRIV0007",
        Severity = Severity.Error,
        Message = new LocalizedText(
            $"{property} is \"{value}\", which means nothing. Use one of: {allowed}.",
            $"{property} 的值“{value}”无效。可用的值：{allowed}。"),
    };

    /// <summary>An output whose place cannot be written to; <paramref name="reason"/> is what the operating system says.</summary>
    public static Diagnostic CreateForOutput(string property, string path, string reason) => new()
    {
        Id = "PRIV0007",
        Severity = Severity.Error,
        Message = new LocalizedText(
            $"{path} cannot be written: {reason} Free that path, or set {property} to another one.",
            $"无法写入 {path}：{reason} 请释放该路径，或将 {property} 设为其他路径。"),
    };

    /// <summary>A file of the developer's own that was to be written and cannot be; <paramref name="reason"/> is what the operating system says.</summary>
    public static Diagnostic CreateForWriting(string path, string reason) => new()
    {
        Id = "PRIV0007",
        Severity = Severity.Error,
        Message = new LocalizedText(
            $"{path} cannot be written: {reason} It is as it was. Make it writable and run the same command again.",
            $"无法写入 {path}：{reason} 文件保持原样。请使其可写，然后重新运行同一命令。"),
    };

    public override void CheckProject(ProjectContext context)
    {
        foreach (var problem in context.Facts.Problems.Concat(SuppressionProblems.Of(context.Facts, context.Options)))
        {
            // A baseline that is being written anew loses what was wrong with it.
            if (context.Options.WriteBaseline && problem.Reason == ProblemReason.BaselineEntryInvalid)
                continue;
            if (problem.Kind is ProblemKind.SettingInvalid or ProblemKind.BaselineUnreadable or ProblemKind.PolicyUnreadable)
                context.Report(this, Worded(problem), problem);
        }
    }

    public override void Check(RuleContext context)
    {
        foreach (var problem in context.Problems(ProblemKind.SettingInvalid))
            context.Report(this, Message(problem), problem.Path, problem.Start, problem.End);
    }

    private static LocalizedText Worded(InputProblem problem) => problem.Kind switch
    {
        ProblemKind.BaselineUnreadable => Unreadable(problem),
        ProblemKind.PolicyUnreadable => UnreadablePolicy(problem),
        _ => Message(problem),
    };

    private static LocalizedText UnreadablePolicy(InputProblem problem) =>
        (problem.Reason == ProblemReason.FormatUnknown
            ? new($"{problem.Subject} is neither a .txt nor a .md nor a .html file.", $"{problem.Subject} 不是 .txt、.md 或 .html 文件。")
            : InputReasons.Describe(problem, problem.Subject))
        + new LocalizedText(
            " A PrivacyBuildPolicy item names it, and no purpose is held against it. Correct the item, or remove it.",
            "它由 PrivacyBuildPolicy 条目指定，目前无法用于核对用途。请改正或删除该条目。");

    private static LocalizedText Unreadable(InputProblem problem)
    {
        var file = ProjectPath.GetFileName(problem.Path);
        var what = problem.Reason switch
        {
            ProblemReason.NotJson => new($"{file} is not valid JSON: {ReaderWords.English(problem.Detail)}", $"{file} 不是有效的 JSON：{ReaderWords.Chinese(problem.Detail)}"),
            ProblemReason.WrongType => new($"{file} is not an object.", $"{file} 不是对象。"),
            _ => InputReasons.Describe(problem, file),
        };
        return what + new LocalizedText(
            " Until it is mended the baseline accepts nothing.",
            "修正之前，基线不会接受任何问题。");
    }

    private static LocalizedText Message(InputProblem problem)
    {
        var file = ProjectPath.GetFileName(problem.Path);
        return problem.Reason switch
        {
            ProblemReason.TwoPlaces when file == InputFileNames.Baseline => new(
                $"There are two baselines: {problem.Path}, which is read, and {problem.Subject}, which is not. Delete one of them, or set PrivacyBuildBaseline to the right one.",
                $"存在两份 {file}：读取的是 {problem.Path}，{problem.Subject} 不会读取。请删除其中一份，或用 PrivacyBuildBaseline 指定。"),
            ProblemReason.TwoPlaces => new(
                $"There are two guidelines: {problem.Path}, which is read, and {problem.Subject}, which is not. Delete one of them, or set PrivacyBuildGuideline to the right one.",
                $"存在两份 {file}：读取的是 {problem.Path}，{problem.Subject} 不会读取。请删除其中一份，或用 PrivacyBuildGuideline 指定。"),
            ProblemReason.CommentInvalid => new(
                $"This comment begins with {problem.Subject} and suppresses nothing. Write: privacybuild-disable-next-line PRIV1001 wx.getLocation -- reason. The interface may be left out, the reason may not.",
                $"此注释以 {problem.Subject} 开头，但不起作用。写法为：privacybuild-disable-next-line PRIV1001 wx.getLocation -- 原因。接口可以省略，原因必须写明。"),
            ProblemReason.BaselineEntryInvalid => new(
                $"This part of {problem.Subject} cannot be understood ({problem.Detail}) and accepts nothing. Mend it, or write the file anew: dotnet build -p:PrivacyBuildWrite=baseline.",
                $"{problem.Subject} 的这一部分无法识别（{problem.Detail}），不起作用。请修正，或运行 dotnet build -p:PrivacyBuildWrite=baseline 重新生成。"),
            ProblemReason.RuleUnknown => Entry(problem, $"there is no rule {problem.Detail}. RULES.md lists them all.", $"不存在规则 {problem.Detail}，全部规则见 RULES.md。"),
            ProblemReason.RuleFixed => Entry(problem, $"{problem.Detail} cannot be suppressed or changed.", $"{problem.Detail} 不能忽略或更改。"),
            ProblemReason.InterfaceUnknown => Entry(problem, $"there is no interface \"{problem.Detail}\". Write it as messages do: wx.getLocation, <camera>.", $"不存在接口“{problem.Detail}”。请按消息中的写法填写，如 wx.getLocation、<camera>。"),
            ProblemReason.KindUnknown => Entry(problem, $"there is no kind \"{problem.Detail}\". Write the privacy_key, as in PRIV1001/Location.", $"不存在信息种类“{problem.Detail}”。请填写 privacy_key，如 PRIV1001/Location。"),
            ProblemReason.ReasonMissing => Entry(problem, "it gives no Reason. Say why the finding does not count; who reads it later will ask.", "缺少 Reason。请写明为何忽略该问题，便于日后查证。"),
            ProblemReason.DayInvalid => Entry(problem, $"\"{problem.Detail}\" is no day. Write it as 2026-12-31.", $"“{problem.Detail}”不是有效日期，请写成 2026-12-31 的形式。"),
            ProblemReason.PatternInvalid => new(
                $"The packOptions entry {problem.Detail} \"{problem.Subject}\" cannot be understood and matches nothing, so what it should leave out would ship. Correct it.",
                $"packOptions 中的 {problem.Detail} 条目“{problem.Subject}”无法识别，不会匹配任何文件，本想排除的内容会被上传。请改正。"),
            ProblemReason.PatternTimedOut => new(
                $"The packOptions pattern \"{problem.Subject}\" took too long and was given up, so what it should leave out would ship. Write a simpler one.",
                $"packOptions 中的规则“{problem.Subject}”匹配耗时过长，已放弃，本想排除的内容会被上传。请改用更简单的写法。"),
            ProblemReason.NotFound => new(
                $"{problem.Path} does not exist, although a setting names it. Correct the path, or remove the setting.",
                $"设置中指定的 {problem.Path} 不存在。请改正路径，或删除该设置。"),
            _ => new(
                $"This entry of {file} cannot be understood: {ReaderWords.English(problem.Detail)} Mend it here.",
                $"{file} 中的此条目无法识别：{ReaderWords.Chinese(problem.Detail)}请在此处修正。"),
        };
    }

    // An item has no place of its own, so that it has to be named.
    private static LocalizedText Entry(InputProblem problem, string what, string whatZh) => problem.Subject switch
    {
        "" => new($"This comment has no effect: {what}", $"此注释不起作用：{whatZh}"),
        "entry" => new($"This entry has no effect: {what}", $"此条目不起作用：{whatZh}"),
        _ => new($"{problem.Subject} has no effect: {what}", $"{problem.Subject} 不起作用：{whatZh}"),
    };
}
