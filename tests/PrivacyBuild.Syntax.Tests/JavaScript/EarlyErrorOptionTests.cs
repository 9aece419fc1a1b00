using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.JavaScript;

[TestClass]
public sealed class EarlyErrorOptionTests
{
    [TestMethod]
    [DataRow("let a; let a;")]
    [DataRow("x = /(/;")]
    [DataRow("function f() { super(); }")]
    public void WithoutEarlyErrorsWhatTheGrammarTakesHasNone(string text)
    {
        Assert.IsNotEmpty(JavaScriptParser.Parse(new SourceText(text), JavaScriptParseOptions.JavaScript).Errors);
        Assert.IsEmpty(JavaScriptParser.Parse(new SourceText(text), new JavaScriptParseOptions { EarlyErrors = false }).Errors);
    }

    [TestMethod]
    public void WithoutEarlyErrorsWhatTheGrammarDoesNotTakeIsToldAllTheSame()
    {
        var errors = JavaScriptParser.Parse(new SourceText("f(] ; g("), new JavaScriptParseOptions { EarlyErrors = false }).Errors;

        Assert.IsNotEmpty(errors);
    }
}
