namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV3001: a location interface is used and requiredPrivateInfos does not name it. One for each interface, with the whole list to paste.</summary>
public sealed class PrivateInfoMissing : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV3001",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["DOC-APPJSON", "ANN-GEO", "OP-COMMIT", "C-61040"],
        Title = new("A location interface without its entry in requiredPrivateInfos", "地理位置接口未列入 requiredPrivateInfos"),
        What = new(
            "The code that ships uses one of getFuzzyLocation, getLocation, onLocationChange, startLocationUpdate, startLocationUpdateBackground, chooseLocation, choosePoi and chooseAddress, and requiredPrivateInfos of app.json (or of the ext.json that takes its place) does not name it. A warning when no page reaches the code.",
            "随包上传的代码使用了 getFuzzyLocation、getLocation、onLocationChange、startLocationUpdate、startLocationUpdateBackground、chooseLocation、choosePoi、chooseAddress 之一，但 app.json（或取而代之的 ext.json）的 requiredPrivateInfos 未列出。"),
        Why = new(
            "In mini programs published after 2022-07-14 these eight interfaces work only when app.json names them. A service provider is stopped at submission (61040). Each also needs a permission of its own in the console (开发 > 开发管理 > 接口设置).",
            "2022-07-14 之后发布的小程序，须在 app.json 中声明才能使用这 8 个接口；服务商提交审核时会报 61040。每个接口还须在管理后台“开发 > 开发管理 > 接口设置”中开通权限。"),
        How = new(
            "Paste the list of the message into app.json and apply for the permission in the console, or remove the use. Mini games and plug-ins have no such list.",
            "将消息中的列表粘贴到 app.json，并在管理后台开通权限；或删除该用法。小游戏与插件没有此列表。"),
        Example = new(
            "jsonc",
            """
            // wx.getLocation() in pages/map/map.js
            { "pages": ["pages/map/map"] }
            """,
            """
            { "pages": ["pages/map/map"], "requiredPrivateInfos": ["getLocation"] }
            """),
    };

    public override void Check(RuleContext context)
    {
        foreach (var use in context.Settings.Missing)
            Report(use, Message(use, context), context);
        foreach (var use in context.Settings.MissingUnreached)
            Report(use, Unreached(use, context), context, Severity.Warning);
    }

    private void Report(PrivateInfoUse use, LocalizedText message, RuleContext context, Severity? severity = null)
    {
        var (file, span) = AppSettingsWording.PlaceOf(AppSettings.PrivateInfos, context);
        context.Report(this, message, file, span, severity, use.Carrier);
    }

    private static LocalizedText Message(PrivateInfoUse use, RuleContext context)
    {
        var place = AppSettingsWording.Use(use.Carrier);
        var file = AppSettingsWording.FileOf(AppSettings.PrivateInfos, context);
        var list = AppSettingsWording.List(AppSettings.PrivateInfos, context.Settings.Wanted);
        return Wording.OwnerInFront(use.Carrier) + new LocalizedText(
            $"{place.En} is not in requiredPrivateInfos of {file}: in versions published after 2022-07-14 the call fails, and a service provider's submission stops (61040). Write {list} and apply for the interface in the console (开发管理 > 接口设置).",
            $"{place.Zh}未列入 {file} 的 requiredPrivateInfos：2022-07-14 之后发布的版本调用会失败，服务商提交审核会报 61040。请写入 {list}，并在管理后台“开发管理 > 接口设置”开通该接口。")
            + AppSettingsWording.InPage(AppSettings.PrivateInfos, context)
            + AppSettingsWording.WrittenByFramework(context)
            + Wording.FurtherPlaces(use.Usages);
    }

    private static LocalizedText Unreached(PrivateInfoUse use, RuleContext context)
    {
        var place = AppSettingsWording.Use(use.Carrier);
        var file = AppSettingsWording.FileOf(AppSettings.PrivateInfos, context);
        var ignore = ForeignCode.IgnoreEntry(use.Carrier, context);
        return Wording.OwnerInFront(use.Carrier) + new LocalizedText(
            $"{place.En} is not in requiredPrivateInfos of {file}: nothing calls it, but Weixin's scan sees it, and a service provider's submission stops there (61040). Leave it out with packOptions.ignore {ignore} in project.config.json.",
            $"{place.Zh}未列入 {file} 的 requiredPrivateInfos：虽无调用，但平台扫描会发现，服务商提交审核时会报 61040。请在 project.config.json 的 packOptions.ignore 中添加 {ignore} 将其排除。");
    }
}
