using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.Tests.Text;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.Tests.Wxml;

[TestClass]
public class MarkupValueTests
{
    /// <summary>Each mark is an expression.</summary>
    [TestMethod]
    [DataRow("")]
    [DataRow("text")]
    [DataRow("{{[|a|]}}")]
    [DataRow("{{[| a ? 'b' : \"c\" |]}}")]
    [DataRow("a {{[|b|]}} c {{[|d|]}}{{[|e|]}} f")]
    [DataRow("{{[||]}}")]
    [DataRow("{{[|{a:{b:1}}|]}}")]
    [DataRow("{{[|a:{b:1}|]}}")]
    [DataRow("{{[| {a: {b: {}}} |]}}x}}")]
    [DataRow("{{[| '}}' + 'a' |]}} {{[|`}}`|]}} {{[|\"{{\"|]}}")]
    [DataRow("{{[|a|]}}} {{[|b|]}}")]
    [DataRow("{{[|{a|]}} {{[|b|]}}")]
    [DataRow("{{[|'a|]}} {{[|b'|]}}")]
    [DataRow("{{ a {{[|b|]}}")]
    [DataRow("{ {a}} }} {{ a } }")]
    [DataRow("{{[|\na\n|]}}")]
    public void A_value_is_cut_into_literal_and_expression_runs(string marked)
    {
        var expected = new MarkedText(marked);

        var value = MarkupValue.Parse(expected.Text, new TextSpan(0, expected.Text.Length), MarkupDialect.Wxml);

        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, value.Parts.Where(p => p.IsExpression).Select(p => p.Expression!.Value)));
        Assert.AreEqual(expected.Text.Content, string.Concat(value.Parts.Select(p => expected.Text.Slice(p.Span))));
        Assert.AreEqual(expected.Spans.Count == 0, value.IsLiteral);
    }

    [TestMethod]
    [DataRow("{{[|a|]}}", true)]
    [DataRow(" {{[|a|]}}\n", true)]
    [DataRow("x{{[|a|]}}", false)]
    [DataRow("{{[|a|]}}{{b}}", false)]
    [DataRow("[|a|]", false)]
    public void A_value_that_is_one_expression_is_told(string marked, bool only)
    {
        var expected = new MarkedText(marked);

        var value = MarkupValue.Parse(expected.Text, new TextSpan(0, expected.Text.Length), MarkupDialect.Wxml);

        Assert.AreEqual(only ? expected.Spans[0] : null, value.OnlyExpression);
    }

    [TestMethod]
    [DataRow("{{a, b}}", true)]
    [DataRow("{{a: 1}}", true)]
    [DataRow("{{...a}}", true)]
    [DataRow("{{ a, b: c ? d : e, ...f }}", true)]
    [DataRow("{{'a': 1}}", true)]
    [DataRow("{{a}}", false)]
    [DataRow("{{ {a: 1} }}", false)]
    [DataRow("{{a ? b : c}}", false)]
    [DataRow("{{a ? b ? c : d : e}}", false)]
    [DataRow("{{a?.b ?? c}}", false)]
    [DataRow("{{a?.5:b}}", false)]
    [DataRow("{{f(a, b)}}", false)]
    [DataRow("{{[a, b]}}", false)]
    [DataRow("{{'a, b: c'}}", false)]
    [DataRow("{{a[...b]}}", false)]
    [DataRow("{{a ? b : c : d}}", true)]
    public void Object_shorthand_is_told_from_an_expression(string value, bool shorthand)
    {
        var text = new SourceText(value);

        Assert.AreEqual(shorthand, MarkupValue.Parse(text, new TextSpan(0, text.Length), MarkupDialect.Wxml).Parts.Single().IsObjectShorthand);
    }

    [TestMethod]
    [DataRow("open-type=\"getPhoneNumber\"", MarkupAttributeKind.Plain, "open-type")]
    [DataRow("open-type=\"{{[|type|]}}\"", MarkupAttributeKind.Plain, "open-type")]
    [DataRow(":open-type=\"[|a ? 'b' : 'c'|]\"", MarkupAttributeKind.Binding, "open-type")]
    [DataRow(":open-type.sync='[|a > \"b\"|]'", MarkupAttributeKind.Binding, "open-type")]
    [DataRow("v-bind:open-type=\"[|a|]\"", MarkupAttributeKind.Binding, "open-type")]
    [DataRow("v-bind=\"[|$attrs|]\"", MarkupAttributeKind.Binding, "bind")]
    [DataRow(":[name.x]=\"[|a|]\"", MarkupAttributeKind.Binding, "[name.x]")]
    [DataRow("v-model.trim=\"[|a|]\"", MarkupAttributeKind.Binding, "model")]
    [DataRow("v-model:value=\"[|a|]\"", MarkupAttributeKind.Binding, "value")]
    [DataRow("@tap.stop=\"[|a($event)|]\"", MarkupAttributeKind.Event, "tap")]
    [DataRow("@getphonenumber=\"[|() => { a({ b: {} }) }|]\"", MarkupAttributeKind.Event, "getphonenumber")]
    [DataRow("v-on:tap=\"[|a|]\"", MarkupAttributeKind.Event, "tap")]
    [DataRow("@tap=\"go({{[|id|]}})\"", MarkupAttributeKind.Event, "tap")]
    [DataRow("v-if=\"[|a < b|]\"", MarkupAttributeKind.Directive, "if")]
    [DataRow("v-else", MarkupAttributeKind.Directive, "else")]
    [DataRow("v-for=\"(item, i) in[| list.of(a in b)|]\"", MarkupAttributeKind.Directive, "for")]
    [DataRow("v-for=\"item of[| [1, 2]|]\"", MarkupAttributeKind.Directive, "for")]
    [DataRow("#default=\"{ item }\"", MarkupAttributeKind.Slot, "default")]
    [DataRow("v-slot:cell=\"{ row }\"", MarkupAttributeKind.Slot, "cell")]
    [DataRow(":a=\"\"", MarkupAttributeKind.Binding, "a")]
    [DataRow("wx:if=\"{{[|a|]}}\"", MarkupAttributeKind.Plain, "wx:if")]
    [DataRow("bindtap=\"go\"", MarkupAttributeKind.Plain, "bindtap")]
    public void Names_of_Vue_attributes_say_what_the_value_is(string attribute, MarkupAttributeKind kind, string target)
    {
        var marked = "<view " + attribute + "/>";
        var expected = new MarkedText(marked);

        var document = MarkupParser.Parse(expected.Text, MarkupDialect.Vue);

        Assert.IsEmpty(document.Errors);
        var read = document.DescendantElements().Single().Attributes.Single();
        Assert.AreEqual(kind, read.Kind);
        Assert.AreEqual(target, read.Target);
        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, read.Parts?.Parts.Where(p => p.IsExpression).Select(p => p.Expression!.Value) ?? []));
    }

    [TestMethod]
    [DataRow(":a")]
    [DataRow("@a")]
    [DataRow("v-if")]
    public void In_WXML_these_names_are_plain(string name)
    {
        var attribute = MarkupParser.Parse(new SourceText($"<view {name}=\"b\"/>")).DescendantElements().Single().Attributes.Single();

        Assert.AreEqual(MarkupAttributeKind.Plain, attribute.Kind);
        Assert.AreEqual(name, attribute.Target);
        Assert.IsTrue(attribute.Parts!.IsLiteral);
    }

    [TestMethod]
    [DataRow("<input><text/>", "input text/")]
    [DataRow("<p>a<br>b</p>", "p{'a' br 'b'}")]
    [DataRow("<view <!-- #ifdef MP --> a=\"b\" <!-- #endif --> c/>", "view(a=b c)/")]
    [DataRow("<style>a > b {}</style><view/>", "style[a > b {}] view/")]
    [DataRow("<view>{{ {a: {b: 1}} }}</view>", "view{'{{ {a: {b: 1}} }}'}")]
    public void Vue_templates_follow_HTML_where_it_differs(string text, string tree)
    {
        var document = MarkupParser.Parse(new SourceText(text), MarkupDialect.Vue);

        Assert.AreEqual(tree, MarkupParserTests.Show(document));
        Assert.IsEmpty(document.Errors);
    }
}
