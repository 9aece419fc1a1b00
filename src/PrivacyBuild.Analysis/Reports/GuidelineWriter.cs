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
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The guidelines that lack a used kind, with it. One that cannot be read, or not as UTF-8, is left alone: PRIV0006 speaks of it.</summary>
    public static IReadOnlyList<WrittenFile> Write(CheckFacts facts, SuppressionPolicy suppressions, IProjectFiles files)
    {
        var written = new List<WrittenFile>();
        foreach (var group in facts.MiniPrograms.GroupBy(program => TargetOf(program), StringComparer.Ordinal))
        {
            var guideline = group.Select(program => program.Guideline).FirstOrDefault(guideline => guideline is not null);
            var used = KindUse.Of(group.SelectMany(suppressions.InUse).ToArray(), facts.Catalogue).Select(kind => kind.Key).ToArray();
            var file = guideline is null || guideline.IsOnline ? Create(group.Key, used, guideline) : AddTo(guideline, used, files);
            if (file is not null)
                written.Add(file);
        }

        return written;
    }

    /// <summary>The file to write. The online guideline is the platform's: what is written then is one's own, which begins with its purposes.</summary>
    public static string TargetOf(MiniProgramFacts program) => program.Guideline?.IsOnline == true
        ? ProjectPath.Combine(ProjectPath.GetDirectory(program.Guideline.Path), GuidelineLocator.FileName)
        : program.Guideline?.Path ?? program.GuidelinePath;

    private static WrittenFile? Create(string path, string[] used, Guideline? online)
    {
        if (used.Length == 0)
            return null;
        var declared = online?.Entries.Where(entry => !entry.Key.IsBlank && !entry.Purpose.IsBlank).Select(entry => (Key: entry.Key.Text!, Purpose: entry.Purpose.Text!)).ToArray() ?? [];
        var added = used.Where(kind => declared.All(entry => entry.Key != kind)).ToArray();
        var entries = declared.Select(entry => Entry(entry.Key, entry.Purpose)).Concat(added.Select(kind => Entry(kind, "")));
        return new WrittenFile(path, Utf8.GetBytes(Skeleton(entries, online?.Owner, "\n")), added);
    }

    private static WrittenFile? AddTo(Guideline guideline, string[] used, IProjectFiles files)
    {
        var missing = used.Where(kind => guideline.Find(kind) is null).ToArray();
        if (missing.Length == 0 || Decode(guideline.Path, files) is not { } source || source.Text!.Content != guideline.Text.Content)
            return null;
        var text = guideline.Text.Content;
        var newLine = text.Contains("\r\n") ? "\r\n" : "\n";
        var entries = missing.Select(kind => Entry(kind, "")).ToArray();
        var changed = (guideline.State, guideline.SettingList.Json) switch
        {
            (GuidelineState.Empty, _) => text + (text.Trim().Length == 0 ? "" : newLine) + Skeleton(entries, null, newLine),
            (GuidelineState.Null, _) => Replace(text, guideline.Span, Skeleton(entries, null, newLine).TrimEnd()),
            (GuidelineState.EmptyObject, _) when guideline.Json!.Members.Count == 0 => Replace(text, guideline.Span, Skeleton(entries, null, newLine).TrimEnd()),
            (_, JsonArray { Items.Count: > 0 } list) => AfterLast(text, list, entries, newLine),
            (_, JsonArray list) => Replace(text, list.Span, List(entries, IndentAt(text, list.Span.Start), newLine)),
            (_, JsonNull empty) => Replace(text, empty.Span, List(entries, IndentAt(text, empty.Span.Start), newLine)),
            (GuidelineState.NoList or GuidelineState.EmptyObject, null) => AddList(text, guideline.Json!, entries, newLine),
            _ => null,
        };
        if (changed is null)
            return null;
        var mark = source.Encoding == SourceEncoding.Utf8WithMark ? "\uFEFF" : "";
        return new WrittenFile(guideline.Path, Utf8.GetBytes(mark + changed), missing);
    }

    private static DecodedSource? Decode(string path, IProjectFiles files)
    {
        var bytes = ConfigurationFile.ReadBytes(files, path, ReadLimits.ConfigurationBytes, out _, out _);
        var source = bytes is null ? null : SourceDecoder.Decode(bytes);
        return source is { IsText: true, DamagedAt: null, Encoding: SourceEncoding.Utf8 or SourceEncoding.Utf8WithMark } ? source : null;
    }

    // A comment behind the last entry speaks of that entry: new ones go to lines of their own below it.
    private static string AfterLast(string text, JsonArray list, string[] entries, string newLine)
    {
        var last = list.Items[list.Items.Count - 1].Span;
        var next = NextToken(text, last.End);
        var hasComma = text[next] == ',';
        var anchor = hasComma ? next + 1 : last.End;
        if (!StandsOnItsOwnLine(text, last.Start))
            return text.Insert(anchor, hasComma ? " " + string.Join(", ", entries) + "," : ", " + string.Join(", ", entries));

        var lineEnd = text.IndexOfAny(['\r', '\n'], anchor);
        var isLineFree = lineEnd >= 0 && NextToken(text, anchor) > lineEnd && text.IndexOf("/*", anchor, lineEnd - anchor, StringComparison.Ordinal) < 0;
        var lines = newLine + IndentAt(text, last.Start) + string.Join("," + newLine + IndentAt(text, last.Start), entries) + (hasComma ? "," : "");
        var changed = text.Insert(isLineFree ? lineEnd : anchor, lines);
        return hasComma ? changed : changed.Insert(last.End, ",");
    }

    /// <summary>The next character of the JSON that is neither white space nor comment.</summary>
    private static int NextToken(string text, int offset)
    {
        while (offset < text.Length)
        {
            if (char.IsWhiteSpace(text[offset]))
                offset++;
            else if (string.CompareOrdinal(text, offset, "//", 0, 2) == 0)
                offset = text.IndexOfAny(['\r', '\n'], offset) is var end and >= 0 ? end : text.Length;
            else if (string.CompareOrdinal(text, offset, "/*", 0, 2) == 0)
                offset = text.IndexOf("*/", offset + 2, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : text.Length;
            else
                break;
        }

        return offset;
    }

    private static string AddList(string text, JsonObject root, string[] entries, string newLine)
    {
        var last = root.Members[root.Members.Count - 1];
        var isOnItsOwnLine = StandsOnItsOwnLine(text, last.NameSpan.Start);
        var indent = IndentAt(text, last.NameSpan.Start);
        var separator = isOnItsOwnLine ? "," + newLine + indent : ", ";
        return text.Insert(last.Value.Span.End, separator + "\"setting_list\": " + List(entries, indent, newLine));
    }

    private static string Skeleton(IEnumerable<string> entries, OwnerSetting? owner, string newLine)
    {
        var contacts = (owner?.Contacts ?? []).Where(contact => !contact.IsBlank).Select(contact => (contact.Name, Text: contact.Text!)).ToList();
        if (contacts.Count == 0)
            contacts.Add(("contact_email", ""));
        contacts.Add(("notice_method", owner?.NoticeMethod.Text ?? ""));
        return string.Join(newLine,
        [
            "{",
            "  \"owner_setting\": {",
            string.Join("," + newLine, contacts.Select(contact => $"    \"{contact.Item1}\": {JsonQuote.Quote(contact.Item2)}")),
            "  },",
            "  \"setting_list\": " + List(entries.ToArray(), "  ", newLine),
            "}",
            "",
        ]);
    }

    private static string List(string[] entries, string indent, string newLine) =>
        "[" + newLine + string.Join("," + newLine, entries.Select(entry => indent + "  " + entry)) + newLine + indent + "]";

    private static string Entry(string key, string purpose) => $$"""{ "privacy_key": {{JsonQuote.Quote(key)}}, "privacy_text": {{JsonQuote.Quote(purpose)}} }""";

    private static string Replace(string text, TextSpan span, string by) => text.Remove(span.Start, span.Length).Insert(span.Start, by);

    private static int StartOfLine(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is not ('\n' or '\r'))
            offset--;
        return offset;
    }

    private static bool StandsOnItsOwnLine(string text, int offset) => text.Substring(StartOfLine(text, offset), offset - StartOfLine(text, offset)).Trim().Length == 0;

    private static string IndentAt(string text, int offset)
    {
        var start = StartOfLine(text, offset);
        var end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return text.Substring(start, end - start);
    }
}
