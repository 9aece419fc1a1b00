using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.Tests.Robustness;

[TestClass]
public sealed class WxmlRobustnessTests
{
    private const string Appended = "\n<after-damage/>\n";

    [TestMethod]
    public void Damaged_WXML_gives_a_sound_tree() => Fuzzer.Run(Seeds.Wxml, Seeds.WxmlWords, text => Check(text, MarkupDialect.Wxml));

    [TestMethod]
    public void Damaged_Vue_templates_give_a_sound_tree() => Fuzzer.Run(
        [.. Seeds.Wxml, "<div v-if=\"a < 1\" :class='[b]' @tap.stop=\"go({ id })\" v-for=\"(x, i) in list\" #item=\"{ y }\" v-model=z><p v-html=\"c\">{{ d }}</p></div>"],
        [.. Seeds.WxmlWords, " :a=\"", " @tap='", "v-for=\"x in y\"", " v-if=\"", "#s=\"{ a }\"", ".sync=\""],
        text => Check(text, MarkupDialect.Vue));

    private static string? Check(string text, MarkupDialect dialect)
    {
        if (CheckTree(MarkupParser.Parse(new SourceText(text), dialect)) is { } unsound)
            return unsound;
        var followed = MarkupParser.Parse(new SourceText(text + Appended), dialect);
        return CheckTree(followed) ?? (Finds(followed, text.Length) ? null : "the element behind the damage is lost");
    }

    // What comments and scripts hold is theirs up to their own end, which the damage may have taken.
    private static bool Finds(MarkupDocument document, int from) =>
        document.DescendantElements().Any(element => (element.Name == "after-damage" && element.Span.Start >= from) || element.RawText is { } raw && raw.Start <= from && raw.End > from)
        || document.Comments.Any(comment => comment.Start < from && comment.End > from);

    private static string? CheckTree(MarkupDocument document)
    {
        var whole = new TextSpan(0, document.Text.Length);
        foreach (var span in document.Errors.Select(error => error.Span).Concat(document.Errors.Select(error => error.Skipped)).Concat(document.Comments))
        {
            if (!IsInside(whole, span))
                return "an error or comment outside the text";
        }

        foreach (var node in document.Descendants())
        {
            if (!IsInside(node.Parent?.Span ?? whole, node.Span))
                return "a node outside its parent";
            if ((node is MarkupElement element ? CheckElement(element) : CheckValue(((MarkupText)node).Value, node.Span)) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? CheckElement(MarkupElement element)
    {
        if (!IsInside(element.Span, element.StartTagSpan) || !IsInside(element.StartTagSpan, element.NameSpan))
            return "a tag outside its element";
        if ((element.EndTagSpan is { } end && !IsInside(element.Span, end)) || (element.RawText is { } raw && !IsInside(element.Span, raw)))
            return "an end tag or script outside its element";
        foreach (var attribute in element.Attributes)
        {
            if (!IsInside(element.StartTagSpan, attribute.Span) || !IsInside(attribute.Span, attribute.NameSpan) || !IsInside(attribute.Span, attribute.ValueSpan))
                return "an attribute outside its tag";
            if (attribute.Parts is { } parts && CheckValue(parts, attribute.ValueSpan) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? CheckValue(MarkupValue value, TextSpan around)
    {
        var at = value.Span.Start;
        foreach (var part in value.Parts)
        {
            if (part.Span.Start != at || (part.Expression is { } expression && !IsInside(part.Span, expression)))
                return "runs of a value with gaps";
            at = part.Span.End;
        }

        return !IsInside(around, value.Span) || (value.Parts.Count > 0 && at != value.Span.End) ? "runs that do not fill their value" : null;
    }

    private static bool IsInside(TextSpan outer, TextSpan inner) => inner.Start <= inner.End && outer.Contains(inner);
}
