using PrivacyBuild.Analysis.Policies;

namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2102: a filler instead of a purpose.</summary>
public sealed class PurposeFiller : PurposeRule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2102",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["PT-02", "PTX"],
        Title = new("A purpose is a filler", "用途是占位内容"),
        What = new(
            "privacy_text is nothing but digits, random letters or symbols, a word such as 不清楚, 测试 or TODO, or holds what a template left over ({{…}}, xxx).",
            "privacy_text 只有数字、随意的字母或符号，或“不清楚”“测试”“TODO”一类的词，或残留了模板占位符（{{…}}、xxx）。"),
        Why = new(
            "Weixin's own note on purposes that are sent back names digits, letters, symbols, 不清楚 and 不知道. That other fillers fare no better is our judgement.",
            "平台关于用途被退回的说明中列举了数字、字母、符号、“不清楚”“不知道”。其他占位词同理，属我们的判断。"),
        How = new(
            "Write what the information is used for.",
            "写明信息的实际用途。"),
        Example = new(
            "json",
            """
            { "privacy_key": "Location", "privacy_text": "不清楚" }
            """,
            """
            { "privacy_key": "Location", "privacy_text": "查找你附近的门店并显示距离" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context) => purpose.Reading.Verdict == PurposeVerdict.Filler
        ? new(new LocalizedText(
            $"\"{Quoted(purpose)}\" is a filler and no purpose: Weixin sends back digits, letters, symbols and words such as 不清楚.",
            $"“{Quoted(purpose)}”只是占位内容：平台会退回数字、字母、符号和“不清楚”一类的用途。") + WriteWhatFor(purpose))
        : null;
}
