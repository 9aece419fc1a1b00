using System.Linq;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2001: no way to reach the developer.</summary>
public sealed class ContactMissing : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2001",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-SET", "C-ERR"],
        Title = new("The guideline gives no contact", "指引缺少联系方式"),
        What = new(
            "None of contact_phone, contact_email, contact_qq and contact_weixin in owner_setting is filled in.",
            "owner_setting 中的 contact_phone、contact_email、contact_qq、contact_weixin 均未填写。"),
        Why = new(
            "The call setprivacysetting is refused with error 86069; users need a way to exercise their rights.",
            "setprivacysetting 接口会返回错误码 86069；用户也需要行使权利的途径。"),
        How = new(
            "Fill in at least one of the four with a contact that somebody answers.",
            "至少填写其中一项，并确保有人处理。"),
        Example = new(
            "json",
            """
            { "owner_setting": { "notice_method": "弹窗" } }
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
        // A value of the wrong type is there, and PRIV0006 has spoken of it.
        if (owner.Value.Json is not (null or JsonNull or JsonObject) || owner.Contacts.Any(contact => !contact.IsBlank || contact.Json is not (null or JsonNull or JsonString)))
            return;

        if (context.IsMisspelt(owner.Value) || owner.Contacts.Any(context.IsMisspelt))
            return;

        context.Report(this, Message(owner), owner.Value.Place);
    }

    private static LocalizedText Message(OwnerSetting owner) => owner.Value.Json is JsonObject
        ? new(
            "owner_setting gives no contact, and Weixin refuses the guideline without one (86069). Fill in contact_phone, contact_email, contact_qq or contact_weixin; one is enough.",
            "owner_setting 没有联系方式，平台会拒绝该指引（86069）。请填写 contact_phone、contact_email、contact_qq、contact_weixin 中的至少一项。")
        : new(
            "owner_setting is missing, and Weixin refuses a guideline without a contact (86069). Add \"owner_setting\": { \"contact_email\": \"…\", \"notice_method\": \"…\" }; phone, QQ or Weixin will do as well.",
            "缺少 owner_setting，没有联系方式的指引会被平台拒绝（86069）。请添加 \"owner_setting\": { \"contact_email\": \"…\", \"notice_method\": \"…\" }；电话、QQ 或微信号亦可。");
}
