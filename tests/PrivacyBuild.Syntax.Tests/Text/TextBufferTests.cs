using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.Text;

[TestClass]
public sealed class TextBufferTests
{
    [TestMethod]
    [DataRow("", DisplayName = "nothing")]
    [DataRow("wx.getLocation({})", DisplayName = "ASCII")]
    [DataRow("const 名 = '😀';\r\n", DisplayName = "all lengths of sequences")]
    public void Plain_text_is_what_the_decoder_gives(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.IsTrue(new TextBuffer().TryDecode(bytes, out var content));
        Assert.AreEqual(SourceDecoder.Decode(bytes).Text!.Content, content.ToString());
    }

    [TestMethod]
    public void Each_text_is_its_own_whatever_was_read_before()
    {
        var buffer = new TextBuffer();
        var texts = new[] { 10, 100_000, 3, 200_000, 0, 7 }.Select((length, i) => new string((char)('a' + i), length));

        foreach (var text in texts)
        {
            Assert.IsTrue(buffer.TryDecode(Encoding.UTF8.GetBytes(text), out var content));
            Assert.AreEqual(text, content.ToString());
        }
    }

    [TestMethod]
    [DataRow(new byte[] { 0xEF, 0xBB, 0xBF, 0x61 }, DisplayName = "a mark")]
    [DataRow(new byte[] { 0xFF, 0xFE, 0x61, 0 }, DisplayName = "UTF-16")]
    [DataRow(new byte[] { 0x61, 0xC4, 0xE3, 0xBA, 0xC3 }, DisplayName = "GB18030")]
    [DataRow(new byte[] { 1, 2, 3, 0x61 }, DisplayName = "no text")]
    public void What_is_not_plain_is_left_to_the_decoder(byte[] bytes) => Assert.IsFalse(new TextBuffer().TryDecode(bytes, out _));
}
