using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;

namespace PrivacyBuild.Syntax.Tests.JavaScript.Grammar;

[TestClass]
public sealed class JsxTests
{
    private static readonly JavaScriptParseOptions Jsx = new() { Jsx = true };

    [TestMethod]
    [DataRow("<a />; <a></a>; <A.b.c />; <a:b c:d=\"e\" />; <a-b c-d='e' />; <></>; <this.a />", "(JSXElement (JSXOpeningElement / a)) (JSXElement (JSXOpeningElement a) (JSXClosingElement a)) (JSXElement (JSXOpeningElement / (JSXMember (JSXMember A b) c))) (JSXElement (JSXOpeningElement / (JSXNamespacedName a b) (JSXAttribute (JSXNamespacedName c d) 'e'))) (JSXElement (JSXOpeningElement / a-b (JSXAttribute c-d 'e'))) (JSXFragment) (JSXElement (JSXOpeningElement / (JSXMember this a)))")]
    [DataRow("<a b c=\"d\" e='f' g={h} {...i} j=<k/> l={\"m\"} n=\"&quot;&amp;&#65;&#x42;&unknown;&nbsp;\" />", "(JSXElement (JSXOpeningElement / a (JSXAttribute b) (JSXAttribute c 'd') (JSXAttribute e 'f') (JSXAttribute g (JSXExpressionContainer h)) (JSXSpreadAttribute i) (JSXAttribute j (JSXElement (JSXOpeningElement / k))) (JSXAttribute l (JSXExpressionContainer 'm')) (JSXAttribute n '\"&AB&unknown; ')))")]
    [DataRow("<a>text {b} more {/* c */}{...d}<e/> &lt;&copy; </a>", "(JSXElement (JSXOpeningElement a) \"text \" (JSXExpressionContainer b) \" more \" (JSXExpressionContainer (JSXEmpty)) (JSXSpreadChild d) (JSXElement (JSXOpeningElement / e)) \" <© \" (JSXClosingElement a))")]
    [DataRow("<a>\n  b\n  c\n</a>; <a>{b ? <c/> : <d>{e}</d>}</a>", "(JSXElement (JSXOpeningElement a) \"\\n  b\\n  c\\n\" (JSXClosingElement a)) (JSXElement (JSXOpeningElement a) (JSXExpressionContainer (Conditional b (JSXElement (JSXOpeningElement / c)) (JSXElement (JSXOpeningElement d) (JSXExpressionContainer e) (JSXClosingElement d)))) (JSXClosingElement a))")]
    [DataRow("a < b; a<b>c; <a>'it\"s' `x` // no comment /* nor this */</a>", "(Binary < a b) (Binary > (Binary < a b) c) (JSXElement (JSXOpeningElement a) \"'it\"s' `x` // no comment /* nor this */\" (JSXClosingElement a))")]
    [DataRow("<A b={() => { return <C>{d}</C> }}>e</A>; f(<a/>, <b/>); [<a/>, <b>{c}</b>]", "(JSXElement (JSXOpeningElement A (JSXAttribute b (JSXExpressionContainer (ArrowFunction [] (Block (Return (JSXElement (JSXOpeningElement C) (JSXExpressionContainer d) (JSXClosingElement C)))))))) \"e\" (JSXClosingElement A)) (Call f (JSXElement (JSXOpeningElement / a)) (JSXElement (JSXOpeningElement / b))) (Array (JSXElement (JSXOpeningElement / a)) (JSXElement (JSXOpeningElement b) (JSXExpressionContainer c) (JSXClosingElement b)))")]
    [DataRow("<a>></a>; <a b=\"\n\" />; <a>=</a>; <a></a > ; < a / >", "(JSXElement (JSXOpeningElement a) \">\" (JSXClosingElement a)) (JSXElement (JSXOpeningElement / a (JSXAttribute b '\\n'))) (JSXElement (JSXOpeningElement a) \"=\" (JSXClosingElement a)) (JSXElement (JSXOpeningElement a) (JSXClosingElement a)) (JSXElement (JSXOpeningElement / a))")]
    public void Elements(string input, string expected) => Tree.Check(input, expected, Jsx);

    [TestMethod]
    [DataRow("<a><b></a>; c", "(JSXElement (JSXOpeningElement a) (JSXElement (JSXOpeningElement b)) (JSXClosingElement a)) c ! '</b>' expected @ <")]
    [DataRow("<a></b></a>; c", "(JSXElement (JSXOpeningElement a) (JSXClosingElement a)) c ! This end tag closes no element @ </b")]
    [DataRow("<a>{b c}</a>; d", "(JSXElement (JSXOpeningElement a) (JSXExpressionContainer b) (JSXClosingElement a)) d ! '}' expected @ c (skipped c)")]
    [DataRow("<a b= c></a>; d", "(JSXElement (JSXOpeningElement a (JSXAttribute b) (JSXAttribute c)) (JSXClosingElement a)) d ! String expected @ c")]
    [DataRow("<a></a; b", "(JSXElement (JSXOpeningElement a) (JSXClosingElement a)) b ! '>' expected @ ;")]
    [DataRow("const a = <div>\n<p></div>;\nb.c()", "(VariableDeclaration Const (VariableDeclarator a (JSXElement (JSXOpeningElement div) \"\\n\" (JSXElement (JSXOpeningElement p)) (JSXClosingElement div)))) (Call (Member b c)) ! '</p>' expected @ <")]
    public void Damaged_elements(string input, string expected) => Tree.Check(input, expected, Jsx);
}
