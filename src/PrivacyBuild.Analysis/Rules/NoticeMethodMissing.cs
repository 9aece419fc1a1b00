using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2002: users are not told how they hear of changes.</summary>
public sealed class NoticeMethodMissing : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2002",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-SET"],
        Title = new("The guideline does not say how users are notified", "指引缺少通知方式"),
        What = new(
            "owner_setting.notice_method is missing or blank.",
            "owner_setting.notice_method 缺失或为空。"),
        Why = new(
            "The call setprivacysetting is refused with error 86070: users must be told how they learn of changes.",
            "setprivacysetting 接口会返回错误码 86070：必须告知用户以何种方式得知变更。"),
        How = new(
            "State the way that is really used, for example 弹窗 (a pop-up) or 公告 (an announcement).",
            "填写实际采用的方式，例如弹窗或公告。"),
        Example = new(
            "json",
            """
            { "owner_setting": { "contact_email": "privacy@example.cn" } }
            """,
            """
            { "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗" } }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline)
            return;

        var owner = context.Guideline!.Owner;
        var method = owner.NoticeMethod;
        // A value of the wrong type is there, and PRIV0006 has spoken of it.
        if (owner.Value.Json is not (null or JsonNull or JsonObject) || !method.IsBlank || method.Json is not (null or JsonNull or JsonString) || context.IsMisspelt(owner.Value) || context.IsMisspelt(method))
            return;

        context.Report(this, new LocalizedText(
            "notice_method is not filled in, and Weixin refuses the guideline without it (86070). Say in owner_setting how users hear of changes, for example \"notice_method\": \"弹窗\".",
            "notice_method 未填写，平台会拒绝该指引（86070）。请在 owner_setting 中写明以何种方式通知用户，例如 \"notice_method\": \"弹窗\"。"),
            method.Place);
    }
}
