using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2115: characters that users would see garbled, in any text of the guideline.</summary>
public sealed class TextBroken : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2115",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["PT-16", "S000-22", "OP-SET"],
        Title = new("A text of the guideline is broken", "指引文本存在乱码"),
        What = new(
            "A text holds U+FFFD or escapes as characters (\\u4f4d), or looks as if it went through the wrong encoding (a warning then). Purposes, contacts, the notice method and the names of SDKs are looked at.",
            "文本中含有 U+FFFD 或字面的转义（\\u4f4d），或疑似经过错误的编码（此时为警告）。检查用途、联系方式、通知方式和 SDK 名称。"),
        Why = new(
            "The documentation of the call says so: text that was escaped twice is shown to users garbled.",
            "接口文档明确指出：经过二次转义的中文在用户端会显示为乱码。"),
        How = new(
            "Write real characters, in UTF-8, and read the guideline back with getprivacysetting after it was set.",
            "直接写中文字符并保存为 UTF-8；设置后用 getprivacysetting 读回核对。"),
        Example = new(
            "json",
            """
            { "privacy_key": "Location", "privacy_text": "\\u5bfc\\u822a" }
            """,
            """
            { "privacy_key": "Location", "privacy_text": "导航到你选择的门店" }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline || context.Guideline is not { IsOnline: false } guideline)
            return;

        var lexicon = context.Project.Lexicon;
        foreach (var value in Texts(guideline).Where(value => value.Text is not null && !PurposeText.IsBlank(value)))
        {
            if (lexicon.Pattern("broken").IsMatch(value.Text!))
                context.Report(this, Broken(value), value.Place);
            else if (lexicon.Pattern("garbled").IsMatch(value.Text!))
                context.Report(this, Garbled(value), value.Place, Severity.Warning);
        }
    }

    private static IEnumerable<GuidelineValue> Texts(Guideline guideline) =>
        guideline.Entries.SelectMany(entry => new[] { entry.Key, entry.Purpose })
            .Concat([.. guideline.Owner.Contacts, guideline.Owner.NoticeMethod])
            .Concat(guideline.Sdks.SelectMany(sdk => new[] { sdk.Name, sdk.Company }.Concat(sdk.Entries.SelectMany(entry => new[] { entry.Key, entry.Purpose }))));

    private static LocalizedText Broken(GuidelineValue value) => value.HoldsEscapes
        ? new(
            $"{value.Name} holds \"{Wording.Quoted(value.Text!, 12)}\" as characters: it was escaped twice, and users would see it garbled. Write the Chinese characters themselves, with one backslash less in whatever writes this file.",
            $"{value.Name} 中的“{Wording.Quoted(value.Text!, 12)}”是字面字符：内容被转义了两次，用户会看到乱码。请直接写中文；若由程序生成，请去掉一层转义。")
        : new(
            $"{value.Name} holds U+FFFD, which stands where a character was lost: users would see it garbled. Write the text again and save the file as UTF-8.",
            $"{value.Name} 中有 U+FFFD，即已丢失的字符：用户会看到乱码。请重新填写并将文件保存为 UTF-8。");

    private static LocalizedText Garbled(GuidelineValue value) => new(
        $"{value.Name} \"{Wording.Quoted(value.Text!, 20)}\" looks as if it went through the wrong encoding, and users would see it like that. Write the text again and save the file as UTF-8.",
        $"{value.Name} 的内容“{Wording.Quoted(value.Text!, 20)}”疑似经过错误的编码，用户看到的就是这样。请重新填写并将文件保存为 UTF-8。");
}
