using System;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.JavaScript;

/// <summary>Nesting and chains far beyond what any stack holds, read and walked on the smallest stack a host is likely to give.</summary>
[TestClass]
public sealed class DepthTests
{
    private const int Many = 100_000;
    private const int SmallStackBytes = 256 * 1024;

    private static readonly JavaScriptParseOptions Tsx = new() { TypeScript = true, Jsx = true };

    [TestMethod]
    [DataRow("(", "a", ")")]
    [DataRow("[", "", "]")]
    [DataRow("{", "", "}")]
    [DataRow("x={a:", "1", "}")]
    [DataRow("`${", "a", "}`")]
    [DataRow("!", "a", "")]
    [DataRow("new ", "a", "")]
    [DataRow("a=>", "b", "")]
    [DataRow("a=", "b", "")]
    [DataRow("a?b:", "c", "")]
    [DataRow("a**", "b", "")]
    [DataRow("a:", ";", "")]
    [DataRow("function f(){", "", "}")]
    [DataRow("class A{a=class{", "", "}}")]
    [DataRow("switch(a){case 1:", "", "}")]
    [DataRow("let x:[", "", "]")]
    [DataRow("let x:A<", "B", ">")]
    [DataRow("(a:b)=>", "c", "")]
    [DataRow("<a>", "", "</a>")]
    [DataRow("({get ", "", "")]
    [DataRow("(a={b(", "", "")]
    public void Nesting_beyond_the_limit_is_told_and_skipped(string open, string inner, string close)
    {
        foreach (var suffix in new[] { string.Concat(Enumerable.Repeat(close, Many)), "" })
        {
            var tree = ParseAndWalk(string.Concat(Enumerable.Repeat(open, Many)) + inner + suffix, open.Contains(':', StringComparison.Ordinal) || open.StartsWith('<') || open.StartsWith("let", StringComparison.Ordinal) ? Tsx : JavaScriptParseOptions.JavaScript);
            Assert.IsNotEmpty(tree.Errors);
        }
    }

    [TestMethod]
    [DataRow("a", ".b")]
    [DataRow("a", "?.b")]
    [DataRow("a", "()")]
    [DataRow("a", "[0]")]
    [DataRow("a", "``")]
    [DataRow("x=a", "+a")]
    [DataRow("x=a", "||a")]
    [DataRow("x=a", ",a")]
    [DataRow("x=[1", ",1")]
    [DataRow("if(a)b;", "else if(a)b;")]
    [DataRow("a", ";a")]
    public void Chains_of_any_length_are_sound(string first, string link)
    {
        var tree = ParseAndWalk(first + string.Concat(Enumerable.Repeat(link, Many)) + (first.Contains('[', StringComparison.Ordinal) ? "]" : ""), JavaScriptParseOptions.JavaScript);
        Assert.IsEmpty(tree.Errors);
    }

    [TestMethod]
    public void What_follows_a_construct_that_is_too_deep_is_read()
    {
        var tree = ParseAndWalk(new string('(', Many) + "a" + new string(')', Many) + "; after.it()", JavaScriptParseOptions.JavaScript);
        Assert.HasCount(1, tree.Errors);
        Assert.IsInstanceOfType<CallExpression>(((ExpressionStatement)tree.Program.Body[1]).Expression);
    }

    [TestMethod]
    public void The_limit_does_not_depend_on_the_stack()
    {
        var text = new string('[', 4_000) + new string(']', 4_000);
        Assert.IsEmpty(ParseAndWalk(text, JavaScriptParseOptions.JavaScript).Errors);
        Assert.HasCount(1, ParseAndWalk('[' + text + text, JavaScriptParseOptions.JavaScript).Errors);
    }

    [TestMethod]
    public void Cancellation_is_the_one_exception()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var text = new SourceText(string.Concat(Enumerable.Repeat("a;", 10_000)));
        Assert.ThrowsExactly<OperationCanceledException>(() => JavaScriptParser.Parse(text, JavaScriptParseOptions.JavaScript, cancellationToken: source.Token));
    }

    private static JavaScriptTree ParseAndWalk(string text, JavaScriptParseOptions options)
    {
        JavaScriptTree? tree = null;
        var counter = new Counter();
        var thread = new Thread(
            () =>
            {
                tree = JavaScriptParser.Parse(new SourceText(text), options);
                counter.Visit(tree.Program);
            },
            SmallStackBytes);
        thread.Start();
        thread.Join();
        Assert.IsGreaterThan(1, counter.Count);
        return tree!;
    }

    private sealed class Counter : NodeWalker
    {
        public int Count { get; private set; }

        public override void Visit(Node? node)
        {
            Count++;
            base.Visit(node);
        }
    }
}
