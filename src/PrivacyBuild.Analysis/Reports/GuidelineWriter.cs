using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>
/// Writes the guideline for the developer, as far as code can tell: the kinds in use, with blank purposes that fail until somebody
/// fills them in. A purpose is never invented. In a file that exists every other byte stays as it is.
/// </summary>
internal static class GuidelineWriter
{
    private const string Unit = "  ";

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The guidelines that lack a used kind, with it. One that cannot be read, or not as UTF-8, is left alone: PRIV0006 speaks of it.</summary>
    public static IReadOnlyList<WrittenFile> Write(CheckFacts facts, SuppressionPolicy suppressions, IProjectFiles files)
    {
        var written = new List<WrittenFile>();
        foreach (var group in facts.MiniPrograms.GroupBy(program => TargetOf(program), StringComparer.Ordinal))
        {
            var guideline = group.Select(program => program.Guideline).FirstOrDefault(guideline => guideline is not null);
            var used = KindUse.Of(group.SelectMany(suppressions.InUse).ToArray(), facts.Catalogue).Select(kind => kind.Key).ToArray();
            var missing = used.Where(kind => group.Any(program => KindUse.Of(suppressions.InUse(program), facts.Catalogue).Any(use => use.Key == kind) && Lacks(program.Guideline, kind))).ToArray();
            var file = guideline is not (null or { IsOnline: true }) ? AddTo(guideline, missing, files) : used.Length > 0 ? Create(group.Key, missing, guideline) : null;
            if (file is not null)
                written.Add(file);
        }

        return written;
    }

    // Apps that write to one file may lay it over different shared ones: what one of them lacks is missing.
    private static bool Lacks(Guideline? guideline, string kind) => guideline switch
    {
        null => true,
        { IsOnline: true } => !guideline.Declares(kind),
        _ => guideline.Find(kind) is null && guideline.Parts[0].Find(kind) is null,
    };

    /// <summary>The file to write. The online guideline is the platform's: what is written then is one's own, which begins with its purposes.</summary>
    public static string TargetOf(MiniProgramFacts program) => program.Guideline?.IsOnline == true
        ? ProjectPath.Combine(ProjectPath.GetDirectory(program.Guideline.Path), GuidelineLocator.FileName)
        : program.Guideline?.Path ?? program.GuidelinePath;

    private static WrittenFile Create(string path, string[] missing, Guideline? online)
    {
        var declared = online?.Entries.Where(entry => !entry.Key.IsBlank && !entry.Purpose.IsBlank).Select(entry => Entry(entry.Key.Text!, entry.Purpose.Text!)) ?? [];
        var entries = declared.Concat(missing.Select(kind => Entry(kind, ""))).ToArray();
        return new WrittenFile(path, Utf8.GetBytes(Skeleton(entries, online, "\n") + "\n"), missing);
    }

    private static WrittenFile? AddTo(Guideline guideline, string[] missing, IProjectFiles files)
    {
        // Of one that was merged with a shared one, the app's own is written.
        var own = guideline.Parts[0];
        if (missing.Length == 0 || Decode(own.Path, files) is not { } source || source.Text!.Content != own.Text.Content)
            return null;
        var text = own.Text.Content;
        var newLine = JsonTextEdit.NewLineOf(text);
        var unit = JsonTextEdit.UnitOf(text, own.Json);
        var entries = missing.Select(kind => Entry(kind, "")).ToArray();
        var whole = guideline.Parts.Count > 1 ? "{" + newLine + unit + SettingList(entries, unit, unit, newLine) + newLine + "}" : Skeleton(entries, null, newLine);
        var changed = (own.State, own.SettingList.Json) switch
        {
            (GuidelineState.Empty, _) => text + (text.Trim().Length == 0 ? "" : newLine) + whole + newLine,
            (GuidelineState.Null, _) => JsonTextEdit.Replace(text, own.Span, whole),
            (GuidelineState.EmptyObject, _) when text.Substring(own.Span.Start + 1, own.Span.Length - 2).Trim().Length == 0 => JsonTextEdit.Replace(text, own.Span, whole),
            (_, JsonArray list) => JsonTextEdit.Add(text, list, entries, unit),
            (_, JsonNull nothing) => JsonTextEdit.Replace(text, nothing.Span, JsonTextEdit.Array(entries, JsonTextEdit.IndentAt(text, nothing.Span.Start), unit, newLine)),
            (GuidelineState.EmptyObject, null) when guideline.Parts.Count == 1 => JsonTextEdit.Add(text, own.Json!, [OwnerSetting(null, unit, unit, newLine), SettingList(entries, unit, unit, newLine)], unit),
            (GuidelineState.NoList or GuidelineState.EmptyObject, null) => JsonTextEdit.Add(text, own.Json!, [SettingList(entries, IsOneLine(text) ? "" : unit, unit, IsOneLine(text) ? "" : newLine)], unit),
            _ => null,
        };
        if (changed is null)
            return null;
        var mark = source.Encoding == SourceEncoding.Utf8WithMark ? "\uFEFF" : "";
        return new WrittenFile(own.Path, Utf8.GetBytes(mark + changed), missing);
    }

    private static DecodedSource? Decode(string path, IProjectFiles files)
    {
        var bytes = ConfigurationFile.ReadBytes(files, path, ReadLimits.ConfigurationBytes, out _, out _);
        var source = bytes is null ? null : SourceDecoder.Decode(bytes);
        return source is { IsText: true, DamagedAt: null, Encoding: SourceEncoding.Utf8 or SourceEncoding.Utf8WithMark } ? source : null;
    }

    private static bool IsOneLine(string text) => text.Trim().IndexOfAny(['\r', '\n']) < 0;

    /// <summary>A whole guideline without a line end behind it; with what the online guideline has besides its kinds.</summary>
    private static string Skeleton(string[] entries, Guideline? online, string newLine)
    {
        var members = new List<string> { OwnerSetting(online?.Owner, Unit, Unit, newLine), SettingList(entries, Unit, Unit, newLine) };
        if (online?.SdkList.Json is JsonArray { Items.Count: > 0 })
            members.Add("\"sdk_privacy_info_list\": " + JsonTextEdit.Array(online.Sdks.Select(Sdk).ToArray(), Unit, Unit, newLine));
        return "{" + newLine + string.Join("," + newLine, members.Select(member => Unit + member)) + newLine + "}";
    }

    private static string OwnerSetting(OwnerSetting? owner, string indent, string unit, string newLine)
    {
        var members = owner is null
            ? new List<(string Name, string Text)>()
            : new[] { owner.ContactPhone, owner.ContactEmail, owner.ContactQq, owner.ContactWeixin, owner.Retention, owner.ExtFileMediaId }
                .Where(value => !value.IsBlank).Select(value => (value.Name, Text: value.Text!)).ToList();
        if (owner is null || owner.Contacts.All(contact => contact.IsBlank))
            members.Insert(0, ("contact_email", ""));
        members.Add(("notice_method", owner?.NoticeMethod.Text ?? ""));
        return "\"owner_setting\": {" + newLine
            + string.Join("," + newLine, members.Select(member => $"{indent}{unit}\"{member.Item1}\": {JsonQuote.Quote(member.Item2)}")) + newLine + indent + "}";
    }

    private static string SettingList(string[] entries, string indent, string unit, string newLine) => "\"setting_list\": " + JsonTextEdit.Array(entries, indent, unit, newLine);

    private static string Entry(string key, string purpose) => $$"""{ "privacy_key": {{JsonQuote.Quote(key)}}, "privacy_text": {{JsonQuote.Quote(purpose)}} }""";

    private static string Sdk(SdkEntry sdk)
    {
        var entries = sdk.Entries.Select(entry => Entry(entry.Key.Text ?? "", entry.Purpose.Text ?? "")).ToArray();
        return $$"""{ "sdk_name": {{JsonQuote.Quote(sdk.Name.Text ?? "")}}, "sdk_biz_name": {{JsonQuote.Quote(sdk.Company.Text ?? "")}}, "sdk_list": {{JsonTextEdit.Array(entries, "", "", "")}} }""";
    }
}
