using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV1003: interfaces are used and the guideline as a whole says nothing. Stands for PRIV1001, PRIV2005 and PRIV2007.</summary>
public sealed class GuidelineDeclaresNothing : Rule
{
    private const int PlacesNamed = 2;

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV1003",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-15", "OP-SET", "OP-GET"],
        Title = new("The guideline declares nothing", "指引没有声明任何信息"),
        What = new(
            "Privacy interfaces are used, and the guideline is empty in one of five ways: no content or null, {}, no setting_list, an empty setting_list, or entries whose purposes are all blank.",
            "使用了隐私接口，而指引以五种方式之一为空：没有内容或为 null、为 {}、没有 setting_list、setting_list 为空数组、所有用途均为空。"),
        Why = new(
            "An empty guideline counts as none: the submission is sent back, and declaring that nothing is collected while interfaces are used gets them banned (errno 1025).",
            "空的指引等于没有指引：提交审核会被退回；使用接口却声明不收集信息，接口会被封禁（errno 1025）。"),
        How = new(
            "Write an entry with its purpose for each kind in use; dotnet build -p:PrivacyBuildWrite=guideline adds the missing kinds with blank purposes.",
            "为每个用到的信息种类写明用途；运行 dotnet build -p:PrivacyBuildWrite=guideline 可补上缺少的种类，用途留空待填。"),
        Example = new(
            "json",
            """
            { "setting_list": [] }
            """,
            """
            { "setting_list": [ { "privacy_key": "Camera", "privacy_text": "扫描商品条码" } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.DeclaresNothing || context.Guideline is not { } guideline || IsMisspelt(guideline, context))
            return;

        var file = ProjectPath.GetFileName(guideline.Path);
        var kinds = context.UsedKinds.Select(context.LeftOf).OfType<KindUse>().ToArray();
        if (kinds.Length == 0)
            return;

        var entry = Wording.Entry(kinds[0].Key);
        var use = new LocalizedText(
            $"{Wording.Count(kinds.Length, "kind is", "kinds are")} in use ({Wording.Kinds(kinds).En})",
            $"代码用到 {kinds.Length} 类信息（{Wording.Kinds(kinds).Zh}）");
        var fill = new LocalizedText(
            " Run dotnet build -p:PrivacyBuildWrite=guideline and fill in the purposes.",
            "请运行 dotnet build -p:PrivacyBuildWrite=guideline 并逐项填写用途。");
        var (place, message) = guideline.State switch
        {
            GuidelineState.Empty or GuidelineState.Null => (guideline.Place, new LocalizedText(
                $"{file} {(guideline.State == GuidelineState.Null ? "is null" : "is empty")}, but {use.En}: Weixin takes that as no guideline.",
                $"{file} {(guideline.State == GuidelineState.Null ? "为 null" : "没有内容")}，但{use.Zh}：平台视为没有指引。") + fill),
            GuidelineState.EmptyObject => (guideline.Place, new LocalizedText(
                $"{file} is an empty object, but {use.En}: setting_list, owner_setting and every purpose are missing.",
                $"{file} 是空对象，但{use.Zh}：缺少 setting_list、owner_setting 和全部用途。") + fill),
            GuidelineState.NoList when guideline.Answer?.ErrorCode.Number is { } code and not 0 => (guideline.Answer.ErrorCode.Place, new LocalizedText(
                $"{file} holds an error of the platform (errcode {code}) and no guideline, but {use.En}.",
                $"{file} 保存的是平台返回的错误（errcode {code}），并非指引，但{use.Zh}。") + fill),
            _ when guideline.IsOnline => (guideline.SettingList.Place, new LocalizedText(
                $"{file} declares nothing that users could read, but {use.En}: Weixin takes that as no guideline.",
                $"{file} 没有任何有效的声明，但{use.Zh}：平台视为没有指引。") + fill),
            GuidelineState.NoList => (guideline.Place, NoList(guideline, file, use, entry)),
            GuidelineState.EmptyList => (guideline.SettingList.Place, new LocalizedText(
                $"setting_list is empty, which says that nothing is collected, but {use.En}: Weixin bans interfaces over that (errno 1025). Add {entry} for each and state the purpose.",
                $"setting_list 为空，等于声明不收集任何信息，但{use.Zh}：平台会因此封禁接口（errno 1025）。请逐项添加 {entry} 并写明用途。")),
            _ => (FirstBlank(guideline, context), new LocalizedText(
                $"{(guideline.Entries.Count == 1 ? "The only purpose is" : $"All {guideline.Entries.Count} purposes are")} blank, which Weixin treats as not configured, but {use.En}. Write in each privacy_text what the information is used for ({Places(kinds, ": ", ", ")}), without 为了 or 用于 in front.",
                $"{(guideline.Entries.Count == 1 ? "唯一一项用途为空" : $"{guideline.Entries.Count} 项用途全部为空")}，平台视为未配置，但{use.Zh}。请在各项 privacy_text 中写明实际用途（{Places(kinds, "：", "、")}），开头不要加“为了”或“用于”。")),
        };
        context.Report(this, message, place, places: [.. kinds.SelectMany(kind => kind.Usages).Distinct()]);
    }

    // Where the first kinds are used; with one purpose filled in, PRIV2007 tells it of every other kind.
    private static string Places(IEnumerable<KindUse> kinds, string colon, string separator) =>
        string.Join(separator, kinds.Take(PlacesNamed).Select(kind => kind.Key + colon + Wording.Place(kind.Carrier)));

    private static LocalizedText NoList(Guideline guideline, string file, LocalizedText use, string entry) => guideline.PrivacyVersion.Number == 1
        ? new(
            $"{file} has no setting_list, as privacy_ver 1 demands, but {use.En}. Remove privacy_ver (1 changes only owner_setting of the live guideline) and add \"setting_list\": [ {entry} ].",
            $"{file} 按 privacy_ver 1 的要求没有 setting_list，但{use.Zh}。请删除 privacy_ver（1 只修改线上指引的 owner_setting），并添加 \"setting_list\": [ {entry} ]。")
        : new(
            $"{file} has no setting_list, which Weixin demands, but {use.En}. Add \"setting_list\": [ {entry} ] with an entry for each and state the purposes.",
            $"{file} 缺少平台要求的 setting_list，但{use.Zh}。请添加 \"setting_list\": [ {entry} ]，逐项写明用途。");

    private static GuidelinePlace FirstBlank(Guideline guideline, RuleContext context) =>
        guideline.Entries.Select(entry => entry.Purpose).First(purpose => !context.IsMisspelt(purpose)).Place;

    // The list or every purpose is there under a misspelt name: PRIV2010 says so.
    private static bool IsMisspelt(Guideline guideline, RuleContext context) =>
        context.IsMisspelt(guideline.SettingList) || (guideline.Entries.Count > 0 && guideline.Entries.All(entry => context.IsMisspelt(entry.Purpose)));
}
