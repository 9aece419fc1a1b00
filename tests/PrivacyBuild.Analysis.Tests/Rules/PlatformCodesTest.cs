using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.Rules;

/// <summary>
/// Every error code of the platform's privacy calls that a file alone can foretell: the guideline that would bring it about is red, and the
/// message names the code, in both languages.
/// </summary>
[TestClass]
public sealed class PlatformCodesTest
{
    private const string Owner = "\"owner_setting\": { \"contact_email\": \"privacy@example.cn\", \"notice_method\": \"弹窗\" }";
    private const string List = "\"setting_list\": [ { \"privacy_key\": \"Location\", \"privacy_text\": \"查找你附近的门店并显示距离\" } ]";

    private static readonly (int Code, string Id, string Guideline)[] Rows =
    [
        (86069, "PRIV2001", $$"""{ "owner_setting": { "notice_method": "弹窗" }, {{List}} }"""),
        (86069, "PRIV2001", $$"""{ "owner_setting": { "contact_email": "", "contact_phone": " ", "notice_method": "弹窗" }, {{List}} }"""),
        (86069, "PRIV2001", $$"""{ {{List}} }"""),
        (86070, "PRIV2002", $$"""{ "owner_setting": { "contact_qq": "123456" }, {{List}} }"""),
        (86070, "PRIV2002", $$"""{ "owner_setting": { "contact_qq": "123456", "notice_method": "" }, {{List}} }"""),
        (86071, "PRIV2003", $$"""{ "privacy_ver": 0, {{Owner}}, {{List}} }"""),
        (86071, "PRIV2003", $$"""{ "privacy_ver": 2.5, {{Owner}}, {{List}} }"""),
        (86072, "PRIV2004", $$"""{ "owner_setting": { "contact_qq": "123456", "notice_method": "弹窗", "store_expire_timestamp": "30" }, {{List}} }"""),
        (86075, "PRIV2008", $$"""{ "privacy_ver": 1, "owner_setting": { "contact_qq": "123456", "notice_method": "弹窗", "ext_file_media_id": "2115480798219862023" }, {{List}} }"""),
        (47001, "PRIV0006", "{"),
        (47001, "PRIV0006", "[]"),
        (47001, "PRIV0006", $$"""{ "owner_setting": "{ \"contact_qq\": \"123456\" }", {{List}} }"""),
        (47001, "PRIV0006", $$"""{ {{Owner}}, "setting_list": "[]" }"""),
        (47001, "PRIV0006", $$"""{ {{Owner}}, "setting_list": [ { "privacy_key": "Location", "privacy_text": 1 } ] }"""),
        (47001, "PRIV0006", $$"""{ "privacy_ver": "2", {{Owner}}, {{List}} }"""),
        (40006, "PRIV2014", $$"""{ "owner_setting": { "contact_qq": "123456", "notice_method": "弹窗", "ext_file_media_id": "a.docx" }, {{List}} }"""),
        (40126, "PRIV2014", $$"""{ "owner_setting": { "contact_qq": "123456", "notice_method": "弹窗", "ext_file_media_id": "large.txt" }, {{List}} }"""),
    ];

    public static IEnumerable<object[]> AllRows => Rows.Select((row, index) => new object[] { row.Code, index });

    [TestMethod]
    [DynamicData(nameof(AllRows))]
    public void A_code_that_can_be_foretold_is(int code, int index)
    {
        var (_, id, guideline) = Rows[index];
        var found = Check(guideline).Where(diagnostic => diagnostic.Id == id).ToArray();
        Assert.HasCount(1, found, guideline);
        Assert.AreEqual(Severity.Error, found[0].Severity);
        StringAssert.Contains(found[0].Message.En, $"{code}");
        StringAssert.Contains(found[0].Message.Zh, $"{code}");
    }

    // Half of it: the other half is a permission of the account.
    [TestMethod]
    public void A_location_interface_that_is_not_named_stops_a_service_providers_submission()
    {
        var files = new InMemoryFiles(("app.json", """{ "pages": ["p"] }"""), ("p.wxml", "<view/>"), ("p.js", "wx.getLocation({})"));
        var found = PrivacyCheck.Run(new PrivacyCheckOptions(), files, CancellationToken.None).Diagnostics.Single(diagnostic => diagnostic.Id == "PRIV3001");
        Assert.AreEqual(Severity.Error, found.Severity);
        StringAssert.Contains(found.Message.En, "61040");
        StringAssert.Contains(found.Message.Zh, "61040");
    }

    [TestMethod]
    public void The_supplement_may_have_100_KB()
    {
        var guideline = Rows.Single(row => row.Code == 40126).Guideline;
        Assert.DoesNotContain("40126", Check(guideline, 100 * 1024).Single(diagnostic => diagnostic.Id == "PRIV2014").Message.En);
    }

    /// <summary>The table is whole: the facts that were gathered about the platform name no further code of these calls.</summary>
    [TestMethod]
    public void No_foreseeable_code_is_left_out()
    {
        var facts = Repository.Path("../shared/weixin/privacy-facts.json");
        if (!File.Exists(facts))
            return;
        using var json = JsonDocument.Parse(File.ReadAllText(facts));
        var missing = json.RootElement.GetProperty("errorCodes").EnumerateArray()
            .Where(entry => entry.GetProperty("locallyPredictable").GetString() == "yes" && IsOfTheseCalls(entry.GetProperty("where").GetString()!))
            .Select(entry => entry.GetProperty("code").GetInt32())
            .Where(code => code != 87072) // a slip of the pen for 86072 in one field's text
            .Except(Rows.Select(row => row.Code)).ToArray();
        Assert.IsEmpty(missing, string.Join(", ", missing));
    }

    private static bool IsOfTheseCalls(string where) =>
        where.Contains("setprivacysetting", StringComparison.Ordinal) || where.Contains("uploadprivacyextfile", StringComparison.Ordinal) || where == "all JSON calls";

    private static IReadOnlyList<Diagnostic> Check(string guideline, int supplement = (100 * 1024) + 1)
    {
        var files = new InMemoryFiles(
            ("app.json", """{ "pages": ["p"] }"""), ("p.wxml", "<view/>"), ("p.js", "wx.getLocation({})"), ("privacy-guideline.json", guideline),
            ("large.txt", new string('a', supplement)), ("a.docx", "x"));
        return PrivacyCheck.Run(new PrivacyCheckOptions(), files, CancellationToken.None).Diagnostics;
    }
}
