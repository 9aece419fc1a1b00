using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

/// <summary>Names that MSBuild, URIs or shells give a meaning of their own are names of files like others.</summary>
[TestClass]
public sealed class PathTests
{
    // A folder named with an escape such as %3B is not among them: there the SDK does not find what its own restore has written (NETSDK1004).
    [TestMethod]
    [DataRow("c# 小程序（正式）")]
    [DataRow("100% it's & co")]
    public void A_project_may_lie_in_a_folder_of_any_name(string name)
    {
        using var consumer = new Consumer(name);
        consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets());

        var build = consumer.Dotnet("build");

        CollectionAssert.AreEqual(new[] { Projects.Finding }, build.Findings, build.Log);
        Assert.HasCount(1, Directory.GetFiles(consumer["obj"], "privacy-usages.json", SearchOption.AllDirectories));
    }

    // In project files % and ; are written escaped, as everywhere in MSBuild.
    [TestMethod]
    [DataRow("two words/c#/小程序", "two words/c#/小程序")]
    [DataRow("a%3Bb;c", "a%253Bb%3Bc")]
    public void An_app_may_lie_in_a_folder_of_any_name(string name, string written)
    {
        using var consumer = new Consumer();
        consumer.WriteMiniProgram(name, declared: false).Write("shop.csproj", Projects.NoTargets($"<PrivacyBuildRoot>{written}/miniprogram</PrivacyBuildRoot><PrivacyBuildGuideline>{written}/privacy-guideline.json</PrivacyBuildGuideline>"));

        var build = consumer.Dotnet("build");

        CollectionAssert.AreEqual(new[] { $"{name}/{Projects.Finding}" }, build.Findings, build.Log);
    }

    [TestMethod]
    public void Files_whose_names_differ_in_case_only_are_two_files()
    {
        using var consumer = new Consumer();
        consumer.WriteMiniProgram(".", declared: true).Write("shop.csproj", Projects.NoTargets())
            .Write("miniprogram/utils/Api.js", "wx.chooseMedia({})").Write("miniprogram/utils/api.js", "wx.getLocation({})");
        if (Directory.GetFiles(consumer["miniprogram/utils"]).Length == 1)
            Assert.Inconclusive("this disk tells no cases apart");

        var build = consumer.Dotnet("build");

        CollectionAssert.AreEqual(new[] { "miniprogram/utils/Api.js(1,1,1,15): error PRIV1001" }, build.Findings, build.Log);
    }

    [TestMethod]
    public void A_source_tree_that_cannot_be_written_is_checked_and_stays_as_it_is()
    {
        using var consumer = new Consumer();
        consumer.WriteMiniProgram("source", declared: false).Write("source/shop.csproj", Projects.NoTargets());
        string[] elsewhere = [$"-p:BaseIntermediateOutputPath={consumer["out/obj"]}/", $"-p:BaseOutputPath={consumer["out/bin"]}/"];
        consumer.Dotnet(["restore", "source", .. elsewhere]);
        var before = Snapshot(consumer["source"]);
        SetWritable(consumer["source"], writable: false);
        try
        {
            for (var i = 0; i < 2; i++)
            {
                var build = consumer.Dotnet(["build", "source", "--no-restore", .. elsewhere]);
                CollectionAssert.AreEqual(new[] { $"source/{Projects.Finding}" }, build.Findings, build.Log);
            }
        }
        finally
        {
            SetWritable(consumer["source"], writable: true);
        }

        // The administrator may write nevertheless: so look.
        CollectionAssert.AreEqual(before, Snapshot(consumer["source"]));
        Assert.HasCount(1, Directory.GetFiles(consumer["out"], "privacy-usages.json", SearchOption.AllDirectories));
    }

    private static List<string> Snapshot(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder).Order(StringComparer.Ordinal).Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O}")];

    private static void SetWritable(string folder, bool writable)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder))
            File.SetUnixFileMode(path, writable ? File.GetUnixFileMode(path) | UnixFileMode.UserWrite : File.GetUnixFileMode(path) & ~Write);
    }
}
