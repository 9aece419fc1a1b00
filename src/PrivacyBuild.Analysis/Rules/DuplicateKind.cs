using System.Linq;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2006: a kind stands more than once in setting_list.</summary>
public sealed class DuplicateKind : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2006",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-SET"],
        Title = new("A kind is declared more than once", "信息种类重复声明"),
        What = new(
            "Two or more entries of setting_list have the same privacy_key.",
            "setting_list 中有两项或多项的 privacy_key 相同。"),
        Why = new(
            "The platform shows one purpose per kind; which of several it keeps is not documented.",
            "平台对每个信息种类只展示一条用途，重复时保留哪一条没有文档说明。"),
        How = new(
            "Keep one entry whose purpose covers all uses.",
            "只保留一项，并在用途中涵盖所有使用场景。"),
        Example = new(
            "json",
            """
            { "setting_list": [ { "privacy_key": "Camera", "privacy_text": "扫描商品条码" }, { "privacy_key": "Camera", "privacy_text": "拍摄商品照片" } ] }
            """,
            """
            { "setting_list": [ { "privacy_key": "Camera", "privacy_text": "扫描商品条码、拍摄商品照片" } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline || context.DeclaresNothing)
            return;

        var guideline = context.Guideline!;
        foreach (var group in guideline.DuplicateKinds())
        {
            var entries = group.ToArray();
            var label = Wording.Kind(group.Key, context.Catalogue);
            var first = entries[0].Key.Place.Start.Line;
            context.Report(this, new LocalizedText(
                $"{label.En} stands {(entries.Length == 2 ? "twice" : $"{entries.Length} times")} in setting_list (first in line {first}), and which purpose users would see is not documented. Keep one entry that covers all uses.",
                $"{label.Zh}在 setting_list 中出现 {entries.Length} 次（首次在第 {first} 行），用户会看到哪一条用途没有文档说明。请合并为一项，涵盖所有用途。"),
                entries[1].Key.Place, kind: group.Key);
        }
    }
}
