using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV3005: the text that the user reads when the location is asked for is missing, blank or too long.</summary>
public sealed class PermissionText : Rule
{
    internal const int MaxLength = 30;
    private const string Precise = "scope.userLocation";
    private const string Fuzzy = "scope.userFuzzyLocation";
    private const string Background = "scope.userLocationBackground";

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV3005",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["PT-18", "DOC-SCOPE", "DOC-APPJSON", "CI"],
        Title = new("The permission text is missing or too long", "permission 的用途说明缺失或过长"),
        What = new(
            "A mini program asks for the location, and permission in app.json has no text for its scope: the precise and the background location need scope.userLocation, the fuzzy location scope.userFuzzyLocation (the text of scope.userLocation is taken as well, as the documentation of app.json knows no other). Or a text is blank, or longer than 30 characters, of which a Chinese character, a letter and an emoji are one each. A warning: the desc of wx.getUserProfile is longer than that.",
            "小程序获取位置，但 app.json 的 permission 中没有相应 scope 的用途说明：精确定位与后台定位需要 scope.userLocation，模糊定位需要 scope.userFuzzyLocation（由于 app.json 的文档只列出 scope.userLocation，填写后者也视为已说明）。或说明为空，或超过 30 个字符（汉字、字母、表情各计 1 个）。wx.getUserProfile 的 desc 超过 30 个字符时为警告。"),
        Why = new(
            "Weixin documents the text as compulsory for the three location scopes and its length as at most 30 characters; users read it in the window that asks them.",
            "平台文档规定申请这三个位置 scope 必须填写用途说明，最长 30 个字符；用户会在授权弹窗中看到它。"),
        How = new(
            "Say in a few words what the location is used for.",
            "用一句简短的话写明位置的用途。"),
        Example = new(
            "json",
            """
            { "requiredPrivateInfos": ["getLocation"] }
            """,
            """
            { "requiredPrivateInfos": ["getLocation"], "permission": { "scope.userLocation": { "desc": "用于查找你附近的门店" } } }
            """),
    };

    /// <summary>The scopes that the developer tool has a place for in <c>permission</c>.</summary>
    internal static IReadOnlyList<string> Scopes { get; } = [Precise, Fuzzy];

    public override void Check(RuleContext context)
    {
        foreach (var usage in context.InUse.Where(usage => usage is { Description: not null, Owner.Type: OwnerType.Own }))
            CheckDescription(usage, context);
        if (context.MiniProgram.Kind == MiniProgramKind.Plugin)
            return;

        var scopes = context.MiniProgram.Configuration.MembersOf(AppSettings.Permission);
        foreach (var scope in scopes.Where(scope => IsLocation(scope.Member.Name)))
            CheckText(scope, context);
        if (context.MiniProgram.Kind == MiniProgramKind.MiniProgram && context.MiniProgram.Configuration.Knows(AppSettings.Permission))
            CheckMissing(scopes, context);
    }

    private void CheckDescription(Usage usage, RuleContext context)
    {
        var description = usage.Description!;
        var length = Length(description.Text);
        if (length > MaxLength)
        {
            context.Report(this, new LocalizedText(
                $"The {usage.Interface!.DescriptionProperty} of {usage.Name} has {length} characters, and Weixin allows {MaxLength}. Shorten it.",
                $"{usage.Name} 的 {usage.Interface.DescriptionProperty} 有 {length} 个字符，平台最多允许 {MaxLength} 个。请缩短。"),
                usage.File.Path, description.Start, description.End, Severity.Warning);
        }
    }

    private void CheckText(ConfigurationMember scope, RuleContext context)
    {
        var name = scope.Member.Name;
        var text = TextOf(scope);
        if (text is null || text.Value.Trim().Length == 0)
        {
            context.Report(this, new LocalizedText(
                $"permission has no text for {name}: desc is missing or blank, and Weixin demands it. Say there in at most {MaxLength} characters what the location is used for.",
                $"permission 中 {name} 的 desc 缺失或为空，而平台要求必须填写。请用不超过 {MaxLength} 个字符写明位置的用途。")
                + AppSettingsWording.WrittenByFramework(context), scope.File, text?.Span ?? scope.Value.Span);
            return;
        }

        var length = Length(text.Value);
        if (length > MaxLength)
        {
            context.Report(this, new LocalizedText(
                $"The permission text of {name} has {length} characters, and Weixin allows {MaxLength}. Shorten it.",
                $"permission 中 {name} 的用途说明有 {length} 个字符，平台最多允许 {MaxLength} 个。请缩短。")
                + AppSettingsWording.WrittenByFramework(context), scope.File, text.Span);
        }
    }

    private void CheckMissing(IReadOnlyList<ConfigurationMember> scopes, RuleContext context)
    {
        var missing = context.InUse
            .Where(usage => usage.Reachable && ScopeOf(usage) is { Length: > 0 } scope && !Satisfying(scope).Any(name => scopes.Any(other => other.Member.Name == name)))
            .ToArray();
        if (missing.Length == 0)
            return;

        var carrier = KindUse.InCarryingOrder(missing)[0];
        var scope = Scopes.Contains(ScopeOf(carrier)) ? ScopeOf(carrier) : Precise;
        var (file, span) = AppSettingsWording.PlaceOf(AppSettings.Permission, context);
        var fileName = AppSettingsWording.FileOf(AppSettings.Permission, context);
        var use = AppSettingsWording.Use(carrier);
        var entry = $$"""
            "{{scope}}": { "desc": "…" }
            """;
        var paste = context.MiniProgram.Configuration.Find(AppSettings.Permission) is null ? $"\"permission\": {{ {entry} }}" : entry;
        context.Report(this, Wording.OwnerInFront(carrier) + new LocalizedText(
            $"{use.En} asks for the location, but permission in {fileName} has no text for {scope}, which Weixin demands. Add {paste} and say in at most {MaxLength} characters what for.",
            $"{use.Zh}会获取位置，但 {fileName} 的 permission 中没有平台要求的 {scope} 用途说明。请添加 {paste}，用不超过 {MaxLength} 个字符写明用途。")
            + AppSettingsWording.InPage(AppSettings.Permission, context)
            + AppSettingsWording.WrittenByFramework(context), file, span, usage: carrier);
    }

    /// <summary>Whether a text for that scope is one about the location.</summary>
    internal static bool IsLocation(string scope) => scope is Precise or Fuzzy or Background;

    /// <summary>The location scope that a use asks for; empty for none.</summary>
    private static string ScopeOf(Usage usage)
    {
        var scope = usage.Interface is { Scope.Length: > 0 } entry ? entry.Scope : usage.Name;
        return IsLocation(scope) ? scope : "";
    }

    // The scope page demands a text for all three; the page of app.json knows one member, the tool's schema two.
    private static string[] Satisfying(string scope) => scope == Precise ? [Precise] : [scope, Precise];

    internal static JsonString? TextOf(ConfigurationMember scope) => (scope.Value as JsonObject)?["desc"] as JsonString;

    private static int Length(string text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            length++;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
        }

        return length;
    }
}
