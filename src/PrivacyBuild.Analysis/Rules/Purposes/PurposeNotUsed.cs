using PrivacyBuild.Analysis.Policies;

namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2105: a purpose that denies itself.</summary>
public sealed class PurposeNotUsed : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2105",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["PT-05", "PTX"],
        Title = new("A purpose says that the information is not used", "用途写的是“未使用”"),
        What = new(
            "privacy_text says as a whole that the information is not used or not collected.",
            "privacy_text 通篇只说未使用或不收集该信息。"),
        Why = new(
            "Weixin sends such texts back: an interface that the code uses needs a purpose, and one that it does not use belongs out of the code.",
            "平台会退回这样的文本：代码用到的接口必须有用途，不用的接口应从代码中删除。"),
        How = new(
            "Remove the interface from the code and the entry from the guideline, or write the purpose.",
            "从代码中删除该接口并从指引中删除该项，或写明用途。"),
        Example = new(
            "json",
            """
            { "privacy_key": "Location", "privacy_text": "暂未使用" }
            """,
            """
            { "privacy_key": "Location", "privacy_text": "查找你附近的门店并显示距离" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context)
    {
        if (purpose.Reading.Verdict != PurposeVerdict.NotUsed)
            return null;
        var remedy = purpose.Use is { } use
            ? new LocalizedText($" Remove {use.Carrier.Name} ({Wording.Place(use.Carrier)}) from the code and this entry, or write what it is used for.", $"请从代码中删除 {use.Carrier.Name}（{Wording.Place(use.Carrier)}）并删除此项，或写明其用途。")
            : new LocalizedText(" Remove the entry, or write what it is used for.", "请删除此项，或写明其用途。");
        return new(new LocalizedText(
            $"\"{Quoted(purpose)}\" says that the information is not used, which Weixin sends back: what is declared needs a purpose.",
            $"“{Quoted(purpose)}”等于说未使用该信息，平台会退回：已声明的信息必须有用途。") + remedy);
    }
}
