using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

[TestClass]
public sealed class SdkProjectTests : IDisposable
{
    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [TestMethod]
    [DataRow("net10.0")]
    [DataRow("netstandard2.0")]
    public void An_undeclared_kind_fails_the_build_and_every_further_one_until_it_is_declared(string taskFramework)
    {
        var flavour = "-p:_PrivacyBuildTaskFramework=" + taskFramework;
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.Sdk());

        for (var build = 1; build <= 2; build++)
        {
            var red = _consumer.Dotnet("build", flavour);
            Assert.IsFalse(red.Succeeded);
            CollectionAssert.AreEqual(new[] { Projects.Finding }, red.Findings, red.Log);
            Assert.AreEqual(1, red.ClosingLines, red.Log);
            Assert.AreEqual("red", Verdict());
        }

        _consumer.WriteGuideline(".", declared: true);
        var green = _consumer.Dotnet("build", flavour);
        Assert.IsTrue(green.Succeeded, green.Log);
        Assert.IsEmpty(green.Findings);
        Assert.AreEqual(1, green.ClosingLines, green.Log);
        Assert.AreEqual("green", Verdict());
    }

    [TestMethod]
    public void Errors_of_the_compiler_and_findings_are_seen_in_one_build()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.Sdk()).Write("Broken.cs", "class Broken { int }");

        var build = _consumer.Dotnet("build");

        Assert.IsFalse(build.Succeeded);
        CollectionAssert.AreEqual(new[] { Projects.Finding }, build.Findings, build.Log);
        StringAssert.Contains(build.Log, "error CS1519");
    }

    [TestMethod]
    public void A_red_project_is_neither_published_nor_packed()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.Sdk());

        Assert.IsFalse(_consumer.Dotnet("publish", "-o", "published").Succeeded);
        Assert.IsFalse(_consumer.Dotnet("pack", "-o", "packed").Succeeded);

        Assert.IsFalse(Directory.Exists(_consumer["published"]));
        Assert.IsFalse(Directory.Exists(_consumer["packed"]));
    }

    [TestMethod]
    public void A_design_time_build_checks_nothing()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.Sdk());

        var build = _consumer.Dotnet("msbuild", "-restore", "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");

        Assert.IsTrue(build.Succeeded, build.Log);
        Assert.AreEqual(0, build.ClosingLines);
        Assert.IsFalse(Directory.Exists(_consumer["obj/Debug/net10.0/PrivacyBuild"]));
    }

    [TestMethod]
    public void Clean_removes_what_the_check_wrote_and_the_next_build_writes_it_again()
    {
        _consumer.WriteMiniProgram(".", declared: true).Write("shop.csproj", Projects.Sdk());

        Assert.IsTrue(_consumer.Dotnet("build").Succeeded);
        Assert.IsTrue(File.Exists(UsagesFile));
        Assert.IsTrue(_consumer.Dotnet("clean").Succeeded);
        Assert.IsFalse(Directory.Exists(Path.GetDirectoryName(UsagesFile)));
        Assert.IsTrue(_consumer.Dotnet("build", "--no-restore").Succeeded);
        Assert.IsTrue(File.Exists(UsagesFile));
    }

    [TestMethod]
    public void A_host_of_MSBuild_gets_full_paths_with_places_and_ends()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.Sdk());
        Assert.IsTrue(_consumer.Dotnet("restore").Succeeded);

        foreach (var taskFramework in new[] { "net10.0", "netstandard2.0" })
        {
            var build = InProcessBuild.Build(_consumer["shop.csproj"], new Dictionary<string, string> { ["_PrivacyBuildTaskFramework"] = taskFramework });

            Assert.IsFalse(build.Succeeded);
            StringAssert.Contains(build.Log, _consumer["miniprogram/pages/map/map.js(3,5,3,19): error PRIV1001: "]);
        }

        _consumer.WriteGuideline(".", declared: true);
        Assert.IsTrue(InProcessBuild.Build(_consumer["shop.csproj"]).Succeeded);
    }

    [TestMethod]
    public void Names_with_blanks_signs_and_Chinese_are_names_like_others()
    {
        using var consumer = new Consumer("我的 小程序 #1; (x)'s");
        consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.MultiTargeting());

        var build = consumer.Dotnet("build");

        Assert.IsFalse(build.Succeeded);
        CollectionAssert.AreEqual(new[] { Projects.Finding }, build.Findings, build.Log);
        Assert.IsTrue(File.Exists(consumer["obj/Debug/PrivacyBuild/privacy-usages.json"]));
    }

    private string UsagesFile => _consumer["obj/Debug/net10.0/PrivacyBuild/privacy-usages.json"];

    private string? Verdict()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(UsagesFile));
        return file.RootElement.GetProperty("apps")[0].GetProperty("result").GetProperty("verdict").GetString();
    }
}
