using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Catalogue;

namespace PrivacyBuild.Analysis.Tests.Catalogue;

/// <summary>
/// Holds the catalogue against the collection of facts from which it was filled, row by row and in both directions. The collection
/// lies outside the repository; without it there is nothing to compare, and the tests say so.
/// </summary>
[TestClass]
public sealed class CatalogueFactsTest
{
    private static readonly PrivacyCatalogue Catalogue = PrivacyCatalogue.Load();
    private static readonly JsonElement? Facts = ReadFacts();

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void Kinds() => Compare(
        facts => facts.GetProperty("informationKinds").EnumerateArray()
            .Select(kind => $"{Text(kind, "privacyKey")} {Text(kind, "labelZhApi")} {Text(kind, "labelZh")} {Flag(kind, "declarableOnly")} {Text(kind, "firstSeen")}"),
        () => Catalogue.Kinds.Select(kind => $"{kind.Key} {kind.Label} {kind.Sentence} {kind.DeclarableOnly} {kind.Since}"));

    [TestMethod]
    public void Rows_of_the_tables() => Compare(
        facts => Interfaces(facts).SelectMany(row => Texts(row.Interface, "tables").Select(table => $"{table}: {Spelling(row.Interface)} {row.Kind}")).Distinct(),
        () => Catalogue.Interfaces.SelectMany(entry => entry.Tables.All.SelectMany(table => entry.Kinds.Select(kind => $"{Name(table)}: {entry.Name} {kind}"))));

    [TestMethod]
    public void Details_of_the_interfaces() => Compare(
        facts => Interfaces(facts).GroupBy(row => Spelling(row.Interface)).Select(group =>
        {
            string First(string name) => group.Select(row => Text(row.Interface, name)).FirstOrDefault(text => text.Length > 0) ?? "";
            return $"{group.Key} recalled={First("status") == "recalled"} scope={First("scopeNeeded")} required={First("requiredPrivateInfo")} since={First("since")} plugin={First("pluginSupport")} factory={First("factory").Replace("wx.", "", StringComparison.Ordinal)} source={First("source")}";
        }),
        () => Catalogue.Interfaces.Where(entry => !entry.Related).Select(entry =>
            $"{entry.Name} recalled={entry.Recalled} scope={entry.Scope} required={entry.RequiredPrivateInfo} since={entry.Since} plugin={entry.PluginSupport} factory={(entry.Form == InterfaceForm.ManagerMethod ? entry.Factories[0] : "")} source={entry.Source}"));

    [TestMethod]
    public void Calls_that_take_a_scope() => Compare(
        facts => Interfaces(facts).Where(row => Text(row.Interface, "call").Length > 0)
            .SelectMany(row => Texts(row.Interface, "tables").Select(table => $"{table}: {Text(row.Interface, "call")} {Text(row.Interface, "property")}")).Distinct(),
        () => Catalogue.ScopeCalls.Values.SelectMany(call => call.Tables.All.Select(table => $"{Name(table)}: wx.{call.Member} {call.Property}")));

    [TestMethod]
    public void Related_interfaces() => Compare(
        facts => facts.GetProperty("relatedInterfaces").EnumerateArray().Select(row => $"{RelatedSpelling(row)} {Text(row, "suggestedKey")}".TrimEnd()),
        () => Catalogue.Interfaces.Where(entry => entry.Related || entry.Suggests.Count > 0).Select(entry => $"{entry.Name} {string.Join("+", entry.Suggests)}".TrimEnd()));

    [TestMethod]
    public void Scopes() => Compare(
        facts => facts.GetProperty("scopes").EnumerateArray()
            .Select(row => $"{Text(row, "name")} {Text(row, "labelZh")} {Text(row, "privacyKey")} {Text(row, "status").Replace("-", "", StringComparison.Ordinal)} {Flag(row, "needsPermissionDescInAppJson")}"),
        () => Catalogue.Scopes.Select(scope => $"{scope.Name} {scope.Label} {scope.Kind} {scope.Status.ToString().ToLowerInvariant()} {scope.NeedsPermissionText}"));

    [TestMethod]
    public void Required_private_infos() => Compare(
        facts => facts.GetProperty("requiredPrivateInfos").EnumerateArray()
            .Select(row => $"{Text(row, "name")} {Text(row, "privacyKey")} not with {string.Join(",", Texts(row, "exclusiveWith"))} needs {Text(row, "permissionDescNeeded")} {Text(row, "alsoNeeds").Length > 0}"),
        () => Catalogue.RequiredPrivateInfos.Select(info =>
            $"{info.Name} {info.Kind} not with {string.Join(",", info.ExclusiveWith)} needs {info.Permission} {info.BackgroundMode.Length > 0}"));

    [TestMethod]
    public void Misspelled_keys() => Compare(
        facts => facts.GetProperty("meta").GetProperty("badSpellingsSeen").EnumerateObject().Select(member => $"{member.Name} {member.Value.GetString()}"),
        () => Catalogue.MisspelledKeys.Select(pair => $"{pair.Key} {pair.Value}"));

    [TestMethod]
    public void Sources_have_the_dates_of_the_collection() => Compare(
        facts => facts.GetProperty("sources").EnumerateArray().Where(source => Catalogue.Sources.Any(own => own.Id == Text(source, "id")))
            .Select(source => $"{Text(source, "id")} {Text(source, "date")}"),
        () => Catalogue.Sources.Select(source => $"{source.Id} {source.Date}"));

    private void Compare(Func<JsonElement, IEnumerable<string>> facts, Func<IEnumerable<string>> catalogue)
    {
        if (Facts is not { } root)
        {
            TestContext.WriteLine("privacy-facts.json is not here: nothing to compare the catalogue with.");
            return;
        }

        var expected = facts(root).OrderBy(line => line, StringComparer.Ordinal).ToArray();
        var actual = catalogue().OrderBy(line => line, StringComparer.Ordinal).ToArray();
        Assert.AreEqual(string.Join("\n", expected.Except(actual)), string.Join("\n", actual.Except(expected)), "rows of the facts, then rows of the catalogue, that the other lacks");
        Assert.AreEqual(expected.Length, actual.Length);
    }

    private static JsonElement? ReadFacts()
    {
        var path = Repository.Path("../shared/weixin/privacy-facts.json");
        return File.Exists(path) ? JsonDocument.Parse(File.ReadAllText(path)).RootElement : null;
    }

    private static IEnumerable<(string Kind, JsonElement Interface)> Interfaces(JsonElement facts) =>
        facts.GetProperty("informationKinds").EnumerateArray()
            .SelectMany(kind => kind.GetProperty("interfaces").EnumerateArray().Select(row => (Text(kind, "privacyKey"), row)));

    private static string Spelling(JsonElement row) => Text(row, "kind") switch
    {
        "openType" or "inputType" or "functionalPageNavigator" => $"{Text(row, "host")}[{Text(row, "attribute")}={Text(row, "name")}]",
        "component" => $"<{Text(row, "name")}>",
        _ => Text(row, "name"),
    };

    private static string RelatedSpelling(JsonElement row) => Text(row, "name") switch
    {
        "xr-camera (is-ar-camera)" => "xr-camera[is-ar-camera]",
        var name => Text(row, "kind") == "component" ? $"<{name}>" : name,
    };

    private static string Name(InterfaceTable table) => table.ToString().ToLowerInvariant();

    private static string Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Flag(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string[] Texts(JsonElement row, string name) => row.GetProperty(name).EnumerateArray().Select(item => item.GetString()!).ToArray();
}
