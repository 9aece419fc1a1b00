using System.Linq;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2013: an entry of setting_list says what for, and not what.</summary>
public sealed class KindKeyMissing : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2013",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-SET"],
        Title = new("An entry names no kind of information", "条目没有写明信息种类"),
        What = new(
            "An entry of setting_list has no privacy_key, or a blank one.",
            "setting_list 的某项没有 privacy_key，或其值为空。"),
        Why = new(
            "The call demands privacy_key. Without it the purpose belongs to no kind, and the kind that was meant stays undeclared.",
            "接口要求必填 privacy_key。没有它，用途不属于任何信息种类，本来要声明的种类仍未声明。"),
        How = new(
            "Add the key of the kind, an official one where one fits, or remove the entry.",
            "补上信息种类的键（优先使用官方键），或删除该项。"),
        Example = new(
            "json",
            """
            { "setting_list": [ { "privacy_text": "扫描商品条码" } ] }
            """,
            """
            { "setting_list": [ { "privacy_key": "Camera", "privacy_text": "扫描商品条码" } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline)
            return;

        foreach (var entry in context.Guideline!.Entries.Where(entry => entry.Key.IsBlank && entry.Key.Json is null or JsonString && !context.IsMisspelt(entry.Key)))
        {
            context.Report(this, entry.Purpose.IsBlank
                ? new LocalizedText(
                    "This entry of setting_list has no privacy_key, which the call demands, and declares nothing. Fill in privacy_key and privacy_text, or remove the entry.",
                    "setting_list 的这一项没有必填的 privacy_key，未声明任何内容。请填写 privacy_key 和 privacy_text，或删除该项。")
                : new LocalizedText(
                    $"This entry of setting_list has no privacy_key, which the call demands: \"{Wording.Quoted(entry.Purpose.Text!)}\" belongs to no kind. Add \"privacy_key\", or remove the entry.",
                    $"setting_list 的这一项没有必填的 privacy_key：“{Wording.Quoted(entry.Purpose.Text!)}”不属于任何信息种类。请补上 privacy_key，或删除该项。"),
                entry.Key.Place);
        }
    }
}
