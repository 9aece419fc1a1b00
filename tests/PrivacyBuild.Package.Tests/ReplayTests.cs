using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

/// <summary>An unchanged build says the same again, cheaply; see <c>PrivacyBuild.Tasks.Tests/Replay</c> for everything that makes it check anew.</summary>
[TestClass]
public sealed class ReplayTests : IDisposable
{
    private const string Replayed = "nothing changed since the last check";

    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [TestMethod]
    public void An_unchanged_red_project_stays_red_with_the_severities_of_the_build()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets());
        _consumer.Write("privacy-guideline.json", Consumer.Guideline(declared: true).Replace("\"setting_list\": [", "\"setting_list\": [ { \"privacy_key\": \"Album\", \"privacy_text\": \"上传商品照片\" },"));
        // The first build makes the output folder, which changes what the project folder holds.
        Assert.IsFalse(_consumer.Dotnet("build", "-warnaserror:PRIV1002").Succeeded);
        Assert.IsFalse(_consumer.Dotnet("build", "-warnaserror:PRIV1002").Succeeded);

        var again = _consumer.Dotnet("build", "-warnaserror:PRIV1002", "-flp1:LogFile=obj/detailed.log;Verbosity=detailed");
        Assert.IsFalse(again.Succeeded);
        CollectionAssert.AreEqual(new[] { "error PRIV1002" }, again.Findings.Select(finding => finding[^14..]).ToArray(), again.Log);
        StringAssert.Contains(File.ReadAllText(_consumer["obj/detailed.log"]), Replayed);

        var asWarning = _consumer.Dotnet("build");
        Assert.IsTrue(asWarning.Succeeded, asWarning.Log);
        CollectionAssert.AreEqual(new[] { "warning PRIV1002" }, asWarning.Findings.Select(finding => finding[^16..]).ToArray());
    }

    // Compiling took longer than all the rest of such a build: the whole task class, and lists of values of our own, for which no host has code.
    [TestMethod]
    public void An_unchanged_build_has_nothing_of_the_check_to_compile()
    {
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64 || !(OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
            Assert.Inconclusive("The package has no native code for this runtime");
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets("<PrivacyBuildMode>warning</PrivacyBuildMode>"));
        Assert.IsTrue(_consumer.Dotnet("build").Succeeded);
        Assert.IsTrue(_consumer.Dotnet("build").Succeeded);

        var methods = _consumer["obj/methods.txt"];
        var environment = new Dictionary<string, string> { ["DOTNET_JitStdOutFile"] = methods, ["DOTNET_JitDisasmSummary"] = "1" };
        var build = DotnetProcess.Run(_consumer.Folder, environment, "build", "--no-restore", "-v:detailed");
        StringAssert.Contains(build.Output, Replayed);
        var compiled = File.ReadAllLines(methods);
        Assert.IsNotEmpty(compiled, "The host itself is compiled in part");
        Assert.IsEmpty(compiled.Where(line => line.Contains("PrivacyBuild.", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Clean_removes_all_and_a_deleted_report_is_written_again()
    {
        _consumer.WriteMiniProgram(".", declared: true).Write("shop.csproj", Projects.NoTargets());
        Assert.IsTrue(_consumer.Dotnet("build").Succeeded);
        var folder = Directory.GetDirectories(_consumer["obj"], "PrivacyBuild", SearchOption.AllDirectories).Single();
        var files = Directory.GetFiles(folder).Order().ToArray();
        Assert.HasCount(2, files);

        foreach (var file in files.Where(file => file.EndsWith(".json", StringComparison.Ordinal)))
            File.Delete(file);
        Assert.IsTrue(_consumer.Dotnet("build").Succeeded);
        CollectionAssert.AreEqual(files, Directory.GetFiles(folder).Order().ToArray());

        _consumer.Dotnet("clean");
        Assert.IsFalse(Directory.Exists(folder));
    }

    [TestMethod]
    public void Two_builds_of_one_project_at_once_say_the_same()
    {
        _consumer.WriteMiniProgram(".", declared: false).Write("shop.csproj", Projects.NoTargets());
        _consumer.Dotnet("restore");

        var outputs = new DotnetProcess[3];
        Parallel.For(0, outputs.Length, i => outputs[i] = DotnetProcess.Run(_consumer.Folder, "build", "--no-restore", "-tl:off", "-t:PrivacyBuildCheck"));

        foreach (var output in outputs)
        {
            Assert.AreNotEqual(0, output.ExitCode);
            StringAssert.Contains(output.Output, "error PRIV1001");
            Assert.IsFalse(output.Output.Contains("PRIV0007", StringComparison.Ordinal) || output.Output.Contains("PRIV0000", StringComparison.Ordinal), output.Output);
        }
    }

    [TestMethod]
    public void Asked_for_sources_the_targets_name_scripts_and_templates()
    {
        _consumer.WriteMiniProgram(".", declared: true).Write("shop.csproj", Projects.NoTargets().Replace("</Project>",
            """
              <Target Name="CollectUpToDateCheckInputDesignTime" Returns="@(UpToDateCheckInput)" />
              <Target Name="Show" DependsOnTargets="CollectUpToDateCheckInputDesignTime;_PrivacyBuildCollectWatchItems">
                <Message Importance="high" Text="fast: @(UpToDateCheckInput->'%(Filename)%(Extension)')" />
                <Message Importance="high" Text="watch: @(Watch->'%(Filename)%(Extension)')" />
              </Target>
            </Project>
            """)).Write("node_modules/a/index.js", "");

        var build = _consumer.Dotnet("build", "-t:Show");

        var fast = build.Log.Split('\n').First(line => line.Contains("fast: ", StringComparison.Ordinal));
        foreach (var name in new[] { "map.js", "map.wxml", "app.json", "privacy-guideline.json" })
            StringAssert.Contains(fast, name);
        Assert.IsFalse(fast.Contains("index.js", StringComparison.Ordinal), fast);
        Assert.AreEqual(fast.Split("fast: ")[1], build.Log.Split('\n').First(line => line.Contains("watch: ", StringComparison.Ordinal)).Split("watch: ")[1]);
    }
}
