using System.IO.Compression;
using System.Linq;
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
        var files = package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("tasks/", System.StringComparison.Ordinal)).Order(System.StringComparer.Ordinal).ToArray();

        CollectionAssert.AreEqual(
            new[]
            {
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

    [TestMethod]
    public void It_reaches_builds_and_never_what_they_ship()
    {
        using var package = ZipFile.OpenRead(TestPackage.Path);
        var nuspec = XDocument.Load(package.GetEntry("PrivacyBuild.nuspec")!.Open());

        string? Metadata(string name) => nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        Assert.AreEqual("true", Metadata("developmentDependency"));
        Assert.IsNull(Metadata("dependency"));
        Assert.IsFalse(package.Entries.Any(entry => entry.FullName.StartsWith("lib/", System.StringComparison.Ordinal)));
        foreach (var name in new[] { "build/PrivacyBuild.props", "build/PrivacyBuild.targets", "buildMultiTargeting/PrivacyBuild.props", "buildMultiTargeting/PrivacyBuild.targets", Metadata("readme")!, Metadata("icon")!, "RULES.md", "LICENSE" })
            Assert.IsNotNull(package.GetEntry(name), name);
    }
}
