using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Analysis.Tests.Scenarios;

namespace PrivacyBuild.Analysis.Tests.Reports;

/// <summary>What must hold for every guideline that is added to; <c>Scenarios/write-guideline.md</c> shows the texts.</summary>
[TestClass]
public sealed class GuidelineWriterTest
{
    private static readonly IReadOnlyList<ScenarioDocument> Documents = ScenarioDocument.ReadAll();

    public static IEnumerable<object[]> Cases => Documents.SelectMany(document => document.Cases
        .Where(scenario => scenario.Files.ContainsKey(GuidelineLocator.FileName) && !scenario.Options.WriteBaseline).Select(scenario => new object[] { document.Name, scenario.Name }));

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void What_was_there_stays_in_order_and_a_second_run_adds_nothing(string document, string name)
    {
        var scenario = Documents.First(entry => entry.Name == document).Cases.First(entry => entry.Name == name);
        var options = scenario.Options with { WriteGuideline = true };
        var first = PrivacyCheck.Run(options, InMemory(scenario.Files), CancellationToken.None);
        foreach (var file in first.WrittenFiles)
        {
            var before = scenario.Files.TryGetValue(file.Path, out var text) ? text : "";
            var after = Encoding.UTF8.GetString(file.Content);
            if (before.Trim() is not ("" or "null"))
                Assert.IsTrue(IsSubsequence(before, after), $"something was lost:\n{before}\n{after}");

            var written = GuidelineReader.Read(InMemory(new Dictionary<string, string> { [file.Path] = after }), file.Path);
            Assert.IsEmpty(written.SyntaxErrors, after);
            foreach (var kind in file.Kinds)
                Assert.IsTrue(written.Find(kind) is { Purpose: { IsMissing: false, IsBlank: true } }, $"{kind} in\n{after}");
        }

        var files = new Dictionary<string, string>(scenario.Files);
        foreach (var file in first.WrittenFiles)
            files[file.Path] = Encoding.UTF8.GetString(file.Content);
        Assert.IsEmpty(PrivacyCheck.Run(options, InMemory(files), CancellationToken.None).WrittenFiles);
    }

    [TestMethod]
    [DataRow("\r\n", false)]
    [DataRow("\r\n", true)]
    [DataRow("\n", true)]
    public void Line_ends_and_the_mark_of_the_encoding_stay(string newLine, bool hasMark)
    {
        var mark = hasMark ? "\uFEFF" : "";
        var before = mark + "{\n\t\"setting_list\": [\n\t\t{ \"privacy_key\": \"Camera\", \"privacy_text\": \"扫描商品条码\" }\n\t]\n}\n".Replace("\n", newLine, StringComparison.Ordinal);
        var files = new InMemoryFiles(("app.json", """{ "pages": ["p"] }"""), ("p.wxml", "<camera/>"), ("p.js", "wx.getLocation({})"), (GuidelineLocator.FileName, before));

        var written = PrivacyCheck.Run(new PrivacyCheckOptions { WriteGuideline = true }, files, CancellationToken.None).WrittenFiles.Single();

        var entry = "," + newLine + "\t\t{ \"privacy_key\": \"Location\", \"privacy_text\": \"\" }";
        Assert.AreEqual(before.Replace(" }" + newLine, " }" + entry + newLine, StringComparison.Ordinal), Encoding.UTF8.GetString(written.Content));
    }

    private static InMemoryFiles InMemory(IReadOnlyDictionary<string, string> files) => new(files.Select(pair => (pair.Key, pair.Value)).ToArray());

    private static bool IsSubsequence(string before, string after)
    {
        var found = 0;
        foreach (var c in after)
        {
            if (found < before.Length && before[found] == c)
                found++;
        }

        return found == before.Length;
    }
}
