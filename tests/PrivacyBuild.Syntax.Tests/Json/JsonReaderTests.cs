using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Tests.Text;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.Json;

[TestClass]
public class JsonReaderTests
{
    [TestMethod]
    [DataRow("""{}""", "{}")]
    [DataRow("""[]""", "[]")]
    [DataRow(""" {"a": [1, -2.5e1, true, false, null, "x"]} """, "{a:[1,-25,true,false,null,'x']}")]
    [DataRow("""{"a":1,"a":2}""", "{a:1,a:2}")]
    [DataRow("""{"":0}""", "{:0}")]
    [DataRow("""{"a":1,}""", "{a:1}")]
    [DataRow("""[1,[2,],]""", "[1,[2]]")]
    [DataRow("// c\n{\"a\"/*x*/:/*y*/1/*z*/}// end", "{a:1}")]
    [DataRow("""{"a":1,/*x*/}""", "{a:1}")]
    [DataRow("""["\u4f4d\n\"\\\/\b\f\r\t"]""", "['位\n\"\\/\b\f\r\t']")]
    [DataRow("""["\ud83d\ude00"]""", "['😀']")]
    [DataRow("""{"\u0061":1}""", "{a:1}")]
    [DataRow("// a\u2028b\r[1]", "[1]")]
    [DataRow("""1e999""", "∞")]
    [DataRow("""-1e999""", "-∞")]
    [DataRow("\r\n\t\"x\"\r\n", "'x'")]
    public void A_text_becomes_the_values_it_holds(string json, string expected)
    {
        var result = JsonReader.Read(new SourceText(json));

        Assert.IsNull(result.Error);
        Assert.AreEqual(expected, Show(result.Root!));
    }

    [TestMethod]
    [DataRow("""[|{[|"a"|]: [|1|], [|"b"|]: [|[[|true|], [|null|], [|"x"|]]|]}|]""")]
    [DataRow("""[|{[|"位"|]: [|"置"|], [|"😀"|]: [|"é"|], [|"z"|]: [|-1.5|]}|]""")]
    [DataRow("/* 位置 */ [|[ // 😀\n [|\"\\ud83d\\\"\"|] ]|] // 中")]
    [DataRow("""[|{[|"a"|] /* : */ : [|{[|"a\""|]  :[|""|]}|]}|]""")]
    public void Every_name_and_value_has_its_place(string json)
    {
        var marked = new MarkedText(json);

        var result = JsonReader.Read(marked.Text);

        Assert.IsNull(result.Error);
        Assert.AreEqual(json, MarkedText.Mark(marked.Text, Spans(result.Root!).OrderBy(s => s.Start).ThenByDescending(s => s.End)));
    }

    /// <summary>Not a table: the compiler writes attribute strings in UTF-8, which has no lone surrogates.</summary>
    [TestMethod]
    public void Lone_surrogates_stay_what_they_are_written_or_escaped()
    {
        var marked = new MarkedText("[[|\"\ud800\"|],[|\"\udfff\\uD800 \\uDFFF\"|],[|1|]]");

        var root = JsonReader.Read(marked.Text).Root;

        Assert.AreEqual("['\ud800','\udfff\ud800 \udfff',1]", Show(root!));
        CollectionAssert.AreEqual(marked.Spans.ToArray(), Children(root!).Select(c => c.Span).ToArray());
    }

    [TestMethod]
    [DataRow("[||]", "The text holds no value.")]
    [DataRow(" \n\t[||]", "The text holds no value.")]
    [DataRow("// only a comment[||]", "The text holds no value.")]
    [DataRow("{\n  \"a\": 1\n[||]", "The text ends before the '{' of line 1 is closed.")]
    [DataRow("{\"a\":\n  [1, 2[||]", "The text ends before the '[' of line 2 is closed.")]
    [DataRow("""{"a":[||]""", "The text ends before the '{' of line 1 is closed.")]
    [DataRow("""{"a"[||]""", "The text ends before the '{' of line 1 is closed.")]
    [DataRow("{\"a\": [|\"x}|]\n", "The string is not closed.")]
    [DataRow("{\"a\": [|\"x}|]", "The string is not closed.")]
    [DataRow("{[|\"a: 1,|]\n\"b\": 2}", "The string is not closed.")]
    [DataRow("""{"a": "x[|\q|]y"}""", "This is not an escape that JSON knows.")]
    [DataRow("""{"a": "x[|\u12G|]4"}""", "This is not an escape that JSON knows.")]
    [DataRow("{\"a\": \"x[|\t|]y\"}", "A control character in a string must be written as an escape.")]
    [DataRow("""{"a": [|'|]x'}""", "A string must stand in double quotes.")]
    [DataRow("""{[|pages|]: []}""", "Expected a member name in double quotes, found 'pages'.")]
    [DataRow("""{"a": 1, [|$b|]: 2}""", "Expected a member name in double quotes, found '$b'.")]
    [DataRow("""{[|1|]: 2}""", "Expected a member name in double quotes, found '1'.")]
    [DataRow("""{"a": [|undefined|]}""", "'undefined' is not a JSON value.")]
    [DataRow("""{"a": [|True|]}""", "'True' is not a JSON value.")]
    [DataRow("""{"a": [|位置|]}""", "'位置' is not a JSON value.")]
    [DataRow("{\n  \"位置\": \"😀\"\n  [|\"b\"|]: 2\n}", "A comma or a bracket is missing before this.")]
    [DataRow("{\"a\": 1 /* , */\n [|\"b\"|]: 2}", "A comma or a bracket is missing before this.")]
    [DataRow("""[1 [|2|]]""", "A comma or a bracket is missing before this.")]
    [DataRow("""{"a" [|1|]}""", "Expected a colon after the member's name.")]
    [DataRow("{\"a\"\n[|}|]", "Expected a colon after the member's name.")]
    [DataRow("""{"a":1,[|,|]"b":2}""", "Unexpected ','.")]
    [DataRow("""[[|,|]]""", "Unexpected ','.")]
    [DataRow("""{"a":[|}|]""", "Unexpected '}'.")]
    [DataRow("""[1[|}|]""", "Unexpected '}'.")]
    [DataRow("""{"a":1} [|{|]}""", "Nothing may follow the value.")]
    [DataRow("""{"a":1}[|}|]""", "Nothing may follow the value.")]
    [DataRow("""[[|01|]]""", "'01' is not a JSON number.")]
    [DataRow("""[[|1.|]]""", "'1.' is not a JSON number.")]
    [DataRow("""[[|+1|]]""", "'+1' is not a JSON number.")]
    [DataRow("""[[|.5|]]""", "'.5' is not a JSON number.")]
    [DataRow("""[[|-|]]""", "'-' is not a JSON number.")]
    [DataRow("[1,[|\0|]]", "A NUL character is not allowed here.")]
    [DataRow("[1, [|/* 2]|]\n", "The comment is not closed.")]
    [DataRow("""[1, [|/|] 2]""", "Unexpected '/'.")]
    [DataRow("[[|\uFEFF|]1]", "'\uFEFF' is not a JSON value.")]
    public void An_error_has_a_reason_and_a_place(string json, string message)
    {
        var marked = new MarkedText(json);

        var result = JsonReader.Read(marked.Text);

        Assert.IsNull(result.Root);
        Assert.AreEqual(message, result.Error?.Message);

        Assert.AreEqual(json, MarkedText.Mark(marked.Text, [result.Error!.Span]));
    }

    [TestMethod]
    [DataRow("[|// a|]\n{ [|/* b */|] \"x\": \"// no\", [|// c|]\r\n \"y\": 1, } [|/* d\n */|]")]
    [DataRow("[|//|]\n1[|//|]")]
    public void Comments_are_listed(string json)
    {
        var marked = new MarkedText(json);

        Assert.AreEqual(json, MarkedText.Mark(marked.Text, JsonReader.Read(marked.Text).Comments));
    }

    [TestMethod]
    public void Members_are_found_by_name_and_the_last_of_one_name_counts()
    {
        var root = (JsonObject)JsonReader.Read(new SourceText("""{"a":1,"b":"x","a":"y"}""")).Root!;

        Assert.IsTrue(root.TryGetString("a", out var text));
        Assert.AreEqual("y", text);
        Assert.IsFalse(root.TryGetString("c", out _));
        Assert.IsTrue(root.TryGet<JsonString>("b", out var value));
        Assert.AreEqual("x", value.Value);
        Assert.IsFalse(root.TryGet<JsonNumber>("a", out _));
        Assert.IsNull(root["A"]);
    }

    [TestMethod]
    [DataRow(JsonReader.MaxDepth, true)]
    [DataRow(JsonReader.MaxDepth + 1, false)]
    [DataRow(1_000_000, false)]
    public void Depth_is_bounded(int depth, bool read)
    {
        var result = JsonReader.Read(new SourceText(new string('[', depth) + new string(']', depth)));

        Assert.AreEqual(read, result.Root != null);
        Assert.AreEqual(read ? null : new TextSpan(JsonReader.MaxDepth, JsonReader.MaxDepth + 1), result.Error?.Span);
    }

    /// <summary>Any text gives a value or an error with a place inside it, and every span lies inside its parent's.</summary>
    [TestMethod]
    public void Broken_texts_give_an_error_inside_the_text()
    {
        const string Whole = "{\"位\": [1, -2.5e3, \"😀\\u0041\", {\"b\": null, }], // c\n \"a\": true /* d */ }";
        string[] alphabet = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "/", "*", "1", "-", "e", "t", "位", "\ud800", "\0", " ", "'"];
        var random = new Random(7);
        for (var round = 0; round < 30_000; round++)
        {
            var content = Whole;
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(content.Length);
                content = random.Next(3) switch
                {
                    0 => content.Remove(at, Math.Min(random.Next(1, 4), content.Length - at)),
                    1 => content.Insert(at, alphabet[random.Next(alphabet.Length)]),
                    _ => content.Substring(0, at),
                };
                if (content.Length == 0)
                    break;
            }

            var result = JsonReader.Read(new SourceText(content));

            Assert.AreNotEqual(result.Root is null, result.Error is null, content);
            var whole = new TextSpan(0, content.Length);
            if (result.Error is { } error)
                Assert.IsTrue(whole.Contains(error.Span) && error.Span.Length >= 0, content);
            else
                AssertNested(result.Root!, whole, content);
        }
    }

    private static void AssertNested(JsonValue value, TextSpan parent, string content)
    {
        Assert.IsTrue(parent.Contains(value.Span) && value.Span.Length > 0, content);
        foreach (var child in Children(value))
            AssertNested(child, value.Span, content);
    }

    private static IEnumerable<JsonValue> Children(JsonValue value) => value switch
    {
        JsonObject o => o.Members.Select(m => m.Value),
        JsonArray a => a.Items,
        _ => [],
    };

    private static IEnumerable<TextSpan> Spans(JsonValue value) =>
        Children(value).SelectMany(Spans).Concat(value is JsonObject o ? o.Members.Select(m => m.NameSpan) : []).Append(value.Span);

    private static string Show(JsonValue value) => value switch
    {
        JsonObject o => "{" + string.Join(",", o.Members.Select(m => m.Name + ":" + Show(m.Value))) + "}",
        JsonArray a => "[" + string.Join(",", a.Items.Select(Show)) + "]",
        JsonString s => "'" + s.Value + "'",
        JsonNumber n => n.Value.ToString(CultureInfo.InvariantCulture).Replace("Infinity", "∞"),
        JsonBoolean b => b.Value ? "true" : "false",
        _ => "null",
    };
}
