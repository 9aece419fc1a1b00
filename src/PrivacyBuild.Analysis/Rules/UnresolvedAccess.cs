using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV1004: an access to the platform object whose name is not known. Never dropped in silence.</summary>
public sealed class UnresolvedAccess : Rule
{
    private const int CandidatesNamed = 3;

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV1004",
        Severity = Severity.Warning,
        Nature = RuleNature.Advice,
        Sources = ["S000-39"],
        Title = new("An access by an unknown name", "以未知名称访问平台接口"),
        What = new(
            "Code takes a member of the platform object, or an open-type, by a name that is only known when it runs. A message outside one's own code, one for each package.",
            "代码以运行时才能确定的名称访问平台对象的成员或 open-type。非自有代码中仅作提示。"),
        Why = new(
            "Such an access may be any of the interfaces named, and nobody can tell from the code which kinds it needs. The result of the check is then not complete, and says so.",
            "这样的访问可能是所列接口中的任何一个，从代码无法判断需要声明哪些信息种类；检查结果因此不完整，并会注明。"),
        How = new(
            "Call the interface by its name, or take the name from a table of constants in the same file. If no privacy interface can come out, suppress the warning with that reason.",
            "请直接以名称调用接口，或从同一文件的常量表中取名。若不可能得到隐私接口，可注明原因后忽略。"),
        Example = new(
            "js",
            """
            const call = (name, options) => wx[name](options)
            call(this.data.action, {})
            """,
            """
            const calls = { scan: wx.scanCode, photo: wx.chooseMedia }
            calls[this.data.action]({})
            """),
    };

    public override void Check(RuleContext context)
    {
        var unresolved = context.Usages.Usages.Where(usage => usage.Interface is null).ToArray();
        if (unresolved.Length == 0)
            return;

        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in context.Catalogue.Interfaces)
            order.Add(entry.Name, order.Count);
        foreach (var usage in unresolved.Where(usage => usage.Owner.Type == OwnerType.Own))
            context.Report(this, Wording.OwnerInFront(usage) + Message(Ordered(usage.Candidates), context.Catalogue, isOwn: true), usage);

        // Nobody mends places in code of others one by one: each package is told of once.
        foreach (var package in unresolved.Where(usage => usage.Owner.Type != OwnerType.Own).GroupBy(usage => usage.Owner))
        {
            var places = context.Suppressions.Left(Descriptor.Id, KindUse.InCarryingOrder(package), context.MiniProgram.Name);
            if (places.Count == 0)
                continue;
            var candidates = Ordered(places.SelectMany(usage => usage.Candidates).Distinct());
            context.Report(this, Wording.OwnerInFront(places[0]) + Message(candidates, context.Catalogue, isOwn: false) + Wording.FurtherPlaces(places), places[0], Severity.Message, places: places);
        }

        string[] Ordered(IEnumerable<string> candidates) =>
            [.. candidates.OrderBy(name => order.TryGetValue(name, out var index) ? index : int.MaxValue).ThenBy(name => name, StringComparer.Ordinal)];
    }

    private static LocalizedText Message(string[] candidates, PrivacyCatalogue catalogue, bool isOwn)
    {
        var named = candidates.Take(CandidatesNamed).ToArray();
        var (which, whichZh) = candidates.Length switch
        {
            0 => ("any privacy interface", "任何隐私接口"),
            1 => (named[0], $" {named[0]}"),
            _ when candidates.Length == named.Length => ($"{string.Join(", ", named.Take(named.Length - 1))} or {named[named.Length - 1]}", $" {string.Join(" 或 ", named)}"),
            _ => ($"any of {candidates.Length} interfaces ({string.Join(", ", named)} …)", $" {candidates.Length} 个接口中的任何一个（{string.Join("、", named)} 等）"),
        };
        var isAttribute = candidates.Length > 0 && candidates.All(name => catalogue.ByName.TryGetValue(name, out var entry) && entry.Form == InterfaceForm.ComponentAttribute);
        var what = isAttribute
            ? new LocalizedText(
                $"The value of this attribute is known only when it runs: it may be {which}, and the kinds that it needs cannot be checked.",
                $"此属性的值运行时才能确定，可能是{whichZh}，无法检查需要声明的信息种类。")
            : new LocalizedText(
                $"The name of this access is known only when it runs: it may be {which}, and the kinds that it needs cannot be checked.",
                $"此处访问的名称运行时才能确定，可能是{whichZh}，无法检查需要声明的信息种类。");
        if (!isOwn)
            return what + new LocalizedText(" Declare the kinds that you use through it.", "请声明你通过它使用的信息种类。");
        return what + (isAttribute
            ? new LocalizedText(" Write the value in the template, or choose among constant values.", "请在模板中直接写明，或在常量中选择。")
            : new LocalizedText(" Use the interface by its name, or a table of constant names in this file.", "请直接以名称使用接口，或改用本文件内的常量表。"));
    }
}
