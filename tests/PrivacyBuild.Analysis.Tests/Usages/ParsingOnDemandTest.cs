using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Tests.Usages;

/// <summary>Which scripts are parsed, and that those that matter are found however late it turns out.</summary>
[TestClass]
public sealed class ParsingOnDemandTest
{
    private const string Harmless = "wx.showToast({})";

    [TestMethod]
    public void A_script_that_asks_the_platform_for_nothing_that_matters_is_not_parsed()
    {
        var found = Extract(("page", "const util = require('./util'); const app = getApp(); Page({ onLoad() { util.toast(app.name); wx.request({}) } })"), ("util", "exports.toast = text => wx.showToast({ title: text })"));

        Assert.AreEqual(0, found.ParsedFiles);
        Assert.IsTrue(found.Complete);
    }

    [TestMethod]
    public void Who_imports_a_module_that_gives_nothing_of_the_platform_is_not_parsed()
    {
        var found = Extract(("page", "const util = require('./util'); util.locate()"), ("util", "exports.locate = () => { wx.getLocation({}) }"));

        Assert.AreEqual(1, found.ParsedFiles);
        Assert.AreEqual("wx.getLocation", found.Usages.Single().Name);
    }

    [TestMethod]
    public void The_platform_object_is_followed_through_modules_that_name_nothing()
    {
        var found = Extract(
            ("api", "export const api = wx"),
            ("index", "export * from './api'"),
            ("names", "export const begin = 'get'"),
            ("page", "import { api } from './index'; import { begin } from './names'; api[begin + 'Location']({})"),
            ("other", Harmless));

        Assert.AreEqual("page.js", found.Usages.Single().File.PathInRoot);
        Assert.AreEqual(4, found.ParsedFiles);
    }

    [TestMethod]
    public void A_wrapper_is_asked_who_calls_it()
    {
        var found = Extract(("call", "module.exports = (name, options) => wx[name](options)"), ("page", "require('./call')('get' + 'Location')"));

        Assert.AreEqual("page.js", found.Usages.Single().File.PathInRoot);
    }

    [TestMethod]
    public void What_the_app_holds_reaches_whoever_asks_for_it()
    {
        var found = Extract(
            ("app", "App({ globalData: { api: wx } })"),
            ("names", "module.exports = { begin: 'get' }"),
            ("page", "getApp().globalData.api[require('./names').begin + 'Location']({})"));

        Assert.AreEqual("page.js", found.Usages.Single().File.PathInRoot);
    }

    [TestMethod]
    public void What_is_hung_onto_the_platform_object_reaches_every_script()
    {
        var found = Extract(("app", "wx.api = { all: wx }"), ("names", "module.exports = 'Location'"), ("page", "wx.api.all['get' + require('./names')]({})"));

        Assert.AreEqual("page.js", found.Usages.Single().File.PathInRoot);
    }

    [TestMethod]
    public void A_name_that_stands_in_a_module_of_its_own_is_known()
    {
        var found = Extract(("names", "exports.toast = 'showToast'"), ("page", "const names = require('./names'); wx[names.toast]({})"));

        Assert.IsEmpty(found.Usages);
        Assert.IsTrue(found.Complete);
    }

    private static UsageSet Extract(params (string Name, string Text)[] modules)
    {
        var files = new InMemoryFiles([("app.json", """{ "pages": [] }"""), .. modules.Select(module => (module.Name + ".js", module.Text))]);
        var options = new PrivacyCheckOptions();
        var app = MiniProgramLoader.Load([MiniProgramLocator.Locate(options, files).Roots.Single()], options, files, CancellationToken.None).Single();
        return UsageExtraction.Run(app, PrivacyCatalogue.Load(), files, 1, CancellationToken.None);
    }
}
