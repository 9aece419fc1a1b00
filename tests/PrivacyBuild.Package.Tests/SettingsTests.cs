using System;
using System.IO;
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
    }
}
