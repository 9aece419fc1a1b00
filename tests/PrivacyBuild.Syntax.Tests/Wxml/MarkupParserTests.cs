using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.Tests.Text;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.Tests.Wxml;

/// <summary>
/// Trees are written shortly: <c>view(a=b){…}</c> for an element with attributes and children, <c>view/</c> for a self-closing one,
/// <c>wxs[…]</c> for raw text, <c>'…'</c> for text.
/// </summary>
[TestClass]
public class MarkupParserTests
{
    [TestMethod]
    // Elements
    [DataRow("", "")]
    [DataRow("<view></view>", "view")]
    [DataRow("<view/><view />", "view/ view/")]
    [DataRow("<view>a<text>b</text>c</view>", "view{'a' text{'b'} 'c'}")]
    [DataRow("<view>\n  <text/>\n</view>\n", "view{text/}")]
    [DataRow("<live-pusher/><t-button/><a.b/><x:y/><my_c1/>", "live-pusher/ t-button/ a.b/ x:y/ my_c1/")]
    [DataRow("<View></View><view></VIEW>", "View view")]
    [DataRow("<view\n>\n</view\n>", "view")]
    [DataRow("<input></input><text/>", "input text/")]
    [DataRow("<input><slot/></input><text/>", "input{slot/} text/")]
    // Elements that need no end tag
    [DataRow("<view><input type=\"nickname\"><camera/></view>", "view{input(type=nickname) camera/}")]
    [DataRow("<view><input><a><input>b</a><input>c</input></view>", "view{input a{input 'b'} input{'c'}}")]
    [DataRow("<import src=\"a.wxml\">\n<camera/>", "import(src=a.wxml) camera/")]
    // Attributes
    [DataRow("""<view a="1" b='2' c=3 d/>""", "view(a=1 b=2 c=3 d)/")]
    [DataRow("<view a = \"1\"\n b\n=\n'2' c= 3></view>", "view(a=1 b=2 c=3)")]
    [DataRow("""<view a=""/>""", "view(a=)/")]
    [DataRow("""<view a=1/>""", "view(a=1)/")]
    [DataRow("""<view a=b/c/>""", "view(a=b/c)/")]
    [DataRow("""<view a="x"b="y"/>""", "view(a=x b=y)/")]
    [DataRow("""<view a="1" a="2"/>""", "view(a=1 a=2)/")]
    [DataRow("""<view bind:tap="f" catch:x.y="g" data-a-b="h" wx:if="{{i}}" @tap="j" model:value="k"/>""", "view(bind:tap=f catch:x.y=g data-a-b=h wx:if={{i}} @tap=j model:value=k)/")]
    [DataRow("""<view hidden disabled="{{true}}"/>""", "view(hidden disabled={{true}})/")]
    [DataRow("""<view a="x > y < z </b> <c>" b="/>"/>""", "view(a=x > y < z </b> <c> b=/>)/")]
    [DataRow("<view a=\"1\n2\"/>", "view(a=1\n2)/")]
    [DataRow("""<view a="a&amp;b &lt;&quot;&#20301;&#x4f4d;&nope; &"/>""", "view(a=a&b <\"位位&nope; &)/")]
    [DataRow("""<view / a="1" / b></view>""", "view(a=1 b)")]
    // Expressions in values
    [DataRow("""<view a="{{b ? 'c' : "d"}}" e="f"/>""", """view(a={{b ? 'c' : "d"}} e=f)/""")]
    [DataRow("""<view a='{{b == 'c' && d != 'e'}}'/>""", """view(a={{b == 'c' && d != 'e'}})/""")]
    [DataRow("""<view a="x {{b == "c"}} y {{d == "e"}} z"/>""", """view(a=x {{b == "c"}} y {{d == "e"}} z)/""")]
    [DataRow("""<view a="{{b > 1 && c < 2}}" d="{{e</f>/g}}"/>""", "view(a={{b > 1 && c < 2}} d={{e</f>/g}})/")]
    [DataRow("""<view a={{b}} c={{d > 1}}/>""", "view(a={{b}} c={{d > 1}})/")]
    [DataRow("""<view a="{{ {b: {c: 1}} }}" d="{{e:{f:1}}}"/>""", "view(a={{ {b: {c: 1}} }} d={{e:{f:1}}})/")]
    // Expressions in text
    [DataRow("<view>{{a < b ? '<view>' : \"</x>\"}}</view>", "view{'{{a < b ? '<view>' : \"</x>\"}}'}")]
    [DataRow("<view>a {{b}} c {{d}}</view>", "view{'a {{b}} c {{d}}'}")]
    [DataRow("<view>1 < 2, a<1, <3 & <</view>", "view{'1 < 2, a<1, <3 & <'}")]
    // What is no element
    [DataRow("<!-- <camera/> --><view/>", "view/")]
    [DataRow("<view><!----><!-- a -- b > c --></view>", "view")]
    [DataRow("a<!-- b -->c", "'a' 'c'")]
    [DataRow("<!DOCTYPE html><?xml version=\"1.0\"?><view><![CDATA[ <camera> ]]></view>", "view")]
    // Raw text
    [DataRow("<wxs module=\"m\">var a = 1 < 2 && '<view>';</wxs><view/>", "wxs(module=m)[var a = 1 < 2 && '<view>';] view/")]
    [DataRow("<wxs module=\"m\"></wxs>", "wxs(module=m)[]")]
    [DataRow("<wxs src=\"a.wxs\" module=\"m\"/><view/>", "wxs(src=a.wxs module=m)/ view/")]
    [DataRow("<view><wxs module=\"m\">\n</wxs\n></view>", "view{wxs(module=m)[\n]}")]
    public void Sound_text_gives_its_tree_without_errors(string text, string tree)
    {
        var document = MarkupParser.Parse(new SourceText(text));

        Assert.AreEqual(tree, Show(document));
        Assert.IsEmpty(document.Errors);
    }

    /// <summary>Each mark is the place of one error.</summary>
    [TestMethod]
    // Elements left open or closed wrongly
    [DataRow("[|<view>|]<text/>", "view{text/}", "<view> is not closed.")]
    [DataRow("[|<a>|][|<b>|]<c/>", "a{b{c/}}", "<a> is not closed.", "<b> is not closed.")]
    [DataRow("<view>[|<text>|]a</view><camera/>", "view{text{'a'}} camera/", "<text> is not closed.")]
    [DataRow("<a>[|<b>|]</a>[|</b>|]<c/>", "a{b} c/", "<b> is not closed.", "</b> closes nothing.")]
    [DataRow("[|</view>|]<camera/>", "camera/", "</view> closes nothing.")]
    [DataRow("<view>[|</text>|]<camera/></view>", "view{camera/}", "</text> closes nothing.")]
    [DataRow("<input><img>[|<a>|]b", "input img a{'b'}", "<a> is not closed.")]
    // Tags left open
    [DataRow("[|<view|] a=\"1\" <camera/>", "view(a=1){camera/}", "The tag <view> lacks its '>'.")]
    [DataRow("<view>[|</view |]<camera/>", "view camera/", "The end tag </view> lacks its '>'.")]
    [DataRow("<view/>[|<camera|]", "view/ camera", "The tag <camera> lacks its '>'.")]
    // Values
    [DataRow("<view [|a=|]/>", "view(a)/", "'a=' has no value.")]
    [DataRow("<view [|a=|] ></view>", "view(a)", "'a=' has no value.")]
    [DataRow("<view a=[|\"b|]></view>\n<camera/>", "view(a=b) camera/", "The value's closing quote is missing.")]
    [DataRow("<view a=[|\"b|]>\n<camera c=\"d\"/></view>", "view(a=b){camera(c=d)/}", "The value's closing quote is missing.")]
    [DataRow("<view a=[|'b|]/><camera/>", "view(a=b)/ camera/", "The value's closing quote is missing.")]
    [DataRow("<view a=\"b\"[|\"|]/><camera/>", "view(a=b)/ camera/", "Unexpected '\"' in a tag.")]
    [DataRow("<view [|=|]b/>", "view(b)/", "Unexpected '=' in a tag.")]
    [DataRow("<view a[|<|] b/>", "view(a b)/", "Unexpected '<' in a tag.")]
    [DataRow("<view [|<!-- c -->|] a=\"b\"/>", "view(a=b)/", "A comment cannot stand inside a tag.")]
    // Braces
    [DataRow("<view a=\"[|{{|] b\" c=\"d\"/>", "view(a={{ b c=d)/", "The '{{' is not closed.")]
    [DataRow("<view a=\"[|{{|] b\" c=\"{{d}}\"/>", "view(a={{ b c={{d}})/", "The '{{' is not closed.")]
    [DataRow("<view a=\"[|{{|] b\" c=\"d\"/>e}}", "view(a={{ b c=d)/ 'e}}'", "The '{{' is not closed.")]
    [DataRow("<view>[|{{|] a</view><b>{{c}}</b>", "view{'{{ a'} b{'{{c}}'}", "The '{{' is not closed.")]
    [DataRow("<view>[|{{|] a {{b}}</view>", "view{'{{ a {{b}}'}", "The '{{' is not closed.")]
    // Comments, sections, raw text
    [DataRow("<view/>[|<!--|] <camera/>", "view/", "The comment is not closed; the rest of the text is taken as comment.")]
    [DataRow("<view/>[|<!|]DOCTYPE", "view/", "The section is not closed.")]
    [DataRow("[|<wxs module=\"m\">|]<camera/>", "wxs(module=m) camera/", "<wxs> is not closed.")]
    [DataRow("[|<wxs src=\"a\">|]<camera/><wxs>b</wxs>", "wxs(src=a) camera/ wxs[b]", "<wxs> is not closed.")]
    public void Damage_is_told_and_what_comes_later_is_kept(string marked, string tree, params string[] messages)
    {
        var expected = new MarkedText(marked);

        var document = MarkupParser.Parse(expected.Text);

        Assert.AreEqual(tree, Show(document));
        CollectionAssert.AreEqual(messages, document.Errors.Select(e => e.Message).ToArray());
        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, document.Errors.Select(e => e.Span)));
    }

    [TestMethod]
    [DataRow("[|<[|view|] a=\"1\">[|b|]<!-- c -->[|<[|text|]/>|]</view>|]")]
    [DataRow("[|<[|a|]>[|<[|b|]>[|位 |]|]</a>|]")]
    public void Every_node_and_name_has_its_place(string marked)
    {
        var expected = new MarkedText(marked);

        var document = MarkupParser.Parse(expected.Text);

        var spans = document.Descendants().SelectMany(n => n is MarkupElement e ? [e.Span, e.NameSpan] : new[] { n.Span });
        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, spans));
    }

    [TestMethod]
    [DataRow("<view [|[|a|]=\"[|1|]\"|] [|[|b|] = '[|2|]'|] [|[|c|]=[|3|]|] [|[|d|]|][||]/>")]
    [DataRow("<view [|[|open-type|]=\"[|{{x == \"y\"}}|]\"|]></view>")]
    public void Every_attribute_has_its_places(string marked)
    {
        var expected = new MarkedText(marked);

        var element = MarkupParser.Parse(expected.Text).DescendantElements().Single();

        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, element.Attributes.SelectMany(a => new[] { a.Span, a.NameSpan, a.ValueSpan })));
    }

    [TestMethod]
    public void Start_tags_end_tags_and_raw_text_have_their_places()
    {
        var marked = new MarkedText("[|<view a=\">\">|]x[|</view >|][|<wxs>|][|var a;|][|</wxs>|][|<text/>|]");

        var elements = MarkupParser.Parse(marked.Text).DescendantElements().ToList();

        var places = elements.SelectMany(e => new TextSpan?[] { e.StartTagSpan, e.RawText, e.EndTagSpan }).Where(s => s != null).Select(s => s!.Value);
        CollectionAssert.AreEqual(marked.Spans.ToArray(), places.ToArray());
        Assert.IsTrue(elements[2].SelfClosing);
    }

    [TestMethod]
    public void Comments_are_listed()
    {
        const string Marked = "[|<!-- a -->|]<view>[|<!---->|]</view>[|<!-- b\n|]";
        var marked = new MarkedText(Marked);

        Assert.AreEqual(Marked, MarkedText.Mark(marked.Text, MarkupParser.Parse(marked.Text).Comments));
    }

    [TestMethod]
    public void A_range_is_read_with_the_places_of_the_whole_text()
    {
        var marked = new MarkedText("<template>[|<view>{{a}}<b></view>|]</template>}}");

        var document = MarkupParser.Parse(marked.Text, MarkupDialect.Vue, marked.Spans[0]);

        Assert.AreEqual("view{'{{a}}' b}", Show(document));
        Assert.AreEqual(marked.Spans[0], document.Children[0].Span);
        Assert.AreEqual("<b> is not closed.", document.Errors.Single().Message);
    }

    [TestMethod]
    public void Elements_know_their_parents()
    {
        var document = MarkupParser.Parse(new SourceText("<a><b>t</b></a>"));

        var b = document.DescendantElements().Single(e => e.Name == "b");
        Assert.AreEqual("a", b.Parent?.Name);
        Assert.AreSame(b, b.Children.Single().Parent);
        Assert.IsNull(b.Parent!.Parent);
        Assert.AreSame(b, b.Parent.DescendantElements().Single());
    }

    internal static string Show(MarkupDocument document) => Show(document.Children, document.Text);

    private static string Show(IEnumerable<MarkupNode> nodes, SourceText text) =>
        string.Join(" ", nodes.Select(n => n is MarkupElement element ? Show(element, text) : "'" + text.Slice(n.Span) + "'"));

    private static string Show(MarkupElement element, SourceText text)
    {
        var shown = new StringBuilder(element.Name);
        if (element.Attributes.Count > 0)
            shown.Append('(').AppendJoin(' ', element.Attributes.Select(a => a.Value is null ? a.Name : a.Name + "=" + a.Value)).Append(')');
        if (element.SelfClosing)
            shown.Append('/');
        if (element.RawText is { } raw)
            shown.Append('[').Append(text.Slice(raw)).Append(']');
        if (element.Children.Count > 0)
            shown.Append('{').Append(Show(element.Children, text)).Append('}');
        return shown.ToString();
    }
}
