using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Guidelines;

[TestClass]
public sealed class GuidelineMergeTest
{
    [TestMethod]
    [DataRow("""{}""", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", "shared.json Album:a", DisplayName = "what the app does not say comes from the shared one")]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "b" } ] }""", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", "app.json Album:b", DisplayName = "the app wins")]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Camera", "privacy_text": "c" } ] }""", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", "shared.json Album:a, app.json Camera:c", DisplayName = "the app adds")]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Album", "privacy_text": null } ] }""", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" }, { "privacy_key": "Camera", "privacy_text": "c" } ] }""", "shared.json Camera:c", DisplayName = "null removes")]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Email", "privacy_text": null } ] }""", """{ "setting_list": [] }""", "app.json Email:", DisplayName = "null for what is not shared removes nothing")]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "" } ] }""", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", "app.json Album:", DisplayName = "a blank purpose wins as well: it is seen and called blank")]
    [DataRow("""{ "setting_list": [ { "privacy_key": "album", "privacy_text": "b" } ] }""", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", "shared.json Album:a, app.json album:b", DisplayName = "keys are compared with their case")]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "b" }, { "privacy_key": "Album", "privacy_text": "c" } ] }""", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", "app.json Album:b, app.json Album:c", DisplayName = "a kind that the app has twice stays twice")]
    public void Kinds_go_by_key(string app, string shared, string expected) => Assert.AreEqual(expected, Describe(Merge(app, shared)));

    [TestMethod]
    public void The_owner_goes_by_member()
    {
        var owner = Merge(
            """{ "owner_setting": { "contact_email": "app@shop.cn" } }""",
            """{ "owner_setting": { "contact_email": "all@shop.cn", "notice_method": "弹窗" } }""").Owner;
        Assert.AreEqual("app.json app@shop.cn, shared.json 弹窗", $"{owner.ContactEmail.File.Path} {owner.ContactEmail.Text}, {owner.NoticeMethod.File.Path} {owner.NoticeMethod.Text}");
    }

    [TestMethod]
    [DataRow("""{ "owner_setting": {} }""", """{ "owner_setting": {} }""", "app.json", DisplayName = "both could hold it: the app's file")]
    [DataRow("""{ "setting_list": [] }""", """{ "owner_setting": {} }""", "shared.json", DisplayName = "only the shared one has the object")]
    [DataRow("""{}""", """{}""", "app.json", DisplayName = "neither has it")]
    public void What_both_lack_is_missed_where_it_could_stand(string app, string shared, string expected)
    {
        var owner = Merge(app, shared).Owner;
        Assert.IsTrue(owner.NoticeMethod.IsMissing);
        Assert.AreEqual(expected, owner.Value.IsMissing ? owner.Value.File.Path : owner.NoticeMethod.File.Path);
    }

    [TestMethod]
    public void Sdks_go_by_name()
    {
        var guideline = Merge(
            """{ "sdk_privacy_info_list": [ { "sdk_name": "地图", "sdk_biz_name": "乙公司" } ] }""",
            """{ "sdk_privacy_info_list": [ { "sdk_name": "统计", "sdk_biz_name": "甲公司" }, { "sdk_name": "地图", "sdk_biz_name": "甲公司" } ] }""");
        Assert.AreEqual("统计 甲公司, 地图 乙公司", string.Join(", ", guideline.Sdks.Select(sdk => $"{sdk.Name.Text} {sdk.Company.Text}")));
    }

    [TestMethod]
    [DataRow("""{}""", """{}""", GuidelineState.EmptyObject)]
    [DataRow("""{}""", """{ "owner_setting": {} }""", GuidelineState.NoList)]
    [DataRow("", """{ "setting_list": [] }""", GuidelineState.EmptyList)]
    [DataRow("", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", GuidelineState.Filled)]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Album", "privacy_text": null } ] }""", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", GuidelineState.EmptyList)]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "" } ] }""", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", GuidelineState.AllPurposesBlank)]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", "{", GuidelineState.NotJson)]
    [DataRow("[]", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""", GuidelineState.NotAnObject)]
    public void The_whole_has_one_state(string app, string shared, GuidelineState expected) => Assert.AreEqual(expected, Merge(app, shared).State);

    [TestMethod]
    public void Faults_of_form_stay_with_their_file()
    {
        var parts = Merge(
            """{ "privacy_ver": "2", "setting_list": [ { "privacy_key": "Album", "privacy_text": null } ] }""",
            """{ "owner": {}, "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" } ] }""").Parts;
        Assert.AreEqual("app.json privacy_ver", $"{parts[0].Path} {parts[0].WrongTypes.Single().Member}", "the null that removes is none of them");
        Assert.AreEqual("shared.json owner", $"{parts[1].Path} {parts[1].UnknownMembers.Single().Name}");
    }

    [TestMethod]
    [DataRow("apps/a.json", "shared.json", "apps/a.json Album:b, shared.json Camera:c")]
    [DataRow("", "shared.json", "shared.json Album:a, shared.json Camera:c", DisplayName = "the shared one alone serves before the online one")]
    [DataRow("apps/a.json", "", "apps/a.json Album:b")]
    public void The_options_say_which_files(string own, string shared, string expected)
    {
        var files = new InMemoryFiles(
            ("apps/a.json", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "b" } ] }"""),
            ("shared.json", """{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "a" }, { "privacy_key": "Camera", "privacy_text": "c" } ] }"""),
            ("privacy-guideline.online.json", "{}"));
        var location = GuidelineLocator.Locate(new PrivacyCheckOptions { Guideline = own, SharedGuideline = shared }, files, null);
        var guideline = GuidelineReader.Read(files, location, new SharedGuidelines(files))!;
        Assert.AreEqual(expected, string.Join(", ", guideline.Entries.OrderBy(entry => entry.Key.Text).Select(Describe)));
        Assert.IsFalse(guideline.IsOnline);
    }

    [TestMethod]
    public void A_shared_guideline_that_is_set_must_exist()
    {
        var location = GuidelineLocator.Locate(new PrivacyCheckOptions { SharedGuideline = "all.json" }, new InMemoryFiles(), null);
        Assert.AreEqual("all.json", location.Problems.Single().Path);
        Assert.IsNull(location.SharedPath);
    }

    private static Guideline Merge(string app, string shared) =>
        GuidelineMerge.Merge(GuidelineReader.Read("app.json", new SourceText(app)), GuidelineReader.Read("shared.json", new SourceText(shared)));

    private static string Describe(Guideline guideline) => string.Join(", ", guideline.Entries.Select(Describe));

    private static string Describe(GuidelineEntry entry) => $"{entry.Purpose.File.Path} {entry.Key.Text}:{entry.Purpose.Text}";
}
