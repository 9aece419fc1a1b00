namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2110: a whole sentence where a purpose belongs.</summary>
public sealed class PurposeIsSentence : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2110",
        Severity = Severity.Message,
        Nature = RuleNature.Advice,
        Sources = ["PT-11", "OP-SET"],
        Title = new("A purpose is a sentence of its own", "用途写成了完整的句子"),
        What = new(
            "privacy_text begins with the developer or the user (我们将…, 你的…将用于), or ends with a full stop.",
            "privacy_text 以开发者或用户为主语（“我们将……”“你的……将用于”），或以句号结尾。"),
        Why = new(
            "The client builds a sentence around the purpose; a sentence within a sentence reads oddly.",
            "客户端会将用途嵌入另一句话中展示，句中套句读起来不通顺。"),
        How = new(
            "Leave only the purpose: verb and object, without a full stop.",
            "只保留用途：动词加宾语，不加句号。"),
        Example = new(
            "json",
            """
            { "privacy_key": "Location", "privacy_text": "我们将收集你的位置用于导航。" }
            """,
            """
            { "privacy_key": "Location", "privacy_text": "导航到你选择的门店" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context) => purpose.Reading is { IsPurpose: true, IsSentence: true }
        ? new(new LocalizedText(
            $"\"{Quoted(purpose)}\" is a sentence of its own, and Weixin puts the purpose into another one. Leave verb and object, without subject and full stop.",
            $"“{Quoted(purpose)}”是完整的句子，而平台会将用途嵌入另一句话中展示。请只保留动词和宾语，不写主语和句号。"))
        : null;
}
