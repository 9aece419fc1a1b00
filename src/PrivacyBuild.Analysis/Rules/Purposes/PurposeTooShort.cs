using PrivacyBuild.Analysis.Policies;

namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2104: a purpose of too few words.</summary>
public sealed class PurposeTooShort : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2104",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["PT-04", "PTX"],
        Title = new("A purpose is too short to understand", "用途过短，无法理解"),
        What = new(
            "privacy_text has fewer than four Chinese characters or three English words; with four or five Chinese characters a message only. The numbers are ours, the class is published.",
            "privacy_text 少于 4 个汉字或 3 个英文单词；4 至 5 个汉字时仅作提示。被退回的类型由平台公布，具体字数是我们定的。"),
        Why = new(
            "Weixin's note on purposes that are sent back names 使用, 定位 and 开发: too short to understand what for.",
            "平台关于用途被退回的说明列举了“使用”“定位”“开发”：过短，无法理解用来做什么。"),
        How = new(
            "Say what happens with the information: where in the program, and what users see of it.",
            "说明信息用在哪里、用户能得到什么。"),
        Example = new(
            "json",
            """
            { "privacy_key": "Location", "privacy_text": "使用" }
            """,
            """
            { "privacy_key": "Location", "privacy_text": "查找你附近的门店并显示距离" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context) => purpose.Reading.Verdict switch
    {
        PurposeVerdict.TooShort => new(new LocalizedText(
            $"\"{Quoted(purpose)}\" is too short to understand: Weixin sends back purposes such as 使用, 定位 or 开发.",
            $"“{Quoted(purpose)}”过短，无法理解：平台会退回“使用”“定位”“开发”一类的用途。") + WriteWhatFor(purpose)),
        PurposeVerdict.Short when !purpose.Reading.IsBlanket => new(new LocalizedText(
            $"\"{Quoted(purpose)}\" is short for a purpose, and review sends back what it cannot understand. Add a few words about the function.",
            $"“{Quoted(purpose)}”偏短，审核会退回难以理解的用途。建议再补充几个字，说明对应的功能。"), Severity.Message),
        _ => null,
    };
}
