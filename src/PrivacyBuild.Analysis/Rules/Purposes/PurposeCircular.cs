using PrivacyBuild.Analysis.Policies;

namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2103: a purpose that goes in a circle.</summary>
public sealed class PurposeCircular : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2103",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["PT-03", "PTX"],
        Title = new("A purpose says only that information is taken", "用途只说了要收集信息"),
        What = new(
            "privacy_text says that information is collected in order to collect it, or nothing but that it is collected.",
            "privacy_text 说的是为收集而收集，或只说了会收集信息。"),
        Why = new(
            "Weixin's note on purposes that are sent back has it as an example: users already know that the information is taken.",
            "平台关于用途被退回的说明以此为例：会收集信息是用户已知的，用途并未说明。"),
        How = new(
            "Write what users get from it.",
            "写明它为用户实现什么功能。"),
        Example = new(
            "json",
            """
            { "privacy_key": "UserInfo", "privacy_text": "为了收集信息而收集信息" }
            """,
            """
            { "privacy_key": "UserInfo", "privacy_text": "在排行榜中展示你的昵称和头像" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context) => purpose.Reading.Verdict == PurposeVerdict.Circular
        ? new(new LocalizedText(
            $"\"{Quoted(purpose)}\" says that information is taken and not what for: Weixin names collecting in order to collect among the purposes that it sends back.",
            $"“{Quoted(purpose)}”只说了要收集信息，没有说明用来做什么：平台明确会退回“为收集而收集”的用途。") + WriteWhatFor(purpose))
        : null;
}
