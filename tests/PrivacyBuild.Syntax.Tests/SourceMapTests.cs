using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.SourceMaps;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests;

[TestClass]
public sealed class SourceMapTests
{
    // Line 1: columns 1 and 5 of a.ts (1:1, 3:9); line 2: nothing; line 3: b.ts 2:1 from column 1, nothing from column 11 on.
    private const string Map = """{ "version": 3, "sourceRoot": "src", "sources": ["a.ts", "b.ts"], "names": ["n"], "mappings": "AAAA,IAEQA;;ACDR,U" }""";

    [TestMethod]
    [DataRow(1, 1, "src/a.ts:1:1")]
    [DataRow(1, 4, "src/a.ts:1:1")]
    [DataRow(1, 5, "src/a.ts:3:9")]
    [DataRow(1, 900, "src/a.ts:3:9")]
    [DataRow(2, 1, "", DisplayName = "a line that came from nowhere")]
    [DataRow(3, 1, "src/b.ts:2:1")]
    [DataRow(3, 11, "", DisplayName = "a part that the bundler added")]
    [DataRow(4, 1, "", DisplayName = "behind the end")]
    [DataRow(0, 0, "")]
    public void A_place_has_its_original(int line, int column, string expected) => Assert.AreEqual(expected, Find(Map, line, column));

    [TestMethod]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("""{ "mappings": 1, "sources": [] }""")]
    [DataRow("""{ "version": 3, "sections": [] }""")]
    public void What_is_no_map_is_none(string text) => Assert.IsNull(SourceMap.Read(new SourceText(text)));

    [TestMethod]
    [DataRow("gggggggggggggggggggggggggg")]
    [DataRow("D,DDDD,AADD,AAAD")]
    [DataRow("AAAA,,,;;,;AA;AAA")]
    [DataRow("////////////////////////B,A")]
    [DataRow("页面,AAAA")]
    [DataRow("AC+/////D+/////D+/////D")]
    public void A_broken_map_is_read_as_far_as_it_goes(string mappings)
    {
        for (var line = 1; line < 8; line++)
            Find($$"""{ "sources": ["a", null], "mappings": "{{mappings}}" }""", line, 1);
    }

    private static string Find(string map, int line, int column) =>
        SourceMap.Read(new SourceText(map))!.Find(new LinePosition(line, column)) is { } found ? $"{found.Source}:{found.Place.Line}:{found.Place.Column}" : "";
}
