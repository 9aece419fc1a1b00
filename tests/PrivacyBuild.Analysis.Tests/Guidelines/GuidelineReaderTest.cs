using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Guidelines;

[TestClass]
public sealed class GuidelineReaderTest
{
    private const string Request = """
        {
          // what the platform gets
          "privacy_ver": 2,
          "owner_setting": { "contact_email": "a@example.com", "notice_method": "弹窗", "store_expire_timestamp": "30天" },
          "setting_list": [
            { "privacy_key": "Location", "privacy_text": "显示附近门店" },
            { "privacy_key": "Album", "privacy_text": " " },
          ],
          "sdk_privacy_info_list": [
            { "sdk_name": "统计", "sdk_biz_name": "某公司", "sdk_list": [ { "privacy_key": "DeviceInfo", "privacy_text": "统计" } ] }
          ]
        }
        """;

    [TestMethod]
    [DataRow("", GuidelineState.Empty)]
    [DataRow("  \r\n// nothing yet\n/* at all */", GuidelineState.Empty)]
    [DataRow("{", GuidelineState.NotJson)]
    [DataRow("privacy", GuidelineState.NotJson)]
    [DataRow("null", GuidelineState.Null)]
    [DataRow("[]", GuidelineState.NotAnObject)]
    [DataRow("\"{}\"", GuidelineState.NotAnObject)]
    [DataRow("{}", GuidelineState.EmptyObject)]
    [DataRow("""{ "$schema": "https://example.com/x.json" }""", GuidelineState.EmptyObject)]
    [DataRow("""{ "owner_setting": {} }""", GuidelineState.NoList)]
    [DataRow("""{ "setting_list": null }""", GuidelineState.NoList)]
    [DataRow("""{ "setting_list": {} }""", GuidelineState.ListNotAnArray)]
    [DataRow("""{ "setting_list": "[]" }""", GuidelineState.ListNotAnArray)]
    [DataRow("""{ "setting_list": [] }""", GuidelineState.EmptyList)]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "　" }, 7 ] }""", GuidelineState.AllPurposesBlank)]
    [DataRow("""{ "setting_list": [ { "privacy_key": "Album", "privacy_text": "上传头像" } ] }""", GuidelineState.Filled)]
    public void A_guideline_has_one_state(string content, GuidelineState expected) => Assert.AreEqual(expected, Read(content).State);

    [TestMethod]
    public void A_request_is_read_in_full()
    {
        var guideline = Read(Request);
        Assert.AreEqual(GuidelineShape.Request, guideline.Shape);
        Assert.AreEqual(2.0, guideline.PrivacyVersion.Number);
        Assert.AreEqual("弹窗", guideline.Owner.NoticeMethod.Text);
        Assert.AreEqual("30天", guideline.Owner.Retention.Text);
        Assert.AreEqual("a@example.com", guideline.Owner.Contacts.Single(contact => !contact.IsBlank).Text);
        Assert.AreEqual("Location:显示附近门店, Album: ", string.Join(", ", guideline.Entries.Select(entry => $"{entry.Key.Text}:{entry.Purpose.Text}")));
        Assert.IsTrue(guideline.Declares("Location"));
        Assert.IsFalse(guideline.Declares("Album"));
        Assert.IsFalse(guideline.Declares("Camera"));
        Assert.AreEqual("统计 某公司 DeviceInfo", string.Join(" ", guideline.Sdks.Select(sdk => $"{sdk.Name.Text} {sdk.Company.Text} {sdk.Entries.Single().Key.Text}")));
        Assert.IsEmpty(guideline.UnknownMembers);
        Assert.IsEmpty(guideline.WrongTypes);
        Assert.IsNull(guideline.Answer);
    }

    [TestMethod]
    public void An_answer_is_read_with_what_only_the_platform_says()
    {
        var guideline = Read("""
            { "errcode": 0, "errmsg": "ok", "code_exist": 1, "privacy_list": [ "Location", "Album" ], "update_time": 1700000000,
              "setting_list": [ { "privacy_key": "Location", "privacy_text": "门店", "privacy_label": "位置信息" } ],
              "owner_setting": { "contact_qq": "1", "notice_method": "公告" },
              "privacy_desc": { "privacy_desc_list": [ { "privacy_key": "Location", "privacy_desc": "位置信息" } ] } }
            """);
        Assert.AreEqual(GuidelineShape.Answer, guideline.Shape);
        Assert.AreEqual("Location Album", string.Join(" ", guideline.Answer!.PrivacyList.Select(key => key.Value)));
        Assert.AreEqual("位置信息", guideline.Answer.Descriptions["Location"]);
        Assert.AreEqual("位置信息", guideline.Entries.Single().Label.Text);
        Assert.IsEmpty(guideline.UnknownMembers);
        Assert.IsEmpty(guideline.WrongTypes);
    }

    [TestMethod]
    [DataRow("""{ "owner_setting": { "notice_method": [|"弹窗"|] } }""", DisplayName = "the value")]
    [DataRow("""{ "owner_setting": [|{ "contact_qq": "1" }|] }""", DisplayName = "the object that lacks it")]
    [DataRow("""[|{ "setting_list": [] }|]""", DisplayName = "the root when even that object is missing")]
    [DataRow("""{ "owner_setting": { "notice_method": "a", "notice_method": [|"b"|] } }""", DisplayName = "the last of two, as JSON.parse takes it")]
    public void A_value_has_its_place_and_a_missing_one_that_of_its_object(string marked)
    {
        var text = new MarkedText(marked);
        Assert.AreEqual(text.Spans.Single(), GuidelineReader.Read("g.json", text.Text).Owner.NoticeMethod.Span);
    }

    [TestMethod]
    public void A_missing_purpose_points_to_its_entry()
    {
        var text = new MarkedText("""{ "setting_list": [ [|{ "privacy_key": "Album", "privacy_value": "照片" }|] ] }""");
        var entry = GuidelineReader.Read("g.json", text.Text).Entries.Single();
        Assert.IsTrue(entry.Purpose.IsMissing);
        Assert.AreEqual(text.Spans.Single(), entry.Purpose.Span);
    }

    [TestMethod]
    [DataRow("""{ "setting_list": [ { [|"privacy_value"|]: "x" } ] }""", GuidelinePart.SettingListEntry)]
    [DataRow("""{ [|"settinglist"|]: [] }""", GuidelinePart.Root)]
    [DataRow("""{ "owner_setting": { [|"contact_mail"|]: "x" } }""", GuidelinePart.OwnerSetting)]
    [DataRow("""{ "sdk_privacy_info_list": [ { [|"sdkname"|]: "x" } ] }""", GuidelinePart.SdkEntry)]
    [DataRow("""{ "sdk_privacy_info_list": [ { "sdk_list": [ { [|"key"|]: "x" } ] } ] }""", GuidelinePart.SdkListEntry)]
    public void Members_that_nobody_documents_are_facts(string marked, GuidelinePart part)
    {
        var text = new MarkedText(marked);
        var member = GuidelineReader.Read("g.json", text.Text).UnknownMembers.Single();
        Assert.AreEqual(text.Spans.Single(), member.NameSpan);
        Assert.AreEqual(part, member.Part);
    }

    [TestMethod]
    [DataRow("""{ "privacy_ver": [|"2"|] }""", "privacy_ver number string False")]
    [DataRow("""{ "owner_setting": [|[]|] }""", "owner_setting object array False")]
    [DataRow("""{ "owner_setting": [|"{ \"contact_qq\": \"1\" }"|] }""", "owner_setting object string True", DisplayName = "JSON within a string")]
    [DataRow("""{ "setting_list": [ { "privacy_key": [|1|], "privacy_text": "x" } ] }""", "setting_list[0].privacy_key string number False")]
    [DataRow("""{ "setting_list": [ {}, [|"Album"|] ] }""", "setting_list[1] object string False")]
    [DataRow("""{ "setting_list": [|"[]"|] }""", "setting_list array string True")]
    [DataRow("""{ "owner_setting": { "notice_method": [|null|] } }""", "owner_setting.notice_method string null False")]
    [DataRow("""{ "sdk_privacy_info_list": [ { "sdk_list": [ [|null|] ] } ] }""", "sdk_privacy_info_list[0].sdk_list[0] object null False")]
    [DataRow("""{ "owner_setting": { "store_region": [|true|] } }""", "owner_setting.store_region string or number boolean False", DisplayName = "a code whose type no page tells")]
    public void Values_of_another_type_are_facts(string marked, string expected)
    {
        var text = new MarkedText(marked);
        var wrong = GuidelineReader.Read("g.json", text.Text).WrongTypes.Single();
        Assert.AreEqual(text.Spans.Single(), wrong.Span);
        Assert.AreEqual(expected, $"{wrong.Member} {wrong.Expected} {wrong.Actual} {wrong.HoldsJson}");
    }

    [TestMethod]
    public void Duplicates_are_facts()
    {
        var text = new MarkedText("""
            { "setting_list": [
              [|{ "privacy_key": "Album", "privacy_text": "" }|],
              { "privacy_key": "Camera", "privacy_text": "a", [|"privacy_text"|]: "b" },
              [|{ "privacy_key": "Album", "privacy_text": "上传" }|] ] }
            """);
        var guideline = GuidelineReader.Read("g.json", text.Text);
        var kind = guideline.DuplicateKinds().Single();
        Assert.AreEqual("Album", kind.Key);
        CollectionAssert.AreEqual(new[] { text.Spans[0], text.Spans[2] }, kind.Select(entry => entry.Span).ToArray());
        Assert.AreEqual(text.Spans[1], guideline.DuplicateMembers.Single().NameSpan);
        Assert.IsTrue(guideline.Declares("Album"), "one of the two has a purpose");
    }

    [TestMethod]
    public void A_syntax_error_has_its_place()
    {
        var guideline = Read("{\n  \"setting_list\": [ { \"privacy_key\" \"Album\" } ]\n}");
        Assert.AreEqual(GuidelineState.NotJson, guideline.State);
        Assert.AreEqual(2, guideline.File.At(guideline.SyntaxErrors.Single().Span).Start.Line);
    }

    [TestMethod]
    [DataRow("Loca\\\\u4f4dtion", true)]
    [DataRow("位置 \\\\u00zz", false)]
    [DataRow("\\u4f4d置", false, DisplayName = "an escape of JSON's own is no trace")]
    public void Text_that_was_escaped_twice_shows(string purpose, bool expected) =>
        Assert.AreEqual(expected, Read($$"""{ "setting_list": [ { "privacy_key": "Location", "privacy_text": "{{purpose}}" } ] }""").Entries.Single().Purpose.HoldsEscapes);

    [TestMethod]
    public void A_file_in_another_encoding_is_read()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Request.Replace("\n", "\r\n"))).ToArray();
        var guideline = GuidelineReader.Read(new InMemoryFiles().Add("g.json", bytes), "g.json");
        Assert.IsTrue(guideline.Declares("Location"));
        Assert.AreEqual(6, guideline.Entries[0].Place.Start.Line);
    }

    [TestMethod]
    public void A_file_that_cannot_be_read_says_why()
    {
        Assert.AreEqual(ProblemReason.AccessFailed, GuidelineReader.Read(new InMemoryFiles().AddLocked("g.json"), "g.json").ReadReason);
        var noise = Enumerable.Range(0, 400).Select(i => (byte)(i * 37 % 32)).ToArray();
        var guideline = GuidelineReader.Read(new InMemoryFiles().Add("g.json", noise), "g.json");
        Assert.AreEqual((GuidelineState.Unreadable, ProblemReason.NotText), (guideline.State, guideline.ReadReason));
        Assert.IsTrue(guideline.Owner.NoticeMethod.IsMissing);
    }

    private static Guideline Read(string content) => GuidelineReader.Read("privacy-guideline.json", new SourceText(content));
}
