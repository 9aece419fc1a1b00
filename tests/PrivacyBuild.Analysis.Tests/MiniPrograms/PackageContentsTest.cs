using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

[TestClass]
public sealed class PackageContentsTest
{
    [TestMethod]
    [DataRow("a.js b.wxml c.wxs d.json e.png f.wxss", "a.js app.json b.wxml c.wxs d.json e.png f.wxss", DisplayName = "code and resources")]
    [DataRow("a.cs a.csproj README.md a.py a.vue a.tsx", "app.json", DisplayName = "what the tool does not take")]
    [DataRow("node_modules/x/a.js lib/node_modules/x/a.js .git/a.js .svn/a.js lib/a.js", "app.json lib/a.js", DisplayName = "what the tool always leaves out")]
    [DataRow("miniprogram_npm/x/index.js", "app.json miniprogram_npm/x/index.js", DisplayName = "built packages ship")]
    [DataRow("bin/a.js obj/b.js lib/bin/c.js", "app.json lib/bin/c.js", DisplayName = "the build's own folders, and no others of that name")]
    [DataRow("cloud/f/index.js", "app.json", DisplayName = "cloud functions")]
    [DataRow("types/a.d.ts", "app.json", DisplayName = "declarations are no code")]
    [DataRow("A.JS b.Wxml", "A.JS app.json b.Wxml", DisplayName = "extensions in any case")]
    [DataRow("目录/页面.js", "app.json 目录/页面.js", DisplayName = "names in any script")]
    public void The_package_holds_what_the_tool_takes(string paths, string expected)
    {
        var files = Root("""{ "cloudfunctionRoot": "mp/cloud/" }""", paths);
        Assert.AreEqual(expected, Shipped(files));
    }

    [TestMethod]
    [DataRow("a.ts", "", "a.ts app.json", DisplayName = "a .ts alone ships: something compiles it")]
    [DataRow("a.ts a.js", "", "a.js app.json", DisplayName = "a .js beside it is what ships")]
    [DataRow("a.ts a.js", """ "useCompilerPlugins": ["typescript"] """, "a.js a.ts app.json", DisplayName = "with the plug-in the .ts is the source, and the .js may still ship")]
    [DataRow("a.ts a.js", """ "useCompilerPlugins": [["typescript", {}], "sass"] """, "a.js a.ts app.json", DisplayName = "the plug-in with options")]
    [DataRow("a.ts a.js", """ "useCompilerPlugins": false """, "a.js app.json")]
    public void TypeScript_ships_unless_it_is_compiled_beside_itself(string paths, string setting, string expected) =>
        Assert.AreEqual(expected, Shipped(Root($$"""{ "setting": { {{setting}} } }""", paths)));

    [TestMethod]
    [DataRow("""{ "type": "folder", "value": "docs" }""", "doc.js docs2/a.js")]
    [DataRow("""{ "type": "folder", "value": "/Docs/" }""", "doc.js docs2/a.js")]
    [DataRow("""{ "type": "folder", "value": "docs/x" }""", "doc.js docs/a.js docs2/a.js")]
    [DataRow("""{ "type": "file", "value": "docs/A.js" }""", "doc.js docs/x/a.js docs2/a.js")]
    [DataRow("""{ "type": "file", "value": "a.js" }""", "doc.js docs/a.js docs/x/a.js docs2/a.js", DisplayName = "a file rule is the whole path")]
    [DataRow("""{ "type": "prefix", "value": "doc" }""", "docs/a.js docs/x/a.js docs2/a.js", DisplayName = "a prefix is the name's")]
    [DataRow("""{ "type": "suffix", "value": "c.js" }""", "docs/a.js docs/x/a.js docs2/a.js")]
    [DataRow("""{ "type": "regexp", "value": "^docs/[A-Z]\\.js$" }""", "doc.js docs/x/a.js docs2/a.js")]
    [DataRow("""{ "type": "glob", "value": "docs/*.js" }""", "doc.js docs/x/a.js docs2/a.js")]
    [DataRow("""{ "type": "glob", "value": "docs/**" }""", "doc.js docs2/a.js")]
    [DataRow("""{ "type": "glob", "value": "/**/a.js" }""", "doc.js")]
    [DataRow("""{ "type": "folder", "value": "" }""", "doc.js docs/a.js docs/x/a.js docs2/a.js", DisplayName = "an empty value would ignore everything")]
    [DataRow("""{ "type": "unknown", "value": "docs" }""", "doc.js docs/a.js docs/x/a.js docs2/a.js")]
    [DataRow("""7, { "value": "docs" }, { "type": "folder" }""", "doc.js docs/a.js docs/x/a.js docs2/a.js")]
    public void Ignored_files_do_not_ship(string rules, string expected)
    {
        var files = Root($$"""{ "packOptions": { "ignore": [ {{rules}} ] } }""", "doc.js docs/a.js docs/x/a.js docs2/a.js");
        Assert.AreEqual("app.json " + expected, Shipped(files));
    }

    [TestMethod]
    public void An_include_rule_beats_every_ignore_rule()
    {
        var files = Root("""{ "packOptions": { "ignore": [ { "type": "folder", "value": "docs" } ], "include": [ { "type": "suffix", "value": "b.js" } ] } }""", "docs/a.js docs/b.js");
        var program = Programs.Load(files);
        Assert.AreEqual("app.json docs/b.js", Programs.Shipped(program));
        Assert.IsTrue(program.Files[1].KeptWhenUnused);
    }

    [TestMethod]
    [DataRow("""{ "packOptions": { "ignore": [ { "type": "folder", "value": "docs" } ] } }""", "app.json docs/a.js", DisplayName = "the command-line tool does not read the private file")]
    [DataRow("""{ "setting": { "urlCheck": false } }""", "app.json docs/a.js")]
    public void The_private_file_takes_nothing_away(string privateFile, string expected)
    {
        var files = Root("{}", "docs/a.js").Add("project.private.config.json", privateFile);
        Assert.AreEqual(expected, Shipped(files));
    }

    [TestMethod]
    public void The_private_file_can_bring_something_back()
    {
        var files = Root("""{ "packOptions": { "ignore": [ { "type": "folder", "value": "docs" } ] } }""", "docs/a.js")
            .Add("project.private.config.json", """{ "packOptions": { "ignore": [] } }""");
        Assert.AreEqual("app.json docs/a.js", Shipped(files));
    }

    [TestMethod]
    [DataRow("""{ "type": "regexp", "value": "(" }""", ProblemReason.PatternInvalid)]
    [DataRow("""{ "type": "regexp", "value": "^(([a-z]+)+)+$" }""", ProblemReason.PatternTimedOut)]
    [DataRow("long", ProblemReason.PatternInvalid)]
    [DataRow("""{ "type": "glob", "value": "{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}" }""", ProblemReason.PatternInvalid)]
    public void A_pattern_that_cannot_be_used_is_said_and_matches_nothing(string rule, ProblemReason reason)
    {
        var name = new string('a', 60);
        if (rule == "long")
            rule = $$"""{ "type": "regexp", "value": "{{new string('(', 50_000)}}" }""";
        var files = Root($$"""{ "packOptions": { "ignore": [ {{rule}} ] } }""", name + ".js");
        var program = Programs.Load(files);
        Assert.AreEqual($"{name}.js app.json", Programs.Shipped(program));
        CollectionAssert.Contains(program.Problems.Concat(Programs.Locate(files).Problems).Select(problem => problem.Reason).ToArray(), reason);
    }

    [TestMethod]
    [DataRow("", "folder bin, folder obj, file privacy-baseline.json, file privacy-guideline.json")]
    [DataRow("""{ "type": "folder", "value": "bin" }, { "type": "prefix", "value": "privacy-" }""", "folder obj")]
    public void What_belongs_to_the_build_would_be_uploaded(string rules, string expected)
    {
        var files = new InMemoryFiles(
            ("app.json", "{}"),
            ("project.config.json", $$"""{ "packOptions": { "ignore": [ {{rules}} ] } }"""),
            ("privacy-guideline.json", "{}"), ("privacy-baseline.json", "{}"), ("bin/a.json", ""), ("obj/b.json", ""), ("lib/privacy-guideline.json", ""));
        var program = Programs.Load(files, new PrivacyCheckOptions { BuildFolders = ["bin", "obj"] });
        var found = program.Problems.Where(problem => problem.Kind == ProblemKind.WouldBeUploaded).Select(problem => $"{problem.Detail} {problem.Subject}").ToList();
        Assert.AreEqual(expected, string.Join(", ", found.OrderBy(line => line.Split(' ')[1], System.StringComparer.Ordinal)));
    }

    [TestMethod]
    public void Unused_code_is_left_out_only_when_the_setting_says_so()
    {
        Assert.IsFalse(Programs.Load(Root("{}", "a.js")).IgnoresUnusedFiles);
        var program = Programs.Load(Root("""{ "setting": { "ignoreUploadUnusedFiles": true } }""", "a.js privacy-guideline.json"));
        Assert.IsTrue(program.IgnoresUnusedFiles);
        Assert.DoesNotContain(ProblemKind.WouldBeUploaded, program.Problems.Select(problem => problem.Kind).ToList());
    }

    [TestMethod]
    public void A_large_file_and_a_link_are_left_out_and_said_to_be()
    {
        var files = Root("{}", "a.js")
            .Add("mp/big.js", Encoding.UTF8.GetBytes("1"), length: ReadLimits.SourceBytes + 1)
            .Add("mp/big.png", Encoding.UTF8.GetBytes("1"), length: ReadLimits.SourceBytes + 1)
            .Add("mp/link.js", Encoding.UTF8.GetBytes("1"), isLink: true)
            .AddFolderLink("mp/loop");
        var program = Programs.Load(files);
        Assert.AreEqual("a.js app.json big.png", Programs.Shipped(program));
        Assert.AreEqual("FileLeftOut TooLarge big.js\nFileLeftOut Link link.js\nFileLeftOut Link loop", Programs.Problems(program));
    }

    [TestMethod]
    public void A_folder_that_cannot_be_listed_is_said_to_be_left_out()
    {
        var program = Programs.Load(Root("{}", "a.js").AddLockedFolder("mp/locked"));
        Assert.AreEqual("a.js app.json", Programs.Shipped(program));
        Assert.AreEqual("FileLeftOut AccessFailed locked", Programs.Problems(program));
    }

    [TestMethod]
    public void Folders_within_folders_end_at_a_bound()
    {
        var path = "mp/" + string.Concat(Enumerable.Repeat("d/", ReadLimits.Depth + 5));
        var program = Programs.Load(Root("{}", "a.js").Add(path + "deep.js"));
        Assert.AreEqual("a.js app.json", Programs.Shipped(program));
        Assert.AreEqual(ProblemReason.TooDeep, program.Problems.Single().Reason);
    }

    [TestMethod]
    public void Ten_thousand_files_are_listed_in_order()
    {
        var files = Root("{}", "app.js");
        for (var i = 0; i < 10_000; i++)
            files.Add($"mp/d{i % 100}/f{i}.js");
        var program = Programs.Load(files);
        Assert.HasCount(10_002, program.Files);
        CollectionAssert.AreEqual(program.Files.Select(file => file.PathInRoot).OrderBy(path => path, System.StringComparer.Ordinal).ToArray(), program.Files.Select(file => file.PathInRoot).ToArray());
        Assert.IsEmpty(program.Problems);
    }

    [TestMethod]
    [DataRow("mp/lib", "a.js app.json", 2)]
    [DataRow("mp\\lib\\b.js", "a.js app.json lib/x/c.js", 1)]
    [DataRow("mp/**/?.js", "app.json", 3)]
    [DataRow("mp/li", "a.js app.json lib/b.js lib/x/c.js", 0)]
    public void Excluded_files_are_counted(string exclude, string expected, int count)
    {
        var program = Programs.Load(Root("{}", "a.js lib/b.js lib/x/c.js"), new PrivacyCheckOptions { Exclude = [exclude] });
        Assert.AreEqual((expected, count), (Programs.Shipped(program), program.ExcludedFiles));
    }

    [TestMethod]
    public void A_project_that_builds_in_place_is_searched_all_the_same()
    {
        var files = new InMemoryFiles(("mp/app.json", "{}"), ("mp/app.js", ""));
        Assert.AreEqual("app.js app.json", Programs.Shipped(Programs.Load(files, new PrivacyCheckOptions { BuildFolders = ["", "./", ".."] })));
    }

    [TestMethod]
    public void Only_configuration_is_read()
    {
        var files = Root("{}", "app.js a.js a.wxml b.png lib/c.json");
        Programs.Load(files);
        CollectionAssert.AreEquivalent(new[] { "project.config.json", "mp/app.json" }, files.Reads.Distinct().ToArray());
    }

    [TestMethod]
    public void A_cancelled_check_stops()
    {
        var files = Root("{}", "a.js");
        var root = Programs.Locate(files).Roots.Single();
        Assert.ThrowsExactly<System.OperationCanceledException>(() => MiniProgramLoader.Load([root], new PrivacyCheckOptions(), files, new CancellationToken(canceled: true)));
    }

    private static string Shipped(InMemoryFiles files) =>
        Programs.Shipped(Programs.Load(files, new PrivacyCheckOptions { BuildFolders = ["mp/bin", "mp/obj"] }));

    /// <summary>A mini program in <c>mp</c> with a project.config.json above it.</summary>
    private static InMemoryFiles Root(string project, string paths)
    {
        var files = new InMemoryFiles(("project.config.json", $$"""{ "miniprogramRoot": "mp/", {{project.TrimStart('{')}}"""), ("mp/app.json", "{}"));
        foreach (var path in paths.Split(' '))
            files.Add("mp/" + path);
        return files;
    }
}
