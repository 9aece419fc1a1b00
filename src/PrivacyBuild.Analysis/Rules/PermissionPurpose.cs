using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Policies;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV3010: the text that the user reads when the location is asked for does not say what for.</summary>
public sealed class PermissionPurpose : Rule
{
    private const string Location = "Location";

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV3010",
        Severity = Severity.Warning,
        Nature = RuleNature.Advice,
        Sources = ["PT-02", "PT-03", "PT-04", "PT-05", "PT-08", "PT-12", "PT-13", "PT-14", "PT-16", "DOC-APPJSON"],
        Title = new("The permission text does not say what for", "permission 的说明没有写明用途"),
        What = new(
            "The desc of a location scope in permission is a filler, a label or broken, says that nothing is used, could stand for anything, forces consent or speaks of marketing. A leading 用于 and a whole sentence are fine here: the client builds no sentence around this text.",
            "permission 中位置 scope 的 desc 是占位内容、信息名称或乱码，或写着“未使用”，或过于笼统，或强迫同意，或涉及营销。客户端不会用这段文字再组成句子，因此以“用于”开头或写成完整句子都可以。"),
        Why = new(
            "Users decide by this text whether they give their location. What makes a purpose of the guideline a bad one makes this one as bad; that review looks at it in the same way is our judgement.",
            "用户据此决定是否提供位置。指引中不合格的用途写在这里同样不合格；审核以同样标准看待它，属我们的判断。"),
        How = new(
            "Name in at most 30 characters the function that needs the location.",
            "用不超过 30 个字符写明需要位置的具体功能。"),
        Example = new(
            "json",
            """
            { "permission": { "scope.userLocation": { "desc": "获取位置信息" } } }
            """,
            """
            { "permission": { "scope.userLocation": { "desc": "用于查找你附近的门店" } } }
            """),
    };

    public override void Check(RuleContext context)
    {
        // A text that nothing needs has one fault, PRIV3002.
        if (context.MiniProgram.Kind == MiniProgramKind.Plugin || context.UsedKinds.FirstOrDefault(kind => kind.Key == Location) is not { } location)
            return;
        foreach (var scope in context.MiniProgram.Configuration.MembersOf(AppSettings.Permission).Where(scope => PermissionText.IsLocation(scope.Member.Name)))
        {
            // Of a blank one PRIV3005 speaks.
            if (PermissionText.TextOf(scope) is not { } text || text.Value.Trim().Length == 0)
                continue;
            var reading = context.Project.ReadingOf(text.Value, Location);
            if (Fault(reading) is { } fault)
                context.Report(this, Message(Wording.Quoted(text.Value), fault, AppSettingsWording.Use(location.Carrier)) + AppSettingsWording.WrittenByFramework(context), scope.File, text.Span);
        }
    }

    // One fault a text: the first.
    private static LocalizedText? Fault(PurposeReading reading) => reading.Verdict switch
    {
        PurposeVerdict.Broken or PurposeVerdict.Garbled => new("is broken", "存在乱码"),
        PurposeVerdict.Filler => new("is a filler", "只是占位内容"),
        PurposeVerdict.NotUsed => new("says that nothing is used", "写的是“未使用”"),
        PurposeVerdict.Circular => new("says only that information is taken", "只说了要收集信息"),
        PurposeVerdict.Label => new("only names the information", "只是信息的名称"),
        PurposeVerdict.TooShort => new("is too short to understand", "过短，无法理解"),
        _ when reading.IsBlanket => new("could stand for any information", "放在任何信息上都成立"),
        _ when reading.ForcesConsent => new("makes consent a condition", "把同意作为使用条件"),
        _ when reading.MarketingWord is not null => new("speaks of marketing", "涉及营销"),
        _ => null,
    };

    private static LocalizedText Message(string text, LocalizedText fault, LocalizedText use) => new(
        $"The permission text \"{text}\" {fault.En}, and users decide by it whether they give their location. Say in at most {PermissionText.MaxLength} characters what {use.En} is used for.",
        $"permission 的说明“{text}”{fault.Zh}，而用户要据此决定是否提供位置。请用不超过 {PermissionText.MaxLength} 个字符写明 {use.Zh}的实际用途。");
}
