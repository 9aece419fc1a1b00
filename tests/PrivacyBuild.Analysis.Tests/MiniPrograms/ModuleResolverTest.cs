using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

[TestClass]
public sealed class ModuleResolverTest
{
    private const string Files =
        "a/b.js a/c.ts a/d.js a/d.ts a/e/index.js a/f.wxs root.js utils/g.js utils/deep/h.js miniprogram_npm/dayjs/index.js miniprogram_npm/@s/p/x.js a/miniprogram_npm/near/index.js a/Case.js a/t.wxml a/u.wxml";

    [TestMethod]
    [DataRow("./b", "a/b.js")]
    [DataRow("./b.js", "a/b.js")]
    [DataRow("b", "a/b.js", DisplayName = "relative without a dot")]
    [DataRow("../root", "root.js")]
    [DataRow("./c", "a/c.ts")]
    [DataRow("./c.js", "a/c.ts", DisplayName = "TypeScript names what it emits")]
    [DataRow("./e", "a/e/index.js", DisplayName = "a folder, as real projects write it")]
    [DataRow("/root", "root.js")]
    [DataRow("/b", "a/b.js", DisplayName = "the tool's analyser stays in the folder")]
    [DataRow("dayjs", "miniprogram_npm/dayjs/index.js")]
    [DataRow("@s/p/x", "miniprogram_npm/@s/p/x.js")]
    [DataRow("near", "a/miniprogram_npm/near/index.js")]
    [DataRow("~/g", "utils/g.js")]
    [DataRow("~/deep/h", "utils/deep/h.js", DisplayName = "the longest alias first, then the others")]
    [DataRow("config", "utils/g.js", DisplayName = "an alias without a star")]
    [DataRow("@/root", "root.js")]
    [DataRow("./case", "a/Case.js", DisplayName = "another case")]
    [DataRow("./none", "")]
    [DataRow("../../secret", "")]
    [DataRow("plugin://x/y", "")]
    [DataRow("", "")]
    public void A_script_resolves(string specifier, string expected) => Assert.AreEqual(expected, Resolve("a/from.js", specifier, false));

    [TestMethod]
    [DataRow(false, "a/d.js")]
    [DataRow(true, "a/d.ts")]
    public void With_the_plug_in_TypeScript_goes_first(bool typeScriptFirst, string expected) => Assert.AreEqual(expected, Resolve("a/from.js", "./d", typeScriptFirst));

    [TestMethod]
    [DataRow("./t.wxml", "a/t.wxml")]
    [DataRow("t", "a/t.wxml")]
    [DataRow("/a/u.wxml", "a/u.wxml")]
    [DataRow("./f.wxs", "a/f.wxs")]
    [DataRow("./f", "a/f.wxs")]
    [DataRow("./b.js", "")]
    [DataRow("../../t.wxml", "")]
    public void A_template_resolves(string src, string expected)
    {
        var resolver = Create(false);
        Assert.AreEqual(expected, resolver.ResolveTemplate(File("a/from.wxml", ShippedFileKind.Wxml), src)?.PathInRoot ?? "");
    }

    private static string Resolve(string from, string specifier, bool typeScriptFirst) =>
        Create(typeScriptFirst).ResolveScript(File(from, ShippedFileKind.JavaScript), specifier)?.PathInRoot ?? "";

    private static ModuleResolver Create(bool typeScriptFirst)
    {
        var files = new InMemoryFiles(
            ("project.config.json", typeScriptFirst ? """{ "setting": { "useCompilerPlugins": ["typescript"] } }""" : """{ "setting": { } }"""),
            ("app.json", """{ "resolveAlias": { "~/*": "/utils/*", "~/deep/*": "/none/*", "config": "utils/g" } }"""));
        foreach (var path in Files.Split(' '))
            files.Add(path);
        var program = Programs.Load(files);

        // Without the plug-in a .ts beside its .js does not even ship.
        Assert.AreEqual(typeScriptFirst, program.Files.Any(file => file.PathInRoot == "a/d.ts"));
        return program.Resolver;
    }

    private static ShippedFile File(string path, ShippedFileKind kind) => new() { Path = path, PathInRoot = path, Kind = kind, Owner = Owner.Own };
}
