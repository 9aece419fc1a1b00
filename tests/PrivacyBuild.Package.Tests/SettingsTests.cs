using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

[TestClass]
public sealed class SettingsTests : IDisposable
{
    private const string AsWarning = "miniprogram/pages/map/map.js(3,5,3,19): warning PRIV1001";

    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [TestMethod]
    [DataRow("-p:PrivacyBuildMode=warning", true, AsWarning)]
    [DataRow("-p:PrivacyBuildMode=warning;MSBuildTreatWarningsAsErrors=true", true, AsWarning)]
    [DataRow("-p:PrivacyBuildMode=warning -warnaserror", true, AsWarning)]
    [DataRow("-p:PrivacyBuildMode=report", true, "")]
    [DataRow("-p:PrivacyBuildMode=off", true, "")]
    [DataRow("-p:PrivacyBuildMode=Strict", false, "shop.csproj : error PRIV0007")]
    [DataRow("-p:PrivacyBuildLanguage=de", false, "shop.csproj : error PRIV0007")]
    [DataRow("-p:NoWarn=PRIV1001", true, "")]
    [DataRow("-p:PrivacyBuildRoot=miniprogram", false, Projects.Finding)]
    [DataRow("-p:PrivacyBuildGuideline=docs/declared.json", true, "")]
    public void A_setting_does_what_it_says(string settings, bool succeeds, string finding)
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("docs/declared.json", Consumer.Guideline(declared: true)).Write("shop.csproj", Projects.NoTargets());

        var build = _consumer.Dotnet(["build", .. settings.Split(' ')]);

        Assert.AreEqual(succeeds, build.Succeeded, build.Log);
        CollectionAssert.AreEqual(finding.Length == 0 ? [] : new[] { finding }, build.Findings, build.Log);
    }

    // What a build may say about warnings and errors, on the real engine: two findings, an error and a warning (a kind that nothing uses).
    [TestMethod]
    [DataRow("", "error PRIV1001,warning PRIV1002")]
    [DataRow("-p:NoWarn=PRIV1001", "warning PRIV1002")]
    [DataRow("-p:NoWarn=PRIV1001%3BPRIV1002", "")]
    [DataRow("-p:WarningsAsErrors=PRIV1002", "error PRIV1001,error PRIV1002")]
    [DataRow("-p:TreatWarningsAsErrors=true", "error PRIV1001,warning PRIV1002")]
    [DataRow("-p:MSBuildTreatWarningsAsErrors=true", "error PRIV1001,error PRIV1002")]
    [DataRow("-p:MSBuildTreatWarningsAsErrors=true;WarningsNotAsErrors=PRIV1002", "error PRIV1001,warning PRIV1002")]
    [DataRow("-warnaserror:PRIV1002", "error PRIV1001,error PRIV1002")]
    [DataRow("-warnaserror -p:NoWarn=PRIV1001", "error PRIV1002")]
    [DataRow("-nowarn:PRIV1002", "error PRIV1001")]
    [DataRow("-p:PrivacyBuildMode=warning -warnaserror", "warning PRIV1001,warning PRIV1002")]
    public void Severities_of_the_build_act_on_findings(string settings, string findings)
    {
        _consumer.WriteMiniProgram(".", declared: false)
            .Write("privacy-guideline.json", Consumer.Guideline(declared: false).Replace("\"Email\"", "\"Album\""))
            .Write("shop.csproj", Projects.NoTargets());

        var build = _consumer.Dotnet(["build", .. settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        var found = build.Findings.Select(finding => finding[(finding.IndexOf(": ", StringComparison.Ordinal) + 2)..]).Distinct().Order(StringComparer.Ordinal);
        Assert.AreEqual(findings, string.Join(",", found), build.Log);
        Assert.AreEqual(!findings.Contains("error"), build.Succeeded, build.Log);
    }

    [TestMethod]
    public void Items_suppress_and_change_severities()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets().Replace("</Project>",
            """
              <ItemGroup>
                <PrivacyBuildSuppress Include="PRIV1001" Interface="wx.getLocation" Path="miniprogram/pages/**" Reason="until the map is rewritten" Condition="'$(Suppress)' == 'true'" />
                <PrivacyBuildSeverity Include="PRIV1001/Location" Severity="warning" Condition="'$(Lower)' == 'true'" />
              </ItemGroup>
            </Project>
            """));

        Assert.IsFalse(_consumer.Dotnet("build").Succeeded);
        var suppressed = _consumer.Dotnet("build", "-p:Suppress=true");
        Assert.IsTrue(suppressed.Succeeded, suppressed.Log);
        StringAssert.Contains(suppressed.Log, "no new findings; 1 accepted one is still visible to Weixin");
        CollectionAssert.AreEqual(new[] { AsWarning }, _consumer.Dotnet("build", "-p:Lower=true").Findings);
    }

    [TestMethod]
    public void With_a_baseline_only_new_places_fail()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets());

        var writing = _consumer.Dotnet("build", "-p:PrivacyBuildWrite=baseline");
        Assert.IsTrue(writing.Succeeded, writing.Log);
        Assert.IsTrue(_consumer.Dotnet("build").Succeeded);

        File.AppendAllText(_consumer["miniprogram/pages/map/map.js"], "wx.getLocation({});\n");
        Assert.IsFalse(_consumer.Dotnet("build").Succeeded);
    }

    [TestMethod]
    public void The_log_speaks_the_language_that_is_set()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets("<PrivacyBuildLanguage>zh-CN</PrivacyBuildLanguage>"));

        var build = _consumer.Dotnet("build");

        Assert.HasCount(1, build.Findings);
        StringAssert.Contains(build.Log, "请在 setting_list 中添加");
    }

    [TestMethod]
    public void The_guideline_that_is_asked_for_is_written_and_fails_until_it_is_filled_in()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets());
        File.Delete(_consumer["privacy-guideline.json"]);

        var writing = _consumer.Dotnet("build", "-p:PrivacyBuildWrite=guideline");
        Assert.IsTrue(writing.Succeeded, writing.Log);
        StringAssert.Contains(File.ReadAllText(_consumer["privacy-guideline.json"]), "\"Location\"");

        Assert.IsFalse(_consumer.Dotnet("build").Succeeded);
    }

    [TestMethod]
    public void Reports_that_are_asked_for_lie_beside_the_usages_file_and_are_cleaned()
    {
        _consumer.WriteMiniProgram(".", declared: true).Write("shop.csproj", Projects.NoTargets());

        var build = _consumer.Dotnet("build", "-p:PrivacyBuildReports=request%3Buserview");
        Assert.IsTrue(build.Succeeded, build.Log);

        var usages = Directory.GetFiles(_consumer["obj"], "privacy-usages.json", SearchOption.AllDirectories).Single();
        var folder = Path.GetDirectoryName(usages)!;
        StringAssert.Contains(File.ReadAllText(Path.Combine(folder, "setprivacysetting.request.json")), "按距离排列门店");
        StringAssert.Contains(File.ReadAllText(Path.Combine(folder, "userview.md")), "按距离排列门店");

        Assert.IsTrue(_consumer.Dotnet("clean").Succeeded);
        Assert.IsFalse(Directory.Exists(folder));
    }

    [TestMethod]
    public void Reports_asked_for_once_are_written_on_red_and_name_their_folder()
    {
        _consumer.WriteMiniProgram("shop", declared: false).Write("shop/shop.csproj", Projects.NoTargets()).Write(".git/HEAD", "ref: refs/heads/main\n");

        var build = _consumer.Dotnet("build", "shop/shop.csproj", "-p:PrivacyBuildWrite=report");

        Assert.IsTrue(build.Succeeded, build.Log);
        var sarif = Directory.GetFiles(_consumer["shop/obj"], "privacy-findings.sarif", SearchOption.AllDirectories).Single();
        StringAssert.Contains(build.Log, "privacy-findings.sarif, privacy-report.html, privacy-usages.csv, privacy-report.md written to " + Path.GetDirectoryName(sarif));
        // Relative to the repository, as services want them that show findings beside the code
        StringAssert.Contains(File.ReadAllText(sarif), "\"uri\": \"shop/miniprogram/pages/");
    }

    [TestMethod]
    public void A_project_that_asks_for_the_check_and_holds_no_mini_program_fails()
    {
        _consumer.Write("empty.csproj", Projects.NoTargets());

        var build = _consumer.Dotnet("build");

        Assert.IsFalse(build.Succeeded);
        CollectionAssert.AreEqual(new[] { "empty.csproj : error PRIV0001" }, build.Findings, build.Log);
    }

    [TestMethod]
    public void A_reference_for_every_project_lets_those_without_a_mini_program_pass()
    {
        _consumer.Write("Directory.Packages.props",
            $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <GlobalPackageReference Include="PrivacyBuild" Version="{TestPackage.Version}" />
              </ItemGroup>
            </Project>
            """)
            .Write("empty/empty.csproj", Projects.NoTargets().Replace(Consumer.PackageReference, ""))
            .WriteMiniProgram("shop", declared: false)
            .Write("shop/shop.csproj", Projects.NoTargets().Replace(Consumer.PackageReference, ""));

        var empty = _consumer.Dotnet("build", "empty");
        Assert.IsTrue(empty.Succeeded, empty.Log);

        var shop = _consumer.Dotnet("build", "shop");
        Assert.IsFalse(shop.Succeeded);
        CollectionAssert.AreEqual(new[] { "shop/" + Projects.Finding }, shop.Findings, shop.Log);

        var configured = _consumer.Dotnet("build", "empty", "-p:PrivacyBuildRoot=miniprogram");
        Assert.IsFalse(configured.Succeeded);
        CollectionAssert.AreEqual(new[] { "empty/empty.csproj : error PRIV0001" }, configured.Findings, configured.Log);
    }

    [TestMethod]
    public void Apps_and_exclusions_are_items_of_the_project()
    {
        const string Items = """
            <PrivacyBuildApp Include="client/miniprogram" Name="client" Guideline="client/declared.json" />
            <PrivacyBuildApp Include="tenants/*/ext.json" Root="template/miniprogram" SharedGuideline="client/declared.json" />
            <PrivacyBuildExclude Include="**/vendor/**" />
            <PrivacyBuildPolicy Include="legal/privacy.md" Condition="'$(Policy)' == 'true'" />
            """;
        _consumer.WriteMiniProgram("client", declared: false).Write("client/declared.json", Consumer.Guideline(declared: true))
            .Write("client/miniprogram/vendor/sdk.js", "wx.chooseMedia()")
            .WriteMiniProgram("template", declared: false)
            .Write("tenants/t1/ext.json", """{ "extEnable": true }""")
            .Write("tenants/t2/ext.json", """{ "extEnable": true }""")
            .Write("tenants/t2/privacy-guideline.json", """{ "setting_list": [ { "privacy_key": "Location", "privacy_text": null }, { "privacy_key": "Email", "privacy_text": "寄送电子发票" } ] }""")
            .Write("shop.csproj", Projects.NoTargets().Replace(Consumer.PackageReference, Consumer.PackageReference + Items));

        var build = _consumer.Dotnet("build");

        Assert.IsFalse(build.Succeeded);
        CollectionAssert.AreEqual(new[] { "template/" + Projects.Finding }, build.Findings, build.Log);
        StringAssert.Contains(build.Log, "[1 of 2 apps: t2] wx.getLocation");
        StringAssert.Contains(build.Log, "1 file excluded");

        StringAssert.Contains(_consumer.Dotnet("build", "-p:Policy=true").Log, "PRIV0007: privacy.md does not exist");
    }
}
