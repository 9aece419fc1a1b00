using System;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV3004: a value that requiredPrivateInfos may not hold (error), or a scope that permission has no place for (warning).</summary>
public sealed class SettingValueUnknown : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV3004",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["DOC-APPJSON", "CI"],
        Title = new("A value that app.json may not hold there", "app.json 中不允许的取值"),
        What = new(
            "requiredPrivateInfos holds something else than getFuzzyLocation, getLocation, onLocationChange, startLocationUpdate, startLocationUpdateBackground, chooseLocation, choosePoi and chooseAddress. A warning: permission holds a scope that is none of scope.userLocation and scope.userFuzzyLocation.",
            "requiredPrivateInfos 中有 getFuzzyLocation、getLocation、onLocationChange、startLocationUpdate、startLocationUpdateBackground、chooseLocation、choosePoi、chooseAddress 以外的取值。permission 中有 scope.userLocation 和 scope.userFuzzyLocation 以外的 scope 时为警告。"),
        Why = new(
            "The developer tool checks app.json against a fixed list and refuses other values; of members that it does not know it says that they are invalid. Other interfaces (chooseInvoice, chooseImage …) and scopes (scope.camera …) need no entry.",
            "开发者工具按固定列表校验 app.json，不接受其他取值；对不认识的成员会提示无效。其他接口（chooseInvoice、chooseImage 等）和 scope（scope.camera 等）无需在此声明。"),
        How = new(
            "Correct the spelling, or remove the entry.",
            "改正拼写，或删除该条目。"),
        Example = new(
            "json",
            """
            { "requiredPrivateInfos": ["wx.getLocation", "chooseImage"] }
            """,
            """
            { "requiredPrivateInfos": ["getLocation"] }
            """),
    };

    public override void Check(RuleContext context)
    {
        var app = context.MiniProgram.Configuration;
        if (context.MiniProgram.Kind == MiniProgramKind.MiniProgram && app.Find(AppSettings.PrivateInfos) is { } list)
            CheckList(list, context);
        if (context.MiniProgram.Kind != MiniProgramKind.Plugin)
            CheckScopes(context);
    }

    private void CheckList(ConfigurationMember list, RuleContext context)
    {
        if (list.Value is not JsonArray array)
        {
            context.Report(this, new LocalizedText(
                $"requiredPrivateInfos must be an array of names: the developer tool refuses anything else, and no interface is declared. Write {AppSettingsWording.List(AppSettings.PrivateInfos, context.Settings.Wanted)}.",
                $"requiredPrivateInfos 应为名称数组：开发者工具不接受其他类型，且等于没有声明任何接口。请写入 {AppSettingsWording.List(AppSettings.PrivateInfos, context.Settings.Wanted)}。"),
                list.File, list.Value.Span);
            return;
        }

        foreach (var item in array.Items)
        {
            if (item is not JsonString name)
                context.Report(this, new LocalizedText("requiredPrivateInfos holds names only: the developer tool refuses this value. Remove it.", "requiredPrivateInfos 只能包含名称：开发者工具不接受此值。请删除。"), list.File, item.Span);
            else if (!AppSettings.IsAllowed(name.Value, context))
                context.Report(this, Message(name.Value, context) + AppSettingsWording.WrittenByFramework(context), list.File, item.Span);
        }
    }

    private static LocalizedText Message(string written, RuleContext context)
    {
        var names = context.Catalogue.RequiredPrivateInfos.Select(info => info.Name).ToArray();
        var bare = written.StartsWith("wx.", StringComparison.Ordinal) ? written.Substring(3) : written;
        return (AppSettings.Meant(written, context), context.Catalogue.Members.ContainsKey(bare) ? bare : null) switch
        {
            ({ } name, _) => new(
                $"\"{written}\" is no value of requiredPrivateInfos: the developer tool refuses it, and {name} stays undeclared. Write \"{name}\".",
                $"“{written}”不是 requiredPrivateInfos 允许的取值：开发者工具会报错，{name} 仍未声明。请改为“{name}”。"),
            (_, { } name) => new(
                $"wx.{name} needs no entry in requiredPrivateInfos, and the developer tool refuses \"{written}\" there. Remove it.",
                $"wx.{name} 无需列入 requiredPrivateInfos，开发者工具不接受“{written}”。请删除该条目。"),
            _ => new(
                $"\"{written}\" is no value of requiredPrivateInfos, and the developer tool refuses it. Remove it, or use one of {string.Join(", ", names)}.",
                $"“{written}”不是 requiredPrivateInfos 允许的取值，开发者工具会报错。请删除，或改用：{string.Join("、", names)}。"),
        };
    }

    private void CheckScopes(RuleContext context)
    {
        var allowed = PermissionText.Scopes;
        foreach (var scope in context.MiniProgram.Configuration.MembersOf(AppSettings.Permission).Where(scope => !allowed.Contains(scope.Member.Name)))
        {
            var name = scope.Member.Name;
            var location = name == "scope.userLocationBackground";
            context.Report(this, (location
                ? new LocalizedText(
                    $"permission has no place for {name}: the developer tool calls it invalid. Put the text under scope.userLocation.",
                    $"permission 中不能填写 {name}：开发者工具会提示无效字段。请将用途写在 scope.userLocation 下。")
                : new LocalizedText(
                    $"permission has no place for {name}: the developer tool calls it invalid. Remove it: the window that asks the user shows the purpose of the guideline.",
                    $"permission 中不能填写 {name}：开发者工具会提示无效字段。请删除：授权弹窗展示的是隐私保护指引中的用途。"))
                + AppSettingsWording.WrittenByFramework(context), scope.File, scope.Member.NameSpan, Severity.Warning);
        }
    }
}
