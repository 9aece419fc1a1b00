using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

[TestClass]
public sealed class ProjectKindTests : IDisposable
{
    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [TestMethod]
    [DataRow("net10.0")]
    [DataRow("netstandard2.0")]
    public void A_project_that_compiles_nothing_is_checked(string taskFramework)
    {
        var flavour = "-p:_PrivacyBuildTaskFramework=" + taskFramework;
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets());

        var red = _consumer.Dotnet("build", flavour);
        Assert.IsFalse(red.Succeeded);
        CollectionAssert.AreEqual(new[] { Projects.Finding }, red.Findings, red.Log);

        _consumer.WriteGuideline(".", declared: true);
        var green = _consumer.Dotnet("build", flavour);
        Assert.IsTrue(green.Succeeded, green.Log);
        Assert.AreEqual(1, green.ClosingLines);
    }

    [TestMethod]
    [DataRow("net10.0")]
    [DataRow("netstandard2.0")]
    public void A_script_in_the_old_Chinese_encoding_is_read_by_each_flavour(string taskFramework)
    {
        _consumer.WriteMiniProgram("%3B 店", declared: false).Write("shop.csproj", Projects.NoTargets());
        var script = _consumer["%3B 店/miniprogram/pages/map/map.js"];
        byte[] comment = [.. "/*"u8, 0xD6, 0xD0, 0xCE, 0xC4, .. "*/"u8]; // 中文 in GB18030, which is no UTF-8
        File.WriteAllBytes(script, [.. comment, .. File.ReadAllBytes(script)]);
        File.Move(_consumer["%3B 店/privacy-guideline.json"], _consumer["privacy-guideline.json"]);

        var build = _consumer.Dotnet("build", "-p:_PrivacyBuildTaskFramework=" + taskFramework);

        Assert.IsFalse(build.Succeeded);
        CollectionAssert.AreEqual(new[] { "%3B 店/" + Projects.Finding }, build.Findings, build.Log);
    }

    [TestMethod]
    public void A_web_project_publishes_neither_guideline_nor_baseline()
    {
        _consumer.WriteMiniProgram(".", declared: true)
            .Write("site.csproj", Projects.Web())
            .Write("Program.cs", "Microsoft.AspNetCore.Builder.WebApplication.Create(args).Run();")
            .Write("appsettings.json", "{}")
            .Write("privacy-guideline.online.json", File.ReadAllText(_consumer["privacy-guideline.json"]))
            .Write("privacy-baseline.json", """{ "version": 1, "reason": "old", "findings": [] }""");

        var publish = _consumer.Dotnet("publish", "-o", "published");

        Assert.IsTrue(publish.Succeeded, publish.Log);
        Assert.AreEqual(1, publish.ClosingLines, publish.Log);
        Assert.IsTrue(File.Exists(_consumer["published/appsettings.json"]));
        CollectionAssert.AreEqual(Array.Empty<string>(), Directory.GetFiles(_consumer["published"], "privacy-*", SearchOption.AllDirectories).Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    public void A_red_web_project_says_where()
    {
        _consumer.WriteMiniProgram(".", declared: false)
            .Write("site.csproj", Projects.Web())
            .Write("Program.cs", "Microsoft.AspNetCore.Builder.WebApplication.Create(args).Run();");

        var publish = _consumer.Dotnet("publish", "-o", "published");

        Assert.IsFalse(publish.Succeeded);
        CollectionAssert.AreEqual(new[] { Projects.Finding }, publish.Findings, publish.Log);
        Assert.IsFalse(Directory.Exists(_consumer["published"]));
    }

    [TestMethod]
    public void A_project_on_the_common_targets_alone_is_checked()
    {
        ZipFile.ExtractToDirectory(TestPackage.Path, _consumer["package"]);
        _consumer.WriteMiniProgram(".", declared: false).Write(
            "shop.proj",
            """
            <Project DefaultTargets="Build">
              <Import Project="package/build/PrivacyBuild.props" />
              <PropertyGroup>
                <Configuration>Debug</Configuration>
                <OutputPath>bin/</OutputPath>
                <TargetFrameworkMoniker>.NETStandard,Version=v2.0</TargetFrameworkMoniker>
                <NoStdLib>true</NoStdLib>
                <ResolveNuGetPackages>false</ResolveNuGetPackages>
                <SkipCopyBuildProduct>true</SkipCopyBuildProduct>
              </PropertyGroup>
              <Target Name="CoreCompile" />
              <Target Name="CreateManifestResourceNames" />
              <Import Project="$(MSBuildToolsPath)/Microsoft.Common.targets" />
              <Import Project="package/build/PrivacyBuild.targets" />
              <Target Name="GetReferenceAssemblyPaths" />
              <Target Name="CopyFilesToOutputDirectory" />
            </Project>
            """);

        var red = _consumer.Dotnet("msbuild", "shop.proj");
        Assert.IsFalse(red.Succeeded);
        CollectionAssert.AreEqual(new[] { Projects.Finding }, red.Findings, red.Log);

        _consumer.WriteGuideline(".", declared: true);
        var green = _consumer.Dotnet("msbuild", "shop.proj");
        Assert.IsTrue(green.Succeeded, green.Log);
        Assert.AreEqual(1, green.ClosingLines);
    }
}
