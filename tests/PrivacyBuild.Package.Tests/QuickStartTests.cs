using System;
using System.IO;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Package.Tests;

/// <summary>What README.md promises of its sample.</summary>
[TestClass]
public sealed class QuickStartTests : IDisposable
{
    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [TestMethod]
    public void The_sample_fails_at_the_place_named_and_passes_with_the_entry_shown()
    {
        CopySample();

        var red = _consumer.Dotnet("build");
        Assert.IsFalse(red.Succeeded);
        CollectionAssert.AreEqual(new[] { "miniprogram/utils/position.js(5,5,5,19): error PRIV1001" }, red.Findings, red.Log);

        var guideline = File.ReadAllText(_consumer["privacy-guideline.json"]);
        var completed = guideline.Replace("\"setting_list\": [\n", "\"setting_list\": [\n" + EntryOfReadme());
        Assert.AreEqual(File.ReadAllText(_consumer["privacy-guideline.complete.json"]), completed);

        File.WriteAllText(_consumer["privacy-guideline.json"], completed);
        var green = _consumer.Dotnet("build");
        Assert.IsTrue(green.Succeeded, green.Log);
        Assert.IsEmpty(green.Findings);
    }

    private static string EntryOfReadme()
    {
        var readme = File.ReadAllText(Path.Combine(TestPackage.Repository, "README.md"));
        return Regex.Match(readme, """^ *\{ "privacy_key": "Location".*\n""", RegexOptions.Multiline).Value;
    }

    private void CopySample()
    {
        var sample = Path.Combine(TestPackage.Repository, "tests", "Samples", "QuickStart");
        foreach (var file in Directory.GetFiles(sample, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, file).Replace('\\', '/');
            if (!relative.StartsWith("obj/", StringComparison.Ordinal) && !relative.StartsWith("bin/", StringComparison.Ordinal))
                _consumer.Write(relative, File.ReadAllText(file).Replace("Version=\"0.1.0\"", $"Version=\"{TestPackage.Version}\""));
        }
    }
}
