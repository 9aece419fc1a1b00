using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Tests.Usages;

[TestClass]
public sealed class CandidateFilterTest
{
    private static readonly CandidateFilter Filter = new(PrivacyCatalogue.Load());

    [TestMethod]
    [DataRow("const a = 1; // cameras", DisplayName = "no word of the catalogue")]
    [DataRow("a.wxs = mywx", DisplayName = "parts of other words")]
    public void Nothing_is_said_of_the_platform(string script) => Assert.AreEqual(ScriptMentions.None, Filter.MentionsIn(script.AsSpan()));

    [TestMethod]
    [DataRow("wx.showToast({})", DisplayName = "a member that is no interface")]
    [DataRow("wx\n  .request ({})", DisplayName = "in two lines")]
    [DataRow("uni?.navigateTo?.({})", DisplayName = "optional")]
    [DataRow("if (typeof wx !== 'undefined') wx.login()", DisplayName = "its type")]
    [DataRow("if (wx.version == 1 || wx.env === 2) { f = () => wx.hideLoading }", DisplayName = "comparisons are no assignments")]
    [DataRow("data = { type: 'nickname', tag: 'camera' }", DisplayName = "values that a template may show")]
    [DataRow("auth('record')", DisplayName = "the name of a scope without its prefix")]
    public void A_word_alone_is_no_usage(string script) => Assert.AreEqual(ScriptMentions.Word, Filter.MentionsIn(script.AsSpan()));

    [TestMethod]
    [DataRow("getApp().globalData.name")]
    public void Who_asks_for_the_app_is_told_apart(string script) => Assert.AreEqual(ScriptMentions.Word | ScriptMentions.App, Filter.MentionsIn(script.AsSpan()));

    [TestMethod]
    [DataRow("wx.getLocation({})", DisplayName = "an interface")]
    [DataRow("api.getLocation({})", DisplayName = "an interface of whatever object")]
    [DataRow("const { login } = wx", DisplayName = "a pattern")]
    [DataRow("wx", DisplayName = "the end of the text")]
    [DataRow("wx[name]()", DisplayName = "a computed member")]
    [DataRow("typeof wx[name]", DisplayName = "the type of a computed member")]
    [DataRow("wx /* */ .login()", DisplayName = "a comment between")]
    [DataRow("wx.登录()", DisplayName = "a name in other letters")]
    [DataRow("wx.wx.login()", DisplayName = "a platform object in another")]
    [DataRow("wx.p = promisify(api)", DisplayName = "something is hung onto it")]
    [DataRow("wx.p ||= api", DisplayName = "if nothing is there yet")]
    [DataRow("w\\u0078.login()", DisplayName = "an escaped letter")]
    [DataRow("wx.get\\u{4c}ocation()", DisplayName = "an escaped letter in a member")]
    [DataRow("wx.authorize({})", DisplayName = "a call that takes a scope")]
    [DataRow("open('scope.record')", DisplayName = "a scope")]
    [DataRow("import Taro from '@tarojs/taro'", DisplayName = "the package of a framework")]
    [DataRow("const a = <Camera/>, b = 'camera'", DisplayName = "a tag where elements may be")]
    [DataRow("show({ confirmOpenType: 'getPhoneNumber' })", DisplayName = "a value where a name can only mean an attribute")]
    public void It_may_hold_a_usage(string script) => Assert.AreEqual(ScriptMentions.Usage, Filter.MentionsIn(script.AsSpan()));

    /// <summary>A pass over the rest of the text for each word would take hours.</summary>
    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public void A_text_full_of_words_takes_one_pass() =>
        Assert.AreEqual(ScriptMentions.Word, Filter.MentionsIn(string.Concat(Enumerable.Repeat("camera.record(nickname);\n", 100_000)).AsSpan()));
}
