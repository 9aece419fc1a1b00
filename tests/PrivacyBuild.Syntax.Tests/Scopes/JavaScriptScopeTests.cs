using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.Tests.Scopes;

/// <summary>What each name of a program means; the marks are explained at <see cref="MarkedProgram"/>.</summary>
[TestClass]
public sealed class JavaScriptScopeTests
{
    private static readonly JavaScriptParseOptions Script = new() { SourceType = SourceType.Script };
    private static readonly JavaScriptParseOptions Module = new() { SourceType = SourceType.Module };

    [TestMethod]
    [DataRow("«a>?»; «a>?».b")]
    [DataRow("let «a:1» = 1; { let «a:2»; «use>?»(«a>2») } «a>1»")]
    [DataRow("const «a:1» = 1; () => «a>1»")]
    [DataRow("«a=1» = 2; var «a:1»; var «a:1» = «a>1»")]
    [DataRow("«f>1»(); function «f:1»() {}")]
    [DataRow("{ «C>1»; class «C:1» {} } «C>?»")]
    [DataRow("if («x>?») { var «a:1» } «a>1»")]
    [DataRow("try { var «a:1» } catch { var «a:1» } finally { var «a:1» } «a>1»")]
    [DataRow("for (;;) { while (0) { do { var «a:1» } while («a>1») } }")]
    [DataRow("l: { var «a:1»; break l } «a>1»")]
    [DataRow("switch («x>?») { case «a>1»: let «a:1»; default: «a>1» } «a>?»")]
    [DataRow("let «a:1»; switch («a>1») { case 0: let «a:2»; «a>2» }")]
    public void Blocks_and_hoisting(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("for (let «i:1» = 0; «i>1» < 3; «i=1»++) { let «i:2»; «i>2» } «i>?»")]
    [DataRow("for (let «i:1»;;) { «i>2»; let «i:2» }", DisplayName = "a use before the declaration is a use of it")]
    [DataRow("for (var «i:1» = 0; ; ) {} «i>1»")]
    [DataRow("for (const «k:1» in «o>?») «k>1»; «k>?»")]
    [DataRow("for (const { «a:1», b: [«c:2»] } of «o>?») «a>1»(«c>2»)")]
    [DataRow("for (var «k:1» of «o>?»); «k>1»")]
    [DataRow("var «k:1»; for («k=1» in «o>?») ; for ([«k=1»] of «o>?») ;")]
    [DataRow("for («a>?».b of «o>?») ;")]
    public void Loops(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("function «f:1»(«a:2», «b:3») { «a>2»; var «b:3»; «f>1» } «a>?»")]
    [DataRow("function «f:1»() { function «f:2»() {} «f>2»() }")]
    [DataRow("function «f:1»({ «a:2», b: «c:3» }, [, «d:4», ...«e:5»], ...«g:6») { «a>2» + «c>3» + «d>4» + «e>5» + «g>6» + «b>?» }")]
    [DataRow("(«a:1», «b:2») => «a>1» + «b>2»; «a>?»")]
    [DataRow("async «a:1» => await «a>1»")]
    [DataRow("({ m(«a:1») { «a>1» }, get g() { «m>?» }, set s(«v:2») { «v>2» } })")]
    [DataRow("function «f:1»() { arguments; () => arguments } arguments", DisplayName = "arguments binds nowhere and is no global")]
    [DataRow("function «f:1»() { var «arguments:2»; «arguments>2» }")]
    public void Functions(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("var «x:1»; function «f:2»(«a:3» = «x>1») { var «x:4»; «x>4» }")]
    [DataRow("function «f:1»(«a:2», «b:3» = () => «a>2» + «c>?») { let «c:4» = «b>3»; «c>4» }")]
    [DataRow("function «f:1»(«a:2» = 1) { var «a:2»; «a>2» }", DisplayName = "a var that repeats a parameter is the parameter")]
    [DataRow("function «f:1»({ [«k>?»]: «a:2» }) { var «k:3»; «k>3»; «a>2» }")]
    [DataRow("function «f:1»(«a:2» = function () { return «f>1»(«a>2») }) {}")]
    [DataRow("(«a:1» = «b>2», «b:2») => «a>1»")]
    public void Parameters_do_not_see_the_body(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("(function «f:1»() { «f>1» }); «f>?»")]
    [DataRow("(function «f:1»(«f:2») { «f>2» })")]
    [DataRow("(function «f:1»() { var «f:2»; «f>2» })")]
    [DataRow("(function «f:1»() { { let «f:2»; «f>2» } «f>1» })")]
    [DataRow("(function «f:1»(«a:2» = «f>1») { function «f:3»() {} «f>3» })")]
    [DataRow("(class «C:1» { m() { «C>1» } }); «C>?»")]
    [DataRow("let «C:1» = class «C:2» extends «C>2» {}")]
    public void Names_of_expressions(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("class «C:1» extends «B>?» { m() { «C>1» } } «C>1»")]
    [DataRow("class «C:1» { a = «a>?»; [«b>?»] = «c>?»; d() { «d>?» } [«e>?»]() {} static #p = this.#p }")]
    [DataRow("class «C:1» { static { var «a:2»; «a>2»; «C>1» } m() { «a>?» } }")]
    [DataRow("@«d>?»(«C>1») class «C:1» { @«e>?» m() {} @«f>?».g a = 1 }")]
    public void Classes(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("try {} catch («e:1») { «e>1»; let «a:2»; «a>2» } «e>?»")]
    [DataRow("try {} catch ({ «message:1», code: «c:2» = «d>?» }) { «message>1»(«c>2») }")]
    [DataRow("try {} catch («e:1») { var «e:2» } «e>2»")]
    [DataRow("try {} catch { let «a:1»; «a>1» }")]
    public void Catch_clauses(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("«f>1»; { «f>2»(); function «f:2,1»() {} } «f>1»()")]
    [DataRow("if («x>?») { function «f:1,3»() {} } else { function «f:2,3»() {} } «f>3»()")]
    [DataRow("let «f:1»; { function «f:2»() {} } «f>1»", DisplayName = "a let of the function forbids the var")]
    [DataRow("{ let «f:1»; { function «f:2»() {} } «f>1» } «f>?»", DisplayName = "a let of a block between does")]
    [DataRow("for (let «f:1»;;) { function «f:2»() {} }")]
    [DataRow("{ function «f:1,3»() {} { function «f:2»() {} } } «f>3»")]
    [DataRow("function «g:1»(«f:2») { { function «f:3»() {} } «f>2» }", DisplayName = "a parameter does")]
    [DataRow("'use strict'; { function «f:1»() {} } «f>?»")]
    [DataRow("function «g:1»() { 'use strict'; { function «f:2»() {} } «f>?» }")]
    [DataRow("class «C:1» { m() { { function «f:2»() {} } «f>?» } }")]
    [DataRow("{ async function «f:1»() {} function* «g:2»() {} } «f>?»; «g>?»")]
    [DataRow("if («x>?») function «f:1»() {} «f>1»")]
    [DataRow("switch («x>?») { case 1: function «f:1,2»() {} } «f>2»")]
    [DataRow("l: function «f:1»() {} «f>1»; { m: function «g:2,3»() {} } «g>3»")]
    [DataRow("var «f:1»; { function «f:2,1»() {} } var «f:1»")]
    public void Functions_in_blocks_of_sloppy_code(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("var «o:1»; with («o>1») { «a>?»; «o>1»; let «b:2»; «b>2» }")]
    [DataRow("with («o>?») var «a:1»; «a>1»")]
    public void With_hides_nothing(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("var «a:1», «b:2»; «a=1» += «b>2»; --«b=2»; «a=1» ??= 1; «a>1».c = 1; «a>1»[«b>2»]++")]
    [DataRow("var «a:1», «b:2»; [«a=1», «b=2» = «c>?», ...«d>?»] = []")]
    [DataRow("var «a:1», «b:2»; ({ «a=1», k: «b=2», «c>?» = 1, [«d>?»]: «e>?».f, ...«a=1» } = {})")]
    [DataRow("const { «a:1», b: «c:2» = «a>1», [«k>?»]: «d:3», ...«rest:4» } = «o>?»")]
    [DataRow("const [«a:1», , [«b:2»] = «a>1»] = «o>?»")]
    [DataRow("var «a:1»; ({ «a>1», b: «a>1», c() {}, «d>?», [«e>?»]: 1 })")]
    public void Patterns_and_writes(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("a: for (;;) { continue a } «b>?».a; ({ a: 1 }); (function () { new.target })", DisplayName = "labels, keys and meta properties are no references")]
    [DataRow("«a>?»?.b?.[«c>?»]?.(«d>?»)")]
    [DataRow("`${«a>?»}`; «tag>?»`${«b>?»}`; «a>?» in «b>?»; typeof «a>?»; delete «a>?».b; [...«a>?»]; «f>?»(...«a>?»)")]
    [DataRow("new «A>?»(«b>?»); import(«c>?»); void «d>?», «e>?» ? «f>?» : «g>?»")]
    [DataRow("function* «g:1»() { yield «a>?»; yield* «b>?» }")]
    public void What_is_a_reference(string marked) => MarkedProgram.Check(marked, Script);

    [TestMethod]
    [DataRow("import «a:1», { «b:2», c as «d:3», 'x' as «e:4» } from 'm'; import * as «n:5» from 'n'; «a>1»; «c>?»; «d>3»; «n>5».a")]
    [DataRow("let «a:1»; export { «a>1», «a>1» as b, «a>1» as default }")]
    [DataRow("export { a, b as c } from 'm'; export * from 'm'; export * as ns from 'm'")]
    [DataRow("export const «a:1» = 1, { «b:2» } = {}; export function «f:3»() { «a>1» } export class «C:4» { m() { «C>4» } }")]
    [DataRow("export default function «f:1»() {} «f>1»")]
    [DataRow("export default class «C:1» {} «C>1»")]
    [DataRow("let «a:1»; export default «a>1»")]
    [DataRow("{ function «f:1»() {} } «f>?»; import.meta.url")]
    public void Modules(string marked) => MarkedProgram.Check(marked, Module);
}
