using System;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV1006: an interface that the platform has taken back. One per interface, and one per package.</summary>
public sealed class RecalledInterface : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV1006",
        Severity = Severity.Warning,
        Nature = RuleNature.Fact,
        Sources = ["DOC-INTRO", "ANN-LOGIN", "BLOG-RECALL"],
        Title = new("A recalled interface", "已回收的接口"),
        What = new(
            "The code uses wx.getUserInfo, wx.getUserProfile or the button's open-type getUserInfo, which Weixin has recalled for mini programs. Mini games may still use them.",
            "代码使用了 wx.getUserInfo、wx.getUserProfile 或 button 的 open-type getUserInfo，平台已对小程序回收这些接口；小游戏仍可使用。"),
        Why = new(
            "They answer with anonymous data only, and still count as collecting UserInfo, which must be declared.",
            "这些接口只返回匿名数据，却仍计为收集 UserInfo，必须声明。"),
        How = new(
            "Let the user choose: button[open-type=chooseAvatar] and input[type=nickname]. Or remove the use; then UserInfo needs no declaration.",
            "请改用 button[open-type=chooseAvatar] 和 input[type=nickname]，由用户自行填写；或删除该用法，此时无需声明 UserInfo。"),
    };

    public override void Check(RuleContext context)
    {
        if (context.Table == InterfaceTable.MiniGame)
            return;

        // Of one's own code one for each interface; a package, which is upgraded or left out as a whole, is told of once.
        var recalled = context.InUse.Where(usage => usage.Interface?.Recalled == true)
            .GroupBy(usage => new Culprit(usage.Owner, usage.Owner.Type == OwnerType.Own ? usage.Name : ""));
        foreach (var group in recalled.OrderBy(group => group.Key.Owner.Type == OwnerType.Own ? 0 : 1).ThenBy(group => group.Key.Name, StringComparer.Ordinal))
        {
            var usages = context.Suppressions.Left(Descriptor.Id, KindUse.InCarryingOrder(group), context.MiniProgram.Name);
            if (usages.Count == 0)
                continue;
            context.Report(this, Wording.OwnerInFront(usages[0]) + What([.. usages.Select(usage => usage.Name).Distinct()]) + Remedy(usages[0], context) + Wording.FurtherPlaces(usages), usages[0], places: usages);
        }
    }

    private sealed record Culprit(Owner Owner, string Name);

    private static LocalizedText What(string[] names) => names.Length == 1
        ? new(
            $"{names[0]} has been recalled: it gives anonymous data only, and still counts as collecting UserInfo.",
            $"{names[0]} 已被平台回收：只返回匿名数据，却仍计为收集用户信息。")
        : new(
            $"{Wording.EnglishList(names)} have been recalled: they give anonymous data only, and still count as collecting UserInfo.",
            $"{string.Join("、", names)} 已被平台回收：只返回匿名数据，却仍计为收集用户信息。");

    private static LocalizedText Remedy(Usage usage, RuleContext context)
    {
        if (usage.Owner.Type == OwnerType.Own)
        {
            return new(
                " Use button[open-type=chooseAvatar] and input[type=nickname] instead, or remove it.",
                "请改用 button[open-type=chooseAvatar] 和 input[type=nickname]，或删除该用法。");
        }

        if (!usage.Reachable)
        {
            var ignore = ForeignCode.IgnoreEntry(usage, context);
            return new(
                $" Leave it out with packOptions.ignore {ignore} in project.config.json, or upgrade to a version without it.",
                $"请在 project.config.json 的 packOptions.ignore 中添加 {ignore} 将其排除，或升级到不含该接口的版本。");
        }

        var without = ForeignCode.DoWithout(usage, context);
        return new($" Upgrade to a version without it, if there is one, or {without.En}.", $"请升级到不含该接口的版本（如有），或{without.Zh}。");
    }
}
