namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2112: a purpose that says nothing in particular.</summary>
public sealed class PurposeBlanket : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2112",
        Severity = Severity.Warning,
        Nature = RuleNature.Advice,
        Sources = ["PT-13", "PTX", "AID-4"],
        Title = new("A purpose could stand for any kind of information", "用途过于笼统"),
        What = new(
            "privacy_text consists of service, experience, product, improving and the like, and names no function.",
            "privacy_text 只有“服务”“体验”“产品”“提升”等词，没有说明具体功能。"),
        Why = new(
            "Weixin's note sends back what is too brief or vague; the 2019 method for identifying illegal collection (AID 4) names collecting for nothing but better service or experience. The phrase itself stands in no published list.",
            "平台会退回过于简略、含糊的用途；《App违法违规收集使用个人信息行为认定方法》第四条也将仅以改善服务、提升体验为由收集列为问题。这些措辞本身并未出现在公布的清单中。"),
        How = new(
            "Name the function that needs the information.",
            "写明需要该信息的具体功能。"),
        Example = new(
            "json",
            """
            { "privacy_key": "Location", "privacy_text": "提升用户体验" }
            """,
            """
            { "privacy_key": "Location", "privacy_text": "按距离排列附近的门店" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context) => purpose.Reading is { IsPurpose: true, IsBlanket: true }
        ? new(new LocalizedText(
            $"\"{Quoted(purpose)}\" could stand for any information: review sends back what is too vague to tell what for.",
            $"“{Quoted(purpose)}”放在任何信息上都成立：过于笼统的用途会被审核退回。") + WriteWhatFor(purpose))
        : null;
}
