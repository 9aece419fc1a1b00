using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.SingleFile;
using PrivacyBuild.Syntax.Tests.Text;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.Tests.Wxml;

/// <summary>Script inside of markup is read in place: its nodes have the offsets of the file.</summary>
[TestClass]
public class EmbeddedScriptTests
{
    private static readonly JavaScriptParseOptions Wxs = new() { SourceType = SourceType.Script, ReservedNames = true };

    /// <summary>Each mark is an identifier, the names of properties included.</summary>
    [TestMethod]
    [DataRow("<view a=\"{{[|b|] ? '位' : [|c|]}}\">{{[|d|]}} e {{ [|f|][0] }}</view>")]
    [DataRow("<view a=\"x{{[|b|] == \"c\"}}\" d='{{ {[|k|]: [|e|]} }}'/>")]
    [DataRow("<view wx:for=\"{{[[|a|], [|b|]]}}\">{{[|a|]\n+\n[|b|]}}</view>")]
    [DataRow("<view a=\"{{[|in|]}}\">{{ [|class|] }}{{[|class|] || ''}}{{[|for|]}}{{ [|switch|] ? [|new|] : [|delete|] }}{{[|default|].[|import|]}}{{![|typeof|]}}{{[|if|][0]}}</view>", DisplayName = "reserved words as names")]
    [DataRow("<view a=\"{{typeof [|a|]}}\">{{ [|a|] in [|b|] }}{{this}}{{ [|in|] in [|in|] }}{{new [|Date|]()}}{{ function () { return [|a|] } }}</view>", DisplayName = "and as what they are")]
    public void Expressions(string marked)
    {
        var expected = new MarkedText(marked);

        var found = new List<TextSpan>();
        foreach (var value in Values(MarkupParser.Parse(expected.Text)))
        {
            foreach (var part in value.Parts.Where(p => p.IsExpression))
            {
                var tree = JavaScriptParser.ParseExpression(expected.Text, part.Expression!.Value, JavaScriptParseOptions.Template);
                Assert.IsEmpty(tree.Errors);
                found.AddRange(Identifiers(tree));
            }
        }

        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, found));
    }

    [TestMethod]
    [DataRow("<wxs module=\"m\">\nvar [|a|] = [|require|]('./a.wxs');\n[|module|].[|exports|] = { [|f|]: function ([|x|]) { return [|x|] < 1 ? [|a|] : null; } };\n</wxs>")]
    [DataRow("<wxs module=\"m\">var [|r|] = [|getRegExp|]('<view>', 'g'); for (var [|i|] = 0; [|i|] < 2; [|i|]++) { switch ([|i|]) { case 0: continue; default: break } }</wxs>")]
    [DataRow("<wxs module=\"m\">var [|class|] = 1, [|new|]; function [|f|]([|in|]) { return [|in|] + [|class|]; }</wxs>", DisplayName = "words that only JavaScript reserves")]
    [DataRow("<wxs module=\"m\">/* 位 */ [|module|]['exports'] = [|getDate|]().[|getTime|]() \n</wxs>")]
    public void Inline_wxs(string marked)
    {
        var expected = new MarkedText(marked);

        var element = MarkupParser.Parse(expected.Text).DescendantElements()[0];
        var tree = JavaScriptParser.Parse(expected.Text, Wxs, element.RawText);

        Assert.IsEmpty(tree.Errors);
        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, Identifiers(tree)));
    }

    [TestMethod]
    [DataRow("<template><view :a=\"[|b|]\"/></template>\n<script>\nexport default { [|c|]: [|d|] }\n</script>\n<script setup>[|e|]()</script>")]
    [DataRow("<template><view v-for=\"x in [|b|]\">{{ [|c|] }}</view></template><script>[|位|]</script>")]
    public void Blocks_of_components(string marked)
    {
        var expected = new MarkedText(marked);

        var component = SingleFileComponent.Parse(expected.Text);
        var template = MarkupParser.Parse(expected.Text, component.Format.TemplateDialect(), component.Templates.Single().Content);
        var expressions = Values(template).SelectMany(v => v.Parts).Where(p => p.IsExpression).Select(p => p.Expression!.Value);
        var found = expressions.SelectMany(e => Identifiers(JavaScriptParser.ParseExpression(expected.Text, e, JavaScriptParseOptions.JavaScript)))
            .Concat(component.Scripts.SelectMany(s => Identifiers(JavaScriptParser.Parse(expected.Text, s.ScriptOptions!, s.Content))));

        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, found));
    }

    private static IEnumerable<MarkupValue> Values(MarkupDocument document) =>
        document.Descendants().SelectMany(n => n is MarkupElement e ? e.Attributes.Where(a => a.Parts != null).Select(a => a.Parts!) : [((MarkupText)n).Value]);

    private static IEnumerable<TextSpan> Identifiers(JavaScriptTree tree)
    {
        var identifiers = new IdentifierCollector();
        identifiers.Visit(tree.Program);
        return identifiers.Found.Order();
    }

    private sealed class IdentifierCollector : NodeWalker
    {
        public List<TextSpan> Found { get; } = [];

        public override void Visit(Node? node)
        {
            if (node is Identifier)
                Found.Add(node.Span);
            base.Visit(node);
        }
    }
}
