using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2118: the privacy policy states another purpose than the guideline.</summary>
public sealed class PurposeDiffersFromPolicy : PurposeRule
{
    private const int QuotedSentence = 60;

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2118",
        Severity = Severity.Message,
        Nature = RuleNature.Advice,
        Sources = ["PT-20"],
        Title = new("The privacy policy states another purpose", "与隐私政策写明的用途不一致"),
        What = new(
            "The texts that PrivacyBuildPolicy items name say what a kind of information is for, and privacy_text has no content word in common with any of these sentences. Words are compared, not meanings, so this is a message.",
            "PrivacyBuildPolicy 条目指定的隐私政策写明了某类信息的用途，而 privacy_text 与这些句子没有任何相同的实词。本规则比较的是用词而非含义，因此仅作提示。"),
        Why = new(
            "The guideline and the policy are two promises about the same information. Where they differ, users cannot tell which of them holds.",
            "指引与隐私政策是对同一信息的两份承诺，二者不一致时，用户无从判断以哪份为准。"),
        How = new(
            "Write the same purpose in both, in the same words, or list all purposes in both.",
            "请在两处用相同的说法写明同一用途；若有多种用途，两处都要写全。"),
        Example = new(
            "jsonc",
            """
            // privacy.md: 我们收集你的位置信息，用于查找附近的门店。
            { "privacy_key": "Location", "privacy_text": "记录跑步轨迹" }
            """,
            """
            // privacy.md: 我们收集你的位置信息，用于查找附近的门店。
            { "privacy_key": "Location", "privacy_text": "查找附近的门店" }
            """),
    };

    protected override PurposeFinding? Judge(Purpose purpose, RuleContext context)
    {
        if (purpose.Sdk is not null || !purpose.Reading.IsPurpose || context.Project.Policies.FindOther(purpose.Reading) is not { } other)
            return null;
        var label = Wording.Kind(purpose.Key, context.Catalogue);
        var (sentence, place) = (Wording.Quoted(other.Text, QuotedSentence), $"{ProjectPath.GetFileName(other.Path)}:{other.Start.Line}");
        return new(new LocalizedText(
            $"\"{Quoted(purpose)}\" shares no word with what the privacy policy says {label.En} is for: \"{sentence}\" ({place}). Write the same purpose in both, or all purposes in both.",
            $"“{Quoted(purpose)}”与隐私政策写明的{label.Zh}用途没有相同之处：“{sentence}”（{place}）。请统一两处的说法；若有多种用途，两处都要写全。"));
    }
}
