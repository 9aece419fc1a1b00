using System;
using System.Diagnostics;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.SingleFile;
using PrivacyBuild.Syntax.Tests.Text;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.Tests.SingleFile;

[TestClass]
public class SingleFileComponentTests
{
    /// <summary>The marks are the contents of the blocks, in order.</summary>
    [TestMethod]
    [DataRow("", "")]
    [DataRow("<template>[|\n<view/>\n|]</template>\n<script>[|\nexport default {}\n|]</script>\n<style>[|a {}|]</style>\n", "Template:Markup Script:JavaScript Style:Other")]
    [DataRow("<script>[|a|]</script><script setup lang=\"ts\">[|b|]</script>", "Script:JavaScript Script:TypeScript:setup")]
    [DataRow("<script lang='tsx' setup>[|a|]</script><script lang=jsx>[|b|]</script>", "Script:Tsx:setup Script:Jsx")]
    [DataRow("<script src=\"./a.ts\" lang=\"ts\"/>[||]<template src=\"b.html\"></template>", "Script:TypeScript Template:Markup", false)]
    [DataRow("<template lang=\"pug\">[|\nview\n  template(v-if=\"a < b\")\n|]</template><script>[||]</script>", "Template:NotRead Script:JavaScript")]
    [DataRow("<script lang=\"coffee\">[|a|]</script>", "Script:NotRead")]
    [DataRow("<script lang=\"TypeScript\">[|a|]</script><script type=\"text/javascript\">[|b|]</script><script lang=\"babel\">[|c|]</script>", "Script:TypeScript Script:JavaScript Script:JavaScript")]
    [DataRow("<script module=\"m\" lang=\"wxs\">[|a|]</script><script module=\"n\" lang=\"renderjs\">[|b|]</script>", "Script:Wxs Script:RenderJs")]
    [DataRow("<script type=\"application/json\">[|{}|]</script><script name=\"json\">[|module.exports = {}|]</script>", "Json:Json JsonScript:JavaScript")]
    [DataRow("<i18n>[|{ \"a\": \"<b>\" }|]</i18n><docs>[|<script>x</script>|]</docs><config>[|{}|]</config>", "Custom:Other Custom:Other Custom:Other")]
    // Where blocks end
    [DataRow("<template>[|<template v-if=\"a\"><b/></template><template #c/>{{ '<template>' }}|]</template><script>[||]</script>", "Template:Markup Script:JavaScript")]
    [DataRow("<template>[|\n<template v-if=\"a\">\n</template>\n|]</template>", "Template:Markup")]
    [DataRow("<template>[|<!-- </template> <template> --><a b=\"</template>\"/>|]</template><script>[||]</script>", "Template:Markup Script:JavaScript")]
    [DataRow("<script>[|const a = '<template>' + \"<\\/script>\" + '</scripts>'|]</script >", "Script:JavaScript")]
    [DataRow("<template>[|<input><image>|]</template><script>[||]</script>", "Template:Markup Script:JavaScript")]
    // Between blocks
    [DataRow("<!-- <script>no</script> -->\n<script>[|a|]</script>\n<!-- {{ --> {{ text & < more", "Script:JavaScript")]
    [DataRow("// #ifdef MP\n<script>[|a|]</script>\n// #endif", "Script:JavaScript")]
    public void A_component_is_cut_into_its_blocks(string marked, string blocks, bool compareMarks = true)
    {
        var expected = new MarkedText(marked);

        var component = SingleFileComponent.Parse(expected.Text);

        Assert.AreEqual(blocks, Show(component));
        Assert.IsEmpty(component.Errors);
        if (compareMarks)
            Assert.AreEqual(marked, MarkedText.Mark(expected.Text, component.Blocks.Select(b => b.Content)));
    }

    [TestMethod]
    [DataRow(SingleFileFormat.Vue, "<script>a</script><config>{}</config>", "Script:JavaScript Custom:Other")]
    [DataRow(SingleFileFormat.Uvue, "<script>a</script><script lang=\"uts\">a</script>", "Script:TypeScript Script:TypeScript")]
    [DataRow(SingleFileFormat.Wepy, "<config>{}</config><template lang=\"wxml\">a</template>", "Json:Json Template:Markup")]
    [DataRow(SingleFileFormat.Mpx, "<template><view a=\"{{b == \"</template>\"}}\"/></template><script type=\"application/json\">{}</script>", "Template:Markup Json:Json")]
    public void Formats_differ(SingleFileFormat format, string text, string blocks)
    {
        var component = SingleFileComponent.Parse(new SourceText(text), format);

        Assert.AreEqual(blocks, Show(component));
        Assert.IsEmpty(component.Errors);
    }

    [TestMethod]
    [DataRow(".vue", SingleFileFormat.Vue)]
    [DataRow(".nvue", SingleFileFormat.Vue)]
    [DataRow(".uvue", SingleFileFormat.Uvue)]
    [DataRow(".mpx", SingleFileFormat.Mpx)]
    [DataRow(".WPY", SingleFileFormat.Wepy)]
    [DataRow(".wxml", null)]
    [DataRow("", null)]
    public void The_extension_tells_the_format(string extension, SingleFileFormat? format)
    {
        Assert.AreEqual(format, SingleFileFormats.OfExtension(extension));
    }

    /// <summary>The marks are the contents of the blocks; the message is that of the only error.</summary>
    [TestMethod]
    [DataRow("<template>[|\n<view><!-- a\n|]</template>\n<script>[|b|]</script>", "Template:Markup Script:JavaScript", null)]
    [DataRow("<template>[|\n<template v-if=\"a\">\n|]</template>\n<script>[|b|]</script>", "Template:Markup Script:JavaScript", null)]
    [DataRow("<template>[|\n<view a=\"b>\n|]</template>\n<script>[|b|]</script>", "Template:Markup Script:JavaScript", null)]
    [DataRow("<template>[|\n<view/>\n|]<script>[|b|]</script>", "Template:Markup Script:JavaScript", "<template> is not closed.")]
    [DataRow("<script>[|\na\n|]<style>[|b|]</style>", "Script:JavaScript Style:Other", "<script> is not closed.")]
    [DataRow("<script>[|\na|]", "Script:JavaScript", "<script> is not closed.")]
    [DataRow("<script lang=\"ts\"[||]", "Script:TypeScript", "The tag <script> lacks its '>'.")]
    [DataRow("</template><script>[|a|]</script>", "Script:JavaScript", "</template> closes nothing.")]
    [DataRow("<script>[|a|]</script><!-- b", "Script:JavaScript", "The comment is not closed; the rest of the text is taken as comment.")]
    public void A_damaged_block_does_not_take_the_next_one_along(string marked, string blocks, string? message)
    {
        var expected = new MarkedText(marked);

        var component = SingleFileComponent.Parse(expected.Text);

        Assert.AreEqual(blocks, Show(component));
        Assert.AreEqual(marked, MarkedText.Mark(expected.Text, component.Blocks.Select(b => b.Content)));
        Assert.AreEqual(message ?? "", string.Join(" ", component.Errors.Select(e => e.Message)));
    }

    [TestMethod]
    public void Blocks_know_their_tags_and_comments_between_them_are_listed()
    {
        const string Marked = "[|<!-- #ifdef MP -->|]\n<script lang=\"ts\" src=\"./a.ts\"></script>\n[|<!-- #endif -->|]";
        var marked = new MarkedText(Marked);

        var component = SingleFileComponent.Parse(marked.Text);

        Assert.AreEqual(Marked, MarkedText.Mark(marked.Text, component.Comments));
        var script = component.Scripts.Single();
        Assert.AreEqual("ts", script.Lang);
        Assert.AreEqual("./a.ts", script.Source?.Value);
        Assert.AreEqual("./a.ts", marked.Text.Slice(script.Source!.ValueSpan));
        Assert.AreEqual("<script lang=\"ts\" src=\"./a.ts\"></script>", marked.Text.Slice(script.Span));
        Assert.IsEmpty(component.Templates);
    }

    [TestMethod]
    [DataRow("<script>", false, false)]
    [DataRow("<script lang=ts>", true, false)]
    [DataRow("<script lang=jsx>", false, true)]
    [DataRow("<script lang=tsx>", true, true)]
    public void Scripts_say_how_to_read_them(string tag, bool typeScript, bool jsx)
    {
        var options = SingleFileComponent.Parse(new SourceText(tag + "</script>")).Scripts.Single().ScriptOptions;

        Assert.AreEqual((typeScript, jsx), (options!.TypeScript, options.Jsx));
    }

    [TestMethod]
    [DataRow("<script>")]
    [DataRow("\n<script>")]
    [DataRow("<template>")]
    [DataRow("\n<template>")]
    [DataRow("\n<template></templat")]
    [DataRow("\n<style></scrip")]
    [DataRow("<a")]
    [DataRow("</a>")]
    [DataRow("<")]
    [DataRow("<!--")]
    public void One_thing_over_and_over_takes_linear_time(string repeated)
    {
        var content = string.Concat(Enumerable.Repeat(repeated, 400_000 / repeated.Length));
        var watch = Stopwatch.StartNew();
        foreach (var text in new[] { content, content + "</template>" })
            Assert.IsNotNull(SingleFileComponent.Parse(new SourceText(text)));
        Assert.IsLessThan(15, watch.Elapsed.TotalSeconds);
    }

    [TestMethod]
    public void Damaged_components_give_blocks_in_order_inside_the_text()
    {
        const string Whole = "<template>\n<view :a=\"b\">{{c}}<template #d/></view>\n</template>\n<script setup lang=\"ts\">\nwx.a('<b>')\n</script>\n<style>a{}</style>\n";
        string[] alphabet = ["<", ">", "/", "\"", "'", "{{", "\n", "!", "--", "</", "t"];
        var random = new Random(3);
        for (var round = 0; round < 20_000; round++)
        {
            var content = Whole;
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(content.Length);
                content = random.Next(2) == 0
                    ? content.Remove(at, Math.Min(random.Next(1, 6), content.Length - at))
                    : content.Insert(at, alphabet[random.Next(alphabet.Length)]);
            }

            var text = new SourceText(content);
            var component = SingleFileComponent.Parse(text);
            var end = 0;
            foreach (var block in component.Blocks)
            {
                Assert.IsTrue(block.Span.Start >= end && block.Span.Contains(block.Content) && block.Content.Length >= 0, content);
                end = block.Span.End;
                Assert.IsNotNull(MarkupParser.Parse(text, MarkupDialect.Vue, block.Content));
            }

            Assert.IsLessThanOrEqualTo(text.Length, end);
        }
    }

    private static string Show(SingleFileComponent component) =>
        string.Join(" ", component.Blocks.Select(b => b.Kind + ":" + b.Language + (b.IsSetup ? ":setup" : "")));
}
