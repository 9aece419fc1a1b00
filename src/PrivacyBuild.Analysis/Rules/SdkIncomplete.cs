using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2009: an entry of sdk_privacy_info_list does not say which SDK, whose, or what for. One per SDK and one per entry of its list.</summary>
public sealed class SdkIncomplete : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2009",
        Severity = Severity.Error,
        Nature = RuleNature.Advice,
        Sources = ["S000-22", "OP-SET"],
        Title = new("An SDK is declared incompletely", "SDK 信息不完整"),
        What = new(
            "An entry of sdk_privacy_info_list lacks sdk_name, sdk_biz_name or sdk_list, or an entry of its sdk_list lacks privacy_key or privacy_text. An empty sdk_list is an SDK that collects nothing.",
            "sdk_privacy_info_list 的某项缺少 sdk_name、sdk_biz_name 或 sdk_list，或其 sdk_list 中的某项缺少 privacy_key 或 privacy_text。sdk_list 为空数组表示该 SDK 不收集信息。"),
        Why = new(
            "Users are to learn who takes which information and for what; an entry that leaves one of these open tells them nothing. The platform's page names these members without saying which may be left out.",
            "用户应能得知由谁收集哪些信息、用于什么；缺少其中任何一项都说不清楚。平台文档列出了这些成员，但没有说明哪些可以省略。"),
        How = new(
            "Fill in the member that the message names; the SDK's own documents say which information it takes.",
            "补上消息所指的成员；SDK 收集哪些信息，以其官方文档为准。"),
        Example = new(
            "json",
            """
            { "sdk_privacy_info_list": [ { "sdk_name": "地图 SDK", "sdk_list": [] } ] }
            """,
            """
            { "sdk_privacy_info_list": [ { "sdk_name": "地图 SDK", "sdk_biz_name": "某地图公司", "sdk_list": [ { "privacy_key": "Location", "privacy_text": "在地图上显示门店" } ] } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline)
            return;

        foreach (var sdk in context.Guideline!.Sdks)
        {
            var missing = new[] { sdk.Name, sdk.Company }.Where(IsBlank).Concat(new[] { sdk.List }.Where(list => list.IsMissing)).Where(value => !context.IsMisspelt(value)).ToArray();
            if (missing.Length > 0)
                context.Report(this, SdkMessage(sdk, missing), missing.Length == 1 ? missing[0].Place : sdk.Place);
            foreach (var entry in sdk.Entries)
            {
                var blank = new[] { entry.Key, entry.Purpose }.Where(value => IsBlank(value) || (value == entry.Purpose && value.Text is not null && PurposeText.IsBlank(value))).Where(value => !context.IsMisspelt(value)).ToArray();
                if (blank.Length > 0)
                    context.Report(this, EntryMessage(sdk, entry, blank), blank.Length == 1 ? blank[0].Place : entry.Place);
            }
        }
    }

    // A value of another type is there, and PRIV0006 has spoken of it.
    private static bool IsBlank(GuidelineValue value) => value.IsBlank && value.Json is null or JsonString;

    private static LocalizedText SdkMessage(SdkEntry sdk, GuidelineValue[] missing)
    {
        var which = sdk.Name.IsBlank ? new LocalizedText("This SDK", "该 SDK ") : new LocalizedText($"The SDK \"{Wording.Quoted(sdk.Name.Text!)}\"", $"SDK“{Wording.Quoted(sdk.Name.Text!)}”");
        var names = missing.Select(value => value.Name).ToArray();
        var listed = names.Contains("sdk_list") ? new LocalizedText(" (sdk_list is [] when it takes nothing)", "（SDK 不收集信息时 sdk_list 写 []）") : LocalizedText.Empty;
        return new LocalizedText(
            $"{which.En} is declared without {Wording.EnglishList(names)}: users could not tell who takes what. Fill {(names.Length == 1 ? "it" : "them")} in{listed.En}.",
            $"{which.Zh}缺少 {string.Join("、", names)}：用户无从得知由谁收集什么。请补上{listed.Zh}。");
    }

    private static LocalizedText EntryMessage(SdkEntry sdk, GuidelineEntry entry, IReadOnlyList<GuidelineValue> blank)
    {
        var which = sdk.Name.IsBlank ? new LocalizedText("an SDK", "某个 SDK ") : new LocalizedText($"the SDK \"{Wording.Quoted(sdk.Name.Text!)}\"", $"SDK“{Wording.Quoted(sdk.Name.Text!)}”");
        return blank.Any(value => value.Name == "privacy_key")
            ? new(
                $"An entry of {which.En} has no privacy_key, so nobody can tell which information it means. Name the kind, for example \"privacy_key\": \"Location\".",
                $"{which.Zh}的某项没有 privacy_key，无从得知是哪类信息。请写明种类，例如 \"privacy_key\": \"Location\"。")
            : new(
                $"{Wording.Capital(which.En)} takes {Wording.Quoted(entry.Key.Text!)} without a purpose, which Weixin treats as not configured. Write in privacy_text what the SDK uses it for.",
                $"{which.Zh}的 {Wording.Quoted(entry.Key.Text!)} 没有用途，平台视为未配置。请在 privacy_text 中写明 SDK 用它做什么。");
    }
}
