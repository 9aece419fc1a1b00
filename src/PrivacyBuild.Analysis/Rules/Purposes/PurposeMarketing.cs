namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2113: a purpose of the developer, not of the user.</summary>
public sealed class PurposeMarketing : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2113",
        Severity = Severity.Warning,
        Nature = RuleNature.Advice,
        Sources = ["PT-14", "S001-70", "OPR-15.3.7"],
        Title = new("A purpose speaks of marketing", "用途涉及营销推广"),
        What = new(
            "privacy_text speaks of advertising, marketing or pushing offers.",
            "privacy_text 涉及广告、营销或推送优惠。"),
        Why = new(
            "The platform's terms (4.6) forbid promotion with its users' information unless they have agreed to that, and marketing has to be refusable (PIPL 24).",
            "平台服务条款（4.6）禁止未经用户同意将其信息用于推广营销；营销推送应能拒绝（《个人信息保护法》第二十四条）。"),
        How = new(
            "Name the function that users asked for; ask for marketing separately.",
            "写用户所需的功能；营销用途须另行征得同意。"),
        Example = new(
            "json",
            """
            { "privacy_key": "PhoneNumber", "privacy_text": "向你推送优惠活动" }
            """,
            """
            { "privacy_key": "PhoneNumber", "privacy_text": "登录账号并接收订单通知" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context)
    {
        if (!purpose.Reading.IsPurpose || purpose.Reading.MarketingWord is not { } word)
            return null;
        var found = Wording.Quoted(word);
        return new(new LocalizedText(
            $"\"{found}\" makes this a marketing purpose, which the platform's terms (4.6) allow only with the users' own consent to it. Name the function; ask for marketing separately.",
            $"“{found}”属于营销用途，平台服务条款（4.6）要求就此单独取得用户同意。请写实际功能，营销另行征得同意。"));
    }
}
