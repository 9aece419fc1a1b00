namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2114: a purpose in the wrong entry.</summary>
public sealed class PurposeUnfit : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2114",
        Severity = Severity.Message,
        Nature = RuleNature.Advice,
        Sources = ["PT-15", "COM"],
        Title = new("A purpose seems to belong to another kind", "用途似乎属于其他信息种类"),
        What = new(
            "Nothing in privacy_text has to do with the kind, and a word in it belongs to another: 上传报告单 for Invoice. The word lists are seeds, so this is a message.",
            "privacy_text 没有与该信息种类相关的内容，却有属于其他种类的词，如发票信息写“上传报告单”。词表并不完备，因此仅作提示。"),
        Why = new(
            "Such purposes stood in a guideline that review sent back: they were copied one entry too far.",
            "曾被审核退回的指引中就有这样的用途：往往是复制时错了一行。"),
        How = new(
            "See whether text and kind belong together.",
            "核对用途与种类是否对应。"),
        Example = new(
            "json",
            """
            { "privacy_key": "Invoice", "privacy_text": "上传报告单图片" }
            """,
            """
            { "privacy_key": "Invoice", "privacy_text": "开具购物发票" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context)
    {
        if (!purpose.Reading.IsPurpose || purpose.Reading.ForeignWord is not { } word)
            return null;
        var label = Wording.Kind(purpose.Key, context.Catalogue);
        return new(new LocalizedText(
            $"\"{Quoted(purpose)}\" hardly fits {label.En}: \"{word}\" speaks of another kind. Such texts stood in a guideline that review sent back; check that it is in the right entry.",
            $"“{Quoted(purpose)}”与{label.Zh}似乎不符：“{word}”更像其他种类的用途。曾有指引因此被退回，请核对是否填错了位置。"));
    }
}
