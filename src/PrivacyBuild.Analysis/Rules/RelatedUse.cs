using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV1005: interfaces that no table demands a declaration for, although there is reason to think of one. One for each set of kinds.</summary>
public sealed class RelatedUse : Rule
{
    private const string FormerTable = "OLD-SCANNERS";
    private const int InterfacesNamed = 3;

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV1005",
        Severity = Severity.Message,
        Nature = RuleNature.Fact,
        Sources = ["DOC-API", "DOC-COMPONENT", "DOC-INTRO", "DOC-PLUGIN-INTRO", "TYPINGS"],
        Title = new("An interface beside the official table", "对照表之外的相关接口"),
        What = new(
            "The code uses an interface that the table of privacy interfaces does not list, and whose own documentation speaks of authorization or of such information; or one that stands in the mini program's table and not in the plug-in's or mini game's. The kinds that it may take are not declared.",
            "代码使用了隐私接口对照表未列出、但其文档提到授权或此类信息的接口；或仅列于小程序对照表、未列于插件或小游戏对照表的接口。其可能涉及的信息种类尚未声明。"),
        Why = new(
            "The platform demands nothing for it today. What is collected with it has to be declared all the same, and tables change: some of these have stood in it before.",
            "平台目前并不要求声明。但若实际收集了信息，仍应如实声明；对照表也会变化，其中有些曾在表中。"),
        How = new(
            "Declare the kind if the program uses the information; otherwise nothing is to be done.",
            "若小程序用到该信息，请声明相应种类；否则无需处理。"),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline || context.DeclaresNothing)
            return;

        var demanded = new HashSet<string>(context.UsedKinds.Select(kind => kind.Key), StringComparer.Ordinal);
        var hints = context.Usages.Related.Concat(context.InUse)
            .Where(usage => usage.Interface is not null)
            .Select(usage => new Hint(usage, KindsOf(usage.Interface!, context).Where(kind => !demanded.Contains(kind) && !context.Declares(kind)).ToArray()))
            .Where(hint => hint.Kinds.Length > 0);
        foreach (var group in hints.GroupBy(hint => new Reason(string.Join(",", hint.Kinds), IsListed(hint.Usage), hint.Usage.Interface!.Source == FormerTable)).OrderBy(group => group.Key.Kinds, StringComparer.Ordinal))
        {
            var usages = context.Suppressions.Left(Descriptor.Id, KindUse.InCarryingOrder(group.Select(hint => hint.Usage)), context.MiniProgram.Name);
            if (usages.Count > 0)
                context.Report(this, Wording.OwnerInFront(usages[0]) + Message(usages, group.First().Kinds, context), usages[0], kind: group.First().Kinds[0], places: usages);
        }
    }

    private sealed record Hint(Usage Usage, string[] Kinds);

    /// <summary>What makes hints one message: the kinds, and why they are thought of.</summary>
    private sealed record Reason(string Kinds, bool IsListed, bool IsFormer);

    // What the documentation suggests; of an interface that only the mini program's table lists, what it needs there.
    private static IEnumerable<string> KindsOf(PrivacyInterface entry, RuleContext context) =>
        entry.Suggests.Concat(!context.Catalogue.StandingOf(entry, context.Table).NeedsDeclaration && entry.Tables.Contains(InterfaceTable.MiniProgram) ? entry.Kinds : []);

    private static bool IsListed(Usage usage) => usage.Interface!.Tables.Contains(InterfaceTable.MiniProgram) && usage.Interface.Suggests.Count == 0;

    private static LocalizedText Message(IReadOnlyList<Usage> usages, string[] kinds, RuleContext context)
    {
        var names = usages.Select(usage => usage.Name).Distinct(StringComparer.Ordinal).ToArray();
        var named = names.Take(InterfacesNamed).ToArray();
        var (subject, subjectZh) = (Wording.EnglishList(named), string.Join("、", named));
        var labels = kinds.Select(kind => Wording.Kind(kind, context.Catalogue)).ToArray();
        var (en, zh) = (Wording.EnglishList(labels.Select(label => label.En).ToArray()), string.Join("、", labels.Select(label => label.Zh)));
        var (isOne, it) = (named.Length == 1, named.Length == 1 ? "its own page speaks" : "their own pages speak");
        var (table, tableZh) = context.Table == InterfaceTable.MiniGame ? ("the mini game's", "小游戏") : ("the plug-in's", "插件");
        var (where, whereZh) = IsListed(usages[0])
            ? ($"{(isOne ? "stands" : "stand")} in the mini program's table and not in {table}", $"仅列于小程序对照表，未列于{tableZh}对照表")
            : usages[0].Interface!.Source == FormerTable
                ? ("stood in the table of privacy interfaces of 2022 and no longer " + (isOne ? "does" : "do"), "曾列于 2022 年的隐私接口对照表，现已移出")
                : ($"{(isOne ? "is" : "are")} not in the table of privacy interfaces, but {it} of authorization or such data", "不在隐私接口对照表中，但其文档提到授权或此类信息");
        return new LocalizedText(
            $"{subject} {where}: {(isOne ? "it" : "they")} may take {en}. Weixin demands nothing; declare it if the program uses that information.",
            $"{subjectZh} {whereZh}，可能涉及{zh}。平台未要求声明；若确实用到该信息，建议声明。")
            + Wording.FurtherPlaces(usages);
    }
}
