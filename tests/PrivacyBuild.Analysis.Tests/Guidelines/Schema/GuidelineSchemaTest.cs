using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Tests.Scenarios;

namespace PrivacyBuild.Analysis.Tests.Guidelines.Schema;

/// <summary>The schema that comes with the package says the same of a guideline as the rules do, as far as a schema can.</summary>
[TestClass]
public sealed class GuidelineSchemaTest
{
    // What these rules say a schema sees as well: types, members, demands of the call.
    private static readonly string[] SeenBySchema = ["PRIV0006", "PRIV2001", "PRIV2002", "PRIV2004", "PRIV2005", "PRIV2008", "PRIV2009", "PRIV2010"];

    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static IEnumerable<object[]> Cases => ScenarioDocument.ReadAll().SelectMany(document => document.Cases
        .Where(scenario => scenario.Files.ContainsKey(GuidelineLocator.FileName) && scenario.Options.SharedGuideline.Length == 0)
        .Select(scenario => new object[] { document.Name, scenario.Name }));

    [TestMethod]
    public void It_is_up_to_date()
    {
        var path = Repository.Path("nuget/schemas/privacy-guideline.schema.json");
        var schema = GuidelineSchema.Write();
        if (Repository.Update)
            File.WriteAllText(path, schema);
        else
            Assert.AreEqual(schema, File.Exists(path) ? File.ReadAllText(path) : "", "the schema is stale; run the tests with PRIVACYBUILD_UPDATE=1 and read the difference.");
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Guidelines_of_the_scenarios_fit_unless_a_rule_says_why_not(string document, string name)
    {
        var scenario = ScenarioDocument.ReadAll().First(entry => entry.Name == document).Cases.First(entry => entry.Name == name);
        if (Parse(scenario.Files[GuidelineLocator.FileName]) is not { } guideline)
            return;
        var faults = new JsonSchemaCheck(JsonDocument.Parse(GuidelineSchema.Write()).RootElement).Check(guideline);
        var report = PrivacyCheck.Run(scenario.Options with { WriteGuideline = false, NoWarn = [], Mode = CheckMode.Error }, scenario.InMemory(), default);
        var said = report.Diagnostics.Where(diagnostic => diagnostic.Path == GuidelineLocator.FileName).Select(diagnostic => diagnostic.Id).Distinct().ToArray();
        if (said.Any(SeenBySchema.Contains))
            Assert.AreNotEqual(0, faults.Count, string.Join(", ", said));

        // Where nothing is used the rules ask for nothing.
        if (faults.Count > 0 && report.Apps.Any(app => app.Kinds.Any(kind => kind.Places > 0)))
            Assert.IsTrue(said.Any(id => id is "PRIV0006" or "PRIV1003" || id.StartsWith("PRIV20", StringComparison.Ordinal)), "no rule says: " + string.Join(", ", faults));
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, WithComments).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
