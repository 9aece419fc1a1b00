using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV3009: a list of ext.json takes the place of app.json's and lacks an entry. Stands for PRIV3001 and PRIV3006 of that entry.</summary>
public sealed class ExtensionTakesAway : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV3009",
        Severity = Severity.Warning,
        Nature = RuleNature.Fact,
        Sources = ["CI", "OP-COMMIT"],
        Title = new("ext.json takes an entry of app.json away", "ext.json 覆盖了 app.json 中的条目"),
        What = new(
            "ext.json (with extEnable) has requiredPrivateInfos or requiredBackgroundModes of its own, which lacks an entry of app.json's that the code needs.",
            "ext.json（extEnable 为 true）有自己的 requiredPrivateInfos 或 requiredBackgroundModes，其中缺少 app.json 中已有且代码需要的条目。"),
        Why = new(
            "Objects of ext.json are merged with app.json's by member; a list takes its place as a whole. What only app.json names is then not named at all, and the call fails for this merchant. A warning for an ext.json in the app root, which often stands for others that are sent at commit; an error for one that a PrivacyBuildApp item names, which is the merchant's own.",
            "ext.json 中的对象按成员与 app.json 合并，列表则整体覆盖。只在 app.json 中列出的条目因此失效，该商户的小程序调用会失败。小程序根目录中的 ext.json 往往只是提交时所用内容的样例，因此为警告；由 PrivacyBuildApp 条目指定的 ext.json 是商户自己的，因此为错误。"),
        How = new(
            "Paste the list of the message into ext.json, or remove the list there so that app.json's counts.",
            "将消息中的列表粘贴到 ext.json，或删除其中的列表，使 app.json 的列表生效。"),
        Example = new(
            "jsonc",
            """
            // app.json has "requiredPrivateInfos": ["getLocation", "chooseAddress"]
            { "extEnable": true, "requiredPrivateInfos": ["chooseAddress"] }
            """,
            """
            { "extEnable": true, "requiredPrivateInfos": ["chooseAddress", "getLocation"] }
            """),
    };

    public override void Check(RuleContext context)
    {
        foreach (var use in context.Settings.TakenAway)
            Report(AppSettings.PrivateInfos, use.Name, use, context.Settings.Wanted, context);
        if (BackgroundModeMissing.Missing(context) is { IsTakenAway: true } missing)
            Report(AppSettings.BackgroundModes, missing.Mode, missing.Use, missing.Wanted, context);
    }

    private void Report(string list, string name, PrivateInfoUse use, IReadOnlyList<string> wanted, RuleContext context)
    {
        var (file, span) = AppSettingsWording.PlaceOf(list, context);
        var place = AppSettingsWording.Use(use.Carrier);
        var paste = AppSettingsWording.List(list, wanted);
        context.Report(this, new LocalizedText(
            $"{list} of ext.json takes the place of app.json's as a whole and drops {name}, which {place.En} needs. Write {paste}, or remove the list from ext.json.",
            $"ext.json 的 {list} 会整体覆盖 app.json 的同名列表，丢失了 {place.Zh}所需的 {name}。请写入 {paste}，或删除 ext.json 中的列表。"),
            file, span, context.MiniProgram.Setting is { IsTenant: true } ? Severity.Error : null, use.Carrier);
    }
}
