using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Utilities;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Suppressions;

namespace PrivacyBuild.Tasks.Tests;

[TestClass]
public sealed class PrivacyBuildCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LogEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Diagnostics_have_full_path_place_end_and_help_link()
    {
        var task = TaskThatReports(
            new Diagnostic { Id = "PRIV1001", Severity = Severity.Error, Message = new("add { \"privacy_key\": \"Location\" } {0}", "添加"), Path = "mini/pages/a.js", Start = new(3, 5), End = new(3, 19) },
            new Diagnostic { Id = "PRIV1002", Severity = Severity.Warning, Message = new("not used", "未使用"), Path = "privacy-guideline.json", Start = new(2, 1), End = new(2, 4) },
            new Diagnostic { Id = "PRIV1005", Severity = Severity.Message, Message = new("related", "相关"), Path = "../lib/b.js", Start = new(1, 1), End = new(1, 2) },
            new Diagnostic { Id = "PRIV0001", Severity = Severity.Error, Message = new("nothing found", "未找到") });

        Assert.IsFalse(task.Execute());

        Assert.AreEqual(
            $$"""
            error PRIV1001 {{_folder["project/mini/pages/a.js"]}}(3,5,3,19): add { "privacy_key": "Location" } {0} <{{Help("PRIV1001")}}>
            warning PRIV1002 {{_folder["project/privacy-guideline.json"]}}(2,1,2,4): not used <{{Help("PRIV1002")}}>
            normal PRIV1005 {{_folder["lib/b.js"]}}(1,1,1,2): related
            error PRIV0001 {{task.ProjectFile}}: nothing found <{{Help("PRIV0001")}}>

            """,
            _engine.Log);
    }

    [TestMethod]
    public void Closing_lines_are_seen_in_every_log_and_end_in_the_seconds()
    {
        var task = TaskThatReports();
        task.Check = (_, _, _) => Report([], closingLines: ["a (b): all 5 kinds in use are declared (7 interfaces); 2 unresolved", "plain"]);

        Assert.IsTrue(task.Execute());

        StringAssert.Matches(_engine.Log, new(@"\Ahigh: PrivacyBuild: a \(b\): all 5 kinds in use are declared \(7 interfaces, \d+\.\d s\); 2 unresolved\nhigh: PrivacyBuild: plain, \d+\.\d s\n\z"));
    }

    [TestMethod]
    public void Closing_lines_in_Chinese_have_Chinese_seconds()
    {
        var task = TaskThatReports();
        task.Language = "zh";
        task.Check = (_, _, _) => Report([], closingLines: ["小程序：已声明（共 3 处）"]);

        Assert.IsTrue(task.Execute());

        StringAssert.Matches(_engine.Log, new(@"\Ahigh: PrivacyBuild: 小程序：已声明（共 3 处，\d+\.\d 秒）\n\z"));
    }

    [TestMethod]
    public void A_name_with_line_breaks_and_escapes_cannot_forge_a_line_of_the_log()
    {
        var task = TaskThatReports(new Diagnostic { Id = "PRIV0004", Severity = Severity.Warning, Message = new("left out: a\n::error::b\u001b[31m\u2028c", ""), Path = "a.js" });

        Assert.IsTrue(task.Execute());

        Assert.AreEqual($"warning PRIV0004 {_folder["project/a.js"]}: left out: a\\u000a::error::b\\u001b[31m\\u2028c <{Help("PRIV0004")}>\n", _engine.Log);
    }

    [TestMethod]
    public void Settings_reach_the_engine()
    {
        PrivacyCheckOptions? seen = null;
        var task = TaskThatReports();
        task.Mode = "Warning";
        task.Language = "zh-hans";
        task.Input = "source";
        task.Write = "Guideline;baseline";
        task.Baseline = "docs/baseline.json";
        task.Rules = "Latest";
        task.Today = " 2026-05-01 ";
        task.Suppressions = [new TaskItem("PRIV1001", new Dictionary<string, string> { ["Interface"] = "wx.getLocation", ["Path"] = @"utils\**", ["Owner"] = "own", ["Kind"] = "False-Alarm", ["Reason"] = " r ", ["Until"] = "2026-12-31" })];
        task.Severities = [new TaskItem("PRIV1001/Location", new Dictionary<string, string> { ["Severity"] = "Warning" })];
        task.Root = _folder["project/mini"];
        task.Guideline = @"docs\privacy-guideline.json";
        task.OnlineGuideline = "../online.json";
        task.NoWarn = "1701;PRIV1001, PRIV2007;;\n PRIV0009 ";
        task.BuildFolders = ["obj/", "bin/", "obj/Debug/", _folder["out"], _folder["project"], "./", "", "obj"];
        task.MiniProgramOptional = true;
        task.MaxParallelism = 0;
        task.Check = (options, _, _) =>
        {
            seen = options;
            return Report([]);
        };

        Assert.IsTrue(task.Execute());

        Assert.IsNotNull(seen);
        Assert.AreEqual(CheckMode.Warning, seen.Mode);
        Assert.AreEqual(MessageLanguage.Chinese, seen.Language);
        Assert.AreEqual("mini", seen.Root);
        Assert.AreEqual(MiniProgramInput.Source, seen.Input);
        Assert.IsTrue(seen.WriteGuideline);
        Assert.IsTrue(seen.WriteBaseline);
        Assert.AreEqual("docs/baseline.json", seen.Baseline);
        Assert.AreEqual(int.MaxValue, seen.RulesVersion);
        Assert.AreEqual("2026-05-01", seen.Today);
        Assert.AreEqual(
            new Suppression { Source = SuppressionSource.Item, Rule = "PRIV1001", Interface = "wx.getLocation", Path = "utils/**", Owner = "own", Kind = SuppressionKind.FalseAlarm, Reason = "r", Until = "2026-12-31" },
            seen.Suppressions.Single());
        Assert.AreEqual(new SeveritySetting("PRIV1001", "Location", Severity.Warning), seen.Severities.Single());
        Assert.AreEqual("project", seen.ProjectFolderName);
        Assert.AreEqual("docs/privacy-guideline.json", seen.Guideline);
        Assert.AreEqual("../online.json", seen.OnlineGuideline);
        CollectionAssert.AreEqual(new[] { "1701", "PRIV1001", "PRIV2007", "PRIV0009" }, seen.NoWarn.ToArray());
        CollectionAssert.AreEqual(new[] { "obj", "bin", "obj/Debug", "../out" }, seen.BuildFolders.ToArray());
        Assert.IsTrue(seen.MiniProgramOptional);
        Assert.AreEqual(1, seen.MaxParallelism);
        StringAssert.Matches(seen.ToolVersion, new(@"^\d+\.\d+\.\d+[^+]*$"));
    }

    [TestMethod]
    public void Items_reach_the_engine()
    {
        PrivacyCheckOptions? seen = null;
        var task = TaskThatReports();
        task.Apps =
        [
            new TaskItem("mini"),
            new TaskItem(@"tenants\t001\ext.json", new Dictionary<string, string> { ["Root"] = _folder["template"], ["Name"] = " shop 1 ", ["SharedGuideline"] = "docs/shared.json" }),
        ];
        task.Exclude = [@"mini\vendor", _folder["project/mini/**/*.min.js"]];
        task.Policies = [@"docs\privacy.md"];
        task.Defines = [new TaskItem("VUE3"), new TaskItem("VUE2", new Dictionary<string, string> { ["Value"] = "false" }), new TaskItem("VUE2", new Dictionary<string, string> { ["Value"] = "true" })];
        task.Check = (options, _, _) =>
        {
            seen = options;
            return Report([]);
        };

        Assert.IsTrue(task.Execute());

        Assert.IsNotNull(seen);
        Assert.AreEqual(new AppSetting { Path = "mini" }, seen.Apps[0]);
        Assert.AreEqual(new AppSetting { Path = "tenants/t001/ext.json", Root = "../template", Name = "shop 1", SharedGuideline = "docs/shared.json" }, seen.Apps[1]);
        CollectionAssert.AreEqual(new[] { "mini/vendor", "mini/**/*.min.js" }, seen.Exclude.ToArray());
        CollectionAssert.AreEqual(new[] { "docs/privacy.md" }, seen.Policies.ToArray());
        CollectionAssert.AreEquivalent(new Dictionary<string, string> { ["VUE3"] = "true", ["VUE2"] = "true" }, seen.Defines.ToArray());
    }

    [TestMethod]
    [DataRow("zh-CN", "zh")]
    [DataRow("zh-Hant-TW", "zh")]
    [DataRow("en-US", "en")]
    [DataRow("de-DE", "en")]
    [DataRow("", "en")]
    public void Without_a_language_the_build_speaks_its_own(string culture, string expected)
    {
        var own = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new(culture);
            var task = TaskThatReports(new Diagnostic { Id = "PRIV0001", Severity = Severity.Error, Message = new("en", "zh") });
            task.Language = "";
            task.Execute();
            Assert.AreEqual($"error PRIV0001 {task.ProjectFile}: {expected} <{Help("PRIV0001")}>\n", _engine.Log);
        }
        finally
        {
            CultureInfo.CurrentUICulture = own;
        }
    }

    [TestMethod]
    public void A_wrong_setting_lists_the_right_ones_and_nothing_is_checked()
    {
        var task = TaskThatReports();
        task.Mode = "strict";
        task.Language = "de";
        task.Input = "both";
        task.Reports = "request; pdf";
        task.Write = "guideline;all";
        task.Rules = "7";
        task.Suppressions = [new TaskItem("PRIV1001", new Dictionary<string, string> { ["Kind"] = "ok" })];
        task.Severities = [new TaskItem("PRIV1001")];
        task.Check = (_, _, _) => throw new InvalidOperationException("must not run");

        Assert.IsFalse(task.Execute());

        Assert.AreEqual(
            $"""
            error PRIV0007 {task.ProjectFile}: PrivacyBuildLanguage is "de", which means nothing. Use one of: zh-CN, zh, zh-Hans, en. <{Help("PRIV0007")}>
            error PRIV0007 {task.ProjectFile}: PrivacyBuildMode is "strict", which means nothing. Use one of: error, warning, report, off. <{Help("PRIV0007")}>
            error PRIV0007 {task.ProjectFile}: PrivacyBuildInput is "both", which means nothing. Use one of: auto, output, source. <{Help("PRIV0007")}>
            error PRIV0007 {task.ProjectFile}: PrivacyBuildWrite is "guideline;all", which means nothing. Use one of: guideline, baseline, report. <{Help("PRIV0007")}>
            error PRIV0007 {task.ProjectFile}: PrivacyBuildReports is "pdf", which means nothing. Use one of: sarif, html, csv, markdown, request, userview. <{Help("PRIV0007")}>
            error PRIV0007 {task.ProjectFile}: PrivacyBuildRules is "7", which means nothing. Use one of: 1, latest. <{Help("PRIV0007")}>
            error PRIV0007 {task.ProjectFile}: Kind of PrivacyBuildSuppress PRIV1001 is "ok", which means nothing. Use one of: accepted, false-alarm. <{Help("PRIV0007")}>
            error PRIV0007 {task.ProjectFile}: Severity of PrivacyBuildSeverity PRIV1001 is "", which means nothing. Use one of: error, warning, message. <{Help("PRIV0007")}>

            """,
            _engine.Log);
    }

    [TestMethod]
    public void Files_that_the_developer_asked_for_are_written()
    {
        var task = TaskThatReports();
        task.Write = "guideline";
        task.Check = (_, _, _) => Report([], writtenFiles: [new WrittenFile("docs/privacy-guideline.json", Encoding.UTF8.GetBytes("{}"), ["Location"])]);

        Assert.IsTrue(task.Execute());

        Assert.AreEqual("{}", File.ReadAllText(_folder["project/docs/privacy-guideline.json"]));
    }

    [TestMethod]
    public void A_file_that_may_not_be_written_stays_and_nothing_says_that_it_was_written()
    {
        var path = _folder.Write("project/privacy-guideline.json", "{ }");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        var task = TaskThatReports();
        task.Write = "guideline";
        task.Check = (_, _, _) => Report([], ["mini: it was written"], [new WrittenFile("privacy-guideline.json", Encoding.UTF8.GetBytes("{}"), [])]);

        Assert.IsFalse(task.Execute());

        File.SetAttributes(path, FileAttributes.Normal);
        Assert.AreEqual("{ }", File.ReadAllText(path));
        StringAssert.Matches(_engine.Log, new(@"\Aerror PRIV0007 .*privacy-guideline\.json cannot be written: .* read-only\. It is as it was\. Make it writable and run the same command again\. <.*>\n\z"));
    }

    [TestMethod]
    [DataRow("", "obj/PrivacyBuild/setprivacysetting.request.json")]
    [DataRow("out/privacy", "out/privacy/setprivacysetting.request.json")]
    public void Reports_go_to_their_folder(string folder, string expected)
    {
        PrivacyCheckOptions? seen = null;
        var task = TaskThatReports();
        task.Reports = "Request,userview;request";
        task.ReportFolder = folder;
        task.Check = (options, _, _) =>
        {
            seen = options;
            return Report([], reportFiles: [new ReportFile("setprivacysetting.request.json", Encoding.UTF8.GetBytes("{}"))]);
        };

        Assert.IsTrue(task.Execute(), _engine.Log);

        Assert.AreEqual(ReportKinds.Request | ReportKinds.UserView, seen!.Reports);
        Assert.AreEqual("{}", File.ReadAllText(_folder["project/" + expected]));
    }

    [TestMethod]
    public void A_report_that_is_withheld_leaves_none_of_an_earlier_build()
    {
        var task = TaskThatReports();
        task.ReportFolder = "out";
        task.Check = (_, _, _) => Report([], reportFiles: [new ReportFile("setprivacysetting.request.json", []), new ReportFile("userview.md", Encoding.UTF8.GetBytes("x"))]);
        _folder.Write("project/out/setprivacysetting.request.json", "{}");

        Assert.IsTrue(task.Execute(), _engine.Log);
        Assert.IsFalse(File.Exists(_folder["project/out/setprivacysetting.request.json"]));
        Directory.Delete(_folder["project/out"], recursive: true);
        Assert.IsTrue(task.Execute(), "nothing to remove is no error: " + _engine.Log);
    }

    [TestMethod]
    public void A_broken_engine_is_an_error_and_its_stack_is_kept_for_detailed_logs()
    {
        var task = TaskThatReports();
        task.Check = (_, _, _) => throw new InvalidOperationException("five {0}");

        Assert.IsFalse(task.Execute());

        StringAssert.Matches(_engine.Log, new(@"\Aerror PRIV0000 .*: PrivacyBuild failed before the check was complete; .* InvalidOperationException: five \{0\} .*\nlow\n\z"));
    }

    [TestMethod]
    public void Cancelling_stops_the_engine_and_is_never_a_pass()
    {
        var task = TaskThatReports();
        task.Check = (_, _, cancellation) =>
        {
            task.Cancel();
            cancellation.ThrowIfCancellationRequested();
            return Report([]);
        };

        Assert.IsFalse(task.Execute());

        StringAssert.Matches(_engine.Log, new(@"\Aerror PRIV0000 .* was cancelled .*\n\z"));
    }

    [TestMethod]
    public void Cancelling_is_never_a_pass_even_when_the_engine_ends_well()
    {
        var task = TaskThatReports();
        task.Check = (_, _, _) =>
        {
            task.Cancel();
            return Report([]);
        };

        Assert.IsFalse(task.Execute());
        Assert.IsFalse(File.Exists(_folder["project/obj/PrivacyBuild/privacy-usages.json"]));
    }

    [TestMethod]
    public void The_usages_file_is_written_on_red_too()
    {
        var task = TaskThatReports(new Diagnostic { Id = "PRIV1001", Severity = Severity.Error, Message = new("red", "") });

        Assert.IsFalse(task.Execute());

        Assert.AreEqual("{\"schemaVersion\":1}", File.ReadAllText(_folder["project/obj/PrivacyBuild/privacy-usages.json"]));
    }

    [TestMethod]
    public void A_usages_file_that_cannot_be_written_is_an_error()
    {
        Directory.CreateDirectory(_folder["project/obj/PrivacyBuild/privacy-usages.json"]);
        var task = TaskThatReports();

        Assert.IsFalse(task.Execute());

        StringAssert.Matches(_engine.Log, new(@"\Aerror PRIV0007 .*privacy-usages\.json cannot be written: .* set PrivacyBuildUsagesFile to another one\. .*\n\z"));
        CollectionAssert.AreEqual(Array.Empty<string>(), Directory.GetFiles(_folder["project/obj/PrivacyBuild"]));
    }

    [TestMethod]
    public void The_task_class_itself_says_that_it_may_share_its_process()
    {
        var attributes = typeof(PrivacyBuildCheck).GetCustomAttributes(inherit: false);
        Assert.IsTrue(Array.Exists(attributes, attribute => attribute.GetType().FullName == "Microsoft.Build.Framework.MSBuildMultiThreadableTaskAttribute"));
    }

    private string Help(string id) => new Uri(_folder["RULES.md"]).AbsoluteUri + "#" + id.ToLowerInvariant();

    private PrivacyBuildCheck TaskThatReports(params Diagnostic[] diagnostics) => new()
    {
        BuildEngine = _engine,
        ProjectFile = _folder["project/project.csproj"],
        RulesFile = _folder["RULES.md"],
        UsagesFile = "obj/PrivacyBuild/privacy-usages.json",
        Language = "en",
        Check = (_, _, _) => Report(diagnostics),
    };

    private static CheckReport Report(Diagnostic[] diagnostics, string[]? closingLines = null, WrittenFile[]? writtenFiles = null, ReportFile[]? reportFiles = null) => new()
    {
        Apps = [],
        Diagnostics = diagnostics,
        HasErrors = Array.Exists(diagnostics, diagnostic => diagnostic.Severity == Severity.Error),
        UsagesFile = Encoding.UTF8.GetBytes("{\"schemaVersion\":1}"),
        ClosingLines = closingLines ?? [],
        WrittenFiles = writtenFiles ?? [],
        ReportFiles = reportFiles ?? [],
    };
}
