using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Tests.Rules;

[TestClass]
public sealed class RuleListTest
{
    public static IEnumerable<object[]> Ids => RuleList.All.Select(rule => new object[] { rule.Descriptor.Id });

    [TestMethod]
    public void Ids_are_unique_and_in_order()
    {
        var ids = RuleList.All.Select(rule => rule.Descriptor.Id).ToArray();
        CollectionAssert.AreEqual(ids.Distinct().OrderBy(id => id, StringComparer.Ordinal).ToArray(), ids);
        foreach (var id in ids)
            StringAssert.Matches(id, new Regex("^PRIV[0-9]{4}$"));
    }

    [TestMethod]
    public void Every_rule_of_the_assembly_is_on_the_list()
    {
        var types = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract).Select(type => type.Name);
        CollectionAssert.AreEquivalent(types.ToArray(), RuleList.All.Select(rule => rule.GetType().Name).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Ids))]
    public void A_rule_tells_what_why_and_how_in_both_languages(string id)
    {
        var rule = Find(id);
        foreach (var text in new[] { rule.Title, rule.What, rule.Why, rule.How })
        {
            Assert.IsTrue(text.En.Length > 0 && !text.En.Any(IsChinese) || Quotes(text.En), $"English: {text.En}");
            Assert.IsTrue(text.Zh.Any(IsChinese), $"Chinese: {text.Zh}");
        }

        Assert.IsTrue(rule.Nature == RuleNature.Advice || rule.Sources.Count > 0 || id == "PRIV0000", "a fact names its source");
    }

    // An internal fault cannot be brought about by files; InternalFaultTest holds its text.
    [TestMethod]
    [DynamicData(nameof(Ids))]
    public void A_rule_has_a_scenario_document_with_failing_and_passing_cases(string id)
    {
        if (id == "PRIV0000")
            return;
        var path = Repository.Path($"tests/PrivacyBuild.Analysis.Tests/Scenarios/{id}.md");
        Assert.IsTrue(File.Exists(path), path);
        var cases = File.ReadAllText(path).Split("\n## ").Skip(1).ToArray();
        Assert.IsTrue(cases.Any(text => text.Contains(id, StringComparison.Ordinal)), "a case that fails");
        Assert.IsTrue(cases.Any(text => !text.Contains(id, StringComparison.Ordinal)), "a case that passes");
        Assert.IsTrue(cases.Any(text => text.Contains("```messages zh", StringComparison.Ordinal)), "its message in both languages");
    }

    [TestMethod]
    public void The_page_of_rules_is_up_to_date()
    {
        var path = Repository.Path("RULES.md");
        var page = RulesPage.Write();
        if (Repository.Update)
            File.WriteAllText(path, page);
        else
            Assert.AreEqual(page, File.Exists(path) ? File.ReadAllText(path) : "", "RULES.md is stale; run the tests with PRIVACYBUILD_UPDATE=1 and read the difference.");
    }

    private static RuleDescriptor Find(string id) => RuleList.All.Select(rule => rule.Descriptor).First(rule => rule.Id == id);

    private static bool IsChinese(char c) => c is >= '\u4E00' and <= '\u9FFF';

    // English texts may name Chinese words that stand in the file or the tool: 为了, 弹窗.
    private static bool Quotes(string text) => text.Count(IsChinese) < text.Length / 10;
}
