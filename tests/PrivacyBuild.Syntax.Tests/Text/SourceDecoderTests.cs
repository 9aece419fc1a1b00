using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.Text;

[TestClass]
public class SourceDecoderTests
{
    // GB18030 bytes are written out: 中文 D6D0 CEC4, 位置 CEBB D6C3, 隐私 D2FE CBBD, 联通 C1AA CDA8, € A2E3, 😀 94 39 FC 36.
    [TestMethod]
    [DataRow("plain ASCII", "61 3D 31", SourceEncoding.Utf8, "a=1")]
    [DataRow("nothing at all", "", SourceEncoding.Utf8, "")]
    [DataRow("UTF-8", "E4 BD 8D F0 9F 98 80", SourceEncoding.Utf8, "位😀")]
    [DataRow("UTF-8 with mark", "EF BB BF 61", SourceEncoding.Utf8WithMark, "a")]
    [DataRow("only the UTF-8 mark", "EF BB BF", SourceEncoding.Utf8WithMark, "")]
    [DataRow("UTF-16 LE", "FF FE 61 00 4D 4F", SourceEncoding.Utf16LittleEndian, "a位")]
    [DataRow("UTF-16 BE", "FE FF 00 61 4F 4D", SourceEncoding.Utf16BigEndian, "a位")]
    [DataRow("only the UTF-16 mark", "FF FE", SourceEncoding.Utf16LittleEndian, "")]
    [DataRow("GB18030", "2F 2F D6 D0 CE C4", SourceEncoding.Gb18030, "//中文")]
    [DataRow("GB18030 in a string", "27 CE BB D6 C3 D2 FE CB BD 27", SourceEncoding.Gb18030, "'位置隐私'")]
    [DataRow("GB18030 of four bytes", "D6 D0 94 39 FC 36 CE C4", SourceEncoding.Gb18030, "中😀文")]
    [DataRow("valid in both is UTF-8", "C2 A3", SourceEncoding.Utf8, "£")]
    [DataRow("a NUL in a long bundle", "61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 00", SourceEncoding.Utf8, "aaaaaaaaaaaaaaaa\0")]
    public void Text_is_read_and_its_encoding_told(string what, string bytes, SourceEncoding encoding, string text)
    {
        var decoded = SourceDecoder.Decode(Bytes(bytes));

        Assert.IsTrue(decoded.IsText, what);
        Assert.AreEqual(text, decoded.Text.Content, what);
        Assert.AreEqual(encoding, decoded.Encoding, what);
        Assert.IsNull(decoded.DamagedAt, what);
    }

    [TestMethod]
    [DataRow("PNG", "89 50 4E 47 0D 0A 1A 0A 00 00 00 0D 49 48 44 52")]
    [DataRow("ZIP", "50 4B 03 04 14 00 00 00 08 00")]
    [DataRow("UTF-16 without mark", "76 00 61 00 72 00 20 00")]
    [DataRow("UTF-32", "FF FE 00 00 61 00 00 00 62 00 00 00")]
    [DataRow("NUL bytes", "00 00 00 00")]
    [DataRow("bytes that no encoding has", "FF FF FF FF FF")]
    [DataRow("user-defined GB18030 zone", "AA A1 AA A2 F8 A1")]
    public void What_is_no_text_is_said_to_be_none(string what, string bytes)
    {
        var decoded = SourceDecoder.Decode(Bytes(bytes));

        Assert.IsFalse(decoded.IsText, what);
        Assert.IsNull(decoded.Text, what);
        Assert.AreEqual(SourceEncoding.Unknown, decoded.Encoding, what);
    }

    [TestMethod]
    [DataRow("a cut sequence at the end", "var longEnoughToBeText = 1; // 位", "E7 BD", "")]
    [DataRow("a stray byte between Chinese", "// 位置位置位置\n", "FF", "wx.getLocation() // 位置")]
    [DataRow("genuine U+FFFD before the damage", "var s = '\uFFFD'; var t = '", "C0", "'; // the rest of the file")]
    public void Damaged_UTF8_is_still_text_and_the_damage_has_a_place(string what, string before, string bad, string after)
    {
        var bytes = Encoding.UTF8.GetBytes(before).Concat(Bytes(bad)).Concat(Encoding.UTF8.GetBytes(after)).ToArray();

        var decoded = SourceDecoder.Decode(bytes);

        Assert.IsTrue(decoded.IsText, what);
        Assert.AreEqual(before.Length, decoded.DamagedAt, what);
        Assert.StartsWith(before + "\uFFFD", decoded.Text.Content);
        Assert.EndsWith(after, decoded.Text.Content);
        Assert.AreEqual(SourceEncoding.Utf8, decoded.Encoding, what);
    }

    [TestMethod]
    public void A_lone_surrogate_of_UTF16_stays_what_it_is()
    {
        Assert.AreEqual("a\ud800", SourceDecoder.Decode(Bytes("FF FE 61 00 00 D8")).Text?.Content);
    }

    [TestMethod]
    public void Half_a_UTF16_unit_at_the_end_is_damage()
    {
        var decoded = SourceDecoder.Decode(Bytes("FF FE 61 00 62"));

        Assert.AreEqual("a\uFFFD", decoded.Text?.Content);
        Assert.AreEqual(1, decoded.DamagedAt);
    }

    [TestMethod]
    public void Whatever_the_bytes_are_decoding_ends_without_an_exception()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(12)];
            random.NextBytes(bytes);
            var decoded = SourceDecoder.Decode(bytes);
            Assert.AreEqual(decoded.Encoding != SourceEncoding.Unknown, decoded.IsText);
            if (decoded.DamagedAt is { } place)
                Assert.AreEqual('\uFFFD', decoded.Text!.Content[place], Convert.ToHexString(bytes));
        }
    }

    private static byte[] Bytes(string hex) =>
        hex.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => byte.Parse(b, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
}
