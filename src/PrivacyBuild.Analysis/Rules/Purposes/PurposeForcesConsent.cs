namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2111: a purpose that leaves no choice.</summary>
public sealed class PurposeForcesConsent : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2111",
        Severity = Severity.Warning,
        Nature = RuleNature.Advice,
        Sources = ["PT-12", "PIPL-16", "OPR-15.1.3.2"],
        Title = new("A purpose forces consent", "用途强迫用户同意"),
        What = new(
            "privacy_text says that users must agree, or may not use the mini program otherwise.",
            "privacy_text 要求用户必须同意，否则不能使用小程序。"),
        Why = new(
            "A service may not be refused because somebody refuses information that it does not need (Personal Information Protection Law, article 16; operating rules 15.1.3.2).",
            "不得以用户不同意提供非必要信息为由拒绝提供服务（《个人信息保护法》第十六条；运营规范 15.1.3.2）。"),
        How = new(
            "Write the purpose only. What does not work after a refusal can be told where it happens.",
            "只写用途。拒绝后哪些功能不可用，可在相应功能处提示。"),
        Example = new(
            "json",
            """
            { "privacy_key": "Location", "privacy_text": "必须同意授权，否则无法使用小程序" }
            """,
            """
            { "privacy_key": "Location", "privacy_text": "查找你附近的门店并显示距离" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context) => purpose.Reading is { IsPurpose: true, ForcesConsent: true }
        ? new(new LocalizedText(
            $"\"{Quoted(purpose)}\" makes consent a condition: nobody may be refused the service over information that it does not need (PIPL 16, operating rules 15.1.3.2). Write the purpose only.",
            $"“{Quoted(purpose)}”把同意作为使用条件：不得因用户拒绝提供非必要信息而拒绝服务（《个人信息保护法》第十六条、运营规范 15.1.3.2）。请只写用途。"))
        : null;
}
