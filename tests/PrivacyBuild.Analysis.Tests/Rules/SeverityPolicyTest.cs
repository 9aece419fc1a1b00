using System.Collections;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Tests.Rules;

[TestClass]
public sealed class SeverityPolicyTest
{
    private static readonly Diagnostic[] All =
    [
        Make("PRIV0001", Severity.Error), Make("PRIV0002", Severity.Error), Make("PRIV1001", Severity.Error), Make("PRIV1002", Severity.Warning), Make("PRIV1004", Severity.Message),
    ];

    [TestMethod]
    [DataRow(1, new[] { 1 }, 1)]
    [DataRow(1, new[] { 2 }, 2)]
    [DataRow(1, new[] { 2, 1 }, 1)]
    [DataRow(3, new[] { 2 }, 3)]
    [DataRow(2, new int[0], 2)]
    public void A_finding_counts_from_the_version_of_its_rule_and_of_the_oldest_entry_it_rests_on(int rule, int[] entries, int since)
    {
        var descriptor = new RuleDescriptor { Id = "PRIV1001", Severity = Severity.Error, Nature = RuleNature.Fact, Sources = [], Title = LocalizedText.Empty, What = LocalizedText.Empty, Why = LocalizedText.Empty, How = LocalizedText.Empty, Since = rule };
        var file = new ShippedFile { Path = "a.js", PathInRoot = "a.js", Kind = ShippedFileKind.JavaScript, Owner = Owner.Own };
        var usages = entries.Select(added => new Usage
        {
            Interface = new PrivacyInterface { Name = "wx.a", Form = InterfaceForm.Api, Member = "a", Added = added },
            Kinds = ["Location"], File = file, Start = default, End = default, How = UsageHow.Direct,
        }).ToArray();
        Assert.AreEqual(since, RuleContext.SinceOf(descriptor, usages));
    }

    [TestMethod]
    [DataRow(CheckMode.Error, "PRIV0001 Error, PRIV0002 Error, PRIV1001 Error, PRIV1002 Warning, PRIV1004 Message")]
    [DataRow(CheckMode.Warning, "PRIV0001 Warning, PRIV0002 Warning, PRIV1001 Warning, PRIV1002 Warning, PRIV1004 Message")]
    [DataRow(CheckMode.Report, "PRIV0001 Error, PRIV0002 Error")]
    public void The_mode_decides_what_is_shown(CheckMode mode, string shown) =>
        Assert.AreEqual(shown, Describe(SeverityPolicy.Apply(All, new PrivacyCheckOptions { Mode = mode })));

    [TestMethod]
    public void NoWarn_hides_errors_too_and_counts_them()
    {
        var judged = SeverityPolicy.Apply(All, new PrivacyCheckOptions { NoWarn = ["priv1001", " PRIV1002 ", "CS1591"] });
        Assert.AreEqual("PRIV0001 Error, PRIV0002 Error, PRIV1004 Message", Describe(judged));
        CollectionAssert.AreEqual(new[] { "PRIV1001", "PRIV1002" }, (ICollection)judged.Suppressed.Select(diagnostic => diagnostic.Id).ToArray());
    }

    [TestMethod]
    public void The_mode_changes_nothing_of_what_was_found() =>
        CollectionAssert.AreEqual(All, (ICollection)SeverityPolicy.Apply(All, new PrivacyCheckOptions { Mode = CheckMode.Report }).Findings);

    [TestMethod]
    [DataRow(1, "PRIV1001 Message: a (From version 2 on this is an error; PrivacyBuildRules=latest makes it one now.)")]
    [DataRow(2, "PRIV1001 Error: a")]
    [DataRow(int.MaxValue, "PRIV1001 Error: a")]
    public void A_rule_of_a_later_version_is_a_message_that_says_so(int version, string shown)
    {
        var judged = SeverityPolicy.Apply([Make("PRIV1001", Severity.Error) with { Since = 2 }], new PrivacyCheckOptions { RulesVersion = version });

        var diagnostic = judged.Shown.Single();
        Assert.AreEqual(shown, $"{diagnostic.Id} {diagnostic.Severity}: {diagnostic.Message.En}");
    }

    [TestMethod]
    [DataRow("PRIV1001", "", "PRIV1001 Message")]
    [DataRow("PRIV1001", "Location", "PRIV1001 Message")]
    [DataRow("PRIV1001", "Album", "PRIV1001 Error")]
    [DataRow("PRIV1002", "", "PRIV1001 Error")]
    public void A_severity_is_for_a_rule_or_for_one_kind_of_it(string rule, string kind, string shown) =>
        Assert.AreEqual(shown, Describe(SeverityPolicy.Apply(
            [Make("PRIV1001", Severity.Error) with { Kind = "Location" }], new PrivacyCheckOptions { Severities = [new SeveritySetting(rule, kind, Severity.Message)] })));

    [TestMethod]
    public void An_internal_fault_stays_an_error_whatever_is_set() =>
        Assert.AreEqual("PRIV0000 Error", Describe(SeverityPolicy.Apply(
            [Make("PRIV0000", Severity.Error)], new PrivacyCheckOptions { Mode = CheckMode.Warning, NoWarn = ["PRIV0000"], Severities = [new SeveritySetting("PRIV0000", "", Severity.Message)] })));

    private static string Describe(JudgedDiagnostics judged) => string.Join(", ", judged.Shown.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}"));

    private static Diagnostic Make(string id, Severity severity) => new() { Id = id, Severity = severity, Message = new LocalizedText("a", "一") };
}
