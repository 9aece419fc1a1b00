using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.Tests.JavaScript.Grammar;

[TestClass]
public sealed class LiteralTests
{
    private static readonly JavaScriptParseOptions Script = new() { SourceType = SourceType.Script };

    [TestMethod]
    [DataRow("1; 0; 1.5; .5; 5.; 1e3; 1E-2; 1.5e+3", "1 0 1.5 0.5 5 1000 0.01 1500")]
    [DataRow("0x1F; 0o17; 0B101; 1_000_000; 0xF_F; 1_0.0_1e1_0", "31 15 5 1000000 255 100100000000")]
    [DataRow("1n; 0n; 0x1Fn; 1_0n", "1n 0n 0x1Fn 10n")]
    [DataRow("017; 089; 0.5; 00", "15 89 0.5 0")]
    [DataRow("9007199254740993; 1e400; 123456789012345678", "9007199254740992 Infinity 1.2345678901234568E+17")]
    [DataRow("1..toString(); 1.0.toFixed(); 1 .a", "(Call (Member 1 toString)) (Call (Member 1 toFixed)) (Member 1 a)")]
    [DataRow("3in []", "(Binary in 3 (Array)) ! A name may not follow a number immediately @ i")]
    [DataRow("1_; 1__0; 0_1; 0x_1", "1 10 1 1 ! A numeric separator may stand only between digits @ _ ! A numeric separator may stand only between digits @ _ ! A numeric separator may stand only between digits @ _ ! A numeric separator may stand only between digits @ _ ! A numeric separator may stand only between digits @ _")]
    [DataRow("0b2; 0xg; 08n; 1e; 1a", "0 2 0 g 8 1 1 a ! Invalid number @ 0b ! A name may not follow a number immediately @ 2 ! Invalid number @ 0x ! A name may not follow a number immediately @ g ! Invalid number @ 08n ! Invalid number @ 1e ! A name may not follow a number immediately @ a")]
    public void Numbers(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("\"a\"; 'b'; \"\"; 'it\\'s'; \"\\n\\t\\0\"", "(Expression directive a 'a') (Expression directive b 'b') (Expression directive '') (Expression directive it\\'s 'it's') (Expression directive \\n\\t\\0 '\\n\\t\\0')")]
    [DataRow("\"\\x41\\u0042\\u{43}\\u{1F600}\"", "(Expression directive \\x41\\u0042\\u{43}\\u{1F600} 'ABC😀')")]
    [DataRow("\"a\\nb\"; 'a\\\nb'", "(Expression directive a\\nb 'a\\nb') (Expression directive a\\\nb 'ab')")]
    [DataRow("\"\\101\\0\"; '\\8'", "(Expression directive \\101\\0 'A\\0') (Expression directive \\8 '8')")]
    [DataRow("\"\u2028\"", "(Expression directive \u2028 '\u2028')")]
    [DataRow("\"\\x4\"; \"\\u{110000}\"; \"\\u00\"", "(Expression directive \\x4 '') (Expression directive \\u{110000} '') (Expression directive \\u00 '') ! Invalid escape sequence @ \\x4 ! Invalid escape sequence @ \\u{110000} ! Invalid escape sequence @ \\u00")]
    [DataRow("\"open\nnext", "'open' next ! Unterminated string @ \"open")]
    public void Strings(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("`a`; ``; `a${b}c`; `${a}${b}`", "(TemplateLiteral `a`) (TemplateLiteral ``) (TemplateLiteral `a` `c` b) (TemplateLiteral `` `` `` a b)")]
    [DataRow("`a${`b${c}`}d`; `${{a: 1}.a}`", "(TemplateLiteral `a` `d` (TemplateLiteral `b` `` c)) (TemplateLiteral `` `` (Member (Object (Property a 1)) a))")]
    [DataRow("tag`a${b}`; a.b`c``d`; new a`b`", "(TaggedTemplate tag (TemplateLiteral `a` `` b)) (TaggedTemplate (TaggedTemplate (Member a b) (TemplateLiteral `c`)) (TemplateLiteral `d`)) (New (TaggedTemplate a (TemplateLiteral `b`)))")]
    [DataRow("`\\n\\u0041${1}\r\nx`", "(TemplateLiteral `\\nA` `\\nx` 1)")]
    [DataRow("tag`\\unicode${1}\\x`; tag`\\01`", "(TaggedTemplate tag (TemplateLiteral `invalid \\unicode` `invalid \\x` 1)) (TaggedTemplate tag (TemplateLiteral `invalid \\01`))")]
    [DataRow("`\\unicode`", "(TemplateLiteral `invalid \\unicode`) ! Invalid escape sequence in a template @ \\unicode")]
    [DataRow("`a${b c}d`; e", "(TemplateLiteral `a` `d` b) e ! '}' expected @ c (skipped c)")]
    public void Templates(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("/a/; /a/gi; /[/]/; /\\//; /=a/", "/a/ /a/gi /[/]/ /\\// /=a/")]
    [DataRow("a / b / c; a++ / b / c; (a) / b; a[0] / 1; x = /re/.test(s)", "(Binary / (Binary / a b) c) (Binary / (Binary / (Update _++ a) b) c) (Binary / a b) (Binary / (Member [] a 0) 1) (Assignment = x (Call (Member /re/ test) s))")]
    [DataRow("if (a) /b/.c; {} /d/.e", "(If a (Member /b/ c)) (Block) (Member /d/ e)")]
    [DataRow("/(?<n>a)\\k<n>/v; /[\\p{L}--[a-z]]/v; /\\u{1F600}/u", "/(?<n>a)\\k<n>/v /[\\p{L}--[a-z]]/v /\\u{1F600}/u")]
    [DataRow("/a/gg; /a/uv; /(/; /a**/; /[b-a]/; /\\k<n>(?<m>)/; /(?<n>)(?<n>)/; /\\p{/u", "/a/gg /a/uv /(/ /a**/ /[b-a]/ /\\k<n>(?<m>)/ /(?<n>)(?<n>)/ /\\p{/u ! Invalid regular expression flags @ /a/gg ! Invalid regular expression flags @ /a/uv ! Unmatched bracket in a regular expression @ /(/ ! Nothing to repeat in a regular expression @ /a**/ ! Invalid range in a regular expression @ /[b-a]/ ! A regular expression refers to a group it does not have @ /\\k<n>(?<m>)/ ! Invalid group name in a regular expression @ /(?<n>)(?<n>)/ ! Unknown property in a regular expression @ /\\p{/u")]
    [DataRow("/(?<n>a)|(?<n>b)/; /(?i:a)/; /{1}/; /a{2,1}/; /\\1/u", "/(?<n>a)|(?<n>b)/ /(?i:a)/ /{1}/ /a{2,1}/ /\\1/u ! Nothing to repeat in a regular expression @ /{1}/ ! Invalid range in a regular expression @ /a{2,1}/ ! A regular expression refers to a group it does not have @ /\\1/u")]
    [DataRow("/open", "/open/ ! Unterminated regular expression @ /open")]
    public void Regular_expressions(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("null; true; false; this; undefined", "null true false this undefined")]
    [DataRow("a; $; _; ünï; 变量; \\u0061b; \\u{62}c; a\\u{64}", "a $ _ ünï 变量 ab bc ad")]
    [DataRow("v\\u0061r x", "var x ! A keyword may not be written with escapes @ v\\u0061r ! ';' expected @ x")]
    public void Others(string input, string expected) => Tree.Check(input, expected, Script);
}
