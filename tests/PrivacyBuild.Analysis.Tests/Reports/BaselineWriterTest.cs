using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Analysis.Tests.Scenarios;

namespace PrivacyBuild.Analysis.Tests.Reports;

/// <summary>What must hold for every baseline that is written; <c>Scenarios/baseline.md</c> shows the texts.</summary>
[TestClass]
public sealed class BaselineWriterTest
{
    private static readonly IReadOnlyList<ScenarioDocument> Documents = ScenarioDocument.ReadAll();

    // Where a setting or the baseline itself is wrong, that stays wrong. An entry that is past its day stays past it.
    public static IEnumerable<object[]> Cases => Documents.SelectMany(document => document.Cases
        .Where(scenario => scenario.Options is { Today.Length: 0, Suppressions.Count: 0, Severities.Count: 0 } && scenario.Expected.All(expected => expected.Id != "PRIV0007" && expected.Id != "PRIV0001"))
        .Select(scenario => new object[] { document.Name, scenario.Name }));

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void With_the_baseline_only_inputs_fail_and_a_second_run_writes_nothing(string document, string name)
    {
        var scenario = Documents.First(entry => entry.Name == document).Cases.First(entry => entry.Name == name);
        var options = scenario.Options with { WriteGuideline = false, WriteBaseline = true, Mode = CheckMode.Error };
        var files = new Dictionary<string, string>(scenario.Files);
        foreach (var file in PrivacyCheck.Run(options, InMemory(files), CancellationToken.None).WrittenFiles)
            files[file.Path] = Encoding.UTF8.GetString(file.Content);

        Assert.IsEmpty(PrivacyCheck.Run(options, InMemory(files), CancellationToken.None).WrittenFiles);
        var left = PrivacyCheck.Run(options with { WriteBaseline = false }, InMemory(files), CancellationToken.None).Diagnostics
            .Where(diagnostic => diagnostic.Severity != Severity.Message && !SeverityPolicy.IsAboutInputs(diagnostic.Id)).Select(diagnostic => $"{diagnostic.Id} {diagnostic.Path} {diagnostic.Message.En}");
        Assert.IsEmpty(left, string.Join("\n", left));
    }

    [TestMethod]
    public void Edits_elsewhere_in_a_file_change_no_byte()
    {
        var files = new Dictionary<string, string> { ["app.json"] = """{ "pages": [] }""", ["a.js"] = "wx.getLocation({})\nwx.chooseImage({})\n" };
        var edited = new Dictionary<string, string>(files) { ["a.js"] = "// moved\n\nwx.chooseImage({})\nfoo()\n  wx.getLocation({})\n" };

        CollectionAssert.AreEqual(Baseline(files), Baseline(edited));

        static byte[] Baseline(Dictionary<string, string> files) =>
            PrivacyCheck.Run(new PrivacyCheckOptions { WriteBaseline = true }, InMemory(files), CancellationToken.None).WrittenFiles.Single().Content;
    }

    private static InMemoryFiles InMemory(Dictionary<string, string> files)
    {
        var memory = new InMemoryFiles();
        foreach (var pair in files)
            memory.Add(pair.Key, pair.Value);
        return memory;
    }
}
