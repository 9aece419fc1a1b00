using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>
/// Writes the findings as SARIF 2.1.0, which code-scanning services and editors read: one run, the rules with their texts, suppressed findings
/// with their reasons, further places as related locations, the evidence of the first place as code flow.
/// </summary>
/// <remarks>
/// Paths are relative to the repository (<see cref="PrivacyCheckOptions.ProjectPathInRepository"/>), as services that show findings beside the
/// code need them. A fingerprint is made of what a finding is about and not of its line, so that an edit above it leaves it the same.
/// </remarks>
internal static class SarifWriter
{
    /// <summary>GitHub takes 1,000 locations of a result and shows 100.</summary>
    private const int PlacesNamed = 100;

    private const int BytesOfFingerprint = 16;
    private const string Base = "%SRCROOT%";
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Fingerprint = "privacyBuildFinding/v1";

    public static byte[] Write(ReportContent content)
    {
        var rules = content.Findings.Concat(content.Unwanted).Select(diagnostic => diagnostic.Id).Concat(content.Suppressed.Select(finding => finding.Place.Rule))
            .Distinct().OrderBy(id => id, StringComparer.Ordinal).Select(ReportContent.RuleOf).OfType<RuleDescriptor>().ToArray();
        var prints = new Dictionary<string, int>(StringComparer.Ordinal);
        return JsonOutput.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules, content);
            json.WriteString("language", content.In("en-US", "zh-CN"));
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartObject("originalUriBaseIds");
            json.WriteStartObject(Base);
            WriteMessage(json, "description", content.In("The folder of the repository.", "代码仓库的根目录。"));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("results");
            foreach (var diagnostic in content.Findings)
                WriteResult(json, diagnostic, "", rules, prints, content);
            foreach (var diagnostic in content.Unwanted)
                WriteResult(json, diagnostic, "NoWarn", rules, prints, content);
            foreach (var finding in content.Suppressed)
                WriteSuppressed(json, finding, rules, prints, content);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteTool(Utf8JsonWriter json, RuleDescriptor[] rules, ReportContent content)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PrivacyBuild");
        if (content.Options.ToolVersion.Length > 0)
            json.WriteString("semanticVersion", content.Options.ToolVersion);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteMessage(json, "shortDescription", content.In(rule.Title));
            WriteMessage(json, "fullDescription", content.In(rule.What));
            WriteMessage(json, "help", content.In(rule.Why) + "\n\n" + content.In(rule.How));
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Severity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue("privacy");
            json.WriteStringValue(rule.Nature == RuleNature.Fact ? "fact" : "advice");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, string suppressedBy, RuleDescriptor[] rules, Dictionary<string, int> prints, ReportContent content)
    {
        json.WriteStartObject();
        WriteRule(json, diagnostic.Id, rules);
        json.WriteString("level", LevelOf(diagnostic.Severity));
        WriteMessage(json, "message", content.In(diagnostic.Message));
        WriteLocations(json, diagnostic.Path, diagnostic.Start, diagnostic.End, content);
        WriteFurtherPlaces(json, diagnostic, content);
        WriteEvidence(json, diagnostic, content);
        WriteFingerprint(json, [diagnostic.Id, diagnostic.App, diagnostic.Interface, diagnostic.Kind, diagnostic.Path], prints);
        if (suppressedBy.Length > 0)
            WriteSuppression(json, "external", suppressedBy);
        WriteProperties(json, diagnostic.App, diagnostic.Interface, diagnostic.Kind);
        json.WriteEndObject();
    }

    private static void WriteSuppressed(Utf8JsonWriter json, SuppressedFinding finding, RuleDescriptor[] rules, Dictionary<string, int> prints, ReportContent content)
    {
        var place = finding.Place;
        var rule = Array.Find(rules, rule => rule.Id == place.Rule);
        json.WriteStartObject();
        WriteRule(json, place.Rule, rules);
        json.WriteString("level", LevelOf(rule?.Severity ?? Severity.Warning));
        var title = rule is null ? place.Rule : content.In(rule.Title);
        WriteMessage(json, "message", place.Interface.Length > 0 ? content.In($"{place.Interface}: {title}", $"{place.Interface}：{title}") : title);
        WriteLocations(json, place.Path, place.Start, finding.End, content);
        WriteFingerprint(json, [place.Rule, finding.App, place.Interface, "", place.Path], prints);
        WriteSuppression(json, finding.Suppression.Source == SuppressionSource.Comment ? "inSource" : "external", finding.Suppression.Reason);
        WriteProperties(json, finding.App, place.Interface, "");
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, string id, RuleDescriptor[] rules)
    {
        json.WriteString("ruleId", id);
        var index = Array.FindIndex(rules, rule => rule.Id == id);
        if (index >= 0)
            json.WriteNumber("ruleIndex", index);
    }

    private static void WriteLocations(Utf8JsonWriter json, string path, LinePosition start, LinePosition end, ReportContent content)
    {
        if (path.Length == 0)
            return;
        json.WriteStartArray("locations");
        WriteLocation(json, path, start, end, "", content);
        json.WriteEndArray();
    }

    private static void WriteFurtherPlaces(Utf8JsonWriter json, Diagnostic diagnostic, ReportContent content)
    {
        var further = diagnostic.Places.GroupBy(usage => usage.Place).Skip(1).Take(PlacesNamed).Select(place => place.First()).ToArray();
        if (further.Length == 0)
            return;
        json.WriteStartArray("relatedLocations");
        foreach (var usage in further)
            WriteLocation(json, usage, usage.Name, content);
        json.WriteEndArray();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Diagnostic diagnostic, ReportContent content)
    {
        if (diagnostic.Places.Count == 0 || diagnostic.Places[0].Evidence.Count == 0)
            return;
        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        foreach (var step in diagnostic.Places[0].Evidence)
        {
            json.WriteStartObject();
            json.WritePropertyName("location");
            WriteLocation(json, step.Path, step.Start, default, step.Text, content);
            json.WriteEndObject();
        }

        json.WriteStartObject();
        json.WritePropertyName("location");
        WriteLocation(json, diagnostic.Places[0], diagnostic.Places[0].Name, content);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, Usage usage, string message, ReportContent content) =>
        WriteLocation(json, usage.Original?.Path ?? usage.File.Path, usage.Original?.Start ?? usage.Start, usage.Original is null ? usage.End : default, message, content);

    private static void WriteLocation(Utf8JsonWriter json, string path, LinePosition start, LinePosition end, string message, ReportContent content)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        var fromRepository = ProjectPath.Combine(content.Options.ProjectPathInRepository, path);
        json.WriteString("uri", UriOf(fromRepository));
        if (!ProjectPath.IsRooted(fromRepository))
            json.WriteString("uriBaseId", Base);
        json.WriteEndObject();
        if (start.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", start.Line);
            json.WriteNumber("startColumn", Math.Max(1, start.Column));
            if (end.Line > 0)
            {
                json.WriteNumber("endLine", end.Line);
                json.WriteNumber("endColumn", Math.Max(1, end.Column));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (message.Length > 0)
            WriteMessage(json, "message", message);
        json.WriteEndObject();
    }

    private static void WriteFingerprint(Utf8JsonWriter json, string[] parts, Dictionary<string, int> prints)
    {
        var text = string.Join("\n", parts);
        prints.TryGetValue(text, out var earlier);
        prints[text] = earlier + 1;
        json.WriteStartObject("partialFingerprints");
        json.WriteString(Fingerprint, HashOf($"{text}\n{earlier}"));
        json.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter json, string kind, string reason)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteString("status", "accepted");
        if (reason.Length > 0)
            json.WriteString("justification", JsonOutput.WithoutLoneSurrogates(reason));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, string app, string name, string kind)
    {
        if (app.Length + name.Length + kind.Length == 0)
            return;
        json.WriteStartObject("properties");
        foreach (var (member, value) in new[] { ("app", app), ("interface", name), ("kind", kind) })
        {
            if (value.Length > 0)
                json.WriteString(member, JsonOutput.WithoutLoneSurrogates(value));
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string member, string text)
    {
        json.WriteStartObject(member);
        json.WriteString("text", JsonOutput.WithoutLoneSurrogates(text));
        json.WriteEndObject();
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static string UriOf(string path)
    {
        var escaped = string.Join("/", JsonOutput.WithoutLoneSurrogates(path).Split('/').Select(Uri.EscapeDataString));
        return !ProjectPath.IsRooted(path) ? escaped : "file:///" + escaped.TrimStart('/').Replace("%3A", ":");
    }

    private static string HashOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(JsonOutput.WithoutLoneSurrogates(text));
#if NET
        var hash = SHA256.HashData(bytes);
#else
        using var algorithm = SHA256.Create();
        var hash = algorithm.ComputeHash(bytes);
#endif
        return string.Concat(hash.Take(BytesOfFingerprint).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
