using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

/// <summary>MSBuild keeps its processes for later builds, and a process keeps the task that it has loaded.</summary>
[TestClass]
public sealed class NodeReuseTests : IDisposable
{
    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    // Alone: with many processes about, MSBuild keeps none.
    [TestMethod]
    [DoNotParallelize]
    public void A_package_that_is_rebuilt_under_a_process_that_holds_it_is_not_taken_for_the_old_one()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Windows lets no loaded file be replaced; elsewhere the test does not know one process from the next");
        // Other tests use the package at its usual place.
        _consumer.WriteMiniProgram(".", declared: true).Write("shop.csproj", Projects.NoTargets("<RestorePackagesPath>packages</RestorePackagesPath>").Replace("</Project>",
            """
              <Target Name="ShowProcess" BeforeTargets="PrivacyBuildCheck"><Message Importance="high" Text="process $([System.IO.File]::ReadAllText('/proc/self/stat'))" /></Target>
            </Project>
            """));

        // Other builds on the machine may be enough for MSBuild to keep none, too.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var node = NodeOfItsOwn();
            var first = Build(node);
            Assert.AreEqual(0, first.ExitCode, first.Output);

            // The same version with another content, as a developer of the package makes it
            foreach (var file in Directory.GetFiles(_consumer["packages"], "PrivacyBuild.Analysis.dll", SearchOption.AllDirectories))
                Rebuild(file);

            var second = Build(node);
            if (ProcessOf(first) != ProcessOf(second))
            {
                Assert.AreEqual(0, second.ExitCode, second.Output);
                continue;
            }

            Assert.AreNotEqual(0, second.ExitCode, second.Output);
            StringAssert.Contains(second.Output, "error PRIV0000: PrivacyBuild was replaced on disk");
            var fresh = Build(NodeOfItsOwn());
            Assert.AreEqual(0, fresh.ExitCode, fresh.Output);
            return;
        }

        Assert.Inconclusive("MSBuild kept none of its processes");
    }

    private static string ProcessOf(DotnetProcess build) => Regex.Match(build.Output, @"process (\d+) ").Groups[1].Value;

    // Nobody else's build meets this process, and it ends soon after the last one.
    private static Dictionary<string, string> NodeOfItsOwn() => new()
    {
        ["MSBUILDNODEHANDSHAKESALT"] = Guid.NewGuid().ToString("N"),
        ["MSBUILDNODECONNECTIONTIMEOUT"] = "20000",
        ["MSBUILDNOINPROCNODE"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "0",
    };

    private DotnetProcess Build(Dictionary<string, string> node) =>
        DotnetProcess.Run(_consumer.Folder, node, "build", "-tl:off", "-nodeReuse:true", "-m:1", "-v:n", "-p:UseSharedCompilation=false");

    // Another identifier of the compilation, in a file that takes the place of the old one as a restore does it.
    private static void Rebuild(string file)
    {
        var content = File.ReadAllBytes(file);
        Guid identifier;
        using (var reader = new PEReader(new MemoryStream(content)))
        {
            var metadata = reader.GetMetadataReader();
            identifier = metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        }

        var at = content.AsSpan().IndexOf(identifier.ToByteArray());
        Guid.NewGuid().ToByteArray().CopyTo(content, at);
        File.Delete(file);
        File.WriteAllBytes(file, content);
    }
}
