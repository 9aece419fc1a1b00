using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Tests.Scenarios;

/// <summary>
/// Runs every case of every document through the main path: each diagnostic must be expected and each expectation met, and where a
/// document holds rendered messages they must be the same, letter by letter, in both languages.
/// </summary>
[TestClass]
public sealed class ScenarioTest
{
    private static readonly IReadOnlyList<ScenarioDocument> Documents = ScenarioDocument.ReadAll();

    public static IEnumerable<object[]> Cases =>
        Documents.SelectMany(document => document.Cases.Select(scenario => new object[] { document.Name, scenario.Name }));

    public static IEnumerable<object[]> DocumentNames => Documents.Select(document => new object[] { document.Name });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Every_diagnostic_is_expected_and_every_expectation_met(string document, string name)
    {
        var scenario = Find(document, name);
        var report = scenario.Run();
        var expected = scenario.Expected.Select(diagnostic => diagnostic.ToString()).OrderBy(line => line, StringComparer.Ordinal).ToArray();
        var actual = report.Diagnostics.Select(Describe).OrderBy(line => line, StringComparer.Ordinal).ToArray();
        if (!expected.SequenceEqual(actual))
        {
            Assert.Fail(
                $"{document}, \"{name}\"\nexpected:\n  {string.Join("\n  ", expected)}\nfound:\n  " +
                string.Join("\n  ", report.Diagnostics.Select(diagnostic => $"{Describe(diagnostic)}: {diagnostic.Message.En}")));
        }
    }

    [TestMethod]
    [DynamicData(nameof(DocumentNames))]
    public void Rendered_texts_are_those_of_the_document(string name)
    {
        var document = Documents.First(document => document.Name == name);
        var changes = new List<(ScenarioBlock, string)>();
        foreach (var scenario in document.Cases)
        {
            foreach (var block in scenario.Blocks.Where(block => block.Language is "messages" or "closing" or "written" or "report"))
            {
                var actual = Render(scenario, block);
                if (actual != block.Content)
                    changes.Add((block, actual));
            }
        }

        if (Repository.Update)
        {
            document.Rewrite(changes);
            return;
        }

        Assert.IsEmpty(changes, $"{name} differs; run the tests with PRIVACYBUILD_UPDATE=1 and read the difference.\n" +
            string.Join("\n", changes.Select(change => $"line {change.Item1.FirstLine}:\n{change.Item2}")));
    }

    private static string Render(Scenario scenario, ScenarioBlock block)
    {
        if (block.Language == "written")
            return Encoding.UTF8.GetString(scenario.Run().WrittenFiles.FirstOrDefault(file => file.Path == block.Argument)?.Content ?? []).TrimEnd('\n');

        if (block.Language == "report")
            return Encoding.UTF8.GetString(scenario.Run().ReportFiles.FirstOrDefault(file => file.Name == block.Argument)?.Content ?? []).TrimEnd('\n');

        var language = block.Argument switch
        {
            "en" => MessageLanguage.English,
            "zh" => MessageLanguage.Chinese,
            var other => throw new FormatException($"{scenario.Name}: no such language: \"{other}\""),
        };
        var report = scenario.Run(language);
        return block.Language == "messages"
            ? string.Join("\n", report.Diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Message.In(language)}"))
            : string.Join("\n", report.ClosingLines);
    }

    private static string Describe(Diagnostic diagnostic) =>
        ExpectedDiagnostic.Describe(diagnostic.Id, diagnostic.Severity, diagnostic.Path, diagnostic.Start, diagnostic.End);

    private static Scenario Find(string document, string name) =>
        Documents.First(entry => entry.Name == document).Cases.First(scenario => scenario.Name == name);
}
