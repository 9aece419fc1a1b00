using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.Rules;

/// <summary>app.json may hold anything where lists and texts are expected. What is used and not declared by it is never green.</summary>
[TestClass]
public sealed class OddAppSettingsTest
{
    private const string Guideline = """{ "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗" }, "setting_list": [ { "privacy_key": "Location", "privacy_text": "查找你附近的门店并显示距离" } ] }""";

    [TestMethod]
    [DataRow("null")]
    [DataRow("true")]
    [DataRow("1e999")]
    [DataRow("\"getLocation\"")]
    [DataRow("{}")]
    [DataRow("[]")]
    [DataRow("[null, 1, [], {}, \"\"]")]
    [DataRow("[[\"getLocation\", \"startLocationUpdateBackground\", \"location\"]]")]
    [DataRow("{ \"scope.userLocation\": null }")]
    [DataRow("{ \"scope.userLocation\": \"x\" }")]
    [DataRow("{ \"scope.userLocation\": { \"desc\": [] } }")]
    [DataRow("{ \"scope.userLocation\": { \"desc\": \"\\uD83D\" }, \"\": {} }")]
    public void An_odd_value_is_red(string value)
    {
        var files = new InMemoryFiles(
            ("app.json", $$"""{ "pages": ["p"], "requiredPrivateInfos": {{value}}, "permission": {{value}}, "requiredBackgroundModes": {{value}} }"""),
            ("ext.json", $$"""{ "extEnable": true, "requiredPrivateInfos": {{value}}, "permission": {{value}}, "requiredBackgroundModes": {{value}} }"""),
            ("p.json", $$"""{ "requiredPrivateInfos": {{value}} }"""),
            ("p.wxml", "<view/>"),
            ("p.js", "wx.getLocation({})\nwx.startLocationUpdateBackground({})"),
            (GuidelineLocator.FileName, Guideline));

        var report = PrivacyCheck.Run(new PrivacyCheckOptions(), files, default);

        Assert.IsTrue(report.Diagnostics.Any(diagnostic => diagnostic is { Severity: Analysis.Rules.Severity.Error, Id: "PRIV3001" or "PRIV3004" or "PRIV3005" }));
    }
}
