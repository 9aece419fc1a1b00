using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

[TestClass]
public sealed class MiniProgramLocatorTest
{
    private const string App = """{ "pages": ["pages/index/index"] }""";

    [TestMethod]
    [DataRow("app.json", "MiniProgram  miniprogram", DisplayName = "the project folder itself")]
    [DataRow("client/app.json", "MiniProgram client client", DisplayName = "a folder below")]
    [DataRow("a/app.json b/app.json", "MiniProgram a a|MiniProgram b b", DisplayName = "several programs")]
    [DataRow("a/wx/app.json b/wx/app.json", "MiniProgram a/wx a/wx|MiniProgram b/wx b/wx", DisplayName = "several programs of one folder name are named by their paths")]
    [DataRow("app.json other/app.json", "MiniProgram  miniprogram", DisplayName = "the project folder is enough")]
    [DataRow("a/app.json a/demo/app.json", "MiniProgram a a", DisplayName = "what lies in a root belongs to it")]
    [DataRow("bin/app.json obj/x/app.json node_modules/x/app.json out/app.json .hidden/app.json", "", DisplayName = "build folders, packages and hidden folders are not searched")]
    [DataRow("game/game.json game/game.js", "Game game game", DisplayName = "a mini game")]
    public void Programs_are_found_without_a_project_file(string paths, string expected)
    {
        var files = new InMemoryFiles();
        foreach (var path in paths.Split(' '))
            files.Add(path, App);
        Assert.AreEqual(expected, Found(Programs.Locate(files, new PrivacyCheckOptions { BuildFolders = ["out"] })));
    }

    [TestMethod]
    [DataRow("""{ "miniprogramRoot": "miniprogram/" }""", "miniprogram/app.json", "MiniProgram miniprogram miniprogram")]
    [DataRow("""{ "miniprogramRoot": "./" }""", "app.json", "MiniProgram  miniprogram")]
    [DataRow("""{ "projectname": "shop" }""", "app.json", "MiniProgram  shop")]
    [DataRow("""{ "miniprogramRoot": "mp/", "pluginRoot": "plugin/", "compileType": "plugin" }""", "mp/app.json plugin/plugin.json", "MiniProgram mp mp|Plugin plugin plugin")]
    [DataRow("""{ "miniprogramRoot": "mp/", "pluginRoot": "plugin/" }""", "plugin/plugin.json", "Plugin plugin plugin")]
    [DataRow("""{ "compileType": "game" }""", "game.json app.json", "Game  game")]
    [DataRow("""{ "miniprogramRoot": "../../mp" }""", "mp/app.json", "MiniProgram mp mp", DisplayName = "the tool strips what leads up")]
    [DataRow("""{ "miniprogramRoot": "dist/" }""", "src/app.js", "MiniProgram dist dist", DisplayName = "a root that holds nothing yet is still the root")]
    [DataRow("""{ "miniprogramRoot": "dist/" }""", "src/app.json", "MiniProgram src src", DisplayName = "unless a program lies elsewhere below")]
    [DataRow("""{ /* note */ "miniprogramRoot": "mp", }""", "mp/app.json", "MiniProgram mp mp", DisplayName = "comments and trailing commas")]
    public void Roots_come_from_the_project_file(string project, string paths, string expected)
    {
        var files = new InMemoryFiles(("project.config.json", project));
        foreach (var path in paths.Split(' '))
            files.Add(path, App);
        Assert.AreEqual(expected, Found(Programs.Locate(files)));
    }

    [TestMethod]
    public void A_root_takes_the_project_file_above_that_points_to_it()
    {
        var files = new InMemoryFiles(
            ("project.config.json", """{ "miniprogramRoot": "elsewhere/" }"""),
            ("client/project.config.json", """{ "miniprogramRoot": "src/" }"""),
            ("client/src/app.json", App));
        var root = Programs.Locate(files, new PrivacyCheckOptions { Root = "client/src" }).Roots.Single();
        Assert.AreEqual("client/project.config.json", root.Project!.Path);
    }

    [TestMethod]
    [DataRow("../client/miniprogram", "../client/project.config.json")]
    [DataRow("", "../project.config.json")]
    public void A_root_and_its_project_file_may_lie_outside_the_project(string rootFolder, string projectFile)
    {
        var pointsTo = rootFolder.Length == 0 ? "app" : "miniprogram";
        var files = new InMemoryFiles((projectFile, $$"""{ "miniprogramRoot": "{{pointsTo}}" }"""), (ProjectPath.Combine(rootFolder, "app.json"), App));
        var root = Programs.Locate(files, new PrivacyCheckOptions { Root = rootFolder }).Roots.Single();
        Assert.AreEqual(rootFolder, root.Root);

        // The name of the project's own folder is unknown, so only a root below can be recognised.
        Assert.AreEqual(rootFolder.Length == 0 ? null : projectFile, root.Project?.Path);
    }

    [TestMethod]
    public void A_root_that_is_not_built_is_said_to_be()
    {
        var problem = Programs.Locate(new InMemoryFiles(("project.config.json", """{ "miniprogramRoot": "dist/" }"""), ("src/app.json", App))).Problems.Single();
        Assert.AreEqual((ProblemKind.FileLeftOut, ProblemReason.NotBuilt, "dist/app.json"), (problem.Kind, problem.Reason, problem.Subject));
    }

    [TestMethod]
    public void The_project_folder_goes_by_its_name_above_it()
    {
        var files = new InMemoryFiles(("../project.config.json", """{ "miniprogramRoot": "client" }"""), ("app.json", App));
        Assert.AreEqual("../project.config.json", Programs.Locate(files, new PrivacyCheckOptions { ProjectFolderName = "client" }).Roots.Single().Project?.Path);
        Assert.IsNull(Programs.Locate(files, new PrivacyCheckOptions { ProjectFolderName = "other" }).Roots.Single().Project);
    }

    [TestMethod]
    public void A_project_file_of_another_tool_is_no_program()
    {
        var files = new InMemoryFiles(("a/app.json", App), ("static/tt/project.config.json", "{}"));
        var search = Programs.Locate(files);
        Assert.AreEqual("MiniProgram a a", Found(search));
        Assert.IsEmpty(search.Problems);
    }

    [TestMethod]
    public void Nothing_found_is_a_fact_that_names_what_was_seen()
    {
        var search = Programs.Locate(new InMemoryFiles(("web/app.json", """{ "expo": {} }"""), ("Program.cs", "")));
        Assert.IsEmpty(search.Roots);
        var problem = search.Problems.Single();
        Assert.AreEqual(ProblemKind.NoMiniProgram, problem.Kind);
        Assert.AreEqual("web/app.json", problem.Subject);
    }

    [TestMethod]
    public void A_root_that_is_set_and_absent_is_said_to_be()
    {
        var problem = Programs.Locate(new InMemoryFiles(("app.json", App)), new PrivacyCheckOptions { Root = "client" }).Problems.Single();
        Assert.AreEqual((ProblemKind.NoMiniProgram, ProblemReason.NotFound, "client"), (problem.Kind, problem.Reason, problem.Path));
    }

    [TestMethod]
    public void A_root_that_is_set_one_folder_too_high_is_searched() =>
        Assert.AreEqual("MiniProgram client/mp mp", Found(Programs.Locate(new InMemoryFiles(("client/mp/app.json", App), ("other/app.json", App)), new PrivacyCheckOptions { Root = "client/" })));

    [TestMethod]
    public void The_search_does_not_follow_links()
    {
        var search = Programs.Locate(new InMemoryFiles(("a/app.json", App)).AddFolderLink("loop"));
        Assert.AreEqual("MiniProgram a a", Found(search));
    }

    private static string Found(MiniProgramSearch search) => string.Join("|", search.Roots.Select(root => $"{root.Kind} {root.Root} {root.Name}"));
}
