using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV3002: app.json asks for an interface, a mode or a scope that nothing uses. A message where something unseen may use it.</summary>
public sealed class UnusedEntry : Rule
{
    private static readonly string[] LocationKinds = ["Location", "ChooseLocation"];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV3002",
        Severity = Severity.Warning,
        Nature = RuleNature.Fact,
        Sources = ["S001-52", "DOC-APPJSON", "ANN-GEO"],
        Title = new("app.json asks for what nothing uses", "app.json 中有未使用的条目"),
        What = new(
            "requiredPrivateInfos names an interface that the code does not use, requiredBackgroundModes has location without wx.startLocationUpdateBackground, or permission has a text for the location of a program that never asks for it.",
            "requiredPrivateInfos 列出了代码未使用的接口，requiredBackgroundModes 含 location 但未使用 wx.startLocationUpdateBackground，或 permission 为从不获取位置的小程序填写了位置用途。"),
        Why = new(
            "Each interface needs a permission that has to be applied for and is reviewed, and information that is not needed is not to be asked for.",
            "每个接口都须申请权限并经审核；不需要的信息不应索取。"),
        How = new(
            "Remove the entry. Keep it when a plug-in or code outside this package needs it.",
            "删除该条目；若插件或本包之外的代码需要，请保留。"),
        Example = new(
            "jsonc",
            """
            // nothing calls wx.chooseAddress
            { "requiredPrivateInfos": ["getLocation", "chooseAddress"] }
            """,
            """
            { "requiredPrivateInfos": ["getLocation"] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (context.MiniProgram.Kind == MiniProgramKind.Plugin)
            return;

        var app = context.MiniProgram.Configuration;
        if (context.MiniProgram.Kind == MiniProgramKind.MiniProgram)
        {
            foreach (var item in context.Settings.Listed.Where(item => AppSettings.IsAllowed(item.Value, context)))
                CheckInfo(item.Value, item.Span, context);
            if (app.Find(AppSettings.BackgroundModes) is { } modes)
                CheckModes(modes, context);
        }

        foreach (var scope in app.MembersOf(AppSettings.Permission).Where(scope => PermissionText.Scopes.Contains(scope.Member.Name)))
            CheckScope(scope, context);
    }

    private void CheckInfo(string name, TextSpan span, RuleContext context)
    {
        // Of one that others in use exclude, PRIV3003 or the list of PRIV3001 speaks.
        var settings = context.Settings;
        if (IsUsed(name, context) || settings.Used.Any(use => use.Info.ExclusiveWith.Contains(name) && settings.Listed.Any(item => item.Value == use.Name)))
            return;

        var member = "wx." + name;
        var certainty = Certainty.Of(context, usage => usage == member);
        var file = context.MiniProgram.Configuration.Find(AppSettings.PrivateInfos)!.File;
        Report(
            new($"requiredPrivateInfos names {name}, but", $"requiredPrivateInfos 列出了 {name}，但"),
            new($"nothing that ships uses {member}", $"上传的代码未使用 {member}"),
            new("each entry needs a permission that is reviewed", "每个条目都须申请权限并经审核"),
            certainty, file, span, context);
    }

    private void CheckModes(ConfigurationMember modes, RuleContext context)
    {
        foreach (var item in AppSettings.Strings(modes.Value))
        {
            var infos = context.Catalogue.RequiredPrivateInfos.Where(info => info.BackgroundMode == item.Value).Select(info => info.Name).ToArray();
            if (infos.Length == 0 || infos.Any(info => IsUsed(info, context)))
                continue;
            Report(
                new($"requiredBackgroundModes names {item.Value}, but", $"requiredBackgroundModes 列出了 {item.Value}，但"),
                new($"nothing that ships uses wx.{infos[0]}", $"上传的代码未使用 wx.{infos[0]}"),
                new("released versions have the mode reviewed", "正式版中该能力须通过审核"),
                Certainty.Of(context, usage => infos.Any(info => usage == "wx." + info)), modes.File, item.Span, context);
        }
    }

    // Called a false alarm it may still be one: who says so need not remove the entry.
    private static bool IsUsed(string info, RuleContext context) =>
        context.Usages.Usages.Concat(context.Usages.Related).Any(usage => usage.Interface?.RequiredPrivateInfo == info);

    // Some pages still name the scope for choosing a place, and several things outside the table ask for it: all of them count as a use.
    private void CheckScope(ConfigurationMember scope, RuleContext context)
    {
        if (context.Usages.Usages.Concat(context.Usages.Related).Any(usage => usage.Kinds.Any(LocationKinds.Contains) || usage.Interface?.Suggests.Any(LocationKinds.Contains) == true))
            return;

        Report(
            new($"permission has a text for {scope.Member.Name}, but", $"permission 填写了 {scope.Member.Name} 的用途，但"),
            new("nothing that ships asks for the location", "上传的代码没有获取位置"),
            new("what is not needed is not to be asked for", "不需要的信息不应索取"),
            Certainty.Of(context, usage => context.Catalogue.ByName.TryGetValue(usage, out var entry) && entry.Kinds.Any(LocationKinds.Contains)),
            scope.File, scope.Member.NameSpan, context);
    }

    private void Report(LocalizedText entry, LocalizedText unused, LocalizedText why, Certainty certainty, ConfigurationFile file, TextSpan span, RuleContext context)
    {
        var message = certainty switch
        {
            { Possible: { } possible } => new LocalizedText(
                $"{entry.En} nothing that is known to use it was found; {Wording.Place(possible)} might. Keep the entry if it does.",
                $"{entry.Zh}未找到确定的用法；{Wording.Place(possible)} 处可能用到。若确实用到，请保留。"),
            { IsUnsure: true } => new LocalizedText(
                $"{entry.En} {unused.En} as far as the code could be seen. Keep the entry if a plug-in, a library or a file that was not read needs it.",
                $"{entry.Zh}在可检查的范围内，{unused.Zh}。若插件、依赖库或未能读取的文件需要，请保留。"),
            _ => new LocalizedText(
                $"{entry.En} {unused.En}: {why.En}. Remove the entry.",
                $"{entry.Zh}{unused.Zh}：{why.Zh}。请删除该条目。") + AppSettingsWording.WrittenByFramework(context),
        };
        context.Report(this, message, file, span, certainty.Possible is null && !certainty.IsUnsure ? null : Severity.Message);
    }

    /// <summary>Whether something may use an entry after all: an access that was not resolved, or code that is not seen.</summary>
    private sealed record Certainty(Usage? Possible, bool IsUnsure)
    {
        public static Certainty Of(RuleContext context, System.Func<string, bool> gives)
        {
            var possible = context.InUse.FirstOrDefault(usage => usage.Interface is null && usage.Candidates.Any(gives))
                ?? context.Usages.Forwards.FirstOrDefault(usage => usage.Interface is null ? usage.Candidates.Any(gives) : gives(usage.Name));
            var isUnsure = context.MiniProgram.Framework?.IsSource == true
                || context.MiniProgram.ExcludedFiles > 0
                || context.MiniProgram.Configuration.MembersOf("plugins").Count > 0
                || context.Problems(ProblemKind.FileLeftOut, ProblemKind.SourceNotFullyParsed).Any();
            return new Certainty(possible, isUnsure);
        }
    }
}
