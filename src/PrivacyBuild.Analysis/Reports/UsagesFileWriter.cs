using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>
/// Writes the usages file, schema version 1, which other programs read: every place where a privacy interface is used, with its
/// evidence. Empty members are left out; nothing in it depends on the machine, the clock or the order of threads.
/// </summary>
internal static class UsagesFileWriter
{
    private const int SchemaVersion = 1;
    private const int EvidenceLength = 120;

    public static byte[] Write(IReadOnlyList<AppReport> apps, string toolVersion, string catalogueDate) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteStartObject("tool");
        json.WriteString("name", "PrivacyBuild");
        Text(json, "version", toolVersion);
        Text(json, "catalogueDate", catalogueDate);
        json.WriteEndObject();
        json.WriteStartArray("apps");
        var writtenIn = new Dictionary<UsageSet, string>();
        foreach (var app in apps)
            Write(json, app, writtenIn);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, AppReport app, Dictionary<UsageSet, string> writtenIn)
    {
        json.WriteStartObject();
        json.WriteString("name", app.Name);
        Text(json, "root", app.Root);
        json.WriteString("kind", app.Kind switch
        {
            MiniProgramKind.Plugin => "plugin",
            MiniProgramKind.Game => "game",
            _ => "miniprogram",
        });
        Texts(json, "platforms", app.Platforms);
        Text(json, "guideline", app.GuidelinePath);
        json.WriteBoolean("complete", app.Usages.Complete);
        json.WriteStartObject("result");
        json.WriteString("verdict", app.Result.IsRed ? "red" : "green");
        json.WriteNumber("errors", app.Result.Errors);
        json.WriteNumber("warnings", app.Result.Warnings);
        json.WriteNumber("accepted", app.Result.Accepted);
        json.WriteNumber("suppressed", app.Result.Suppressed);
        json.WriteEndObject();
        json.WriteStartObject("files");
        json.WriteNumber("shipped", app.Files.Shipped);
        json.WriteNumber("parsed", app.Files.Parsed);
        json.WriteNumber("reachable", app.Files.Reachable);
        json.WriteNumber("partial", app.Files.Partial);
        json.WriteNumber("leftOut", app.Files.LeftOut);
        json.WriteEndObject();
        WriteKinds(json, app.Kinds);
        // Tenants of one template have the same usages, which are written once.
        if (writtenIn.TryGetValue(app.Usages, out var first))
        {
            json.WriteString("usagesOf", first);
            json.WriteEndObject();
            return;
        }

        writtenIn.Add(app.Usages, app.Name);
        var declared = new HashSet<string>(app.Kinds.Where(kind => kind.Declared).Select(kind => kind.Key), StringComparer.Ordinal);
        WriteUsages(json, "usages", app.Usages.Usages, declared);
        WriteUsages(json, "forwards", app.Usages.Forwards, declared);
        WriteUsages(json, "related", app.Usages.Related, declared);
        json.WriteEndObject();
    }

    private static void WriteKinds(Utf8JsonWriter json, IReadOnlyList<KindReport> kinds)
    {
        if (kinds.Count == 0)
            return;
        json.WriteStartArray("kinds");
        foreach (var kind in kinds)
        {
            json.WriteStartObject();
            Text(json, "key", kind.Key);
            Text(json, "label", kind.Label);
            json.WriteBoolean("declared", kind.Declared);
            Text(json, "purpose", kind.Purpose);
            json.WriteNumber("places", kind.Places);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUsages(Utf8JsonWriter json, string name, IReadOnlyList<Usage> usages, HashSet<string> declared)
    {
        if (usages.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var usage in InOrder(usages))
        {
            json.WriteStartObject();
            json.WriteString("interface", usage.Name);
            Texts(json, "kinds", usage.Kinds);
            Texts(json, "undeclared", usage.Kinds.Where(kind => !declared.Contains(kind)).ToArray());
            Texts(json, "candidates", usage.Candidates.OrderBy(candidate => candidate, StringComparer.Ordinal).ToArray());
            json.WriteString("path", usage.File.Path);
            json.WriteNumber("line", usage.Start.Line);
            json.WriteNumber("column", usage.Start.Column);
            json.WriteNumber("endLine", usage.End.Line);
            json.WriteNumber("endColumn", usage.End.Column);
            json.WriteString("how", HowOf(usage.How));
            json.WriteBoolean("call", usage.Call);
            WriteOwner(json, usage.Owner);
            json.WriteBoolean("reachable", usage.Reachable);
            Texts(json, "reachedFrom", usage.ReachedFrom);
            Texts(json, "reachedThrough", Through(usage));
            WriteOriginal(json, usage.Original);
            WriteEvidence(json, usage.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The files on the way from a page or the app; the last is where the usage stands, and a page's own files need no way.
    private static string[] Through(Usage usage) => usage.Chain.Count < 2 ? [] : usage.Chain.Take(usage.Chain.Count - 1).Select(edge => edge.To.Path).ToArray();

    private static void WriteOwner(Utf8JsonWriter json, Owner owner)
    {
        json.WriteStartObject("owner");
        json.WriteString("type", owner.Type switch
        {
            OwnerType.Npm => "npm",
            OwnerType.Framework => "framework",
            OwnerType.Plugin => "plugin",
            _ => "own",
        });
        Text(json, "name", owner.Name);
        Text(json, "version", owner.Version);
        json.WriteEndObject();
    }

    private static void WriteOriginal(Utf8JsonWriter json, OriginalPlace? original)
    {
        if (original is null)
            return;
        json.WriteStartObject("original");
        json.WriteString("path", original.Path);
        json.WriteNumber("line", original.Start.Line);
        json.WriteNumber("column", original.Start.Column);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        if (evidence.Count == 0)
            return;
        json.WriteStartArray("evidence");
        foreach (var step in evidence)
        {
            json.WriteStartObject();
            json.WriteString("path", step.Path);
            json.WriteNumber("line", step.Start.Line);
            json.WriteNumber("column", step.Start.Column);
            Text(json, "text", Cut(step.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<Usage> InOrder(IReadOnlyList<Usage> usages) => usages
        .OrderBy(usage => usage.File.Path, StringComparer.Ordinal)
        .ThenBy(usage => usage.Start.Line)
        .ThenBy(usage => usage.Start.Column)
        .ThenBy(usage => usage.Name, StringComparer.Ordinal);

    private static string HowOf(UsageHow how) => how switch
    {
        UsageHow.MarkupBound => "markup-bound",
        _ => how.ToString().ToLowerInvariant(),
    };

    private static string Cut(string text)
    {
        if (text.Length <= EvidenceLength)
            return text;
        var end = char.IsHighSurrogate(text[EvidenceLength - 2]) ? EvidenceLength - 2 : EvidenceLength - 1;
        return text.Remove(end) + "…";
    }

    private static void Text(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
            json.WriteString(name, JsonOutput.WithoutLoneSurrogates(value));
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(JsonOutput.WithoutLoneSurrogates(value));
        json.WriteEndArray();
    }
}
