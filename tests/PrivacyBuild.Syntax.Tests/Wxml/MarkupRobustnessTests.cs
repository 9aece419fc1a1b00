using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.Tests.Wxml;

[TestClass]
public class MarkupRobustnessTests
{
    [TestMethod]
    [DataRow("<view>", "</view>")]
    [DataRow("<a>", "")]
    [DataRow("<block wx:if=\"{{a}}\">", "</block>")]
    public void Nesting_of_any_depth_is_read(string open, string close)
    {
        const int Depth = 50_000;
        var text = string.Concat(Enumerable.Repeat(open, Depth)) + "<camera/>" + string.Concat(Enumerable.Repeat(close, Depth));

        var elements = MarkupParser.Parse(new SourceText(text)).DescendantElements().ToList();

        Assert.HasCount(Depth + 1, elements);
        Assert.AreEqual("camera", elements[Depth].Name);
    }

    /// <summary>The bound is far above what linear reading takes and far below what quadratic reading would.</summary>
    [TestMethod]
    [DataRow("<")]
    [DataRow("{{")]
    [DataRow("}}")]
    [DataRow("{{ ' ")]
    [DataRow("{{\\'")]
    [DataRow("{{\\'}} </x")]
    [DataRow("{{{}} ")]
    [DataRow("</")]
    [DataRow("</a>")]
    [DataRow("<a>")]
    [DataRow("<a")]
    [DataRow("<a b=\"")]
    [DataRow("<a b=\"{{")]
    [DataRow("<a b=\"{{'")]
    [DataRow("<a b='{{ \"}}")]
    [DataRow("<a b={{")]
    [DataRow("<a b=\"><c ")]
    [DataRow("<!--")]
    [DataRow("<!")]
    [DataRow("<![CDATA[")]
    [DataRow("<wxs>")]
    [DataRow("<wxs></wx")]
    [DataRow("<input>")]
    [DataRow("<a/>")]
    [DataRow("{{a}}")]
    [DataRow("<a b=\"{{ {{ }} }}\"/>")]
    [DataRow("{{", "}}")]
    [DataRow("{{ ' ", "}}")]
    [DataRow("{{\\'", "</a>}}")]
    [DataRow("<a b=\"{{'", "}}\"/>")]
    [DataRow("<a b={{", "}}/>")]
    [DataRow("<a b='", "\">")]
    public void One_thing_over_and_over_takes_linear_time(string repeated, string end = "")
    {
        var text = new SourceText(string.Concat(Enumerable.Repeat(repeated, 400_000 / repeated.Length)) + end);
        var watch = Stopwatch.StartNew();
        foreach (var dialect in new[] { MarkupDialect.Wxml, MarkupDialect.Vue })
        {
            foreach (var node in MarkupParser.Parse(text, dialect).Descendants())
            {
                if (node is MarkupText run)
                    Assert.IsNotEmpty(run.Value.Parts);
            }
        }

        Assert.IsLessThan(15, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Damaged text gives nested spans inside the text, and a sound element behind the damage is still found.</summary>
    [TestMethod]
    public void Damaged_text_keeps_spans_nested_and_later_elements()
    {
        const string Whole = "<view a=\"{{b == 'c' ? 1 : {d: {}}}}\" c='e'>\n<!-- f --><wxs module=\"m\">var g = '<';</wxs>\n{{ h < i }} j<input k/><text>l</text>\n</view>\n";
        const string Camera = "<camera device=\"front\"/>";
        string[] alphabet = ["<", ">", "/", "\"", "'", "{{", "}}", "{", "}", "=", " ", "\n", "a", "!", "-", "</", "位", "\0", "\ud800"];
        var random = new Random(42);
        var lost = 0;
        const int Rounds = 40_000;
        for (var round = 0; round < Rounds; round++)
        {
            var content = new StringBuilder(Whole);
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(content.Length);
                if (random.Next(2) == 0)
                    content.Remove(at, Math.Min(random.Next(1, 5), content.Length - at));
                else
                    content.Insert(at, alphabet[random.Next(alphabet.Length)]);
            }

            var text = new SourceText(content.Append(Camera).ToString());
            var document = ReadAll(text, round % 2 == 0 ? MarkupDialect.Wxml : MarkupDialect.Vue);
            if (document.Comments.Any(c => c.End == text.Length))
                continue; // whose end was damaged: as in a browser, the rest is comment
            if (!document.DescendantElements().Any(e => e.Name == "camera" && e.FindAttribute("device")?.Value == "front"))
                lost++;
        }

        // Left are tags that were turned into sections: <!/view<camera device="front"/>.
        Assert.IsLessThan(Rounds / 1000, lost);
    }

    private static MarkupDocument ReadAll(SourceText text, MarkupDialect dialect)
    {
        var document = MarkupParser.Parse(text, dialect);
        var whole = new TextSpan(0, text.Length);
        foreach (var error in document.Errors)
            Assert.IsTrue(whole.Contains(error.Span) && whole.Contains(error.Skipped), error.Message);
        foreach (var node in document.Descendants())
        {
            Assert.IsTrue((node.Parent?.Span ?? whole).Contains(node.Span));
            if (node is MarkupText run)
                AssertCovered(run.Value);
            if (node is not MarkupElement element)
                continue;
            Assert.IsTrue(element.Span.Contains(element.StartTagSpan) && element.StartTagSpan.Contains(element.NameSpan));
            foreach (var attribute in element.Attributes)
            {
                Assert.IsTrue(element.StartTagSpan.Contains(attribute.Span) && attribute.Span.Contains(attribute.NameSpan) && attribute.Span.Contains(attribute.ValueSpan));
                if (attribute.Parts is { } parts)
                    AssertCovered(parts);
            }
        }

        return document;
    }

    private static void AssertCovered(MarkupValue value)
    {
        var at = value.Span.Start;
        foreach (var part in value.Parts)
        {
            Assert.IsTrue(part.Span.Start == at && part.Span.End > at && (part.Expression is not { } e || part.Span.Contains(e)));
            at = part.Span.End;
        }

        Assert.IsTrue(at == value.Span.End || value.Parts.Count == 0);
    }
}
