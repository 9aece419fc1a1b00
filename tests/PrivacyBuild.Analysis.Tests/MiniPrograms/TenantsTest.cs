using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

/// <summary>What the apps of one template have in common is read once; what one of them has alone counts.</summary>
[TestClass]
public sealed class TenantsTest
{
    private const int Tenants = 20;

    [TestMethod]
    public void What_all_share_is_read_once()
    {
        var (files, options) = Fleet();
        Assert.IsEmpty(Check(files, options).Diagnostics);
        foreach (var path in new[] { "shared.json", "template/app.json", "template/pages/map.js" })
            Assert.AreEqual(1, files.Reads.Count(read => read == path), path);
    }

    [TestMethod]
    [DataRow("""{ "extEnable": true, "pages": ["pages/scan"] }""", "pages/scan")]
    [DataRow("""{ "extEnable": true, "subPackages": [{ "root": "sub", "pages": ["scan"] }] }""", "sub/scan")]
    [DataRow("""{ "extEnable": true, "tabBar": { "custom": true } }""", "custom-tab-bar/index")]
    [DataRow("""{ "extEnable": true, "usingComponents": { "scan": "/components/scan" } }""", "components/scan")]
    public void Code_that_only_one_of_them_brings_into_use_is_in_use(string extension, string component)
    {
        var (files, options) = Fleet();
        foreach (var unit in new[] { "pages/scan", "sub/scan", "custom-tab-bar/index", "components/scan" })
            files.Add($"template/{unit}.js", "wx.chooseMedia({})").Add($"template/{unit}.json", """{ "component": true }""");
        files.Add("tenants/07/ext.json", extension);

        var reached = Check(files, options).Apps[0].Usages.Usages.Where(usage => usage.Reachable).Select(usage => usage.File.PathInRoot).ToArray();
        CollectionAssert.AreEquivalent(new[] { "pages/map.js", component + ".js" }, reached);
    }

    private static (InMemoryFiles Files, PrivacyCheckOptions Options) Fleet()
    {
        var files = new InMemoryFiles(
            ("template/app.json", """{ "pages": ["pages/map"], "requiredPrivateInfos": ["getLocation"], "permission": { "scope.userLocation": { "desc": "查找附近的门店" } } }"""),
            ("template/pages/map.js", "wx.getLocation({})"),
            ("template/pages/map.json", "{}"),
            ("shared.json", """{ "owner_setting": { "contact_email": "a@shop.cn", "notice_method": "弹窗" }, "setting_list": [{ "privacy_key": "Location", "privacy_text": "查找附近的门店" }] }"""));
        for (var i = 0; i < Tenants; i++)
            files.Add($"tenants/{i:00}/ext.json", $$"""{ "extEnable": true, "extAppid": "wx{{i:00}}", "ext": {} }""").Add($"tenants/{i:00}/privacy-guideline.json", "{}");
        var apps = Enumerable.Range(0, Tenants).Select(i => new AppSetting { Path = $"tenants/{i:00}/ext.json", Root = "template", SharedGuideline = "shared.json" }).ToArray();
        return (files, new PrivacyCheckOptions { Apps = apps });
    }

    private static CheckReport Check(InMemoryFiles files, PrivacyCheckOptions options) => PrivacyCheck.Run(options, files, CancellationToken.None);
}
