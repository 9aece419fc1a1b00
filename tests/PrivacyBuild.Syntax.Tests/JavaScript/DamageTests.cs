using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.JavaScript;

/// <summary>
/// A damaged line costs no more than itself: what stands before and behind it is found, wherever it stands. A comment without its end is no damage: up to the next
/// <c>*/</c> everything is comment, for every engine.
/// </summary>
[TestClass]
public sealed class DamageTests
{
    private static readonly JavaScriptParseOptions Jsx = new() { Jsx = true };
    private static readonly JavaScriptParseOptions Tsx = new() { Jsx = true, TypeScript = true };

    private static readonly string[] Statements = ["before", "next", "text", "later", "last"];

    private static readonly string[] Programs =
    [
        "before();\n@\nnext.call(a);\nconst tail = `x ${text.y} z`;\nfunction h() { later.call(`a\nb`) }\nlast.call(/* c */ 'd');\n",
        "function f() {\n  before();\n  @\n  next.call(a);\n  const tail = `x ${text.y} z`;\n}\nfunction h() {\n  later.call(`a\nb`)\n}\nlast.call(/* c */ 'd');\n",
        "Page({\n  data: { a: 1 },\n  onLoad() {\n    before();\n    @\n    next.call(a);\n    const tail = `x ${text.y} z`;\n  },\n  onShow() {\n    later.call(`a\nb`);\n  },\n});\nlast.call(/* c */ 'd');\n",
        "Page({\ndata: { a: 1 },\nonLoad() {\nbefore();\n@\nnext.call(a);\nconst tail = `x ${text.y} z`;\n},\nonShow() {\nlater.call(`a\nb`);\n},\n});\nlast.call(/* c */ 'd');\n",
    ];

    [TestMethod]
    [DataRow("if (a) {")]
    [DataRow("const o = { a: 1,")]
    [DataRow("({")]
    [DataRow("class A {")]
    [DataRow("function g( {")]
    [DataRow("switch (a) {")]
    [DataRow("try {")]
    [DataRow("a.b(function () {")]
    [DataRow("const f = (a, b => {")]
    [DataRow("for (const a of b {")]
    [DataRow("}")]
    public void Braces(string damage) => Check(damage);

    [TestMethod]
    [DataRow("f(a, b")]
    [DataRow("if (a {")]
    [DataRow("return (")]
    [DataRow("new A(")]
    [DataRow("const f = async (")]
    [DataRow("const l = [a, b")]
    [DataRow("a[b")]
    [DataRow("const { a, b = c")]
    [DataRow(")")]
    [DataRow("]")]
    public void Brackets(string damage) => Check(damage);

    [TestMethod]
    [DataRow("const s = 'abc")]
    [DataRow("const s = \"abc")]
    [DataRow("'")]
    [DataRow("const r = /ab[c/;")]
    [DataRow("const r = /abc;")]
    [DataRow("*/")]
    public void Strings_and_regular_expressions(string damage) => Check(damage);

    [TestMethod]
    [DataRow("const t = `abc;")]
    [DataRow("const t = `abc ${a} def;")]
    [DataRow("const t = `abc ${a;")]
    [DataRow("f(`abc, `def`)")]
    [DataRow("`")]
    [DataRow("${")]
    public void Templates(string damage) => Check(damage);

    [TestMethod]
    [DataRow("const e = <view a=\"b\">;")]
    [DataRow("const e = <view><text>a</view>;")]
    [DataRow("const e = <view><text>;")]
    [DataRow("const e = <view;")]
    [DataRow("<view>")]
    [DataRow("</view>")]
    public void Elements(string damage)
    {
        Check(damage, Jsx);
        Check(damage, Tsx);
    }

    [TestMethod]
    [DataRow("a = b ? c")]
    [DataRow("case 1")]
    [DataRow("else {")]
    [DataRow("do {")]
    [DataRow("import { a from 'b'")]
    [DataRow("let x: = 1")]
    [DataRow("=>")]
    [DataRow("@")]
    [DataRow("\\u")]
    public void Half_statements(string damage) => Check(damage);

    [TestMethod]
    [DataRow("interface A {\n  'a'?: b;\nconst next = text<A>((x: Y = {}): Z => {\n  later(x)\n})\nlast(i)\nbefore")]
    [DataRow("interface A {\n  a: b;\nexport default before.next\nimport 'a'\nlast(later, text)")]
    [DataRow("type A = {\n  type: b\n  const: c\nfunction before() { next(text) }\nclass B extends later {}\nlast()")]
    public void Types(string program) => CheckNames(program, JavaScriptParseOptions.TypeScriptOnly);

    private static void Check(string damage)
    {
        Check(damage, JavaScriptParseOptions.JavaScript);
        Check(damage, JavaScriptParseOptions.TypeScriptOnly);
    }

    private static void Check(string damage, JavaScriptParseOptions options)
    {
        foreach (var program in Programs)
            CheckNames(program.Replace("@", damage), options);
    }

    private static void CheckNames(string text, JavaScriptParseOptions options)
    {
        var tree = JavaScriptParser.Parse(new SourceText(text), options);
        var names = new NameCollector();
        names.Visit(tree.Program);
        Assert.IsNotEmpty(tree.Errors, text);
        Assert.AreEqual("", string.Join(" ", Statements.Where(name => !names.Found.Contains(name))), text);
    }

    private sealed class NameCollector : NodeWalker
    {
        public HashSet<string> Found { get; } = [];

        public override void Visit(Node? node)
        {
            if (node is Identifier name)
                Found.Add(name.Name);
            base.Visit(node);
        }
    }
}
