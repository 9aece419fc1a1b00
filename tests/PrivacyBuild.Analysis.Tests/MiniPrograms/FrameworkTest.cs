using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

[TestClass]
public sealed class FrameworkTest
{
    [TestMethod]
    [DataRow("pages.json manifest.json App.vue main.js", "uni-app  pages.json")]
    [DataRow("src/pages.json src/manifest.json package.json", "uni-app src pages.json")]
    [DataRow("src/app.config.ts src/app.tsx package.json", "Taro src app.config.ts")]
    [DataRow("src/app.mpx", "mpx src app.mpx")]
    [DataRow("src/app.wpy", "wepy src app.wpy")]
    [DataRow("src/main.js src/App.vue src/app.json", "mpvue src app.json")]
    [DataRow("pages.json", "", DisplayName = "pages.json alone is no framework")]
    public void A_framework_is_known_by_its_files(string paths, string expected)
    {
        var root = Programs.Locate(Files(paths)).Roots.SingleOrDefault();
        Assert.AreEqual(expected, root is null ? "" : $"{root.Framework!.Name} {root.Root} {root.ConfigurationFileName}");
    }

    [TestMethod]
    [DataRow(MiniProgramInput.Auto, "dist/app.json", "dist False")]
    [DataRow(MiniProgramInput.Auto, "", "src True")]
    [DataRow(MiniProgramInput.Source, "dist/app.json", "src True")]
    [DataRow(MiniProgramInput.Output, "dist/app.json", "dist False")]
    [DataRow(MiniProgramInput.Output, "", "src True")]
    public void The_built_output_goes_before_the_sources(MiniProgramInput input, string output, string expected)
    {
        foreach (var project in new[] { "", """{ "miniprogramRoot": "dist/" }""" })
        {
            var files = Files("src/app.config.ts src/app.ts " + output);
            if (project.Length > 0)
                files.Add("project.config.json", project);
            var search = Programs.Locate(files, new PrivacyCheckOptions { Input = input });
            var root = search.Roots.Single();
            Assert.AreEqual(expected, $"{root.Root} {root.Framework!.IsSource}");
            Assert.HasCount(input == MiniProgramInput.Output && output.Length == 0 ? 1 : 0, search.Problems);
        }
    }

    [TestMethod]
    public void Sources_ship_without_tests_configuration_and_other_platforms()
    {
        var program = Programs.Load(Files(
            "pages.json manifest.json App.vue main.js vue.config.js pages/a/a.vue pages/a/a.nvue components/x.vue util.ts util.h5.ts a.test.ts tests/b.js dist/c.js unpackage/d.js uniCloud-aliyun/e.js static/mp-weixin/f.js static/h5/g.js .hidden/h.js node_modules/i.js wxcomponents/j.wxml ttcomponents/k.js"));
        Assert.AreEqual(
            "App.vue components/x.vue main.js pages/a/a.nvue pages/a/a.vue static/mp-weixin/f.js util.ts wxcomponents/j.wxml",
            string.Join(" ", program.Files.Where(file => file.Kind != ShippedFileKind.Json).Select(file => file.PathInRoot)));
        Assert.IsTrue(program.Files.All(file => file.Kind == ShippedFileKind.Json || Programs.Graph(program).IsReachable(file)));
    }

    [TestMethod]
    public void Uni_app_has_its_pages_and_its_part_for_Weixin()
    {
        var program = Programs.Load(
            ("pages.json", """
                { // pages
                  "pages": [ { "path": "pages/a/a", "style": {} } ], "subPackages": [ { "root": "sub", "pages": [ { "path": "b" } ] } ] }
                """),
            ("manifest.json", """{ "mp-weixin": { "requiredPrivateInfos": ["getLocation"], "permission": { "scope.userLocation": { "desc": "x" } } } }"""),
            ("pages/a/a.vue", ""), ("sub/b.vue", ""), ("main.js", ""));
        Assert.AreEqual("pages/a/a sub/b", string.Join(" ", program.Configuration.Pages));
        Assert.AreEqual("manifest.json", program.Configuration.Find("requiredPrivateInfos")!.File.Path);
        Assert.AreEqual("scope.userLocation", program.Configuration.MembersOf("permission").Single().Member.Name);
        Assert.AreEqual("pages/a/a app", string.Join(" ", Programs.Graph(program).ReachedFrom(program.Resolver.Find("pages/a/a.vue")!)));
        Assert.IsEmpty(program.Problems);
    }

    [TestMethod]
    [DataRow("src/app.config.ts", "export default { pages: ['pages/a'], requiredPrivateInfos: ['getLocation'] }", DisplayName = "an object")]
    [DataRow("src/app.config.ts", "export default defineAppConfig({ pages: [`pages/a`], requiredPrivateInfos: ['getLocation'] } as Config)", DisplayName = "Taro's function and a type")]
    [DataRow("src/app.config.js", "const pages = ['pages/a']\nconst more = { requiredPrivateInfos: ['getLocation'] }\nmodule.exports = { pages, ...more, x: f() }", DisplayName = "names of constants, and a call that is left out")]
    [DataRow("src/app.config.ts", "const all = [...first]; const first = ['pages/a']; export default { pages: all, requiredPrivateInfos: ['getLocation'] }", DisplayName = "a spread")]
    [DataRow("src/app.mpx", "<script>\nApp({})\n</script>\n<script type=\"application/json\">\n{ \"pages\": [\"./pages/a\"], \"requiredPrivateInfos\": [\"getLocation\"] }\n</script>", DisplayName = "a json block")]
    [DataRow("src/app.wpy", "<script>\nimport wepy from 'wepy'\nexport default class extends wepy.app {\n config = { pages: ['pages/a'], requiredPrivateInfos: ['getLocation'] }\n}\n</script>", DisplayName = "a member of a class")]
    public void Configuration_in_code_is_read_with_its_places(string path, string content)
    {
        var files = new InMemoryFiles((path, content), ("src/app.ts", ""), ("src/pages/a.ts", ""));
        var program = Programs.Load(files);
        Assert.AreEqual("pages/a", string.Join(" ", program.Configuration.Pages));
        var infos = program.Configuration.Find("requiredPrivateInfos")!;
        var place = infos.StartOf(((PrivacyBuild.Syntax.Json.JsonArray)infos.Value).Items[0].Span);
        var offset = content.IndexOf("getLocation", System.StringComparison.Ordinal) - 1;
        Assert.AreEqual(program.Configuration.Text!.GetPosition(offset), place);
        Assert.IsEmpty(program.Problems);
    }

    [TestMethod]
    [DataRow("src/app.config.ts", "const a = b; const b = a; export default a", DisplayName = "names in a circle")]
    [DataRow("src/app.config.ts", "export default make()")]
    [DataRow("src/app.config.ts", "{{{ (")]
    [DataRow("src/app.mpx", "<script type=\"application/json\">{</script>")]
    [DataRow("src/app.mpx", "<script")]
    public void Configuration_that_would_have_to_run_is_unknown(string path, string content)
    {
        var program = Programs.Load(new InMemoryFiles((path, content), ("src/app.ts", "")));
        Assert.IsNull(program.Configuration.Json);
        Assert.IsEmpty(program.Problems);
    }

    [TestMethod]
    [DataRow("export default { pages: [] }", true)]
    [DataRow("const more = { window: { x: f() } }; export default { ...more, pages: f() }", true, DisplayName = "other members that would have to run")]
    [DataRow("export default { requiredPrivateInfos: f() }", false)]
    [DataRow("export default { requiredPrivateInfos: ['getLocation', f()] }", false, DisplayName = "an item")]
    [DataRow("const infos = ['getLocation', ...rest]; export default { requiredPrivateInfos: infos }", false, DisplayName = "a spread within")]
    [DataRow("export default { pages: [], ...f() }", false, DisplayName = "a spread of what is not known")]
    [DataRow("export default { [name]: [] }", false, DisplayName = "a name")]
    public void Whether_a_member_is_absent_is_known_unless_it_would_have_to_run(string content, bool known)
    {
        var program = Programs.Load(new InMemoryFiles(("src/app.config.ts", content), ("src/app.ts", "")));
        Assert.AreEqual(known, program.Configuration.Knows("requiredPrivateInfos"));
    }

    [TestMethod]
    [DataRow("app.config.ts", "export default { pages: ['p/a'] }", "p/a.config.ts", "export default { usingComponents: { 'x-b': '../c/b' } }", "p/a.tsx", DisplayName = "a file beside the page")]
    [DataRow("app.config.ts", "export default { pages: ['p/a'] }", "p/a.config.js", "export default definePageConfig({ usingComponents: { 'x-b': '/c/b' } })", "p/a.jsx")]
    [DataRow("app.config.ts", "export default { pages: ['p/a'] }", "p/a.tsx", "definePageConfig({ usingComponents: { 'x-b': '../c/b' } })\nexport default function A() {}", "", DisplayName = "in the page")]
    [DataRow("app.config.ts", "export default { pages: ['p/a'] }", "p/a.vue", "<template/><script setup lang=\"ts\">\ndefinePageConfig({ usingComponents: { 'x-b': '../c/b' } })\n</script>", "")]
    [DataRow("app.config.ts", "export default { pages: ['p/a'] }", "p/a.tsx", "export default class A extends Component { config = { usingComponents: { 'x-b': '../c/b' } } }", "", DisplayName = "Taro before 3")]
    [DataRow("app.mpx", "<script type=\"application/json\">{ \"pages\": [\"./p/a\"] }</script>", "p/a.mpx", "<template><x-b/></template><script type=\"application/json\">{ \"usingComponents\": { \"x-b\": \"../c/b\" } }</script>", "", DisplayName = "a json block")]
    public void Components_of_a_page_in_source_are_known(string app, string configuration, string path, string content, string script)
    {
        var files = new InMemoryFiles(("src/" + app, configuration), ("src/app.ts", ""), ("src/" + path, content), ("src/c/b.wxml", ""), ("src/c/b.json", "{}"));
        if (script.Length > 0)
            files.Add("src/" + script, "");
        var program = Programs.Load(files);
        Assert.AreEqual("c/b", program.PagesAndComponents.Single(page => page.Name == "p/a").Components["x-b"]);
        Assert.IsEmpty(program.Problems);
    }

    [TestMethod]
    [DataRow("export default { usingComponents: { 'x-b': '../c/b' } }", DisplayName = "options of a Vue component")]
    [DataRow("definePageConfig({ usingComponents: { 'x-b': '@/nowhere', 'x-c': 'package/c', 'x-d': path() } })", DisplayName = "what only the framework's build can find")]
    [DataRow("definePageConfig(")]
    public void What_cannot_be_told_of_a_page_in_source_is_no_problem(string content)
    {
        var program = Programs.Load(new InMemoryFiles(("src/app.config.ts", "export default { pages: ['p/a'] }"), ("src/app.ts", ""), ("src/p/a.tsx", content), ("src/c/b.wxml", ""), ("src/c/b.json", "{}")));
        Assert.IsEmpty(program.PagesAndComponents.Single(page => page.Name == "p/a").Components);
        Assert.IsEmpty(program.Problems);
    }

    [TestMethod]
    [DataRow("""{ "pages": { "a": "./pages/a" } }""", "plugin/pages/a.mpx", "mpx pages/a.mpx")]
    [DataRow("""{ "publicComponents": { "a": "components/a" } }""", "plugin/components/a.tsx", "Taro components/a.tsx")]
    [DataRow("""{ "publicComponents": { "a": "components/a" } }""", "plugin/components/a.wxml", " components/a.wxml", DisplayName = "a native one")]
    [DataRow("""{ "pages": { "a": "../../a", "b": "C:/b" } }""", "a.mpx", " ", DisplayName = "nothing outside is looked at")]
    public void A_plug_in_in_source_is_known_by_its_pages(string json, string path, string expected)
    {
        var files = new InMemoryFiles(("plugin/plugin.json", json), ("project.config.json", """{ "pluginRoot": "plugin", "compileType": "plugin" }"""), (path, ""));
        var program = Programs.Load(files);
        Assert.AreEqual(expected, $"{program.Framework?.Name} {string.Join(" ", program.Files.Where(file => file.Kind != ShippedFileKind.Json).Select(file => file.PathInRoot))}");
    }

    private static InMemoryFiles Files(string paths)
    {
        var files = new InMemoryFiles();
        foreach (var path in paths.Split(' ').Where(path => path.Length > 0))
            files.Add(path, path.EndsWith(".json", System.StringComparison.Ordinal) ? "{}" : "");
        return files;
    }
}
