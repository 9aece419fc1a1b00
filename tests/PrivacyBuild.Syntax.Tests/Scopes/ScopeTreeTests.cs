using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.Scopes;

/// <summary>The tree of scopes itself, and its bounds.</summary>
[TestClass]
public sealed class ScopeTreeTests
{
    [TestMethod]
    public void Scopes_are_listed_behind_those_around_them()
    {
        var tree = Build("let a; function f(b) { if (b) { let c } } try {} catch (e) {} with (a) {} (class D {});");

        Assert.AreEqual(
            "Global a f; Function b; Block c; Catch e; With ; Class D",
            string.Join("; ", tree.Scopes.Select(scope => scope.Kind + " " + string.Join(" ", scope.Bindings.Keys))));
        Assert.IsNull(tree.Root.Parent);
        Assert.AreSame(tree.Scopes[1], tree.Scopes[2].Parent);
    }

    [TestMethod]
    public void A_node_leads_to_the_scope_it_opens()
    {
        var tree = Build("function f() { { let a } }");
        var function = (FunctionDeclaration)((Program)tree.Root.Node).Body[0];
        var block = ((BlockStatement)function.Body!).Body[0];

        Assert.AreEqual(ScopeKind.Function, tree.ScopeOf(function)!.Kind);
        Assert.IsTrue(tree.ScopeOf(block)!.Bindings.ContainsKey("a"));
        Assert.IsNull(tree.ScopeOf(function.Id!));
    }

    [TestMethod]
    [DataRow("let a = 1; use(a)", "")]
    [DataRow("let a; a = 1; use(a); a += 2", "a a")]
    [DataRow("for (let a of b) use(a)", "")]
    [DataRow("var a = 1; var a = 2", "")]
    public void Writes_are_those_outside_of_declarations(string text, string writes)
    {
        var binding = Build(text).Scopes.Select(scope => scope.Bindings.TryGetValue("a", out var found) ? found : null).First(found => found is not null)!;

        Assert.AreEqual(writes, string.Join(" ", binding.Writes.Select(write => write.Name)));
        Assert.AreEqual(writes.Length > 0, binding.IsAssigned);
    }

    [TestMethod]
    [DataRow("enum E { A, 'b-c' }", "A b-c")]
    [DataRow("namespace N { export const a = 1; const b = 2; export type T = 1 }", "a")]
    public void Members_of_a_container_are_the_bindings_of_its_scope(string text, string members)
    {
        var tree = Build(text, JavaScriptParseOptions.TypeScriptOnly);

        Assert.AreEqual(members, string.Join(" ", tree.ScopeOf(((Program)tree.Root.Node).Body[0])!.Bindings.Keys));
    }

    [TestMethod]
    [DataRow(100_000, "", "q + ", "q", "")]
    [DataRow(100_000, "q", ".b(q)", "", "")]
    [DataRow(100_000, "", "if (q) q; else ", "q", "")]
    [DataRow(4_000, "", "{ let b; ", "q", "}")]
    [DataRow(1_000, "", "(() => { ", "q", "})()")]
    [DataRow(2_000, "", "if (q) { var b; ", "q", "}")]
    [DataRow(2_000, "x = ", "[q, ", "q", "]")]
    [DataRow(1_000, "x = ", "class { [q] = ", "q", "}")]
    public void A_deep_tree_is_resolved_like_any_other(int depth, string first, string before, string middle, string after)
    {
        var text = new StringBuilder(first).Insert(first.Length, before, depth).Append(middle);
        text.Insert(text.Length, after, depth);

        var tree = Build(text.ToString());

        Assert.AreEqual(text.ToString().Count(c => c == 'q'), tree.Unresolved.Count(name => name.Name == "q"));
    }

    [TestMethod]
    public void A_deep_pattern_binds_its_name()
    {
        var text = "let " + new string('[', 4_000) + "a" + new string(']', 4_000) + " = b; a";

        Assert.HasCount(1, Build(text).Root.Bindings["a"].References);
    }

    private static ScopeTree Build(string text, JavaScriptParseOptions? options = null) =>
        ScopeTree.Build(JavaScriptParser.Parse(new SourceText(text), options ?? JavaScriptParseOptions.JavaScript).Program);
}
