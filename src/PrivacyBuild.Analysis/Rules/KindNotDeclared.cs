using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV1001: a used kind is not in the guideline. One per kind; the usages file lists every place.</summary>
public sealed class KindNotDeclared : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV1001",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-13", "PT-09", "DOC-AUTH", "DOC-INTRO"],
        Title = new("A used kind of information is not declared", "用到的信息种类未在指引中声明"),
        What = new(
            "The code that ships uses an interface whose kind of information does not stand in setting_list.",
            "随包上传的代码使用了某个隐私接口，但 setting_list 中没有它对应的信息种类。"),
        Why = new(
            "Weixin holds the interfaces of the uploaded code against the guideline. A mini program is told to amend it at submission, and from base library 2.32.3 on an undeclared interface fails at the user's with errno 112. A plug-in's version cannot be submitted before the statement that names the kind is approved. Code that no page reaches is uploaded and looked at all the same.",
            "平台会将上传代码中的接口与指引比对：小程序提交审核时会被要求补充；基础库 2.32.3 起，未声明的接口在用户侧调用失败（errno 112）；插件须待包含该信息种类的声明获批后才能提交版本。无页面使用的代码同样会上传并被检查。"),
        How = new(
            "Add the kind with its purpose to setting_list, or remove the use. Code that nothing reaches is best left out of the package with packOptions.ignore in project.config.json; setting.ignoreUploadUnusedFiles leaves out all of it. Code of a package comes with the component that the message names.",
            "在 setting_list 中添加该信息种类并写明用途，或删除该用法。无页面使用的代码，宜用 project.config.json 的 packOptions.ignore 排除出包；setting.ignoreUploadUnusedFiles 可排除全部未使用的代码。第三方包的代码由消息中所列的组件引入。"),
        Example = new(
            "jsonc",
            """
            // wx.getLocation() in pages/map/map.js
            { "setting_list": [] }
            """,
            """
            { "setting_list": [ { "privacy_key": "Location", "privacy_text": "查找你附近的门店并显示距离" } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.HasReadableGuideline || context.DeclaresNothing)
            return;

        foreach (var kind in context.UsedKinds)
        {
            // An entry without a purpose, or with one of the wrong type, is PRIV2007's or PRIV0006's; one that names the kind under a misspelt name PRIV2010's.
            if (context.Guideline!.Find(kind.Key) is null && !NamesUnderSlip(kind.Key, context) && context.LeftOf(kind) is { } left)
                context.Report(this, Message(left, context) + Outgrown(left, context), left.Carrier, kind: left.Key, places: left.Usages);
        }
    }

    private static LocalizedText Message(KindUse kind, RuleContext context)
    {
        var carrier = kind.Carrier;
        var label = Wording.Kind(kind.Key, context.Catalogue);
        var file = ProjectPath.GetFileName(context.Guideline!.Path);
        var consequence = Consequence(kind, context.Table);
        var what = new LocalizedText(
            $"{carrier.Name} uses {label.En}, which {file} does not declare: {consequence.En}.",
            $"{carrier.Name} 涉及{label.Zh}，但 {file} 未声明：{consequence.Zh}。");
        return Wording.OwnerInFront(carrier) + what + (Respelling(kind, context) ?? Remedy(kind, context)) + Borrowed(carrier, context) + kind.FurtherPlaces;
    }

    private static LocalizedText Consequence(KindUse kind, InterfaceTable table)
    {
        if (table == InterfaceTable.Plugin)
            return new("the version cannot be submitted before an approved statement declares it", "声明未获批前，该版本无法提交");
        if (kind.IsUnreached)
            return new("Weixin checks everything that is uploaded", "平台会检查包内的全部代码");
        return kind.Carrier.Interface?.Form switch
        {
            InterfaceForm.Component or InterfaceForm.ComponentAttribute => new("once released, it fails with errno 112", "发布后将无法使用（errno 112）"),
            _ => new("once released, the call fails with errno 112", "发布后调用会失败（errno 112）"),
        };
    }

    private static LocalizedText Remedy(KindUse kind, RuleContext context)
    {
        var declare = Wording.Declare(kind.Key, context.Guideline!);
        if (kind.IsUnreached)
        {
            var ignore = ForeignCode.IgnoreEntry(kind.Carrier, context);
            return new(
                $" Leave it out with packOptions.ignore {ignore} in project.config.json, or {declare.En}.",
                $"请在 project.config.json 的 packOptions.ignore 中添加 {ignore} 将其排除，或{declare.Zh}。");
        }

        if (kind.Carrier.Owner.Type != OwnerType.Own)
        {
            var without = ForeignCode.DoWithout(kind.Carrier, context);
            return new($" {Wording.Capital(declare.En)}, or {without.En}.", $"请{declare.Zh}，或{without.Zh}。");
        }

        var remove = kind.Carrier.Interface?.Form switch
        {
            InterfaceForm.Component => new LocalizedText("the component", "该组件"),
            InterfaceForm.ComponentAttribute => new LocalizedText("the attribute", "该属性"),
            InterfaceForm.Scope => new LocalizedText("the request", "该授权请求"),
            _ when !kind.Carrier.Call => new LocalizedText("this use of it", "该用法"),
            _ => new LocalizedText("the call", "该调用"),
        };
        return new($" {Wording.Capital(declare.En)}, or remove {remove.En}.", $"请{declare.Zh}，或删除{remove.Zh}。");
    }

    private static bool NamesUnderSlip(string kind, RuleContext context) =>
        context.MisspeltMembers.Any(slip => slip is { Meant: "privacy_key", Member: { Part: GuidelinePart.SettingListEntry, Value: JsonString value } } && value.Value == kind);

    // The kind may stand there under a slip of the pen, which the platform takes as a key of one's own (PRIV2101 shows the place).
    private static LocalizedText? Respelling(KindUse kind, RuleContext context) =>
        KeySpelling.FindSlip(context.Guideline!, kind.Key, context.Catalogue) is { } written
            ? new(
                $" It has \"{written.Trim()}\" instead, which Weixin takes as a key of your own: write \"{kind.Key}\" there.",
                $"其中的“{written.Trim()}”会被平台当作自定义种类，请改为“{kind.Key}”。")
            : null;

    private static LocalizedText Outgrown(KindUse kind, RuleContext context)
    {
        var accepted = context.Suppressions.AcceptedOf("PRIV1001", kind.Usages, context.MiniProgram.Name);
        return accepted == 0
            ? LocalizedText.Empty
            : new($" (The baseline accepts {Wording.Count(accepted, "place", "places")}; there are more now.)", $"（基线只接受 {accepted} 处，现在更多。）");
    }

    private static LocalizedText Borrowed(Usage usage, RuleContext context) =>
        usage.Interface is { } entry && context.Catalogue.StandingOf(entry, context.Table).Borrowed
            ? new(" (From the mini program's table: the mini game's has no row for this kind.)", "（依据小程序对照表：小游戏对照表未列出该种类。）")
            : LocalizedText.Empty;
}
