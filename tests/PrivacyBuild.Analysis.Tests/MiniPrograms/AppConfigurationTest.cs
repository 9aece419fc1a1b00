using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

[TestClass]
public sealed class AppConfigurationTest
{
    [TestMethod]
    [DataRow("", ProblemReason.Empty)]
    [DataRow("// later", ProblemReason.Empty)]
    [DataRow("[]", ProblemReason.WrongType)]
    [DataRow("null", ProblemReason.WrongType)]
    [DataRow("{ \"pages\": [", ProblemReason.NotJson)]
    public void A_configuration_that_is_no_object_is_a_problem_with_its_place(string content, ProblemReason reason)
    {
        var program = Programs.Load(("app.json", content), ("app.js", ""), ("project.config.json", "{}"));
        var problem = program.Problems.Single();
        Assert.AreEqual((ProblemKind.ConfigurationUnreadable, reason, "app.json"), (problem.Kind, problem.Reason, problem.Path));
        Assert.IsGreaterThan(0, problem.Start.Line);
        Assert.AreEqual("app.js app.json", Programs.Shipped(program).Replace(" project.config.json", ""), "the files are searched all the same");
    }

    [TestMethod]
    public void A_root_without_configuration_is_a_problem_of_the_file_that_names_it()
    {
        var program = Programs.Load(("project.config.json", "{\n  \"miniprogramRoot\": \"mp/\"\n}"), ("mp/app.js", ""));
        var problem = program.Problems.Single();
        Assert.AreEqual(("project.config.json", 2, "mp/app.json"), (problem.Path, problem.Start.Line, problem.Subject));
        Assert.AreEqual("app.js", Programs.Shipped(program));
    }

    [TestMethod]
    [DataRow("UTF-8 with mark")]
    [DataRow("CRLF")]
    [DataRow("comments")]
    [DataRow("GB18030")]
    public void A_configuration_is_read_as_the_tools_read_it(string form)
    {
        const string Content = "{\n \"pages\": [\"pages/a\"],\n \"window\": { \"title\": \"标题，你好\" }\n}";
        var bytes = form switch
        {
            "UTF-8 with mark" => Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Content)).ToArray(),
            "CRLF" => Encoding.UTF8.GetBytes(Content.Replace("\n", "\r\n")),
            "comments" => Encoding.UTF8.GetBytes("/* head */" + Content.Replace("\"],", "\", ], // pages")),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(Content),
        };
        var program = Programs.Load(new InMemoryFiles(("pages/a.js", ""), ("pages/a.wxml", "")).Add("app.json", bytes));
        Assert.AreEqual("pages/a", string.Join(" ", program.Configuration.Pages));
        Assert.AreEqual("标题，你好", ((JsonString)program.Configuration.MembersOf("window").Single().Value).Value);
        Assert.IsEmpty(program.Problems);
    }

    [TestMethod]
    public void Pages_come_from_the_package_and_its_subpackages()
    {
        var program = Programs.Load(
            ("app.json", """
                { "pages": ["pages/a", "/pages/b"],
                  "subPackages": [ { "root": "/sub/", "pages": ["c"] }, { "root": "sub", "pages": ["d"] }, { "pages": ["x"] }, 7 ],
                  "subpackages": [ { "root": "more", "pages": ["./e", "pages/f"], "independent": true } ] }
                """),
            ("pages/a.js", ""), ("pages/b.js", ""), ("sub/c.js", ""), ("sub/d.js", ""), ("more/e.js", ""), ("more/pages/f.js", ""));
        Assert.AreEqual("pages/a pages/b sub/c sub/d more/e more/pages/f", string.Join(" ", program.Configuration.Pages));
        Assert.AreEqual("sub more", string.Join(" ", program.Configuration.SubpackageRoots));
        Assert.IsEmpty(program.Problems);
    }

    [TestMethod]
    [DataRow("pages/none", ProblemReason.NotFound)]
    [DataRow("../secret", ProblemReason.OutsideRoot)]
    [DataRow("pages/../../secret", ProblemReason.OutsideRoot)]
    [DataRow("/etc/passwd", ProblemReason.NotFound)]
    [DataRow("C:/secret", ProblemReason.OutsideRoot)]
    [DataRow("C:\\\\secret", ProblemReason.OutsideRoot)]
    [DataRow("Pages/A", ProblemReason.OtherCase)]
    public void A_page_that_is_not_there_is_a_problem_and_nothing_outside_is_read(string page, ProblemReason reason)
    {
        var files = new InMemoryFiles(
            ("mp/app.json", $$"""
                {
                  "pages": [ "{{page}}" ]
                }
                """),
            ("mp/pages/a.js", ""), ("mp/pages/a.wxml", ""), ("secret.json", "{}"), ("secret.js", ""));
        var program = Programs.Load(files);
        var problem = program.Problems.Single();
        Assert.AreEqual((ProblemKind.ReferencedFileMissing, reason, "mp/app.json", 2), (problem.Kind, problem.Reason, problem.Path, problem.Start.Line));
        Assert.DoesNotContain("secret.json", files.Reads);
        Assert.AreEqual(reason == ProblemReason.OtherCase ? "pages/a" : "", problem.Detail);
    }

    [TestMethod]
    public void Many_missing_pages_are_counted()
    {
        var pages = string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"\"p{i}\""));
        var problems = Programs.Load(("app.json", $$"""{ "pages": [ {{pages}} ] }"""), ("app.js", "")).Problems;
        Assert.HasCount(ReadLimits.ListedProblems + 1, problems);
        Assert.AreEqual((ProblemReason.FurtherOnes, (10_000 - ReadLimits.ListedProblems).ToString()), (problems[^1].Reason, problems[^1].Detail));
    }

    [TestMethod]
    public void An_ignored_page_is_not_missing()
    {
        var program = Programs.Load(
            ("project.config.json", """{ "packOptions": { "ignore": [ { "type": "folder", "value": "debug" } ] } }"""),
            ("app.json", """{ "pages": [ "debug/a" ] }"""), ("debug/a.js", ""), ("debug/a.wxml", ""));
        Assert.IsEmpty(program.Problems);
    }

    [TestMethod]
    public void Ext_json_lies_over_app_json()
    {
        var configuration = WithExtension("true");
        Assert.AreEqual("scope.a app.json, scope.b ext.json", Members(configuration, "permission"));
        Assert.AreEqual("y ext.json", Members(configuration, "plugins"), "plug-ins are replaced as a whole");
        Assert.AreEqual(("ext.json", 1), (configuration.Find("requiredPrivateInfos")!.File.Path, ((JsonArray)configuration.Find("requiredPrivateInfos")!.Value).Items.Count));
        Assert.AreEqual("app.json", configuration.Find("window")!.File.Path);
        Assert.AreEqual("pages/a pages/b", string.Join(" ", configuration.Pages));
    }

    [TestMethod]
    [DataRow("false")]
    [DataRow("1")]
    public void Ext_json_counts_only_when_it_is_enabled(string enabled)
    {
        var configuration = WithExtension(enabled);
        Assert.AreEqual("scope.a app.json, scope.b app.json", Members(configuration, "permission"));
        Assert.IsNull(configuration.Extension);
    }

    private static AppConfiguration WithExtension(string enabled) => Programs.Load(
        ("app.json", """
            { "pages": ["pages/a"], "window": {}, "plugins": { "x": {} }, "requiredPrivateInfos": ["getLocation", "chooseAddress"],
              "permission": { "scope.a": {}, "scope.b": {} } }
            """),
        ("ext.json", $$"""
            { "extEnable": {{enabled}}, "pages": ["pages/b"], "extPages": {}, "plugins": { "y": {} }, "requiredPrivateInfos": ["getLocation"],
              "permission": { "scope.b": {} } }
            """),
        ("pages/a.js", ""), ("pages/b.js", "")).Configuration;

    private static string Members(AppConfiguration configuration, string name) =>
        string.Join(", ", configuration.MembersOf(name).Select(member => $"{member.Member.Name} {member.File.Path}"));
}
