using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Catalogue;

[TestClass]
public sealed class PrivacyCatalogueTest
{
    private static readonly PrivacyCatalogue Catalogue = PrivacyCatalogue.Load();

    [TestMethod]
    [DataRow("wx.getLocation", InterfaceForm.Api, "", "", "getLocation")]
    [DataRow("RecorderManager.start", InterfaceForm.ManagerMethod, "RecorderManager", "", "start")]
    [DataRow("scope.record", InterfaceForm.Scope, "", "", "scope.record")]
    [DataRow("<live-pusher>", InterfaceForm.Component, "live-pusher", "", "live-pusher")]
    [DataRow("button[open-type=getPhoneNumber]", InterfaceForm.ComponentAttribute, "button", "open-type", "getPhoneNumber")]
    [DataRow("map[show-location]", InterfaceForm.ComponentAttribute, "map", "show-location", "")]
    public void The_form_follows_from_the_spelling(string name, InterfaceForm form, string host, string attribute, string member)
    {
        var entry = Catalogue.ByName[name];
        Assert.AreEqual((form, host, attribute, member), (entry.Form, entry.Host, entry.Attribute, entry.Member));
    }

    [TestMethod]
    public void Every_way_of_looking_up_finds_its_interfaces()
    {
        Assert.AreEqual("wx.chooseImage", Catalogue.Members["chooseImage"].Name);
        Assert.AreEqual("RecorderManager.start", Catalogue.Managers["getRecorderManager"]["start"].Name);
        Assert.AreEqual("MapContext.moveToLocation", Catalogue.Managers["createMapContext"]["moveToLocation"].Name);
        Assert.AreEqual("<camera>", Catalogue.Components["camera"].Name);
        Assert.AreEqual("scope.werun", Catalogue.ScopesByName["scope.werun"].Name);
        Assert.AreEqual("input[type=nickname]", Catalogue.AttributeValues("input", "type")["nickname"].Name);
        Assert.IsEmpty(Catalogue.AttributeValues("view", "type"));
    }

    [TestMethod]
    public void Scopes_are_given_to_the_call_of_their_table()
    {
        CollectionAssert.AreEqual(new[] { "authorize", "authorizeForMiniProgram" }, Catalogue.ByName["scope.record"].Factories.ToArray());
        CollectionAssert.AreEqual(new[] { "authorize" }, Catalogue.ByName["scope.werun"].Factories.ToArray());
    }

    [TestMethod]
    public void An_interface_may_need_several_kinds() =>
        CollectionAssert.AreEqual(new[] { "Record", "Camera" }, Standing("<live-pusher>", InterfaceTable.MiniProgram).Kinds.ToArray());

    [TestMethod]
    [DataRow("wx.getLocation", InterfaceTable.MiniProgram, "Location", false)]
    [DataRow("wx.getLocation", InterfaceTable.Plugin, "Location", false)]
    [DataRow("wx.getWeRunData", InterfaceTable.Plugin, "", false, DisplayName = "the plug-in table is strict")]
    [DataRow("wx.createCamera", InterfaceTable.MiniProgram, "", false, DisplayName = "the mini program table is strict")]
    [DataRow("wx.createCamera", InterfaceTable.MiniGame, "Camera", false)]
    [DataRow("wx.setClipboardData", InterfaceTable.MiniGame, "Clipboard", true, DisplayName = "a game borrows rows for kinds that its table lacks")]
    [DataRow("wx.startLocationUpdate", InterfaceTable.MiniGame, "", false, DisplayName = "a game borrows nothing for kinds that its table has")]
    [DataRow("wx.onLocationChange", InterfaceTable.MiniProgram, "", false, DisplayName = "a related interface needs nothing")]
    public void An_interface_needs_what_the_table_of_its_app_says(string name, InterfaceTable table, string kind, bool borrowed)
    {
        var standing = Standing(name, table);
        Assert.AreEqual((kind, borrowed), (string.Join("+", standing.Kinds), standing.Borrowed));
    }

    [TestMethod]
    public void Seven_kinds_have_no_interface() =>
        CollectionAssert.AreEqual(
            new[] { "DeviceInfo", "EXIDNumber", "EXOrderInfo", "EXUserPublishContent", "EXUserFollowAcct", "EXUserOpLog", "Email" },
            Catalogue.Kinds.Where(kind => !Catalogue.HasInterfaces(kind.Key, InterfaceTable.MiniProgram)).Select(kind => kind.Key).ToArray());

    [TestMethod]
    public void Every_name_that_a_search_needs_is_listed_once_and_in_order()
    {
        var names = Catalogue.SearchNames;
        foreach (var name in new[] { "wx", "@tarojs/taro", "getLocation", "getRecorderManager", "scope.camera", "authorize", "live-pusher", "getPhoneNumber", "show-location" })
            CollectionAssert.Contains(names.ToArray(), name);
        CollectionAssert.AreEqual(names.Distinct().OrderBy(name => name, StringComparer.Ordinal).ToArray(), names.ToArray());
    }

    [TestMethod]
    [DataRow("{", DisplayName = "not JSON")]
    [DataRow("[]", DisplayName = "not an object")]
    [DataRow("{}", DisplayName = "no version")]
    [DataRow("""{ "version": 2 }""", DisplayName = "a version of later tools")]
    [DataRow("""{ "version": 1, "interfaces": {} }""", DisplayName = "not an array")]
    [DataRow("""{ "version": 1, "interfaces": [ 1 ] }""", DisplayName = "a row that is no object")]
    [DataRow("""{ "version": 1, "interfaces": [ { "kinds": ["Location"], "tables": ["miniprogram"] } ] }""", DisplayName = "no name")]
    [DataRow("""{ "version": 1, "interfaces": [ { "name": "getLocation", "kinds": ["Location"], "tables": ["miniprogram"] } ] }""", DisplayName = "no spelling of an interface")]
    [DataRow("""{ "version": 1, "interfaces": [ { "name": "wx.find" } ] }""", DisplayName = "no kinds")]
    [DataRow("""{ "version": 1, "interfaces": [ { "name": "wx.find", "kinds": ["Location"], "tables": ["h5"] } ] }""", DisplayName = "no such table")]
    [DataRow("""{ "version": 1, "interfaces": [ { "name": "Finder.find", "kinds": ["Location"], "tables": ["plugin"] } ] }""", DisplayName = "a method without its factory")]
    [DataRow("""{ "version": 1, "interfaces": [ { "name": "wx.find", "related": "maybe" } ] }""", DisplayName = "no such strength")]
    [DataRow("""{ "version": 1, "interfaces": [ { "name": "wx.find", "kinds": ["Location"], "tables": ["plugin"], "added": "2" } ] }""", DisplayName = "no version of the product")]
    [DataRow("""{ "version": 1, "kinds": [ { "key": "X", "label": 1, "labelEn": "x" } ] }""", DisplayName = "a text of another type")]
    public void What_cannot_be_read_is_a_problem_and_is_left_out(string json)
    {
        var problems = new List<InputProblem>();
        var data = CatalogueReader.Read(new SourceText(json), "more.json", problems);
        Assert.IsTrue(problems.Count > 0 && problems.All(problem => problem is { Kind: ProblemKind.SettingInvalid, Path: "more.json", Start.Line: 1, Detail.Length: > 0 }));
        Assert.IsTrue(data.Interfaces.Count == 0 && data.Kinds.Count == 0);
    }

    private static InterfaceStanding Standing(string name, InterfaceTable table) => Catalogue.StandingOf(Catalogue.ByName[name], table);
}
