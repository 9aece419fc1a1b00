using PrivacyBuild.Analysis.Policies;

namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2108: a label instead of a purpose.</summary>
public sealed class PurposeIsLabel : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2108",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["PT-08", "COM"],
        Title = new("A purpose names the information instead of its use", "用途写成了信息的名称"),
        What = new(
            "privacy_text is the label of a kind, or one behind a verb of collecting (获取手机号码). A label of another kind counts as well.",
            "privacy_text 只是信息种类的名称，或加了“获取”“打开”之类的动词：位置信息、获取手机号码、打开麦克风。"),
        Why = new(
            "A guideline that was filled with such labels throughout came back from review as unclear or blank (用途不清晰或为空).",
            "曾有指引通篇填写信息名称，被审核以“用途不清晰或为空”退回。"),
        How = new(
            "Write what the information is used for.",
            "写明信息的实际用途。"),
        Example = new(
            "json",
            """
            { "privacy_key": "PhoneNumber", "privacy_text": "获取手机号码" }
            """,
            """
            { "privacy_key": "PhoneNumber", "privacy_text": "登录账号并接收订单通知" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context) => purpose.Reading.Verdict == PurposeVerdict.Label
        ? new(new LocalizedText(
            $"\"{Quoted(purpose)}\" names the information and not what it is for: a guideline filled with such labels came back from review as unclear or blank.",
            $"“{Quoted(purpose)}”只是信息的名称，不是用途：曾有指引因通篇如此被审核以“不清晰或为空”退回。") + WriteWhatFor(purpose))
        : null;
}
