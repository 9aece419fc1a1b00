using System;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

/// <summary>A project with several target frameworks is checked in every build that compiles it, however it is entered, and says what was found once.</summary>
[TestClass]
public sealed class MultiTargetingTests : IDisposable
{
    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [TestMethod]
    public void Findings_are_printed_once_whichever_way_the_build_is_entered()
    {
        WriteProjects(declared: false);
        Assert.IsTrue(_consumer.Dotnet("restore", "all.slnx").Succeeded);
        string[] ways =
        [
            "build shop",
            "build shop",
            "build shop -f net10.0",
            "build shop -f netstandard2.0",
            "build shop -p:TargetFramework=netstandard2.0",
            "build shop -t:Rebuild",
            "build shop -t:PrivacyBuildCheck",
            "build shop -m:1",
            "build shop -mt",
            "build shop -p:_PrivacyBuildTaskFramework=netstandard2.0",
            "publish shop -f net10.0",
            "build till",
            "build all.slnx",
        ];
        foreach (var way in ways)
        {
            var build = _consumer.Dotnet([.. way.Split(' '), "--no-restore"]);

            Assert.IsFalse(build.Succeeded, way);
            CollectionAssert.AreEqual(new[] { "shop/" + Projects.Finding }, build.Findings, $"{way}\n{build.Log}");
            Assert.AreEqual(1, build.ClosingLines, $"{way}\n{build.Log}");
        }
    }

    [TestMethod]
    public void A_restore_for_one_framework_leaves_no_outer_build_to_ask()
    {
        WriteProjects(declared: false);

        var build = _consumer.Dotnet("msbuild", "shop", "-restore", "-p:TargetFramework=netstandard2.0");

        Assert.IsFalse(build.Succeeded);
        CollectionAssert.AreEqual(new[] { "shop/" + Projects.Finding }, build.Findings, build.Log);
    }

    [TestMethod]
    public void An_isolated_graph_build_asks_no_project_it_has_not_declared()
    {
        WriteProjects(declared: true);
        Assert.IsTrue(_consumer.Dotnet("restore", "till").Succeeded);
        var green = _consumer.Dotnet("msbuild", "till", "-graph", "-isolate");
        Assert.IsTrue(green.Succeeded, green.Log);
        Assert.AreEqual(1, green.ClosingLines, green.Log);

        _consumer.WriteGuideline("shop", declared: false);
        var red = _consumer.Dotnet("msbuild", "till", "-graph", "-isolate");
        Assert.IsFalse(red.Succeeded);
        CollectionAssert.AreEqual(new[] { "shop/" + Projects.Finding }, red.Findings, red.Log);
    }

    [TestMethod]
    public void Green_is_one_closing_line_and_a_project_that_references_it_is_built()
    {
        WriteProjects(declared: true);

        var build = _consumer.Dotnet("build", "till");

        Assert.IsTrue(build.Succeeded, build.Log);
        Assert.AreEqual(1, build.ClosingLines);
        Assert.IsTrue(File.Exists(_consumer["till/bin/Debug/net10.0/till.dll"]));
    }

    [TestMethod]
    public void A_project_that_references_a_red_one_is_not_built()
    {
        WriteProjects(declared: false);
        Assert.IsFalse(_consumer.Dotnet("build", "till").Succeeded);
        Assert.IsFalse(File.Exists(_consumer["till/bin/Debug/net10.0/till.dll"]));
    }

    [TestMethod]
    public void A_framework_that_the_project_chooses_itself_leaves_no_outer_build_to_ask()
    {
        _consumer.WriteMiniProgram("shop", declared: false)
            .Write("Directory.Build.props", "<Project><PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup></Project>")
            .Write("shop/shop.csproj", Projects.Sdk());

        var build = _consumer.Dotnet("build", "shop");

        Assert.IsFalse(build.Succeeded);
        CollectionAssert.AreEqual(new[] { "shop/" + Projects.Finding }, build.Findings, build.Log);
    }

    [TestMethod]
    public void Clean_of_all_frameworks_removes_what_the_check_wrote()
    {
        WriteProjects(declared: true);
        Assert.IsTrue(_consumer.Dotnet("build", "shop").Succeeded);
        Assert.IsTrue(File.Exists(_consumer["shop/obj/Debug/PrivacyBuild/privacy-usages.json"]));

        Assert.IsTrue(_consumer.Dotnet("clean", "shop").Succeeded);

        Assert.IsEmpty(Directory.GetDirectories(_consumer["shop/obj"], "PrivacyBuild", SearchOption.AllDirectories));
    }

    private void WriteProjects(bool declared) =>
        _consumer.WriteMiniProgram("shop", declared)
            .Write("shop/shop.csproj", Projects.MultiTargeting())
            .Write("till/till.csproj", Projects.References("../shop/shop.csproj"))
            .Write("all.slnx", """<Solution><Project Path="shop/shop.csproj" /><Project Path="till/till.csproj" /></Solution>""");
}
