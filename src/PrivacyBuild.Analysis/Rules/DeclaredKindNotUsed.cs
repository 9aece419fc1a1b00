using System;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV1002: a declared kind that interfaces give is not used. Kinds that can only be declared, and keys of one's own, never count as unused.</summary>
public sealed class DeclaredKindNotUsed : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV1002",
        Severity = Severity.Warning,
        Nature = RuleNature.Fact,
        Sources = ["S000-14", "DOC-INTRO"],
        Title = new("A declared kind of information is not used", "已声明的信息种类没有被使用"),
        What = new(
            "setting_list declares a kind for which interfaces exist, and none of them is used in what ships. A message only, when an access whose name is not known could be one of them.",
            "setting_list 声明了有对应接口的信息种类，但上传的代码没有使用其中任何接口。若存在名称未知、可能属于该种类的访问，则仅作提示。"),
        Why = new(
            "Users are told that the mini program takes information which it does not take, and review asks about purposes that it cannot find in the program. A kind collected without an interface (a form, one's own server) is declared rightly.",
            "用户会被告知小程序收集了实际并未收集的信息，审核也会质疑在程序中找不到的用途。不经接口（表单、自有服务器）收集的信息，声明是正确的。"),
        How = new(
            "Remove the entry, or suppress the warning with the reason if the information is collected without an interface.",
            "删除该条目；若信息是不经接口收集的，可注明原因后忽略此警告。"),
    };

    public override void Check(RuleContext context)
    {
        if (!context.HasReadableGuideline || context.DeclaresNothing)
            return;

        foreach (var key in context.Guideline!.Entries.Select(entry => entry.Key.Text).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!context.Declares(key) || !context.Catalogue.HasInterfaces(key, context.Table))
                continue;

            var entry = context.Guideline.Find(key)!;
            var sets = context.UsagesUnder(entry.Key.File).ToArray();
            if (sets.Any(set => IsUsed(key, set) || IsHintedAt(key, set)))
                continue;

            var possible = PossibleUse(key, sets, context);
            context.Report(this, Message(key, entry, possible, context), entry.Key.Place, possible is null ? null : Severity.Message, key);
        }
    }

    private static LocalizedText Message(string key, GuidelineEntry entry, Usage? possible, RuleContext context)
    {
        var label = Wording.Kind(key, context.Catalogue);
        if (possible is not null)
        {
            return new(
                $"{label.En} is declared, and nothing that is known to use it was found; {Wording.Place(possible)} might. Keep the entry if it does.",
                $"已声明{label.Zh}，但未找到确定使用它的代码；{Wording.Place(possible)} 处可能用到。若确实用到，请保留。");
        }

        var file = ProjectPath.GetFileName(entry.Key.File.Path);
        return new(
            $"{label.En} is declared, but no interface of this kind is used: users are told of information that is not taken. Remove the entry from {file}, or keep it if a form or your server collects it.",
            $"已声明{label.Zh}，但代码未使用该种类的任何接口：用户会被告知并未收集的信息。请从 {file} 中删除该条目；若由表单或服务器收集，可保留。");
    }

    private static Usage? PossibleUse(string key, UsageSet[] sets, RuleContext context) =>
        sets.SelectMany(set => set.Usages).FirstOrDefault(usage => usage.Interface is null && usage.Candidates.Any(name => Gives(name, key, context))) ??
        sets.SelectMany(set => set.Forwards).FirstOrDefault(usage => usage.Name != "dynamic" ? Gives(usage.Name, key, context) : usage.Candidates.Any(name => Gives(name, key, context)));

    private static bool IsUsed(string key, UsageSet set) => set.Usages.Any(usage => usage.Kinds.Contains(key));

    // Something outside the official table whose own page speaks of this kind is reason enough to declare it.
    private static bool IsHintedAt(string key, UsageSet set) =>
        set.Related.Concat(set.Usages).Any(usage => usage.Interface?.Suggests.Contains(key) == true);

    private static bool Gives(string name, string key, RuleContext context) =>
        context.Catalogue.ByName.TryGetValue(name, out var entry) && context.Catalogue.StandingOf(entry, context.Table).Kinds.Contains(key);
}
