using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Tasks.Tests;

/// <summary>Two clones of one program, in different folders and written on different days in another order, give the same bytes.</summary>
[TestClass]
public sealed class DeterminismTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly (string Path, string Content)[] _program =
    [
        ("project.config.json", """{ "miniprogramRoot": "mini/", "packOptions": { "ignore": [] } }"""),
        ("mini/app.json", """{ "pages": ["pages/a/a", "pages/b/b"] }"""),
        ("mini/pages/a/a.json", "{}"),
        ("mini/pages/a/a.wxml", "<button open-type=\"{{t}}\"/>"),
        ("mini/pages/a/a.js", "const { call } = require('../../utils/call')\nPage({ data: { t: 'getPhoneNumber' }, x() { call('chooseImage') } })"),
        ("mini/pages/b/b.json", "{}"),
        ("mini/pages/b/b.wxml", "<camera/>"),
        ("mini/pages/b/b.js", "wx.getLocation({}); wx[getApp().name]()"),
        ("mini/utils/call.js", "exports.call = name => wx[name]({})"),
        ("mini/miniprogram_npm/y/index.js", "wx.chooseVideo({})"),
        ("node_modules/y/package.json", """{ "name": "y", "version": "2.0.0" }"""),
        ("privacy-guideline.json", """{ "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗" }, "setting_list": [ { "privacy_key": "Camera", "privacy_text": "扫描商品条码" } ] }"""),
        ("privacy-baseline.json", """{ "version": 1, "findings": [ { "rule": "PRIV1001", "interface": "wx.getLocation", "path": "mini/pages/b/b.js", "count": 1 } ] }"""),
    ];

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Clones_give_the_same_bytes_and_the_same_log()
    {
        var first = Run("one/shop", _program, new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc), maxParallelism: 1);
        var second = Run("another place/更深/shop", _program.Reverse(), new DateTime(2031, 12, 31, 23, 0, 0, DateTimeKind.Utc), maxParallelism: 4);

        Assert.AreEqual(first.Log, second.Log);
        CollectionAssert.AreEqual(first.Files.Keys, second.Files.Keys);
        Assert.IsGreaterThan(1, first.Files.Count);
        foreach (var (name, content) in first.Files)
        {
            CollectionAssert.AreEqual(content, second.Files[name], name);
            Assert.DoesNotContain(_folder.Path, System.Text.Encoding.UTF8.GetString(content), name);
        }
    }

    private (string Log, SortedDictionary<string, byte[]> Files) Run(string clone, IEnumerable<(string Path, string Content)> program, DateTime written, int maxParallelism)
    {
        foreach (var (path, content) in program)
            File.SetLastWriteTimeUtc(_folder.Write(clone + "/" + path, content), written);
        var engine = new LogEngine();
        using var task = new PrivacyBuildCheck
        {
            BuildEngine = engine,
            ProjectFile = _folder[clone + "/shop.csproj"],
            RulesFile = _folder["RULES.md"],
            UsagesFile = "obj/PrivacyBuild/privacy-usages.json",
            BuildFolders = ["obj"],
            Reports = "sarif;html;csv;markdown;request;userview",
            Language = "en",
            MaxParallelism = maxParallelism,
        };
        task.Execute();
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_folder[clone + "/obj"], "*", SearchOption.AllDirectories))
            files.Add(Path.GetFileName(file), File.ReadAllBytes(file));
        var log = engine.Log.Replace(_folder[clone], "");
        return (System.Text.RegularExpressions.Regex.Replace(log, @", [0-9.]+ s\)", ")"), files);
    }
}
