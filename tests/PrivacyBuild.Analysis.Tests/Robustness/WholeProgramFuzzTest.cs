using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Syntax.Tests.Robustness;

namespace PrivacyBuild.Analysis.Tests.Robustness;

/// <summary>
/// Whole mini programs with damaged files: the check ends, without an exception, the same with any number of threads, and stays red while
/// an untouched script asks for the location. The suite takes the same few hundred every time; PRIVACYBUILD_FUZZ_COUNT and
/// PRIVACYBUILD_FUZZ_SEED make a long run by hand of it: 200,000 with every change of the engine's depths.
/// </summary>
[TestClass]
public sealed class WholeProgramFuzzTest
{
    private const int RunsInSuite = 400;

    /// <summary>Never damaged: it makes the program red.</summary>
    private const string RedScript = "pages/red/red.js";

    // What decides which files belong to the package at all: damage there may rightly take the red script out of it.
    private const string ProjectConfiguration = "project.config.json";

    private static readonly TimeSpan LimitOfOneRun = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, string> Program = new()
    {
        [ProjectConfiguration] = """{ "setting": { "ignoreUploadUnusedFiles": false }, "packOptions": { "ignore": [ { "type": "folder", "value": "docs" }, { "type": "regexp", "value": "\\.md$" } ] } }""",
        ["app.json"] = """{ "pages": ["pages/red/red", "pages/a/a"], "subPackages": [ { "root": "sub", "pages": ["b"] } ], "usingComponents": { "box": "/components/box" }, "requiredPrivateInfos": ["getLocation"], "permission": { "scope.userLocation": { "desc": "按距离排列门店" } } }""",
        ["app.js"] = "import { ask } from './utils/ask'\nApp({ globalData: { api: wx }, onLaunch() { ask('scope.record').then(r => this.r = r) } })",
        ["pages/a/a.js"] = "const { api } = getApp().globalData\nconst names = { photo: 'chooseMedia', scan: 'scanCode' }\nPage({ data: { kind: 'getPhoneNumber' }, take(e) { api[names[e.type]]({}); class A { #p = 1; static { wx.login() } } } })",
        ["pages/a/a.json"] = """{ "usingComponents": { "other": "../../components/box", "p": "plugin://x/y" } }""",
        ["pages/a/a.wxml"] = "<import src=\"../../base.wxml\"/><box wx:for=\"{{list}}\"><button open-type=\"{{kind}}\" bind:tap=\"take\">{{ item.name + 1 }}</button></box><template is=\"t\" data=\"{{...x, y}}\"/><wxs module=\"m\">module.exports = 1</wxs>",
        ["base.wxml"] = "<template name=\"t\"><camera wx:if=\"{{y}}\"/><!-- privacybuild-disable-next-line PRIV1001 -- x -->\n<input type=\"nickname\"/></template>",
        ["components/box.js"] = "Component({ properties: { value: String }, methods: { go() { this.manager = wx.getRecorderManager(); this.manager.start() } } })",
        ["components/box.json"] = """{ "component": true, "componentGenerics": { "g": { "default": "./box" } } }""",
        ["components/box.wxml"] = "<slot/><map show-location=\"{{value}}\"/>",
        ["sub/b.js"] = "const p = require('../utils/ask'), f = async function* () { for await (const x of y) yield wx?.['choose' + 'Image']({}) }\nPage({})",
        ["utils/ask.ts"] = "export const ask = <T extends string>(scope: T): Promise<void> => new Promise((resolve, reject) => wx.authorize({ scope, success: () => resolve(), fail: reject }))",
        ["package.json"] = """{ "name": "a", "dependencies": { "@x/y": "^1.0.0" } }""",
        ["miniprogram_npm/@x/y/index.js"] = "module.exports=(function(e){var t={};function n(r){return t[r]||(t[r]={exports:{}},e[r](t[r],n),t[r].exports)}return n(0)})([function(m,r){m.exports=wx.getClipboardData}])",
        ["privacy-guideline.json"] = """{ "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗" }, "setting_list": [ { "privacy_key": "Camera", "privacy_text": "扫描商品条码" } ], "sdk_privacy_info_list": [ { "sdk_name": "s", "sdk_biz_name": "b", "sdk_list": [] } ] }""",
        ["privacy-baseline.json"] = """{ "version": 1, "reason": "r", "findings": [ { "rule": "PRIV1001", "interface": "wx.chooseMedia", "path": "pages/a/a.js", "count": 1 } ] }""",
        ["pages/red/red.json"] = "{}",
        ["pages/red/red.wxml"] = "<view/>",
    };

    private static readonly string[] Words =
    [
        "{", "}", "[", "]", "(", ")", ",", ":", ";", ".", "\"", "'", "`", "${", "<", "/>", "</", "-->", "<!--", "{{", "}}", "/*", "*/", "//", "null", "true", "-1", "1e400", "\\u0061", "\"pages\"", "\"..\"", "\"../..\"",
        "wx", "wx.", "this", "function ", "=>", "class ", "import ", "export ", "require(", "var ", "return ", "new ", "...", "?.", "=", "open-type=", "wx:for=", "<template ", "<include src=\"a.wxml\"/>", "#ifdef ", "#endif",
    ];

    [TestMethod]
    [Timeout(7_200_000)]
    public void A_damaged_program_is_checked_and_stays_red()
    {
        var count = Setting("PRIVACYBUILD_FUZZ_COUNT", RunsInSuite);
        var seed = Setting("PRIVACYBUILD_FUZZ_SEED", 1);
        var failures = new List<string>();
        for (var i = 0; i < count && failures.Count < 10; i++)
        {
            var files = Damaged(((ulong)seed << 32) + (ulong)i, out var damaged);
            if (Failure(files, damaged, compares: i % 20 == 0) is { } failure)
                failures.Add($"run {i} of seed {seed}: {failure}\n" + string.Join("\n", damaged.Select(path => $"--- {path}\n{files[path]}")));
        }

        Assert.IsEmpty(failures, string.Join("\n\n", failures));
    }

    // Found by a long run.
    [TestMethod]
    [DataRow("pages/a/a.js", "wx}</<</-->--></")]
    [DataRow("pages/a/a.js", "a.=wx")]
    [DataRow("pages/a/a.js", "require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', require('a', wx))))))))))))))))))))))))")]
    [DataRow("pages/a/a.js", "wx; }</<</-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->-->--></")]
    public void What_once_failed_does_not(string path, string content) =>
        Assert.IsNull(Failure(new Dictionary<string, string>(Program) { [path] = content, [RedScript] = "wx.getLocation({})" }, [], compares: true));

    private static string? Failure(Dictionary<string, string> files, HashSet<string> damaged, bool compares)
    {
        try
        {
            var report = Check(files, maxParallelism: 1);
            if (!report.HasErrors && !damaged.Contains(ProjectConfiguration))
                return "green, although " + RedScript + " asks for the location";
            return compares && !report.UsagesFile.SequenceEqual(Check(files, maxParallelism: 4).UsagesFile) ? "another result with another number of threads" : null;
        }
        catch (OperationCanceledException)
        {
            return "no end after " + LimitOfOneRun;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static CheckReport Check(Dictionary<string, string> texts, int maxParallelism)
    {
        var files = new InMemoryFiles();
        foreach (var pair in texts)
            files.Add(pair.Key, Encoding.UTF8.GetBytes(pair.Value));
        using var limit = new CancellationTokenSource(LimitOfOneRun);
        return PrivacyCheck.Run(new PrivacyCheckOptions { MaxParallelism = maxParallelism }, files, limit.Token);
    }

    private static Dictionary<string, string> Damaged(ulong seed, out HashSet<string> damaged)
    {
        var random = new SeededRandom(seed);
        var files = new Dictionary<string, string>(Program) { [RedScript] = "Page({ onLoad() { wx.getLocation({ type: 'gcj02' }) } })" };
        damaged = [];
        var paths = Program.Keys.Order(StringComparer.Ordinal).ToArray();
        for (var left = 1 + random.Next(4); left > 0; left--)
        {
            var path = random.Pick(paths);
            var extension = path[path.LastIndexOf('.')..];
            var alike = paths.Where(other => other.EndsWith(extension, StringComparison.Ordinal)).Select(other => Program[other]).Append(files[path]).ToArray();
            files[path] = random.Next(20) == 0 ? "" : Mutation.Mutate(random, random.Next(4) == 0 ? alike : [files[path] + " "], Words);
            damaged.Add(path);
        }

        return files;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
