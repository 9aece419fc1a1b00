using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

/// <summary>MSBuild keeps its processes for later builds, and a process keeps the task that it has loaded.</summary>
[TestClass]
public sealed class NodeReuseTests : IDisposable
{
    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [TestMethod]
    public void A_package_that_is_rebuilt_under_a_process_that_holds_it_is_not_taken_for_the_old_one()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Windows lets no loaded file be replaced: rebuilding the package fails there");
        // Other tests use the package at its usual place.
        _consumer.WriteMiniProgram(".", declared: true).Write("shop.csproj", Projects.NoTargets("<RestorePackagesPath>packages</RestorePackagesPath>"));
        var node = NodeOfItsOwn();
        var first = Build(node);
        Assert.AreEqual(0, first.ExitCode, first.Output);
        StringAssert.Contains(Build(node).Output, "the only kind in use is declared", "the process is used again, and the check with it");

        // The same version with another content, as a developer of the package makes it
        foreach (var file in Directory.GetFiles(_consumer["packages"], "PrivacyBuild.Analysis.dll", SearchOption.AllDirectories))
            Rebuild(file);

        var kept = Build(node);
        Assert.AreNotEqual(0, kept.ExitCode, kept.Output);
        StringAssert.Contains(kept.Output, "error PRIV0000: PrivacyBuild was replaced on disk");

        var fresh = Build(NodeOfItsOwn());
        Assert.AreEqual(0, fresh.ExitCode, fresh.Output);
    }

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
