using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV3007: <c>__usePrivacyCheck__: false</c>, which has had no effect since the platform's switch-over.</summary>
public sealed class PrivacyCheckSwitchedOff : Rule
{
    private const string Member = "__usePrivacyCheck__";

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV3007",
        Severity = Severity.Warning,
        Nature = RuleNature.Fact,
        Sources = ["DOC-AUTH", "ANN-2023"],
        Title = new("__usePrivacyCheck__ is false", "__usePrivacyCheck__ 为 false"),
        What = new(
            "app.json sets __usePrivacyCheck__ to false.",
            "app.json 将 __usePrivacyCheck__ 设为 false。"),
        Why = new(
            "Since 2023-10-17 consent is asked and undeclared interfaces fail whatever stands there. Who trusts the line believes that nothing is checked.",
            "自 2023-10-17 起，无论如何设置，平台都会要求用户同意，未声明的接口都会调用失败；保留此行会让人误以为没有检查。"),
        How = new(
            "Remove the line, and declare what the code uses.",
            "删除该行，并声明代码用到的信息种类。"),
        Example = new(
            "json",
            """
            { "pages": ["pages/map/map"], "__usePrivacyCheck__": false }
            """,
            """
            { "pages": ["pages/map/map"] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (context.MiniProgram.Kind != MiniProgramKind.MiniProgram || context.MiniProgram.Configuration.Find(Member) is not { Value: JsonBoolean { Value: false } } member)
            return;

        context.Report(this, new LocalizedText(
            $"{Member} has no effect since 2023-10-17: consent is asked and undeclared interfaces fail all the same. Remove the line.",
            $"{Member} 自 2023-10-17 起不再生效：平台始终要求用户同意，未声明的接口仍会调用失败。请删除该行。")
            + AppSettingsWording.WrittenByFramework(context), member.File, member.Value.Span);
    }
}
