using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

/// <summary>The ways in which MSBuild runs tasks, and what a task may touch.</summary>
[TestClass]
public sealed class HostTests : IDisposable
{
    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [TestMethod]
    public void A_multithreaded_build_runs_the_task_in_its_own_process()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets());

        var build = _consumer.Dotnet("build", "-mt", "-flp1:LogFile=obj/diagnostic.log;Verbosity=diagnostic");

        CollectionAssert.AreEqual(new[] { Projects.Finding }, build.Findings, build.Log);
        var log = File.ReadAllText(_consumer["obj/diagnostic.log"]);
        Assert.IsTrue(log.Contains("Launching task", StringComparison.Ordinal), "tasks that are not marked go to a host of their own");
        Assert.IsFalse(Regex.IsMatch(log, "Launching task \"[^\"]*PrivacyBuild"), "ours does not");
    }

    [TestMethod]
    public void BuildCheck_has_nothing_to_say()
    {
        _consumer.WriteMiniProgram(".", declared: true).Write("shop.csproj", Projects.NoTargets());

        var build = _consumer.Dotnet("build", "-check");

        Assert.IsTrue(build.Succeeded, build.Log);
        Assert.IsFalse(Regex.IsMatch(build.Log, @"\bBC\d{4}\b"), build.Log);
    }

    [TestMethod]
    public void Very_long_paths_are_paths_like_others()
    {
        var deep = string.Join("/", Enumerable.Repeat("a-folder-with-a-long-name", 12));
        _consumer.WriteMiniProgram(deep, declared: false).Write("shop.csproj", Projects.NoTargets($"<PrivacyBuildRoot>{deep}/miniprogram</PrivacyBuildRoot><PrivacyBuildGuideline>{deep}/privacy-guideline.json</PrivacyBuildGuideline>"));

        var build = _consumer.Dotnet("build");

        CollectionAssert.AreEqual(new[] { $"{deep}/{Projects.Finding}" }, build.Findings, build.Log);
    }

    [TestMethod]
    public void The_older_flavour_replays_as_well()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets("<_PrivacyBuildTaskFramework>netstandard2.0</_PrivacyBuildTaskFramework>"));
        _consumer.Dotnet("build");
        _consumer.Dotnet("build");

        var again = _consumer.Dotnet("build", "-flp1:LogFile=obj/detailed.log;Verbosity=detailed");

        CollectionAssert.AreEqual(new[] { Projects.Finding }, again.Findings, again.Log);
        StringAssert.Contains(File.ReadAllText(_consumer["obj/detailed.log"]), "nothing changed since the last check");
    }

    [TestMethod]
    public void A_fleet_is_one_isolated_graph_build()
    {
        for (var i = 1; i <= 3; i++)
            _consumer.WriteMiniProgram($"apps/shop{i}", declared: i != 2).Write($"apps/shop{i}/shop{i}.csproj", Projects.NoTargets());
        _consumer.Write("dirs.proj", Projects.NoTargets().Replace(Consumer.PackageReference,
            """<ProjectReference Include="apps/*/*.csproj" ReferenceOutputAssembly="false" SkipGetTargetFrameworkProperties="true" />"""));
        _consumer.Dotnet("restore", "dirs.proj");

        var build = _consumer.Dotnet("build", "dirs.proj", "--no-restore", "-graph", "-isolate", "-m");

        Assert.IsFalse(build.Succeeded);
        CollectionAssert.AreEqual(new[] { "apps/shop2/" + Projects.Finding }, build.Findings, build.Log);
        Assert.AreEqual(3, build.ClosingLines, build.Log);
    }

    [TestMethod]
    public void The_check_writes_its_own_folder_only_and_reads_what_it_declares()
    {
        if (!File.Exists("/usr/bin/strace"))
            Assert.Inconclusive("strace is not installed");
        _consumer.WriteMiniProgram("shop", declared: false).Write("shop/shop.csproj", Projects.NoTargets().Replace("</Project>",
            """
              <Target Name="ShowInputs" DependsOnTargets="_PrivacyBuildCollectUpToDateCheckInputs">
                <Message Importance="high" Text="declared: %(UpToDateCheckInput.FullPath)" />
              </Target>
            </Project>
            """))
            .Write("shop/package.json", "{}").Write("shop/yarn.lock", "# yarn lockfile v1").Write("shop/miniprogram/utils/a.wxs", "var a = 1").Write("shop/miniprogram/utils/b.ts", "wx.getLocation({})").Write("shop/miniprogram/miniprogram_npm/c/index.js", "wx.getLocation({})")
            .Write("neighbour/app.json", "{}").Write("shop/miniprogram/pages/map/up.js", "require('../../../../neighbour/secret')").Write("neighbour/secret.js", "wx.getLocation({})");
        _consumer.Dotnet("restore", "shop");
        var trace = _consumer["trace.txt"];

        using var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-o", trace, "-e", "trace=openat,open,creat,rename,renameat,renameat2,mkdir,unlink", "dotnet", "msbuild", "shop/shop.csproj", "-t:ShowInputs;PrivacyBuildCheck", "-nodeReuse:false", "-m:1", "-tl:off"])
        {
            WorkingDirectory = _consumer.Folder,
            RedirectStandardOutput = true,
        })!;
        var output = strace.StandardOutput.ReadToEnd();
        strace.WaitForExit();

        StringAssert.Contains(output, "error PRIV1001");
        var calls = File.ReadAllLines(trace).Where(line => line.Contains(_consumer.Folder, StringComparison.Ordinal)).ToArray();
        var written = calls.Where(line => Regex.IsMatch(line, "O_WRONLY|O_RDWR|O_CREAT|creat\\(|rename|mkdir|unlink"))
            .Where(line => !Regex.IsMatch(line, "/shop/obj/Debug(/net10[.]0)?(/PrivacyBuild|\", )") && !line.Contains("ENOENT", StringComparison.Ordinal) && !line.Contains("EEXIST", StringComparison.Ordinal)).ToArray();
        Assert.IsEmpty(written, string.Join("\n", written));
        // What Visual Studio and dotnet watch look at is all that a finding can come from.
        var declared = Regex.Matches(output, @"declared: (\S+)").Select(match => match.Groups[1].Value).ToArray();
        var read = calls.Where(line => line.Contains("O_RDONLY", StringComparison.Ordinal) && !line.Contains("O_DIRECTORY", StringComparison.Ordinal) && !line.Contains("ENOENT", StringComparison.Ordinal))
            .Select(line => Regex.Match(line, "\"([^\"]+)\"").Groups[1].Value)
            .Where(path => path.StartsWith(_consumer["shop/"], StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.EndsWith(".csproj", StringComparison.Ordinal)).Distinct().ToArray();
        CollectionAssert.IsSubsetOf(read, declared);
        CollectionAssert.Contains(read, _consumer["shop/miniprogram/utils/b.ts"]);

        var outside = calls.Where(line => line.Contains("/neighbour/", StringComparison.Ordinal)).ToArray();
        Assert.IsEmpty(outside, string.Join("\n", outside));
        Assert.IsTrue(calls.Any(line => line.Contains("privacy-usages.json", StringComparison.Ordinal)), "the trace shows what the check does");
    }
}
