using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2005: the list of kinds is missing although the guideline declares something else. With interfaces in use PRIV1003 speaks.</summary>
public sealed class SettingListMissing : Rule
{
    private const int LiveVersion = 1;

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2005",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-SET"],
        Title = new("setting_list is missing", "缺少 setting_list"),
        What = new(
            "The guideline declares something (an SDK, for instance) and has no setting_list, although privacy_ver is not 1.",
            "指引声明了内容（例如 SDK），但没有 setting_list，而 privacy_ver 并非 1。"),
        Why = new(
            "The call setprivacysetting demands the list whenever it sets the development version.",
            "setprivacysetting 设置开发版指引时必须包含该列表。"),
        How = new(
            "Add setting_list with an entry for each kind; an empty list is right when the mini program itself collects nothing.",
            "添加 setting_list，每个信息种类一项；若小程序自身不收集信息，可写空数组。"),
        Example = new(
            "json",
            """
            { "sdk_privacy_info_list": [ { "sdk_name": "地图 SDK", "sdk_biz_name": "某公司", "sdk_list": [] } ] }
            """,
            """
            { "setting_list": [], "sdk_privacy_info_list": [ { "sdk_name": "地图 SDK", "sdk_biz_name": "某公司", "sdk_list": [] } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline || context.DeclaresNothing || context.Guideline is not { State: GuidelineState.NoList } guideline || guideline.PrivacyVersion.Number == LiveVersion || context.IsMisspelt(guideline.SettingList))
            return;

        var file = ProjectPath.GetFileName(guideline.Path);
        context.Report(this, new LocalizedText(
            $"{file} has no setting_list, which the platform demands unless privacy_ver is 1. Add \"setting_list\": [ … ] with an entry for each kind; [] if the mini program itself collects nothing.",
            $"{file} 缺少 setting_list；除非 privacy_ver 为 1，平台要求必填。请添加 \"setting_list\": [ … ]，每个信息种类一项；若小程序自身不收集信息，可为 []。"),
            guideline.SettingList.Place);
    }
}
