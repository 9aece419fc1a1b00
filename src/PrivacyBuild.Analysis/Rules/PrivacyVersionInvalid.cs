using System.Globalization;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2003: privacy_ver is none of the two versions, or does not go with the other members.</summary>
public sealed class PrivacyVersionInvalid : Rule
{
    private const int LiveVersion = 1;
    private const int DevelopmentVersion = 2;

    private static readonly LocalizedText ListUnfit = new(
        "privacy_ver 1 does not go with setting_list: it changes only owner_setting of the live guideline, and the call fails. Remove privacy_ver, so that the file sets the development version.",
        "privacy_ver 为 1 时不能带 setting_list：版本 1 只能修改线上指引的 owner_setting，否则接口报错。请删除 privacy_ver，改为设置开发版。");

    private static readonly LocalizedText SdksUnfit = new(
        "privacy_ver 1 changes only owner_setting of the live guideline, so the SDKs of sdk_privacy_info_list would not be declared. Remove privacy_ver, so that the file sets the development version.",
        "privacy_ver 为 1 时只能修改线上指引的 owner_setting，sdk_privacy_info_list 中的 SDK 不会生效。请删除 privacy_ver，改为设置开发版。");

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2003",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-10", "S000-22", "OP-SET", "C-ERR"],
        Title = new("privacy_ver is invalid or does not fit", "privacy_ver 无效或与内容不符"),
        What = new(
            "privacy_ver is neither 1 (the live guideline) nor 2 (the development version), or it is 1 and the file has more than owner_setting, or the stored online guideline is a development version.",
            "privacy_ver 既不是 1（现网版本）也不是 2（开发版）；或为 1 时文件中还有 owner_setting 以外的内容；或保存的线上指引其实是开发版。"),
        Why = new(
            "Weixin answers 86071 to another number. Version 1 changes only owner_setting of the live guideline and may not come with setting_list; kinds and purposes go to version 2 and take effect with the next release.",
            "其他数字平台返回 86071。版本 1 只能修改线上指引的 owner_setting，不能同时带 setting_list；信息种类和用途须写入版本 2，随下次发布生效。"),
        How = new(
            "Leave privacy_ver out, or write 2.",
            "删除 privacy_ver，或写 2。"),
        Example = new(
            "json",
            """
            { "privacy_ver": 1, "setting_list": [ { "privacy_key": "Camera", "privacy_text": "扫描商品条码" } ] }
            """,
            """
            { "privacy_ver": 2, "setting_list": [ { "privacy_key": "Camera", "privacy_text": "扫描商品条码" } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline || context.Guideline is not { PrivacyVersion: { Number: { } number } version } guideline)
            return;

        if (number is not (LiveVersion or DevelopmentVersion))
            context.Report(this, Invalid(number), version.Place);
        else if (guideline.IsOnline && number == DevelopmentVersion)
            context.Report(this, NotOnline(ProjectPath.GetFileName(guideline.Path)), version.Place);
        else if (guideline.Shape == GuidelineShape.Request && !guideline.IsOnline && number == LiveVersion && (IsThere(guideline.SettingList) || IsThere(guideline.SdkList)))
            context.Report(this, IsThere(guideline.SettingList) ? ListUnfit : SdksUnfit, version.Place);
    }

    private static bool IsThere(GuidelineValue value) => !value.IsMissing && !value.IsNull;

    private static LocalizedText Invalid(double number)
    {
        var written = number.ToString("R", CultureInfo.InvariantCulture);
        return new(
            $"privacy_ver is {written}, and Weixin knows only 1 (live) and 2 (development): it answers 86071. Write 2, or leave privacy_ver out.",
            $"privacy_ver 为 {written}，而平台只有 1（现网版本）和 2（开发版），会返回 86071。请改为 2，或删除 privacy_ver。");
    }

    private static LocalizedText NotOnline(string file) => new(
        $"{file} says privacy_ver 2, which is the development version and not what is online. Store the answer of getprivacysetting for privacy_ver 1, or name the file {GuidelineLocator.FileName}.",
        $"{file} 的 privacy_ver 为 2，是开发版而非线上版本。请保存以 privacy_ver 1 查询 getprivacysetting 得到的结果，或将文件命名为 {GuidelineLocator.FileName}。");
}
