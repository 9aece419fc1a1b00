using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

[TestClass]
public sealed class PackageContentTests
{
    [TestMethod]
    public void Each_flavour_has_beside_the_task_what_its_host_does_not_bring()
    {
        using var package = ZipFile.OpenRead(TestPackage.Path);
        var files = package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("tasks/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();

        CollectionAssert.AreEqual(
            new[]
            {
                "tasks/net10.0-linux-x64/PrivacyBuild.Analysis.dll",
                "tasks/net10.0-linux-x64/PrivacyBuild.Syntax.dll",
                "tasks/net10.0-linux-x64/PrivacyBuild.Tasks.dll",
                "tasks/net10.0-win-x64/PrivacyBuild.Analysis.dll",
                "tasks/net10.0-win-x64/PrivacyBuild.Syntax.dll",
                "tasks/net10.0-win-x64/PrivacyBuild.Tasks.dll",
                "tasks/net10.0/PrivacyBuild.Analysis.dll",
                "tasks/net10.0/PrivacyBuild.Syntax.dll",
                "tasks/net10.0/PrivacyBuild.Tasks.dll",
                "tasks/netstandard2.0/Microsoft.Bcl.AsyncInterfaces.dll",
                "tasks/netstandard2.0/PrivacyBuild.Analysis.dll",
                "tasks/netstandard2.0/PrivacyBuild.Syntax.dll",
                "tasks/netstandard2.0/PrivacyBuild.Tasks.dll",
                "tasks/netstandard2.0/System.Buffers.dll",
                "tasks/netstandard2.0/System.Memory.dll",
                "tasks/netstandard2.0/System.Numerics.Vectors.dll",
                "tasks/netstandard2.0/System.Runtime.CompilerServices.Unsafe.dll",
                "tasks/netstandard2.0/System.Text.Encoding.CodePages.dll",
                "tasks/netstandard2.0/System.Text.Encodings.Web.dll",
                "tasks/netstandard2.0/System.Text.Json.dll",
                "tasks/netstandard2.0/System.Threading.Tasks.Extensions.dll",
            },
            files);
    }

    // What MSBuild 17.7, the oldest that is supported, redirects references to on .NET Framework (its MSBuild.exe.config). A newer
    // reference would find no such version there. CodePages is none of MSBuild's own and is loaded from beside the task.
    [TestMethod]
    [DataRow("Microsoft.Bcl.AsyncInterfaces", "7.0.0.0")]
    [DataRow("System.Buffers", "4.0.3.0")]
    [DataRow("System.Memory", "4.0.1.2")]
    [DataRow("System.Numerics.Vectors", "4.1.4.0")]
    [DataRow("System.Runtime.CompilerServices.Unsafe", "6.0.0.0")]
    [DataRow("System.Text.Encodings.Web", "7.0.0.0")]
    [DataRow("System.Text.Json", "7.0.0.0")]
    [DataRow("System.Threading.Tasks.Extensions", "4.2.0.1")]
    public void Nothing_is_newer_than_in_the_oldest_MSBuild_of_Visual_Studio(string name, string version)
    {
        using var package = ZipFile.OpenRead(TestPackage.Path);
        var file = Path.Combine(TestPackage.Root, name + ".dll");
        package.GetEntry($"tasks/netstandard2.0/{name}.dll")!.ExtractToFile(file);

        Assert.IsTrue(AssemblyName.GetAssemblyName(file).Version <= new Version(version));
    }

    [TestMethod]
    public void It_reaches_builds_and_never_what_they_ship()
    {
        using var package = ZipFile.OpenRead(TestPackage.Path);
        var nuspec = XDocument.Load(package.GetEntry("PrivacyBuild.nuspec")!.Open());

        string? Metadata(string name) => nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        Assert.AreEqual("true", Metadata("developmentDependency"));
        Assert.IsNull(Metadata("dependency"));
        Assert.IsFalse(package.Entries.Any(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal)));
        foreach (var name in new[] { "build/PrivacyBuild.props", "build/PrivacyBuild.targets", "buildMultiTargeting/PrivacyBuild.props", "buildMultiTargeting/PrivacyBuild.targets", Metadata("readme")!, Metadata("icon")!, "RULES.md", "LICENSE", "schemas/privacy-guideline.schema.json" })
            Assert.IsNotNull(package.GetEntry(name), name);
    }
}
