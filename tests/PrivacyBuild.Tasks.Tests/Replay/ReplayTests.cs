using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis;

namespace PrivacyBuild.Tasks.Tests.Replay;

/// <summary>A build in which nothing changed says the same again without the engine; every change that can matter runs it.</summary>
[TestClass]
public sealed class ReplayTests : IDisposable
{
    private const string Page = "project/mini/pages/map/map.js";

    private readonly TemporaryFolder _folder = new();
    private int _checks;

    public ReplayTests()
    {
        Directory.CreateDirectory(_folder["project/obj"]);
        _folder.Write("project/project.config.json", """{ "miniprogramRoot": "mini/" }""");
        _folder.Write("project/mini/app.json", """{ "pages": ["pages/map/map"] }""");
        _folder.Write("project/mini/pages/map/map.json", "{}");
        _folder.Write("project/mini/pages/map/map.wxml", "<camera />");
        _folder.Write(Page, "wx.chooseImage({})");
        _folder.Write("project/privacy-guideline.json", Guideline("Email"));
    }

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void An_unchanged_build_says_the_same_without_the_engine()
    {
        var first = Run();
        var usages = File.ReadAllBytes(Usages);
        File.Delete(Usages);
        var second = Run();

        Assert.AreEqual(1, _checks);
        Assert.IsFalse(first.Succeeded);
        StringAssert.Contains(first.Log, "error PRIV1001");
        StringAssert.Contains(first.Log, "high: PrivacyBuild: mini: not declared: Album");
        Assert.AreEqual(first, second);
        CollectionAssert.AreEqual(usages, File.ReadAllBytes(Usages), "a usages file that is gone is written again");
    }

    // Each is made after a first build and must be seen by the second.
    [TestMethod]
    [DataRow("edit of the same length, time stamp restored")]
    [DataRow("new file")]
    [DataRow("deleted file")]
    [DataRow("renamed file")]
    [DataRow("renamed to another case")]
    [DataRow("file becomes a folder")]
    [DataRow("guideline")]
    [DataRow("guideline in its second place")]
    [DataRow("baseline appears")]
    [DataRow("configuration")]
    [DataRow("package.json appears above")]
    [DataRow("another app")]
    public void A_change_of_files_runs_the_check(string change)
    {
        Run();
        var stamp = File.GetLastWriteTimeUtc(_folder[Page]);
        switch (change)
        {
            case "edit of the same length, time stamp restored":
                File.WriteAllText(_folder[Page], "wx.chooseVideo({})");
                File.SetLastWriteTimeUtc(_folder[Page], stamp);
                break;
            case "new file":
                _folder.Write("project/mini/utils/a.js", "");
                break;
            case "deleted file":
                File.Delete(_folder[Page]);
                break;
            case "renamed file":
                File.Move(_folder[Page], _folder["project/mini/pages/map/maq.js"]);
                break;
            case "renamed to another case":
                File.Move(_folder[Page], _folder["project/mini/pages/map/Map.js"]);
                break;
            case "file becomes a folder":
                File.Delete(_folder[Page]);
                Directory.CreateDirectory(_folder[Page]);
                break;
            case "guideline":
                _folder.Write("project/privacy-guideline.json", Guideline("Albums"));
                break;
            case "guideline in its second place":
                _folder.Write("project/mini/privacy-guideline.json", Guideline("Email"));
                break;
            case "baseline appears":
                _folder.Write("project/privacy-baseline.json", "{}");
                break;
            case "configuration":
                _folder.Write("project/project.config.json", """{ "miniprogramRoot": "mini", "setting": {} }""");
                break;
            case "package.json appears above":
                _folder.Write("project/package.json", "{}");
                break;
            case "another app":
                _folder.Write("project/second/app.json", """{ "pages": [] }""");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }

        Run();
        Assert.AreEqual(2, _checks, change);
        Run();
        Assert.AreEqual(2, _checks, "the new result is kept");
    }

    // What the check does not read may change as it likes; that it is there counts, for what it is called
    [TestMethod]
    [DataRow("project/Program.cs")]
    [DataRow("project/mini/pages/map/map.wxss")]
    [DataRow("project/mini/images/map.png")]
    [DataRow("project/build.binlog")]
    public void An_edit_of_what_nobody_reads_does_not_run_it(string path)
    {
        _folder.Write(path, "before");
        Run();
        _folder.Write(path, "and after, with another length");
        Run();
        Assert.AreEqual(1, _checks);
    }

    // A script that holds no usage is skimmed: which modules it names is all that matters
    [TestMethod]
    [DataRow("const price = cents => cents / 50\nmodule.exports = { price, name: require('./names') }", 1)]
    [DataRow("// privacy is elsewhere\nrequire('./names')", 1)]
    [DataRow("require('./names'); require('./place')", 2)]
    [DataRow("", 2)]
    [DataRow("require('./names'); wx.getLocation({})", 2)]
    [DataRow("require('./names'); // privacybuild-disable-next-line PRIV1001 -- why", 2)]
    [DataRow("require('./names'); var a = '\\u0077x'", 2)]
    [DataRow("require('./names')\0\0\0\u0001", 2)]
    public void An_edit_of_a_script_without_usages_counts_for_what_the_check_takes_from_it(string edited, int checks)
    {
        _folder.Write("project/mini/utils/price.js", "require('./names')\nmodule.exports = cents => cents / 100");
        _folder.Write("project/mini/utils/names.js", "module.exports = {}");
        _folder.Write("project/mini/utils/place.js", "module.exports = () => wx.getLocation({})");
        Run();
        _folder.Write("project/mini/utils/price.js", edited);
        var second = Run();
        Assert.AreEqual(checks, _checks);
        Assert.AreEqual(second, Run(task => task.StoredResultFile = ""), "as without a stored result");
        var after = _checks;
        Run();
        Assert.AreEqual(after, _checks, "what was learned is kept");
    }

    [TestMethod]
    public void Whatever_happens_to_the_files_a_stored_result_says_what_a_new_check_would()
    {
        var random = new Random(7);
        string[] paths = [Page, "project/mini/utils/a.js", "project/mini/utils/b.js", "project/mini/utils/c.ts", "project/mini/pages/map/map.wxml", "project/mini/pages/map/map.json", "project/mini/app.json", "project/privacy-guideline.json"];
        string[] texts =
        [
            "", "\n", "// nothing", "wx.getLocation({})", "require('./a')", "require('./b')", "export * from './c'", "module.exports = n => wx[n]()", "require('../../utils/a')('getLocation')",
            "// privacybuild-disable-next-line PRIV1001 -- tried\nwx.getLocation({})", "exports.a = 1", "<camera />", "<view />", "{}", """{ "pages": ["pages/map/map"] }""", Guideline("Location"), "\0\0", "a = `",
        ];
        var replayed = 0;
        for (var step = 0; step < 120; step++)
        {
            var path = paths[random.Next(paths.Length)];
            switch (random.Next(8))
            {
                case 0:
                    File.Delete(_folder[path]);
                    break;
                case 1 when File.Exists(_folder[path]):
                    File.Move(_folder[path], _folder[paths[random.Next(4)]], overwrite: true);
                    break;
                case 2 when File.Exists(Result):
                    using (var stream = File.OpenWrite(Result))
                        stream.SetLength(random.NextInt64(stream.Length));
                    break;
                case 3 or 4:
                    File.AppendAllText(_folder.Write(path, File.Exists(_folder[path]) ? File.ReadAllText(_folder[path]) : ""), texts[random.Next(texts.Length)]);
                    break;
                default:
                    _folder.Write(path, texts[random.Next(texts.Length)]);
                    break;
            }

            var before = _checks;
            var stored = (Run(), Text(Usages));
            replayed += before == _checks ? 1 : 0;
            Assert.AreEqual((Run(task => task.StoredResultFile = ""), Text(Usages)), stored, $"step {step}, {path}");
        }

        Assert.IsTrue(replayed is > 10 and < 110, $"{replayed} of 120 were replayed");

        static string Text(string file) => File.Exists(file) ? File.ReadAllText(file) : "";
    }

    [TestMethod]
    public void A_size_that_a_finding_depends_on_counts()
    {
        _folder.Write("project/supplement.txt", "short");
        _folder.Write("project/privacy-guideline.json", Guideline("Album").Replace("\"notice_method\"", "\"ext_file_media_id\": \"./supplement.txt\", \"notice_method\""));
        Assert.IsFalse(Run().Log.Contains("KB", StringComparison.Ordinal));
        _folder.Write("project/supplement.txt", new string('a', 200_000));
        StringAssert.Contains(Run().Log, "KB");
    }

    [TestMethod]
    public void The_finding_follows_an_edit_whose_time_stamp_is_restored()
    {
        Run();
        var stamp = File.GetLastWriteTimeUtc(_folder[Page]);
        File.WriteAllText(_folder[Page], "wx.getLocation({})");
        File.SetLastWriteTimeUtc(_folder[Page], stamp);

        StringAssert.Contains(Run().Log, "wx.getLocation uses Location");
    }

    [TestMethod]
    public void A_change_of_time_stamps_alone_changes_nothing()
    {
        Run();
        foreach (var file in Directory.EnumerateFiles(_folder["project"], "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Run();
        Assert.AreEqual(1, _checks);
    }

    [TestMethod]
    public void Changed_settings_run_the_check_and_bring_its_severities()
    {
        Run();
        StringAssert.Contains(Run(task => task.Mode = "warning").Log, "warning PRIV1001");
        StringAssert.Contains(Run(task => task.Language = "zh").Log, "涉及");
        Assert.IsTrue(Run(task => task.NoWarn = "PRIV1001").Succeeded);
        Assert.AreEqual(4, _checks);
    }

    [TestMethod]
    public void A_policy_that_is_edited_or_appears_runs_the_check()
    {
        void WithPolicy(PrivacyBuildCheck task) => task.Policies = ["privacy.md"];

        StringAssert.Contains(Run(WithPolicy).Log, "PRIV0007");
        _folder.Write("project/privacy.md", "我们使用摄像头，用于扫描商品条码。");
        Assert.IsFalse(Run(WithPolicy).Log.Contains("PRIV2118", StringComparison.Ordinal));
        _folder.Write("project/privacy.md", "我们使用摄像头，用于拍摄考勤照片。");
        StringAssert.Contains(Run(WithPolicy).Log, "PRIV2118");
        Run(WithPolicy);
        Assert.AreEqual(3, _checks);
    }

    [TestMethod]
    public void What_the_developer_asks_to_be_written_is_done_every_time()
    {
        Run();
        Run(task => task.Write = "baseline");
        File.Delete(_folder["project/privacy-baseline.json"]);
        Run(task => task.Write = "baseline");

        Assert.IsTrue(File.Exists(_folder["project/privacy-baseline.json"]));
        Assert.AreEqual(3, _checks);
    }

    [TestMethod]
    public void A_damaged_result_is_made_anew()
    {
        var first = Run();
        var whole = File.ReadAllBytes(Result);
        var expected = 1;
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 12))
        {
            File.WriteAllBytes(Result, whole[..length]);
            Assert.AreEqual(first, Run());
            Assert.AreEqual(++expected, _checks, $"cut off at {length}");

            var flipped = whole.ToArray();
            flipped[length] ^= 0x20;
            File.WriteAllBytes(Result, flipped);
            Assert.AreEqual(first, Run());
            Assert.AreEqual(++expected, _checks, $"flipped at {length}");
        }
    }

    [TestMethod]
    public void A_file_that_changes_while_it_is_checked_leaves_no_result()
    {
        Run(task => task.Check = (options, files, cancellation) =>
        {
            files.ReadAllBytes("mini/pages/map/map.js");
            File.WriteAllText(_folder[Page], "wx.getLocation({})");
            return PrivacyCheck.Run(options, files, cancellation);
        });

        Assert.IsFalse(File.Exists(Result));
    }

    [TestMethod]
    public void Asked_whether_all_is_up_to_date_it_answers_and_does_nothing()
    {
        var before = Run(task => task.FailIfNotIncremental = true);
        Assert.IsFalse(before.Succeeded);
        Assert.AreEqual(0, _checks);
        StringAssert.Contains(before.Log, "the build is not up to date");

        _folder.Write("project/privacy-guideline.json", Guideline("Email").Replace("] }", ", { \"privacy_key\": \"Album\", \"privacy_text\": \"上传商品照片\" } ] }"));
        var built = Run();
        Assert.IsTrue(built.Succeeded, built.Log);
        Assert.IsTrue(Run(task => task.FailIfNotIncremental = true).Succeeded);
        File.AppendAllText(_folder[Page], "\nfoo()");
        Assert.IsFalse(Run(task => task.FailIfNotIncremental = true).Succeeded);
    }

    [TestMethod]
    public void Builds_of_one_project_at_once_do_not_disturb_each_other()
    {
        var first = Run();
        Parallel.For(0, 40, i =>
        {
            if (i % 5 == 0)
                File.Delete(Result);
            Assert.AreEqual(first, Run());
        });
        CollectionAssert.AreEquivalent(new[] { Result, Usages }, Directory.GetFiles(_folder["project/obj/PrivacyBuild"]));
    }

    private string Result => _folder["project/obj/PrivacyBuild/shop.result"];

    private string Usages => _folder["project/obj/PrivacyBuild/privacy-usages.json"];

    private static string Guideline(string kind) =>
        $$"""{ "owner_setting": { "contact_email": "a@shop.example", "notice_method": "弹窗" }, "setting_list": [ { "privacy_key": "Camera", "privacy_text": "扫描商品条码" }, { "privacy_key": "{{kind}}", "privacy_text": "扫描桌码点单" } ] }""";

    // What a build says, without the seconds, which are its own.
    private (bool Succeeded, string Log) Run(Action<PrivacyBuildCheck>? change = null)
    {
        var engine = new LogEngine();
        using var task = new PrivacyBuildCheck
        {
            BuildEngine = engine,
            ProjectFile = _folder["project/shop.csproj"],
            RulesFile = _folder["RULES.md"],
            UsagesFile = "obj/PrivacyBuild/privacy-usages.json",
            StoredResultFile = "obj/PrivacyBuild/shop.result",
            BuildFolders = ["obj"],
            Language = "en",
            Check = (options, files, cancellation) =>
            {
                System.Threading.Interlocked.Increment(ref _checks);
                return PrivacyCheck.Run(options, files, cancellation);
            },
        };
        change?.Invoke(task);
        var succeeded = task.Execute();
        return (succeeded, Regex.Replace(engine.Log.Replace("low\n", ""), @", [0-9.]+ s\)", ")"));
    }
}
