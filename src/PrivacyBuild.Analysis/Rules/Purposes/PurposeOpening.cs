namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2109: a purpose with the words that the client adds.</summary>
public sealed class PurposeOpening : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2109",
        Severity = Severity.Message,
        Nature = RuleNature.Advice,
        Sources = ["PT-10", "OP-SET"],
        Title = new("A purpose begins with what the client adds", "用途开头与客户端重复"),
        What = new(
            "privacy_text begins with 为了, 用于 or the like, in front of the purpose itself.",
            "privacy_text 以“为了”“用于”等开头。"),
        Why = new(
            "The documentation of the call asks for the purpose alone: the client builds the sentence and puts the word in front itself. Texts with it have been accepted.",
            "接口文档要求只填写用途本身，客户端会自行加上“为了”“用于”组成句子。带开头的文本也曾通过审核。"),
        How = new(
            "Leave the opening out.",
            "去掉开头。"),
        Example = new(
            "json",
            """
            { "privacy_key": "UserInfo", "privacy_text": "用于在个人中心展示头像" }
            """,
            """
            { "privacy_key": "UserInfo", "privacy_text": "在个人中心展示头像" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context) => purpose.Reading is { IsPurpose: true, HasOpening: true }
        ? new(new LocalizedText(
            $"Weixin puts 为了 or 用于 in front of a purpose by itself, so users would read it twice. Shorten it to \"{Wording.Quoted(purpose.Reading.WithoutOpening)}\".",
            $"平台会自行在用途前加上“为了”或“用于”，用户会看到重复。可简化为“{Wording.Quoted(purpose.Reading.WithoutOpening)}”。"))
        : null;
}
