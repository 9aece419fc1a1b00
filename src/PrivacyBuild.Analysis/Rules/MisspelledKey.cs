using System;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2101: a key that is nearly an official one. Keys of one's own are allowed and silent.</summary>
public sealed class MisspelledKey : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2101",
        Severity = Severity.Warning,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-SET"],
        Title = new("A key is nearly an official one", "privacy_key 疑似拼写错误"),
        What = new(
            "A privacy_key differs from an official key by case, blanks, a letter or two, or is the key's label. Keys of one's own that resemble none are silent.",
            "privacy_key 与官方键名仅有大小写、空白或一两个字母之差，或直接写成了官方名称。与官方键名不相近的自定义键不作提示。"),
        Why = new(
            "The platform accepts any text as a key of one's own. A misspelled key passes the call, and the kind that was meant stays undeclared.",
            "平台接受任意文本作为自定义键：拼错的键能通过接口，而本来要声明的种类仍未声明。"),
        How = new(
            "Use the official key. If the key is meant as one of your own, choose a name that cannot be mistaken, or suppress the warning.",
            "请使用官方键名；若确为自定义键，请换一个不易混淆的名称，或忽略此警告。"),
        Example = new(
            "json",
            """
            { "setting_list": [ { "privacy_key": "Bluetooth", "privacy_text": "连接门锁并开锁" } ] }
            """,
            """
            { "setting_list": [ { "privacy_key": "BlueTooth", "privacy_text": "连接门锁并开锁" } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline)
            return;

        foreach (var entry in context.Guideline!.Entries)
        {
            if (entry.Key.Text is not { } written || KeySpelling.FindMeant(written, context.Catalogue) is not { } meant)
                continue;

            var label = Wording.Kind(meant, context.Catalogue);
            var isBlanksOnly = string.Equals(written.Trim(), meant, StringComparison.Ordinal);
            var (consequence, consequenceZh) = context.Guideline.Find(meant) is null
                ? ($"and {label.En} stays undeclared", $"{label.Zh}仍未声明")
                : ($"beside {label.En}, which is declared as well", $"而{label.Zh}已另行声明");
            context.Report(this, isBlanksOnly
                ? new LocalizedText(
                    $"This privacy_key has blanks around \"{meant}\", so Weixin takes it as a key of your own, {consequence}. Remove the blanks.",
                    $"此 privacy_key 在“{meant}”前后带有空白，平台会将其当作自定义种类，{consequenceZh}。请去掉空白。")
                : new LocalizedText(
                    $"\"{written}\" is no official privacy_key: Weixin takes it as one of your own, {consequence}. Did you mean \"{meant}\"? If not, choose a name less like it.",
                    $"“{written}”不是官方 privacy_key：平台会将其当作自定义种类，{consequenceZh}。是否应为“{meant}”？若确为自定义，请换一个不易混淆的名称。"),
                entry.Key.Place);
        }
    }
}
