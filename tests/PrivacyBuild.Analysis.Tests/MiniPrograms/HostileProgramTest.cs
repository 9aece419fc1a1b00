using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

/// <summary>Whatever lies in a project, loading ends, without an exception, the same every time, and never leaves the root.</summary>
[TestClass]
public sealed class HostileProgramTest
{
    private const int Seeds = 400;

    private static readonly string[] Strings =
    [
        "\"\"", "\".\"", "\"..\"", "\"/\"", "\"//\"", "\"../../secret\"", "\"/etc/passwd\"", "\"C:\\\\x\"", "\"pages/a\"", "\"./a\"", "\"@\"", "\"@/a\"", "\"~\"", "\"*\"", "\"a/*\"",
        "\"plugin://x/y\"", "\"\\u0000\"", "\"\\ud800\"", "\"页面/甲\"", "\"a b\"", "\"miniprogram_npm\"", "\"@scope\"", "\"sub/\"", "\"index.js\"", "\"[\"", "\"(((\"", "\"{a,b}\"", "\"!\"",
    ];

    private static readonly string[] Members =
    [
        "extEnable", "extPages", "vueVersion", "condition", "pages", "subPackages", "subpackages", "root", "entry", "plugins", "export", "genericsImplementation", "usingComponents", "componentGenerics", "default", "workers", "path",
        "tabBar", "custom", "appBar", "resolveAlias", "useExtendedLib", "agent", "skills", "componentList", "componentPath", "publicComponents", "main", "openDataContext", "extEnable",
        "miniprogramRoot", "pluginRoot", "cloudfunctionRoot", "compileType", "setting", "useCompilerPlugins", "ignoreUploadUnusedFiles", "packOptions", "ignore", "include", "type", "value",
        "projectname", "mp-weixin", "privacy_ver", "owner_setting", "setting_list", "privacy_key", "privacy_text", "sdk_privacy_info_list", "sdk_list", "errcode", "privacy_desc", "\\u0061",
    ];

    private static readonly string[] Paths =
    [
        "app.json", "game.json", "plugin.json", "ext.json", "project.config.json", "project.private.config.json", "pages/a.json", "pages/a.js", "pages/a.wxml", "a.js", "a/index.json", "a/index.js",
        "sub/app.json", "sub/x.js", "miniprogram_npm/@scope/p/index.js", "miniprogram_npm/package.json", "页面/甲.js", "页面/甲.wxml", "pages.json", "manifest.json", "App.vue", "src/app.mpx",
        "privacy-guideline.json", "base.wxml", "taro.js", "..js", "...", ".js", "a..b.js", "custom-tab-bar/index.js", "secret.json",
    ];

    [TestMethod]
    [Timeout(120_000)]
    public void Loading_never_throws_and_never_leaves_the_root()
    {
        var loaded = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var files = Generate(seed);
            var first = Outcome(files, ref loaded);
            Assert.AreEqual(first, Outcome(Generate(seed), ref loaded), $"seed {seed} gives the same twice");
            Assert.DoesNotContain("../secret.json", files.Reads, $"seed {seed}");
        }

        Assert.IsGreaterThan(Seeds / 2, loaded, "most of what is made up is some program");
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow(100_000)]
    public void Nested_json_is_a_problem(int depth)
    {
        foreach (var open in new[] { "[", "{\"a\":" })
        {
            var text = string.Concat(Enumerable.Repeat(open, depth));
            var problems = Programs.Load(("app.json", text), ("app.js", "")).Problems;
            Assert.AreEqual(ProblemReason.NotJson, problems.Single().Reason);
        }
    }

    [TestMethod]
    public void Components_may_name_each_other_in_a_long_chain()
    {
        const int Length = 5_000;
        var files = new InMemoryFiles(("app.json", """{ "pages": ["c0"] }"""));
        for (var i = 0; i < Length; i++)
            files.Add($"c{i}.json", $$"""{ "usingComponents": { "next": "./c{{(i + 1) % Length}}" } }""").Add($"c{i}.js").Add($"c{i}.wxml");
        var program = Programs.Load(files);
        var graph = Programs.Graph(program);
        Assert.AreEqual(program.Files.Count, graph.Count);
        Assert.HasCount(Length, graph.ChainTo(program.Resolver.Find($"c{Length - 1}.js")!));
    }

    private static string Outcome(InMemoryFiles files, ref int loaded)
    {
        var options = new PrivacyCheckOptions { BuildFolders = ["bin", "sub"] };
        var search = Programs.Locate(files, options);
        var lines = new List<string>(search.Problems.Select(problem => problem.ToString()));
        foreach (var root in search.Roots)
        {
            var program = MiniProgramLoader.Load([root], options, files, CancellationToken.None)[0];
            loaded++;
            var graph = Programs.Graph(program);
            lines.Add($"{program.Kind} {program.Root} {program.Name}: {Programs.Shipped(program)} / {graph.Count}");
            lines.AddRange(program.Problems.Select(problem => problem.ToString()));
            var location = GuidelineLocator.Locate(options, files, program.ProjectConfigurationPath);
            if (location.ServingPath is { } path)
                lines.Add(GuidelineReader.Read(files, path).State.ToString());
        }

        return string.Join("\n", lines);
    }

    private static InMemoryFiles Generate(int seed)
    {
        var random = new Random(seed);
        var files = new InMemoryFiles().Add("../secret.json", "{}").Add("../secret.js", "");
        foreach (var path in Paths)
        {
            if (random.Next(3) == 0)
                continue;
            var isJson = path.EndsWith(".json", StringComparison.Ordinal);
            files.Add(path, isJson ? Json(random) : Encoding.UTF8.GetBytes("Page({})"));
        }

        return random.Next(4) == 0 ? files.AddFolderLink("loop").AddLocked("pages/locked.json").AddLockedFolder("closed") : files;
    }

    private static byte[] Json(Random random)
    {
        var text = new StringBuilder();
        if (random.Next(8) == 0)
            return Enumerable.Range(0, random.Next(50)).Select(_ => (byte)random.Next(256)).ToArray();
        Value(random, text, isRoot: true, depth: 0);
        if (random.Next(10) == 0)
            text.Length = random.Next(text.Length);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Value(Random random, StringBuilder text, bool isRoot, int depth)
    {
        var kind = isRoot && random.Next(10) > 0 ? 0 : random.Next(depth > 4 ? 2 : 10);
        switch (kind)
        {
            case 0 or 1 when depth > 4:
                text.Append(random.Next(4) switch { 0 => "true", 1 => "7", 2 => "null", _ => Strings[random.Next(Strings.Length)] });
                break;
            case 0 or 1 or 2:
                text.Append('{');
                for (var i = random.Next(isRoot ? 12 : 5); i > 0; i--)
                {
                    text.Append('"').Append(Members[random.Next(Members.Length)]).Append("\":");
                    Value(random, text, false, depth + 1);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case 3 or 4:
                text.Append('[');
                for (var i = random.Next(4); i > 0; i--)
                {
                    Value(random, text, false, depth + 1);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case 5:
                text.Append(random.Next(2) == 0 ? "true" : "false");
                break;
            default:
                text.Append(Strings[random.Next(Strings.Length)]);
                break;
        }
    }
}
