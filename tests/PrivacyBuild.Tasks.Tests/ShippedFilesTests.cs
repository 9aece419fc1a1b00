using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Tasks.Tests;

/// <summary>What the files in <c>build/</c>, the samples and the documents repeat of the code has to agree with it.</summary>
[TestClass]
public sealed class ShippedFilesTests
{
    [TestMethod]
    public void Warning_mode_names_every_rule_that_it_lowers()
    {
        var targets = Read("build/PrivacyBuild.targets");
        var missing = RuleList.All.Select(rule => rule.Descriptor.Id)
            .Where(id => id != "PRIV0000" && !Regex.IsMatch(targets, $@"<_PrivacyBuildRuleIds>[^<]*\b{id}\b"));
        Assert.AreEqual("", string.Join(", ", missing));
    }

    [TestMethod]
    public void The_targets_set_only_properties_that_the_task_has()
    {
        var call = XDocument.Parse(Read("build/PrivacyBuild.targets")).Descendants("PrivacyBuildCheck").Single();
        foreach (var attribute in call.Attributes())
            Assert.IsNotNull(typeof(PrivacyBuildCheck).GetProperty(attribute.Name.LocalName), attribute.Name.LocalName);
    }

    [TestMethod]
    public void Every_public_property_of_the_targets_is_in_the_readme()
    {
        var readme = Read("README.md");
        var names = Regex.Matches(Read("build/PrivacyBuild.props") + Read("build/PrivacyBuild.targets"), @"\$\((PrivacyBuild\w+)\)")
            .Select(match => match.Groups[1].Value).Distinct().ToArray();
        Assert.AreNotEqual(0, names.Length);
        Assert.AreEqual("", string.Join(", ", names.Where(name => !readme.Contains($"| `{name}` |", StringComparison.Ordinal))));
    }

    [TestMethod]
    [DataRow("README.md")]
    [DataRow("nuget/README.md")]
    [DataRow("tests/Samples/QuickStart/QuickStart.csproj")]
    public void Examples_name_the_version_that_is_built(string file)
    {
        var version = XDocument.Parse(Read("Directory.Build.props")).Descendants("Version").Single().Value;
        var named = Regex.Matches(Read(file), "Include=\"PrivacyBuild\" Version=\"([^\"]*)\"").Select(match => match.Groups[1].Value).Distinct();
        Assert.AreEqual(version, string.Join(", ", named));
    }

    private static string Read(string path)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "PrivacyBuild.sln")))
                return File.ReadAllText(Path.Combine(directory.FullName, path));
        }

        throw new InvalidOperationException("PrivacyBuild.sln was not found above " + AppContext.BaseDirectory);
    }
}
