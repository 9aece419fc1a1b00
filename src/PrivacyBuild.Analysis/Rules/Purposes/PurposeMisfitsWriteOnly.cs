namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2107: a write-only kind that is said to read.</summary>
public sealed class PurposeMisfitsWriteOnly : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2107",
        Severity = Severity.Warning,
        Nature = RuleNature.Fact,
        Sources = ["PT-07", "COM", "C-REJECT"],
        Title = new("A kind that only writes is described as reading", "仅写入权限写成了读取或上传"),
        What = new(
            "The purpose of AlbumWriteOnly, Contact or CalendarWriteOnly speaks of uploading, choosing or reading, and of nothing that is saved.",
            "AlbumWriteOnly、Contact、CalendarWriteOnly 的用途写的是上传、选择或读取，而没有写入的内容。"),
        Why = new(
            "Reviewers' answers in Weixin's developer forum: these permissions only write, so a purpose that uploads or reads does not fit them.",
            "平台审核在开发者社区的答复：这些权限只能写入，上传、读取类的用途与之不符。"),
        How = new(
            "Say what is saved, for example 保存海报. For photos that users choose declare the kind Album.",
            "写明保存了什么（如“保存海报到相册”）；用户选择的照片应声明 Album。"),
        Example = new(
            "json",
            """
            { "privacy_key": "AlbumWriteOnly", "privacy_text": "上传头像图片" }
            """,
            """
            { "privacy_key": "AlbumWriteOnly", "privacy_text": "保存分享海报到手机相册" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context)
    {
        if (!purpose.Reading.IsPurpose || !purpose.Reading.ReadsInsteadOfWriting)
            return null;
        var label = Wording.Kind(purpose.Key, context.Catalogue);
        var album = purpose.Key == "AlbumWriteOnly" ? new LocalizedText("; for photos that users choose declare Album", "；用户选择的照片应声明 Album") : LocalizedText.Empty;
        return new(new LocalizedText(
            $"{label.En} can only write, and \"{Quoted(purpose)}\" speaks of reading or uploading: reviewers have sent that back. Say what is saved{album.En}.",
            $"{label.Zh}只能写入，而“{Quoted(purpose)}”说的是读取或上传：审核曾以此退回。请写明保存了什么{album.Zh}。"));
    }
}
