using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0006: the guideline is not valid JSON or has members of the wrong type.</summary>
public sealed class GuidelineInvalid : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV0006",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-SET", "C-ERR"],
        Title = new("The guideline is not what the platform's call takes", "指引不符合平台接口的格式"),
        What = new(
            "privacy-guideline.json cannot be read, is not valid JSON, or has a member of another type than the call setprivacysetting takes. Comments and a trailing comma are read.",
            "privacy-guideline.json 无法读取、不是有效的 JSON，或某个成员的类型与 setprivacysetting 接口不符。允许注释和末尾逗号。"),
        Why = new(
            "The platform refuses such a body with error 47001. A frequent case is an inner object sent as a string that holds JSON.",
            "平台会以错误码 47001 拒绝这样的请求体。常见情形是把内层对象序列化成了字符串。"),
        How = new(
            "Mend the place named; owner_setting is an object, setting_list an array of objects, texts stand in double quotes.",
            "按消息所指位置修正：owner_setting 为对象，setting_list 为对象数组，文本使用双引号。"),
        Example = new(
            "json",
            """
            { "owner_setting": "{\"contact_email\":\"privacy@example.cn\"}" }
            """,
            """
            { "owner_setting": { "contact_email": "privacy@example.cn" } }
            """),
    };

    public override void Check(RuleContext context)
    {
        foreach (var part in context.Guideline?.Parts ?? [])
            Check(part, context);
    }

    private void Check(Guideline guideline, RuleContext context)
    {
        var file = ProjectPath.GetFileName(guideline.Path);
        if (guideline.State == GuidelineState.Unreadable)
        {
            var problem = new InputProblem(ProblemKind.ConfigurationUnreadable, guideline.Path, default, default, file, guideline.ReadError) { Reason = guideline.ReadReason };
            context.Report(this, InputReasons.Describe(problem, file) + new LocalizedText(
                " Nothing can be held against it. Make it readable UTF-8 text.",
                "无法与之比对。请确保它是可读取的 UTF-8 文本。"), guideline.Path);
            return;
        }

        if (guideline.State == GuidelineState.NotAnObject)
        {
            context.Report(this, new LocalizedText(
                $"{file} must be an object, the body of the call setprivacysetting: the platform refuses anything else with 47001. Write {{ \"owner_setting\": {{ … }}, \"setting_list\": [ … ] }}.",
                $"{file} 应为对象，即 setprivacysetting 的请求体：其他内容平台会以 47001 拒绝。请写成 {{ \"owner_setting\": {{ … }}, \"setting_list\": [ … ] }}。"), guideline.Place);
        }

        foreach (var error in guideline.SyntaxErrors.Take(1))
        {
            context.Report(this, new LocalizedText(
                $"{file} is not valid JSON (the platform answers 47001): {ReaderWords.English(error.Message)} Mend it here; what it declares is not known until then.",
                $"{file} 不是有效的 JSON（平台返回 47001）：{ReaderWords.Chinese(error.Message)}请在此处修正，否则无法得知它声明了什么。"), guideline.File.At(error.Span));
        }

        foreach (var wrong in guideline.WrongTypes)
            context.Report(this, WrongTypeMessage(wrong), guideline.File.At(wrong.Span));
    }

    private static LocalizedText WrongTypeMessage(WrongType wrong)
    {
        var name = wrong.Member.Length == 0 ? new LocalizedText("The guideline", "指引") : Wording.Same(wrong.Member);
        var (expected, expectedZh) = (ReaderWords.EnglishType(wrong.Expected), ReaderWords.ChineseType(wrong.Expected));
        return wrong.HoldsJson
            ? new(
                $"{name.En} is a string that holds JSON; the platform takes only {expected} there (47001). Remove the quotes around it and the backslashes in it.",
                $"{name.Zh} 是内含 JSON 的字符串，平台只接受{expectedZh}（47001）。请去掉外层引号和其中的反斜杠。")
            : new(
                $"{name.En} must be {expected} and is {ReaderWords.EnglishType(wrong.Actual)}: the platform refuses the call with 47001. Write it as {expected}.",
                $"{name.Zh} 应为{expectedZh}，实际为{ReaderWords.ChineseType(wrong.Actual)}：平台会以 47001 拒绝。请改为{expectedZh}。");
    }
}
