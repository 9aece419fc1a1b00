using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.Tests.JavaScript.Grammar;

[TestClass]
public sealed class RecoveryTests
{
    private static readonly JavaScriptParseOptions Script = new() { SourceType = SourceType.Script };

    [TestMethod]
    [DataRow("f(a; b", "(Call f a) b ! ',' expected @ ;")]
    [DataRow("f(a, b\nc.d()", "(Call f a b (Call (Member c d))) ! ',' expected @ c ! ',' expected @")]
    [DataRow("[a, b; c", "(Array a b) c ! ',' expected @ ;")]
    [DataRow("x = { a: 1, b: 2; c", "(Assignment = x (Object (Property a 1) (Property b 2) (Error c))) ! ',' expected @ ; (skipped ;) ! ':' expected @")]
    [DataRow("if (a b", "(If a b) ! ')' expected @ b")]
    [DataRow("a = ; b", "(Assignment = a (Error)) b ! Expression expected @ ;")]
    [DataRow("a.; b", "(Member a ?) b ! Name expected @ ;")]
    [DataRow("a[; b", "(Member [] a (Error)) b ! Expression expected @ ;")]
    [DataRow("a +; b", "(Binary + a (Error)) b ! Expression expected @ ;")]
    [DataRow("function f( { a } b", "(FunctionDeclaration f [(ObjectPattern (Property shorthand a a)) b]) ! ',' expected @ b ! ',' expected @")]
    public void Missing_brackets(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("Page({ wx.login(); onLoad() { a } })", "(Call Page (Object (Error (Call (Member wx login))) (Property method onLoad (Function [] (Block a))))) ! ':' expected @ .")]
    [DataRow("Page({ const a = b; c: d })", "(Call Page (Object (Error (VariableDeclaration Const (VariableDeclarator a b))) (Property c d))) ! ':' expected @ a")]
    [DataRow("({ a() b, c: d })", "(Object (Error (Call a)) (Property shorthand b b) (Property c d)) ! '{' expected @ b")]
    [DataRow("({ a: , b: c })", "(Object (Property a (Error)) (Property b c)) ! Expression expected @ ,")]
    [DataRow("class A { return a; b() { c } }", "(ClassDeclaration A (ClassBody (Error (Return a)) (MethodDefinition b (Function [] (Block c))))) ! ';' expected @ a")]
    [DataRow("class A { if (a) { b } }", "(ClassDeclaration A (ClassBody (MethodDefinition if (Function [a] (Block b)))))")]
    public void Damaged_members(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("function f() {\n  a\n\nfunction g() {\n  b\n}", "(FunctionDeclaration f [] (Block a)) (FunctionDeclaration g [] (Block b)) ! '}' expected @ function")]
    [DataRow("Page({\n  a() {\n    b\n  c() {\n    d\n  }\n})\ne", "(Call Page (Object (Property method a (Function [] (Block b (Call c) (Block d)))))) e ! ';' expected @ { ! '}' expected @ )")]
    [DataRow("class A {\n  a() {\n    if (b) {\n      c\n  }\n  d() {}\n}", "(ClassDeclaration A (ClassBody (MethodDefinition a (Function [] (Block (If b (Block c))))) (MethodDefinition d (Function [] (Block))))) ! '}' expected @ d")]
    [DataRow("a }", "a (Error) ! Expression expected @ } (skipped })")]
    [DataRow("function f() { a } } b", "(FunctionDeclaration f [] (Block a)) (Error) b ! Expression expected @ } (skipped })")]
    public void Unclosed_braces(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("a = 'b\nc", "(Assignment = a 'b') c ! Unterminated string @ 'b")]
    [DataRow("a = `b\nc.d()", "(Assignment = a (TemplateLiteral `b`)) (Call (Member c d)) ! Unterminated template @ b")]
    [DataRow("/* a\nb", "b ! Unterminated comment @ /* a")]
    [DataRow("a = /b\nc", "(Assignment = a /b/) c ! Unterminated regular expression @ /b")]
    public void Unclosed_texts(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow(")]} a", "(Error) (Error) (Error) a ! Expression expected @ ) (skipped )]})")]
    [DataRow("a ) b", "a (Error) b ! ';' expected @ ) (skipped ))")]
    [DataRow("@ a", "(Error (Decorator a)) ! Decorators are not allowed here @")]
    [DataRow("a # b", "a (Error) b ! Unexpected character @ # (skipped #)")]
    [DataRow("a § b", "a (Error) b ! Unexpected character @ § (skipped §)")]
    [DataRow("var 1 = 2; a", "(VariableDeclaration Var (VariableDeclarator ?)) (Assignment = 1 2) a ! Name expected @ 1")]
    [DataRow("var; a", "(VariableDeclaration Var (VariableDeclarator ?)) a ! Name expected @ ;")]
    [DataRow("for (a b) c; d", "(For a b c) d ! ';' expected @ b ! ';' expected @ )")]
    [DataRow("switch (a) { b; case c: d }", "(Switch a (SwitchCase b) (SwitchCase c d)) ! 'case' expected @ b")]
    [DataRow("else a; b", "(Error) a b ! Expression expected @ else (skipped else)")]
    [DataRow("case a: b", "(Error) (Labeled a b) ! Expression expected @ case (skipped case)")]
    public void Odd_tokens(string input, string expected) => Tree.Check(input, expected, Script);
}
