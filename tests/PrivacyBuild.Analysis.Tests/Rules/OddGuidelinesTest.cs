using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.Rules;

/// <summary>A guideline may hold anything. Whatever it holds, a used kind that it does not declare never gives a green build.</summary>
[TestClass]
public sealed class OddGuidelinesTest
{
    private const string Whole =
        """
        { "privacy_ver": 2, "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗" },
          "setting_list": [ { "privacy_key": "Location", "privacy_text": "查找门店" }, { "privacy_key": "Album", "privacy_text": "上传照片" } ],
          "sdk_privacy_info_list": [ { "sdk_name": "a", "sdk_biz_name": "b", "sdk_list": [ { "privacy_key": "Camera", "privacy_text": "c" } ] } ] }
        """;

    private static readonly string[] Pieces =
    [
        "", " ", "{", "}", "[", "]", ",", ":", "\"", "null", "true", "1", "{}", "[]", "\"\"", "\"Location\"", "\"setting_list\"", "\"privacy_key\"", "// x\n", "/*", "\\", "\0", "😀", "\uD83D",
    ];

    public static IEnumerable<object[]> Seeds => Enumerable.Range(0, 20).Select(seed => new object[] { seed });

    [TestMethod]
    [DataRow("""{ "setting_list": {} }""")]
    [DataRow("""{ "setting_list": "[]" }""")]
    [DataRow("""{ "setting_list": [ 1, null, "Location", [] ] }""")]
    [DataRow("""{ "setting_list": [ { "privacy_key": 1, "privacy_text": {} } ] }""")]
    [DataRow("""{ "setting_list": [ { "privacy_key": null, "privacy_text": "a" } ] }""")]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Location" }, { "privacy_text": "a" }, {} ] }""")]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Location", "privacy_text": ["a"] } ] }""")]
    [DataRow("""{ "owner_setting": [], "setting_list": [ { "privacy_key": "Location", "privacy_text": "a" } ] }""")]
    [DataRow("""{ "setting_list": [], "setting_list": [ { "privacy_key": "location ", "privacy_text": "a" } ] }""")]
    [DataRow("""{ "errcode": 48001, "errmsg": "api unauthorized" }""")]
    [DataRow("\"\"")]
    [DataRow("// nothing")]
    public void An_odd_one_is_red(string guideline) => Assert.IsTrue(Check(guideline).HasErrors);

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void A_broken_one_is_green_only_when_it_declares_what_is_used(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20; i++)
        {
            var text = Whole;
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var start = random.Next(text.Length);
                text = text.Remove(start, random.Next(Math.Min(30, text.Length - start))).Insert(start, Pieces[random.Next(Pieces.Length)]);
            }

            var report = Check(text);
            var isDeclared = report.Apps[0].Kinds.Where(kind => kind.Places > 0).All(kind => kind.Declared);
            Assert.IsTrue(report.HasErrors || isDeclared, text);
        }
    }

    // Both ways, because writing must cope with the same files.
    private static CheckReport Check(string guideline)
    {
        var files = new InMemoryFiles(("app.json", """{ "pages": ["p"] }"""), ("p.wxml", "<view/>"), ("p.js", "wx.getLocation({})\nwx.chooseMedia({})"), (GuidelineLocator.FileName, guideline));
        PrivacyCheck.Run(new PrivacyCheckOptions { WriteGuideline = true }, files, CancellationToken.None);
        return PrivacyCheck.Run(new PrivacyCheckOptions(), files, CancellationToken.None);
    }
}
