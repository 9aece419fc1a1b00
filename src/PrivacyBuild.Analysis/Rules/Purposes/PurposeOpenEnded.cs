namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2116: a purpose that goes on.</summary>
public sealed class PurposeOpenEnded : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2116",
        Severity = Severity.Message,
        Nature = RuleNature.Advice,
        Sources = ["PT-17", "AID-2.1"],
        Title = new("A purpose has an open end", "用途没有列全"),
        What = new(
            "privacy_text ends with 等 or speaks of other purposes (其他用途, etc.).",
            "privacy_text 以“等”结尾，或写有“其他用途”等。"),
        Why = new(
            "Users agree to what they were told; the 2019 method for identifying illegal collection (AID 2.1) wants every purpose listed.",
            "用户只同意被告知的内容；《App违法违规收集使用个人信息行为认定方法》第二条要求逐一列出目的。"),
        How = new(
            "List the purposes and leave the rest out.",
            "逐一列出用途，去掉“等”。"),
        Example = new(
            "json",
            """
            { "privacy_key": "PhoneNumber", "privacy_text": "用于登录、支付等" }
            """,
            """
            { "privacy_key": "PhoneNumber", "privacy_text": "登录账号并支付订单" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context) => purpose.Reading is { IsPurpose: true, IsOpenEnded: true }
        ? new(new LocalizedText(
            $"\"{Quoted(purpose)}\" leaves open what else the information is for, and users agree only to what they were told. List the purposes, without 等 or etc.",
            $"“{Quoted(purpose)}”没有列全用途，而用户只同意被告知的内容。请逐一列出，不用“等”。"))
        : null;
}
