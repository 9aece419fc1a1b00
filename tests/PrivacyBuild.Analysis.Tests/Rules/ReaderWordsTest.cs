using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Rules;

[TestClass]
public sealed class ReaderWordsTest
{
    [TestMethod]
    [DataRow("{ /* a", "注释没有结束。")]
    [DataRow("{ ] }", "此处不应出现“]”。")]
    [DataRow("{} {}", "值之后不能再有其他内容。")]
    [DataRow("{ 'a': 1 }", "字符串必须使用双引号。")]
    [DataRow("[ 1 2 ]", "此前缺少逗号或括号。")]
    [DataRow("{ a: 1 }", "此处应为双引号中的成员名，实际为 'a'。")]
    [DataRow("[ 01 ]", "'01' 不是 JSON 数字。")]
    [DataRow("[ undefined ]", "'undefined' 不是 JSON 值。")]
    [DataRow("""{ "a" 1 }""", "成员名之后缺少冒号。")]
    [DataRow("[ \"a\n ]", "字符串没有结束。")]
    [DataRow("[ \"a\tb\" ]", "字符串中的控制字符必须转义。")]
    [DataRow("""[ "\q" ]""", "这不是 JSON 支持的转义。")]
    [DataRow("{\n \"a\": [", "文本结束时，第 2 行的 '[' 尚未闭合。")]
    public void What_is_wrong_with_JSON_is_said_in_Chinese_too(string json, string chinese) =>
        Assert.AreEqual(chinese, ReaderWords.Chinese(JsonReader.Read(new SourceText(json)).Error!.Message));

    [TestMethod]
    public void Deep_nesting_is_said_in_Chinese_too() =>
        StringAssert.StartsWith(ReaderWords.Chinese(JsonReader.Read(new SourceText(string.Concat(Enumerable.Repeat("[", 1000)))).Error!.Message), "嵌套过深");

    [TestMethod]
    [DataRow("const a = )", "此处应为表达式。")]
    [DataRow("if a) b", "此处缺少“(”。")]
    [DataRow("'a", "字符串没有结束。")]
    [DataRow("const a;", "此声明缺少初始值。")]
    [DataRow("try {}", "此处缺少“catch”或“finally”。")]
    public void What_is_wrong_with_a_script_is_said_in_Chinese_too(string script, string chinese) =>
        Assert.AreEqual(chinese, ReaderWords.Chinese(JavaScriptParser.Parse(new SourceText(script), new JavaScriptParseOptions()).Errors[0].Message));

    [TestMethod]
    public void Other_words_stay_and_end_as_a_sentence()
    {
        Assert.AreEqual("Something else。", ReaderWords.Chinese("Something else."));
        Assert.AreEqual("Something else.", ReaderWords.English("Something else"));
    }
}
