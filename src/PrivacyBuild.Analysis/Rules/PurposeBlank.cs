using System;
using System.Linq;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2007: a kind is declared without a purpose. Stands for PRIV1001 of its kind.</summary>
public sealed class PurposeBlank : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2007",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["PT-01", "S000-15", "OP-GET"],
        Title = new("A kind is declared without a purpose", "信息种类没有填写用途"),
        What = new(
            "privacy_text of an entry is missing, blank, or nothing but punctuation.",
            "某项的 privacy_text 缺失、为空，或只有标点。"),
        Why = new(
            "Weixin treats a blank purpose as not configured: the kind counts as undeclared, and review sends the guideline back.",
            "平台将空用途视为未配置：该种类等同未声明，审核也会退回。"),
        How = new(
            "Write what the information is really used for. The platform builds the sentence and puts 为了 or 用于 in front itself. Remove the entry if the kind is not used.",
            "写明信息的实际用途。平台会自行组成句子，开头不要加“为了”或“用于”。若未使用该种类，请删除该项。"),
        Example = new(
            "json",
            """
            { "setting_list": [ { "privacy_key": "Location", "privacy_text": "" } ] }
            """,
            """
            { "setting_list": [ { "privacy_key": "Location", "privacy_text": "查找你附近的门店并显示距离" } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline || context.DeclaresNothing)
            return;

        foreach (var group in context.Guideline!.Entries.Where(entry => !entry.Key.IsBlank).GroupBy(entry => entry.Key.Text!, StringComparer.Ordinal))
        {
            // Of several entries of one kind PRIV2006 speaks; it has a purpose when one of them has.
            if (group.Any(entry => !PurposeText.IsBlank(entry.Purpose) || context.IsMisspelt(entry.Purpose)))
                continue;

            // The platform's answer lists kinds that are not configured in this way; only one in use lacks something.
            var use = context.UsedKinds.FirstOrDefault(kind => kind.Key == group.Key);
            if (use is not null || context.Guideline.Shape == GuidelineShape.Request)
                Report(group.Key, group.First(), use, context);
        }
    }

    // Who has no use for it himself should not have to invent a purpose.
    private static LocalizedText OfPackage(KindUse? use, RuleContext context)
    {
        if (use is null || use.Carrier.Owner is not { Type: not OwnerType.Own, Name: { Length: > 0 } package })
            return LocalizedText.Empty;
        var without = use.IsUnreached
            ? new LocalizedText($"leave it out with packOptions.ignore {ForeignCode.IgnoreEntry(use.Carrier, context)}", $"在 packOptions.ignore 中添加 {ForeignCode.IgnoreEntry(use.Carrier, context)}")
            : ForeignCode.DoWithout(use.Carrier, context);
        return new($" Only {package} uses it: if you do not need it, {without.En}, and remove the entry.", $"仅 {package} 用到它：若不需要，可{without.Zh}，并删除该项。");
    }

    private void Report(string key, GuidelineEntry entry, KindUse? use, RuleContext context)
    {
        var label = Wording.Kind(key, context.Catalogue);
        var (what, whatZh) = use is null
            ? ("it is used for, without 为了 or 用于 in front, or remove the entry.", "其实际用途，开头不要加“为了”或“用于”；若未使用，请删除该项。")
            : ($"{use.Carrier.Name} ({Wording.Place(use.Carrier)}) is used for, without 为了 or 用于 in front.", $" {use.Carrier.Name}（{Wording.Place(use.Carrier)}）的实际用途，开头不要加“为了”或“用于”。");
        if (context.Guideline!.IsOnline)
        {
            var declare = Wording.Declare(key, context.Guideline);
            context.Report(this, new LocalizedText(
                $"{label.En} is declared without a purpose, which Weixin treats as not configured. {Wording.Capital(declare.En)}.",
                $"{label.Zh}已声明但用途为空，平台视为未配置。请{declare.Zh}。"), entry.Purpose.Place, kind: key);
            return;
        }

        context.Report(this, new LocalizedText(
            $"{label.En} is declared without a purpose, which Weixin treats as not configured. Write in privacy_text what {what}",
            $"{label.Zh}已声明但用途为空，平台视为未配置。请在 privacy_text 中写明{whatZh}") + OfPackage(use, context),
            entry.Purpose.Place, kind: key);
    }
}
