using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.Rules;

/// <summary>One cause, one diagnostic: which rule stands for which. Each row is a guideline (null: there is none) and all that is said of it.</summary>
[TestClass]
public sealed class OneCauseTest
{
    private const string Owner = "\"owner_setting\": { \"contact_email\": \"privacy@example.cn\", \"notice_method\": \"弹窗\" }";

    [TestMethod]
    [DataRow(null, "PRIV0005", DisplayName = "no guideline stands for every undeclared kind")]
    [DataRow("", "PRIV1003", DisplayName = "an empty file owes no contact either")]
    [DataRow("null", "PRIV1003")]
    [DataRow("{}", "PRIV1003")]
    [DataRow("{", "PRIV0006", DisplayName = "what cannot be read declares nothing that could be missed")]
    [DataRow("[]", "PRIV0006")]
    [DataRow("{ OWNER }", "PRIV1003", DisplayName = "no list: PRIV1003 for PRIV2005 and every PRIV1001")]
    [DataRow("{ \"setting_list\": [] }", "PRIV1003 PRIV2001 PRIV2002", DisplayName = "an empty list and a missing owner are two causes")]
    [DataRow("{ OWNER, \"setting_list\": {} }", "PRIV0006", DisplayName = "a list of the wrong type is there, and not empty")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Location,), E(Album,) ] }", "PRIV1003", DisplayName = "all blank: PRIV1003 for every PRIV2007")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Location,), E(Location,) ] }", "PRIV1003", DisplayName = "and for duplicates among them")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Location,), E(Album,上传商品照片) ] }", "PRIV2007", DisplayName = "a blank one: PRIV2007 for PRIV1001 of its kind")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Album,上传商品照片) ] }", "PRIV1001")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Album,上传商品照片), { \"privacy_key\": \"Location\", \"privacy_text\": 1 } ] }", "PRIV0006", DisplayName = "a purpose of the wrong type is not blank")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Album,上传商品照片), E(location,查找附近的门店) ] }", "PRIV1001 PRIV2101", DisplayName = "a slip: where it is used, and where it is written")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Album,上传商品照片), E(Location,查找附近的门店), E(Location,) ] }", "PRIV2006", DisplayName = "a kind that stands twice is declared when one of the two is")]
    [DataRow("{ OWNER, \"settings\": [ E(Location,查找附近的门店), E(Album,上传商品照片) ] }", "PRIV2010", DisplayName = "a misspelt list: PRIV2010 for PRIV1003")]
    [DataRow("{ OWNER, \"setting_list\": [ S(Location,privacy_value), S(Album,privacy_value) ] }", "PRIV2010", DisplayName = "misspelt purposes: PRIV2010 for PRIV1003")]
    [DataRow("{ OWNER, \"setting_list\": [ S(Location,privacy_value), E(Album,上传商品照片) ] }", "PRIV2010", DisplayName = "one of them: PRIV2010 for PRIV2007")]
    [DataRow("{ OWNER, \"setting_list\": [ S(Location,privacy_value), E(Album,) ] }", "PRIV1003 PRIV2010", DisplayName = "a blank one beside a misspelt one are two causes")]
    [DataRow("{ OWNER, \"setting_list\": [ { \"key\": \"Location\", \"privacy_text\": \"查找附近的门店\" }, E(Album,上传商品照片) ] }", "PRIV2010", DisplayName = "a misspelt key: PRIV2010 for PRIV1001 and PRIV2013")]
    [DataRow("{ \"owner\": { \"contact_qq\": \"123456\", \"notice_method\": \"弹窗\" }, \"setting_list\": [ E(Location,查找附近的门店), E(Album,上传商品照片) ] }", "PRIV2010", DisplayName = "a misspelt owner: PRIV2010 for PRIV2001 and PRIV2002")]
    [DataRow("{ \"owner_setting\": { \"contact_mail\": \"a@shop.cn\", \"notice_methd\": \"弹窗\" }, \"setting_list\": [ E(Location,查找附近的门店), E(Album,上传商品照片) ] }", "PRIV2010 PRIV2010", DisplayName = "members of the owner likewise")]
    [DataRow("{ \"owner_setting\": \"{}\", \"setting_list\": [ E(Location,查找附近的门店), E(Album,上传商品照片) ] }", "PRIV0006", DisplayName = "an owner of the wrong type lacks nothing")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Location,查找附近的门店), E(Album,上传商品照片), {} ] }", "PRIV2013")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Location,查找附近的门店), E(Album,上传商品照片), E(DeviceInfo,排查闪退原因), E(会员等级,展示会员权益) ] }", "", DisplayName = "the seven kinds without interfaces and keys of one's own are never unused")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Location,查找附近的门店), E(Album,上传商品照片), E(Camera,扫描商品条码) ] }", "PRIV1002")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Location,查找附近的门店), E(Album,上传商品照片) ], \"sdk_privacy_info_list\": [ { \"sdk_name\": \"地图\", \"sdk_biz_name\": \"某公司\", \"sdk_list\": [ E(Location,。。) ] } ] }", "PRIV2009", DisplayName = "an SDK's purpose that is punctuation is blank, and nothing else")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Location,获取位置信息), E(Album,获取位置信息) ] }", "PRIV2108 PRIV2108", DisplayName = "labels are no shared reason")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Location,用于测试), E(Album,上传商品照片) ] }", "PRIV2102", DisplayName = "the opening of a filler is of no interest")]
    [DataRow("{ OWNER, \"setting_list\": [ E(Location,优化程序), E(Album,上传商品照片) ] }", "PRIV2112", DisplayName = "a blanket purpose is not called short as well")]
    public void A_guideline_is_called_wrong_once(string? guideline, string expected) => Assert.AreEqual(expected, string.Join(" ", Ids("wx.getLocation({})\nwx.chooseMedia({})", guideline)));

    [TestMethod]
    [DataRow(null, "", DisplayName = "no guideline")]
    [DataRow("", "", DisplayName = "an empty file")]
    [DataRow("{}", "")]
    [DataRow("{ \"setting_list\": [] }", "")]
    [DataRow("{ OWNER, \"setting_list\": [] }", "")]
    [DataRow("{", "PRIV0006", DisplayName = "what is no JSON is wrong in any case")]
    [DataRow("{ \"setting_list\": [ E(会员等级,展示会员权益) ] }", "PRIV2001 PRIV2002", DisplayName = "who declares something owes a contact")]
    public void A_program_that_uses_nothing_owes_little(string? guideline, string expected) => Assert.AreEqual(expected, string.Join(" ", Ids("Page({})", guideline)));

    [TestMethod]
    [DataRow("wx.getUserInfo({})", "{ OWNER, \"setting_list\": [ E(UserInfo,登录后展示你的昵称和头像) ] }", "PRIV1006", DisplayName = "a recalled interface is declared and still recalled")]
    [DataRow("wx.getUserInfo({})", "{ OWNER, \"setting_list\": [ E(Email,接收电子发票) ] }", "PRIV1001 PRIV1006")]
    [DataRow("wx[name]({})", "{ OWNER, \"setting_list\": [ E(Camera,扫描商品条码) ] }", "PRIV1002 PRIV1004", DisplayName = "an unknown access makes an unused kind a message")]
    public void Uses_of_their_own_kind_have_their_own_rule(string code, string guideline, string expected) => Assert.AreEqual(expected, string.Join(" ", Ids(code, guideline)));

    private static IEnumerable<string> Ids(string code, string? guideline)
    {
        var files = new InMemoryFiles(("app.json", """{ "pages": ["p"], "permission": { "scope.userLocation": { "desc": "查找附近的门店" } }, "requiredPrivateInfos": ["getLocation"] }"""), ("p.wxml", "<view/>"), ("p.js", code));
        files.Add("project.config.json", """{ "packOptions": { "ignore": [ { "type": "prefix", "value": "privacy-" } ] } }""");
        if (guideline is not null)
            files.Add("privacy-guideline.json", Expand(guideline));
        return PrivacyCheck.Run(new PrivacyCheckOptions(), files, CancellationToken.None).Diagnostics.Select(diagnostic => diagnostic.Id).Where(IsOfTheGuideline).OrderBy(id => id);
    }

    private static bool IsOfTheGuideline(string id) => id[4] is '0' or '1' or '2';

    // OWNER: an owner_setting as it should be. E(key,purpose): an entry. S(key,member): an entry whose purpose has another name.
    private static string Expand(string guideline)
    {
        guideline = guideline.Replace("OWNER", Owner);
        guideline = System.Text.RegularExpressions.Regex.Replace(guideline, @"E\((\S*?),(\S*?)\)", """{ "privacy_key": "$1", "privacy_text": "$2" }""");
        return System.Text.RegularExpressions.Regex.Replace(guideline, @"S\((\S*?),(\S*?)\)", """{ "privacy_key": "$1", "$2": "查找附近的门店" }""");
    }
}
