using System.Linq;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV3003: fuzzy and precise location together, in the list or in the code.</summary>
public sealed class PrecisionConflict : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV3003",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["DOC-APPJSON", "ANN-GEO", "CI"],
        Title = new("Fuzzy and precise location together", "模糊定位与精确定位同时使用"),
        What = new(
            "requiredPrivateInfos names getFuzzyLocation beside getLocation, onLocationChange, startLocationUpdate or startLocationUpdateBackground; or the code uses both precisions, of which only one can be named.",
            "requiredPrivateInfos 同时列出了 getFuzzyLocation 与 getLocation、onLocationChange、startLocationUpdate 或 startLocationUpdateBackground；或代码同时使用了两种精度，而列表中只能列出一种。"),
        Why = new(
            "The developer tool refuses such a list (requiredPrivateInfos 'getFuzzyLocation' 与 'getLocation' 互斥), and an interface that is not in the list fails.",
            "开发者工具会拒绝这样的列表（requiredPrivateInfos 'getFuzzyLocation' 与 'getLocation' 互斥），而未列入的接口调用会失败。"),
        How = new(
            "Keep one precision. Where a city or a district is enough, the fuzzy one.",
            "只保留一种精度；只需城市或区县时，请用模糊定位。"),
        Example = new(
            "json",
            """
            { "requiredPrivateInfos": ["getFuzzyLocation", "getLocation"] }
            """,
            """
            { "requiredPrivateInfos": ["getFuzzyLocation"] }
            """),
    };

    public override void Check(RuleContext context)
    {
        var settings = context.Settings;
        foreach (var item in settings.Listed)
        {
            if (context.Catalogue.RequiredPrivateInfos.FirstOrDefault(info => info.Name == item.Value) is not { ExclusiveWith.Count: > 1 } info)
                continue;
            var others = settings.Listed.Select(other => other.Value).Where(info.ExclusiveWith.Contains).Distinct().ToArray();
            if (others.Length == 0)
                continue;
            var file = context.MiniProgram.Configuration.Find(AppSettings.PrivateInfos)!.File;
            context.Report(this, InList(item.Value, others, settings) + AppSettingsWording.WrittenByFramework(context), file, item.Span);
            return;
        }

        if (settings.Blocked.Count > 0)
            InCode(settings.Blocked[0].Use, settings.Blocked[0].Other, context);
    }

    private static LocalizedText InList(string fuzzy, string[] others, AppSettings settings)
    {
        var usesFuzzy = settings.Used.Any(use => use.Name == fuzzy);
        var usesPrecise = settings.Used.Any(use => others.Contains(use.Name));
        var remove = usesFuzzy == usesPrecise
            ? new LocalizedText("Keep the one that you need, and call no interface of the other.", "请只保留需要的一种，并且不再调用另一种的接口。")
            : usesFuzzy
                ? new LocalizedText($"Remove {Wording.EnglishList(others)}, which the code does not use.", $"请删除代码未使用的 {string.Join("、", others)}。")
                : new LocalizedText($"Remove {fuzzy}, which the code does not use.", $"请删除代码未使用的 {fuzzy}。");
        return new LocalizedText(
            $"requiredPrivateInfos names {fuzzy} beside {Wording.EnglishList(others)}, which exclude each other: the developer tool refuses the program. ",
            $"requiredPrivateInfos 同时列出了互斥的 {fuzzy} 与 {string.Join("、", others)}，开发者工具会拒绝编译。") + remove;
    }

    private void InCode(PrivateInfoUse use, PrivateInfoUse other, RuleContext context)
    {
        var otherPlace = AppSettingsWording.Use(other.Carrier);
        context.Report(this, Wording.OwnerInFront(use.Carrier) + new LocalizedText(
            $"{use.Carrier.Name} and {otherPlace.En} are both used, but requiredPrivateInfos may name only one precision, so one of them always fails. Use the same precision everywhere.",
            $"同时使用了 {use.Carrier.Name} 和 {otherPlace.Zh}，但 requiredPrivateInfos 只能列出一种精度，其中一个必然失败。请统一使用一种精度。"),
            use.Carrier);
    }
}
