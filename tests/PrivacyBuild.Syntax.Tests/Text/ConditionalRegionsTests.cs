using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.Tests.Text;

[TestClass]
public class ConditionalRegionsTests
{
    // What a build for Weixin by uni-app defines; which Vue it uses is not known here.
    private static readonly string[] Defined = ["MP", "MP-WEIXIN"];
    private static readonly string[] Undecided = ["VUE2", "VUE3"];

    /// <summary>The marks are what is switched off.</summary>
    [TestMethod]
    // uni-app
    [DataRow("a\n// #ifdef MP-WEIXIN\nb\n// #endif\nc")]
    [DataRow("a\n// #ifdef H5[|\nb\n|]// #endif\nc")]
    [DataRow("a\n// #ifndef MP-WEIXIN[|\nb\n|]// #endif\nc")]
    [DataRow("a\n// #ifndef H5\nb\n// #endif\nc")]
    [DataRow("// #ifdef MP\na\n// #else[|\nb\n|]// #endif")]
    [DataRow("// #ifdef H5[|\na\n|]// #else\nb\n// #endif")]
    [DataRow("//#ifdef H5||APP-PLUS[|\na\n|]//#endif")]
    [DataRow("//  #ifdef  H5 || MP-WEIXIN  \na\n//  #endif  end of it")]
    [DataRow("// #ifdef MP && VUE9[|\na\n|]// #endif")]
    [DataRow("// #ifndef H5 || MP[|\na\n|]// #endif")]
    [DataRow("/* #ifdef H5 */[|a|]/* #endif */")]
    [DataRow("/*#ifdef H5*/[|\na\n|]/*#endif*/")]
    // Weixin
    [DataRow("// #if MP\na\n// #elif NATIVE[|\nb\n|]// #else[|\nc\n|]// #endif")]
    [DataRow("// #if IOS || ANDROID[|\na\n|]// #elif MP\nb\n// #else[|\nc\n|]// #endif")]
    [DataRow("// #if IOS[|\na\n|]// #elif OHOS[|\nb\n|]// #else\nc\n// #endif")]
    [DataRow("// #define DEBUG\n// #if DEBUG\na\n// #endif\n// #if !DEBUG[|\nb\n|]// #endif")]
    [DataRow("// #if IOS[|\n// #define DEBUG\n|]// #endif\n// #if DEBUG[|\na\n|]// #endif")]
    [DataRow("// #if !(IOS || ANDROID) && MP\na\n// #endif")]
    // Nesting
    [DataRow("// #ifdef MP\na\n// #ifdef H5[|\nb\n|]// #endif\nc\n// #endif")]
    [DataRow("// #ifdef H5[|\na\n// #ifdef MP\nb\n// #endif\nc\n// #ifdef APP\n// #endif\n|]// #endif\nd")]
    // What cannot be told stays on
    [DataRow("// #ifdef VUE3\na\n// #else\nb\n// #endif")]
    [DataRow("// #ifdef VUE3 && H5[|\na\n|]// #endif\n// #ifdef VUE3 || MP\nb\n// #else[|\nc\n|]// #endif")]
    [DataRow("// #if VUE2\na\n// #elif H5[|\nb\n|]// #elif MP\nc\n// #else[|\nd\n|]// #endif")]
    [DataRow("// #ifndef VUE3\na\n// #endif")]
    // What is no directive
    [DataRow("// see #ifdef H5\na\n// #ifdefine\n// # ifdef H5\n// #region\n/*\n#ifdef H5 */\n\"// #ifdef H5\"")]
    public void Script(string marked)
    {
        var expected = new MarkedText(marked);

        var regions = Find(expected.Text, ScriptComments(expected.Text));

        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, regions.Off));
        Assert.IsEmpty(regions.Errors);
    }

    [TestMethod]
    [DataRow("<!-- #ifdef H5 -->[|<a/>|]<!-- #endif --><b/>")]
    [DataRow("<!-- #ifdef MP-WEIXIN --><a><!--#else-->[|<b>|]<!--#endif--></a>")]
    [DataRow("<!-- #if NATIVE -->[|\n<a/>\n|]<!-- #elif MP -->\n<b/>\n<!-- #endif -->")]
    [DataRow("<!-- #ifdef H5\n-->[|<a/>|]<!-- #endif\n-->")]
    public void Markup(string marked)
    {
        var expected = new MarkedText(marked);

        var regions = Find(expected.Text, MarkupParser.Parse(expected.Text, MarkupDialect.Vue).Comments);

        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, regions.Off));
    }

    [TestMethod]
    public void Json()
    {
        const string Marked = "{ \"pages\": [\n// #ifdef H5[|\n\"a\"\n|]// #endif\n/* #ifdef MP */ \"b\" /* #endif */\n] }";
        var marked = new MarkedText(Marked);

        var regions = Find(marked.Text, JsonReader.FindComments(marked.Text));

        Assert.AreEqual(Marked, MarkedText.Mark(marked.Text, regions.Off));
        var pages = (JsonArray)((JsonObject)JsonReader.Read(regions.Blank(marked.Text)).Root!)["pages"]!;
        Assert.AreEqual("\"b\"", marked.Text.Slice(pages.Items.Single().Span));
    }

    /// <summary>The mark is the place of the error; nothing is switched off.</summary>
    [TestMethod]
    [DataRow("[|// #ifdef H5|]\na", "The condition has no #endif; nothing is switched off by it.")]
    [DataRow("a\n[|// #endif|]\nb", "#endif without #if.")]
    [DataRow("[|// #else|]\nb", "#else without #if.")]
    [DataRow("// #ifdef [|uniVersion > 3.9|]\na\n// #else\nb\n// #endif", "The condition cannot be read; its branches are taken as on.")]
    [DataRow("// #ifdef[||]\na\n// #endif", "The condition cannot be read; its branches are taken as on.")]
    [DataRow("// #ifndef [|H5 ||(|]\na\n// #endif", "The condition cannot be read; its branches are taken as on.")]
    [DataRow("// #if [|you read this|]\na\n// #endif", "The condition cannot be read; its branches are taken as on.")]
    public void What_cannot_be_read_switches_nothing_off(string marked, string message)
    {
        var expected = new MarkedText(marked);

        var regions = Find(expected.Text, ScriptComments(expected.Text));

        Assert.HasCount(1, regions.Errors);
        Assert.IsEmpty(regions.Off);
        Assert.AreEqual(message, regions.Errors[0].Message);
        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, [regions.Errors[0].Span]));
    }

    [TestMethod]
    public void A_hostile_condition_is_bounded()
    {
        var text = new SourceText("// #if " + new string('(', 100_000) + "\na\n// #endif");

        Assert.HasCount(1, Find(text, ScriptComments(text)).Errors);
    }

    [TestMethod]
    public void Offsets_are_looked_up()
    {
        var marked = new MarkedText("// #ifdef H5[|\na\n|]// #endif\nb\n// #ifndef MP[|\nc\n|]// #endif\nd");

        var regions = Find(marked.Text, ScriptComments(marked.Text));

        for (var i = 0; i <= marked.Text.Length; i++)
            Assert.AreEqual(marked.Spans.Any(s => s.Contains(i)), regions.IsOff(i), $"at {i}");
    }

    [TestMethod]
    public void Blanking_keeps_every_offset_and_line()
    {
        var text = new SourceText("// #ifdef H5\r\n位x\r\n// #endif\r\nb");

        var blanked = Find(text, ScriptComments(text)).Blank(text);

        Assert.AreEqual("// #ifdef H5\r\n  \r\n// #endif\r\nb", blanked.Content);
    }

    [TestMethod]
    public void Text_without_directives_is_left_alone()
    {
        var text = new SourceText("// a\nb");

        var regions = Find(text, ScriptComments(text));

        Assert.IsFalse(regions.HasDirectives);
        Assert.AreSame(text, regions.Blank(text));
    }

    private static ConditionalRegions Find(SourceText text, IEnumerable<TextSpan> comments) => ConditionalRegions.Find(text, comments, Defined, Undecided);

    /// <summary>The comments of the small scripts above; strings in double quotes are passed over.</summary>
    private static IEnumerable<TextSpan> ScriptComments(SourceText text) =>
        Regex.Matches(text.Content, "\"[^\"]*\"|//[^\r\n]*|/\\*.*?\\*/", RegexOptions.Singleline)
            .Where(m => m.Value[0] == '/')
            .Select(m => new TextSpan(m.Index, m.Index + m.Length));
}
