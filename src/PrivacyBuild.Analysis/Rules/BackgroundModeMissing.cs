using System.Linq;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV3006: an interface that runs in the background, without its entry in requiredBackgroundModes.</summary>
public sealed class BackgroundModeMissing : Rule
{
    // The tool's schema knows this spelling as well; the documentation does not.
    private const string OtherSpelling = "requireBackgroundModes";

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV3006",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["DOC-APPJSON", "DOC-SCOPE", "DOC-API"],
        Title = new("A background interface without its entry in requiredBackgroundModes", "后台接口未列入 requiredBackgroundModes"),
        What = new(
            "The code uses wx.startLocationUpdateBackground, and requiredBackgroundModes of app.json does not name location.",
            "代码使用了 wx.startLocationUpdateBackground，但 app.json 的 requiredBackgroundModes 中没有 location。"),
        Why = new(
            "The interface may be used only after the mode has been named in app.json; for released versions the mode itself is reviewed.",
            "须先在 app.json 中声明该能力才能使用此接口；正式版中该能力还须通过审核。"),
        How = new(
            "Paste the list of the message into app.json, or use wx.startLocationUpdate, which works in the foreground only.",
            "将消息中的列表粘贴到 app.json；若只需前台定位，请改用 wx.startLocationUpdate。"),
        Example = new(
            "json",
            """
            { "requiredPrivateInfos": ["startLocationUpdateBackground"] }
            """,
            """
            { "requiredPrivateInfos": ["startLocationUpdateBackground"], "requiredBackgroundModes": ["location"] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (Missing(context) is not { IsTakenAway: false } missing)
            return;

        var (file, span) = AppSettingsWording.PlaceOf(AppSettings.BackgroundModes, context);
        var use = AppSettingsWording.Use(missing.Use.Carrier);
        var name = AppSettingsWording.FileOf(AppSettings.BackgroundModes, context);
        var list = AppSettingsWording.List(AppSettings.BackgroundModes, missing.Wanted);
        context.Report(this, Wording.OwnerInFront(missing.Use.Carrier) + new LocalizedText(
            $"{use.En} needs \"{missing.Mode}\" in requiredBackgroundModes of {name} and cannot be used without it. Write {list}, or use wx.startLocationUpdate, which works in the foreground only.",
            $"{use.Zh}需要在 {name} 的 requiredBackgroundModes 中声明“{missing.Mode}”，否则无法使用。请写入 {list}；若只需前台定位，请改用 wx.startLocationUpdate。")
            + AppSettingsWording.InPage(AppSettings.BackgroundModes, context)
            + AppSettingsWording.WrittenByFramework(context), file, span, usage: missing.Use.Carrier);
    }

    /// <summary>The mode that the code needs and the configuration lacks; null when nothing is missing or the configuration is not known.</summary>
    internal static MissingMode? Missing(RuleContext context)
    {
        var app = context.MiniProgram.Configuration;
        var use = context.Settings.Used.FirstOrDefault(use => use.IsReached && use.Info.BackgroundMode.Length > 0);
        if (use is null || !app.Knows(AppSettings.BackgroundModes) || !app.Knows(OtherSpelling))
            return null;

        var mode = use.Info.BackgroundMode;
        var listed = AppSettings.Strings(app.Find(AppSettings.BackgroundModes)?.Value).Select(item => item.Value).ToArray();
        if (listed.Contains(mode) || AppSettings.Strings(app.Find(OtherSpelling)?.Value).Any(item => item.Value == mode))
            return null;
        return new MissingMode(mode, use, [.. listed, mode], AppSettings.Covered(app, AppSettings.BackgroundModes).Contains(mode));
    }

    /// <summary>A mode that is missing, and the list with it; <paramref name="IsTakenAway"/>: app.json has it, and the list of ext.json does not.</summary>
    internal sealed record MissingMode(string Mode, PrivateInfoUse Use, string[] Wanted, bool IsTakenAway);
}
