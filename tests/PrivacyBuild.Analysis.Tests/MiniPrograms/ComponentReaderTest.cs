using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

[TestClass]
public sealed class ComponentReaderTest
{
    [TestMethod]
    [DataRow("./x", "pages/x")]
    [DataRow("x", "pages/x")]
    [DataRow("../components/y/y", "components/y/y")]
    [DataRow("/components/y/y", "components/y/y")]
    [DataRow("/components/z", "components/z/index", DisplayName = "a folder stands for its index")]
    [DataRow("@vant/weapp/button/index", "miniprogram_npm/@vant/weapp/button/index")]
    [DataRow("@vant/weapp/button", "miniprogram_npm/@vant/weapp/button/index")]
    [DataRow("~/y/y", "components/y/y", DisplayName = "an alias of app.json")]
    [DataRow("plugin://map/picker", "")]
    [DataRow("weui-miniprogram/cell/cell", "")]
    public void A_component_resolves(string value, string expected)
    {
        var program = Load(value);
        Assert.AreEqual(expected, program.PagesAndComponents.Single(page => page.Name == "pages/a").Components.TryGetValue("tag", out var name) ? name : "");
        Assert.IsEmpty(program.Problems);
    }

    [TestMethod]
    [DataRow("./none", "FileLeftOut NotFound ./none")]
    [DataRow("../../../none", "ReferencedFileMissing OutsideRoot ../../../none")]
    [DataRow("./X", "ReferencedFileMissing OtherCase ./X")]
    [DataRow("lib-a/button", "FileLeftOut NpmNotBuilt lib-a")]
    [DataRow("lib-b/button", "FileLeftOut NotFound lib-b")]
    public void A_component_that_is_not_there_is_a_problem(string value, string expected)
    {
        var program = Load(value);
        Assert.AreEqual(expected, Programs.Problems(program));
        Assert.AreEqual(("mp/pages/a.json", 2), (program.Problems[0].Path, program.Problems[0].Start.Line));
    }

    [TestMethod]
    public void Reachability_goes_from_pages_through_components()
    {
        var program = Programs.Load(
            ("app.json", """{ "pages": ["pages/a", "pages/b"], "usingComponents": { "everywhere": "/c/everywhere" } }"""), ("app.js", ""),
            ("pages/a.json", """{ "usingComponents": { "one": "/c/one" } }"""), ("pages/a.js", ""), ("pages/a.wxml", ""), ("pages/a.wxss", ""),
            ("pages/b.json", """{ "componentGenerics": { "item": { "default": "/c/two" }, "other": true } }"""), ("pages/b.js", ""), ("pages/b.wxml", ""),
            ("c/one.json", """{ "component": true, "usingComponents": { "two": "./two" } }"""), ("c/one.js", ""), ("c/one.wxml", ""),
            ("c/two.json", """{ "component": true, "usingComponents": { "one": "./one" } }"""), ("c/two.ts", ""), ("c/two.wxml", ""),
            ("c/everywhere.json", "{}"), ("c/everywhere.js", ""),
            ("c/unused.json", """{ "usingComponents": { "two": "./two", "gone": "./gone" } }"""), ("c/unused.js", ""), ("c/unused.wxml", ""));
        var graph = Programs.Graph(program);
        Assert.AreEqual(
            """
            app.js app
            app.json app
            c/everywhere.js app
            c/everywhere.json app
            c/one.js pages/a,pages/b
            c/one.json pages/a,pages/b
            c/one.wxml pages/a,pages/b
            c/two.json pages/a,pages/b
            c/two.ts pages/a,pages/b
            c/two.wxml pages/a,pages/b
            c/unused.js -
            c/unused.json -
            c/unused.wxml -
            """.ReplaceLineEndings("\n"),
            string.Join("\n", program.Files.Where(file => !file.PathInRoot.StartsWith("pages/", System.StringComparison.Ordinal)).Select(file => $"{file.PathInRoot} {(graph.IsReachable(file) ? string.Join(",", graph.ReachedFrom(file)) : "-")}")));
        Assert.AreEqual("pages/a.json c/one.json c/two.ts", string.Join(" ", graph.ChainTo(program.Resolver.Find("c/two.ts")!).Select(edge => edge.To.PathInRoot)));
        Assert.AreEqual("everywhere,two", string.Join(",", program.PagesAndComponents.Single(component => component.Name == "c/unused").Components.Keys.OrderBy(tag => tag, System.StringComparer.Ordinal)));
        Assert.IsEmpty(program.Problems, "what nothing reaches may be broken");
    }

    [TestMethod]
    [DataRow("""{ "tabBar": { "custom": true } }""", "custom-tab-bar/index.js", "custom-tab-bar/index.js")]
    [DataRow("""{ "tabBar": {} }""", "custom-tab-bar/index.js", "")]
    [DataRow("""{ "appBar": {} }""", "app-bar/index.js", "app-bar/index.js")]
    [DataRow("""{ "workers": "workers" }""", "workers/a.js workers/b/c.js other.js", "workers/a.js workers/b/c.js")]
    [DataRow("""{ "workers": { "path": "/workers/", "isSubpackage": true } }""", "workers/a.js", "workers/a.js")]
    [DataRow("""{ "subPackages": [ { "root": "s", "pages": [], "entry": "init.js" } ] }""", "s/init.js s/other.js", "s/init.js")]
    [DataRow("""{ "plugins": { "p": { "export": "give.js", "genericsImplementation": { "c": { "g": "c/g" } } } } }""", "give.js c/g.json c/g.js", "c/g.js c/g.json give.js")]
    [DataRow("""{ "subPackages": [ { "root": "s", "plugins": { "p": { "export": "give.js" } } } ] }""", "s/give.js", "s/give.js")]
    [DataRow("""{ "agent": { "skills": [ { "path": "skills/x" } ], "pageMetadata": "meta.json" } }""", "skills/x/a.js skills/y/a.js meta.json", "meta.json skills/x/a.js")]
    [DataRow("{}", "functional-pages/request-payment.js app.ts", "app.ts functional-pages/request-payment.js")]
    public void The_app_has_entries_besides_its_pages(string app, string paths, string reached)
    {
        var files = new InMemoryFiles(("app.json", app));
        foreach (var path in paths.Split(' '))
            files.Add(path, path.EndsWith(".json", System.StringComparison.Ordinal) ? "{}" : "");
        var program = Programs.Load(files);
        var graph = Programs.Graph(program);
        Assert.AreEqual(reached, string.Join(" ", program.Files.Where(file => graph.IsReachable(file) && file.PathInRoot != "app.json").Select(file => file.PathInRoot)));
    }

    [TestMethod]
    [DataRow("false", "app.js app.json keep.js pages/a.js pages/a.wxml project.config.json unused.js unused.png unused.wxss")]
    [DataRow("true", "app.js app.json keep.js pages/a.js pages/a.wxml project.config.json unused.png")]
    public void The_package_loses_unused_code_when_the_project_wants_that(string setting, string expected)
    {
        var program = Programs.Load(
            ("project.config.json", $$"""{ "setting": { "ignoreUploadUnusedFiles": {{setting}} }, "packOptions": { "include": [ { "type": "prefix", "value": "keep" } ] } }"""),
            ("app.json", """{ "pages": ["pages/a"] }"""), ("app.js", ""), ("pages/a.js", ""), ("pages/a.wxml", ""), ("keep.js", ""), ("unused.js", ""), ("unused.wxss", ""), ("unused.png", ""));
        var graph = Programs.Graph(program);
        Assert.AreEqual(expected, string.Join(" ", program.Files.Where(file => program.Packs(file, graph)).Select(file => file.PathInRoot)));
    }

    [TestMethod]
    public void A_plug_in_has_a_main_and_public_components()
    {
        var program = Programs.Load(
            ("plugin.json", """{ "main": "main.js", "pages": { "hello": "pages/hello" }, "publicComponents": { "box": "components/box" } }"""),
            ("main.js", ""), ("pages/hello.js", ""), ("pages/hello.wxml", ""), ("components/box.json", "{}"), ("components/box.js", ""), ("other.js", ""));
        Assert.AreEqual(MiniProgramKind.Plugin, program.Kind);
        var graph = Programs.Graph(program);
        Assert.AreEqual("other.js", string.Join(" ", program.Files.Where(file => !graph.IsReachable(file)).Select(file => file.PathInRoot)));
    }

    [TestMethod]
    public void A_mini_game_begins_at_its_script()
    {
        var program = Programs.Load(
            ("game.json", """{ "subpackages": [ { "name": "s", "root": "stage/" }, { "name": "t", "root": "tail.js" } ], "openDataContext": "open", "workers": "w" }"""),
            ("game.js", ""), ("stage/game.js", ""), ("stage/other.js", ""), ("tail.js", ""), ("open/index.js", ""), ("w/a.js", ""));
        var graph = Programs.Graph(program);
        Assert.AreEqual("stage/other.js", string.Join(" ", program.Files.Where(file => !graph.IsReachable(file)).Select(file => file.PathInRoot)));
    }

    [TestMethod]
    public void A_page_names_at_most_a_few_pages()
    {
        var pages = Enumerable.Range(0, 50).Select(i => $"p/{i}").ToList();
        var files = new InMemoryFiles(("app.json", $$"""{ "pages": [ {{string.Join(", ", pages.Select(page => $"\"{page}\""))}} ] }"""), ("c.json", "{}"), ("c.js", ""));
        foreach (var page in pages)
            files.Add(page + ".js").Add(page + ".wxml").Add(page + ".json", """{ "usingComponents": { "c": "/c" } }""");
        var program = Programs.Load(files);
        Assert.AreEqual("p/0 p/1 p/2", string.Join(" ", Programs.Graph(program).ReachedFrom(program.Resolver.Find("c.js")!)));
    }

    [TestMethod]
    [DataRow("", "")]
    [DataRow("[]", "ConfigurationUnreadable WrongType a.json")]
    [DataRow("{", "ConfigurationUnreadable NotJson a.json")]
    public void A_page_json_may_be_empty_and_not_broken(string content, string expected)
    {
        var program = Programs.Load(("app.json", """{ "pages": ["a"] }"""), ("a.json", content), ("a.js", ""), ("a.wxml", ""));
        Assert.AreEqual(expected, Programs.Problems(program));
    }

    private static MiniProgram Load(string component) => Programs.Load(
        ("mp/app.json", """{ "pages": ["pages/a"], "useExtendedLib": { "weui": true }, "resolveAlias": { "~/*": "/components/*", "~/x/*": "/none/*" } }"""),
        ("mp/pages/a.json", $$"""
            { "usingComponents": {
                "tag": "{{component}}" } }
            """),
        ("mp/pages/a.js", ""), ("mp/pages/a.wxml", ""), ("mp/pages/x.json", "{}"), ("mp/pages/x.js", ""),
        ("mp/components/y/y.json", "{}"), ("mp/components/y/y.wxml", ""), ("mp/components/z.js", ""), ("mp/components/z/index.json", "{}"), ("mp/components/z/index.js", ""),
        ("mp/miniprogram_npm/@vant/weapp/button/index.json", "{}"), ("mp/miniprogram_npm/@vant/weapp/button/index.js", ""),
        ("node_modules/lib-a/button.js", ""));
}
