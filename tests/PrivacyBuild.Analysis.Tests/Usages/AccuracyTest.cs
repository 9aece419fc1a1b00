using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Analysis.Tests.Usages;

/// <summary>Runs the accuracy suite: what is found must be exactly what is marked, by path, span and interface.</summary>
[TestClass]
public sealed class AccuracyTest
{
    private const int RenamedForms = 20;
    private const string TableStart = "<!-- accuracy: written by PRIVACYBUILD_UPDATE=1 dotnet test -->";
    private const string TableEnd = "<!-- accuracy: end -->";

    public TestContext TestContext { get; set; } = null!;

    public static IEnumerable<object[]> Families => AccuracySuite.Forms.Select(form => form.Family).Distinct().Select(family => new object[] { family });

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Every_marked_place_is_found_and_nothing_else(string family) => AssertAsMarked(FormsOf(family).Select(form => form.Run()));

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Leaving_out_files_that_hold_no_usage_changes_nothing(string family) =>
        AssertAsMarked(FormsOf(family).Select(form => form.Run(parseEverything: true)));

    [TestMethod]
    public void Names_of_variables_do_not_matter()
    {
        var seed = Environment.GetEnvironmentVariable("PRIVACYBUILD_SEED") is { Length: > 0 } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next();
        TestContext.WriteLine($"PRIVACYBUILD_SEED={seed} repeats this run");
        var random = new Random(seed);
        var chosen = AccuracySuite.Forms.Where(IdentifierRenaming.Fits).OrderBy(_ => random.Next()).Take(RenamedForms).ToArray();
        Assert.HasCount(RenamedForms, chosen);
        foreach (var form in chosen)
        {
            var renamed = IdentifierRenaming.Apply(form, random);
            if (renamed.Run().Difference is { } difference)
                Assert.Fail($"seed {seed}: {difference}\n{string.Join("\n", renamed.Sources.Select(source => $"--- {source.Path}\n{source.Text}"))}");
        }
    }

    [TestMethod]
    public void The_suite_is_as_large_as_it_claims()
    {
        Assert.IsGreaterThanOrEqualTo(100, AccuracySuite.Forms.Count(form => !form.IsLookAlike));
        Assert.IsGreaterThanOrEqualTo(60, AccuracySuite.Forms.Count(form => form.IsLookAlike));
        var twice = AccuracySuite.Forms.GroupBy(form => (form.Family, form.Name)).FirstOrDefault(group => group.Count() > 1);
        Assert.IsNull(twice, $"two forms have the name {twice?.Key}");
    }

    [TestMethod]
    public void The_table_in_the_README_is_up_to_date()
    {
        var path = Repository.Path("README.md");
        var page = File.ReadAllText(path);
        var start = page.IndexOf(TableStart, StringComparison.Ordinal);
        var end = page.IndexOf(TableEnd, StringComparison.Ordinal);
        Assert.IsTrue(start >= 0 && start < end, "README.md lacks the two comments between which the table stands");
        var written = page[..(start + TableStart.Length)] + "\n\n" + AccuracyTable.Write(AccuracySuite.Forms.Select(form => form.Run())) + "\n" + page[end..];
        if (Repository.Update)
            File.WriteAllText(path, written);
        else
            Assert.AreEqual(written[start..written.IndexOf(TableEnd, StringComparison.Ordinal)], page[start..end], "The table of README.md is stale; run the tests with PRIVACYBUILD_UPDATE=1 and read the difference.");
    }

    private static IEnumerable<AccuracyForm> FormsOf(string family) => AccuracySuite.Forms.Where(form => form.Family == family);

    private static void AssertAsMarked(IEnumerable<AccuracyResult> results)
    {
        var differences = results.Select(result => result.Difference).OfType<string>().ToArray();
        Assert.IsEmpty(differences, "\n" + string.Join("\n", differences));
    }
}
