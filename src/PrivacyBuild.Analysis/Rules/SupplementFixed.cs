namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2008: the supplementary document of the live guideline cannot be changed.</summary>
public sealed class SupplementFixed : Rule
{
    private const int LiveVersion = 1;

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2008",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-SET", "SDK-DTAPP"],
        Title = new("The supplementary document does not go with privacy_ver 1", "privacy_ver 为 1 时不能带补充文档"),
        What = new(
            "privacy_ver is 1, which changes the live guideline, and ext_file_media_id is filled in.",
            "privacy_ver 为 1（修改线上指引），同时填写了 ext_file_media_id。"),
        Why = new(
            "The supplementary document of the live guideline cannot be changed: the call is refused with 86075.",
            "线上指引的补充文档不可修改，接口会返回 86075。"),
        How = new(
            "Remove privacy_ver, so that the document goes to the development version, or remove ext_file_media_id.",
            "删除 privacy_ver，让补充文档进入开发版；或删除 ext_file_media_id。"),
        Example = new(
            "json",
            """
            { "privacy_ver": 1, "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗", "ext_file_media_id": "2115480798219862023" } }
            """,
            """
            { "privacy_ver": 1, "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗" } }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline || context.Guideline is not { Shape: Guidelines.GuidelineShape.Request, IsOnline: false, PrivacyVersion.Number: LiveVersion, Owner.ExtFileMediaId: { IsBlank: false } document })
            return;

        context.Report(this, new LocalizedText(
            "ext_file_media_id does not go with privacy_ver 1: the live guideline's supplementary document cannot be changed (86075). Remove privacy_ver, or leave the document out.",
            "privacy_ver 为 1 时不能带 ext_file_media_id：线上指引的补充文档不可修改（86075）。请删除 privacy_ver，或去掉补充文档。"),
            document.Place);
    }
}
