using System.Globalization;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2014: ext_file_media_id names a file instead of what the platform made of it, or a file that the platform does not take.</summary>
public sealed class SupplementUnfit : Rule
{
    private const long Kilobyte = 1024;

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2014",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-UPLOAD", "OP-SET"],
        Title = new("The supplementary document is a file, or one that does not fit", "补充文档填写的是文件，或文件不符合要求"),
        What = new(
            "ext_file_media_id holds a path. The file is looked at beside the guideline: it has to be plain text (.txt) of at most 100 KB.",
            "ext_file_media_id 填写的是路径。本工具会查看指引旁的该文件：必须为纯文本（.txt），不超过 100 KB。"),
        Why = new(
            "The call takes the id that uploadprivacyextfile answered with. The upload refuses another kind of file with 40006 and a text above 100 KB with 40126.",
            "接口只接受 uploadprivacyextfile 返回的 id。上传其他类型的文件返回 40006，超过 100 KB 的文本返回 40126。"),
        How = new(
            "Upload the text file with uploadprivacyextfile and write the ext_file_media_id of its answer.",
            "用 uploadprivacyextfile 上传文本文件，并填写返回的 ext_file_media_id。"),
        Example = new(
            "json",
            """
            { "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗", "ext_file_media_id": "supplement.docx" } }
            """,
            """
            { "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗", "ext_file_media_id": "2115480798219862023" } }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (context.JudgesGuideline && context.Guideline is { Supplement: { } file } guideline)
            context.Report(this, Message(file), guideline.Owner.ExtFileMediaId.Place);
    }

    private static LocalizedText Message(SupplementaryFile file)
    {
        var name = Wording.Quoted(ProjectPath.GetFileName(file.Path));
        var upload = new LocalizedText(
            " Upload it with uploadprivacyextfile and write the id that it answers with.",
            "请用 uploadprivacyextfile 上传，并填写返回的 id。");
        if (!file.IsText)
        {
            return new LocalizedText(
                $"{name} is no .txt file, and the platform takes no other kind as supplementary document (40006). Save it as plain text of at most 100 KB.",
                $"{name} 不是 .txt 文件，平台不接受其他类型的补充文档（40006）。请另存为不超过 100 KB 的纯文本。") + upload;
        }

        if (file.Length > SupplementaryFile.MaximumLength)
        {
            var size = ((file.Length.Value + Kilobyte - 1) / Kilobyte).ToString(CultureInfo.InvariantCulture);
            return new LocalizedText(
                $"{name} has {size} KB, and the platform takes at most 100 KB as supplementary document (40126). Shorten it.",
                $"{name} 有 {size} KB，而平台的补充文档最多 100 KB（40126）。请精简。") + upload;
        }

        return new LocalizedText(
            $"ext_file_media_id is the path {name}, and the call takes only the id of an uploaded document.",
            $"ext_file_media_id 填写的是路径 {name}，而接口只接受已上传文档的 id。") + upload;
    }
}
