using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.Scopes;

/// <summary>What the last expression of a program is worth: its values in the order of the source, <c>?</c> when that is not known.</summary>
[TestClass]
public sealed class ConstantValuesTests
{
    [TestMethod]
    [DataRow("'a'", "'a'")]
    [DataRow("12", "12")]
    [DataRow("true; null", "null")]
    [DataRow("undefined", "undefined")]
    [DataRow("'a' + 'b'", "'ab'")]
    [DataRow("'a' + 1 + 2", "'a12'")]
    [DataRow("1 + 2 + 'a'", "'3a'")]
    [DataRow("'a' + null + true + undefined", "'anulltrueundefined'")]
    [DataRow("1 + null", "?")]
    [DataRow("`a${'b'}c${1}`", "'abc1'")]
    [DataRow("`a`", "'a'")]
    [DataRow("tag`a`", "?")]
    [DataRow("'a' + b", "?")]
    [DataRow("`a${b}`", "?")]
    [DataRow("0.5 + ''", "'0.5'")]
    [DataRow("1e21 + ''", "?", DisplayName = "frameworks write such numbers in other ways")]
    [DataRow("-1 + +2", "1")]
    [DataRow("~1", "-2")]
    [DataRow("1 << 3 | 2", "10")]
    [DataRow("-1 >>> 28", "15")]
    [DataRow("2 ** 3 % 5 * 4 / 2 - 1", "5")]
    [DataRow("'a' as string", "'a'")]
    [DataRow("<any>'a'!", "'a'")]
    [DataRow("'a' satisfies string", "'a'")]
    [DataRow("f()", "?")]
    [DataRow("() => 'a'", "?")]
    public void Expressions(string program, string expected) => Check(program, expected);

    [TestMethod]
    [DataRow("c ? 'a' : 'b'", "'a' 'b'")]
    [DataRow("c ? 'a' : d ? 'b' : 'a'", "'a' 'b'")]
    [DataRow("c ? 'a' : d", "?")]
    [DataRow("(c ? 'a' : 'b') + (d ? '1' : '2')", "'a1' 'a2' 'b1' 'b2'")]
    [DataRow("'' || 'a'", "'a'")]
    [DataRow("(c ? '' : 'b') || 'a'", "'b' 'a'")]
    [DataRow("null ?? 'a'", "'a'")]
    [DataRow("0 ?? 'a'", "0 'a'")]
    [DataRow("'a' && 'b'", "'b'")]
    [DataRow("c && 'b'", "?")]
    [DataRow("c || 'b'", "?")]
    public void Several_values(string program, string expected) => Check(program, expected);

    [TestMethod]
    [DataRow("const a = 'x'; a", "'x'")]
    [DataRow("const a = 'x', b = a + 'y'; b", "'xy'")]
    [DataRow("let a = 'x'; a", "'x'")]
    [DataRow("var a = 'x'; a", "'x'")]
    [DataRow("a; var a = 'x'; a", "'x'")]
    [DataRow("let a = 'x'; a = 'y'; a", "?")]
    [DataRow("let a = 'x'; function f() { a += 'y' } a", "?")]
    [DataRow("let a = 1; a++; a", "?")]
    [DataRow("let a = 'x'; [a] = b; a", "?")]
    [DataRow("let a = 'x'; for (a of b); a", "?")]
    [DataRow("var a = 'x'; var a = 'y'; a", "?")]
    [DataRow("let a; a", "?")]
    [DataRow("const { a } = { a: 'x' }; a", "?")]
    [DataRow("for (var a = 'x' in b); a", "?")]
    [DataRow("import a from 'm'; a", "?")]
    [DataRow("const f = (a = 'x') => 0; a", "?")]
    [DataRow("const a = b, b = a; a", "?", DisplayName = "a circle")]
    [DataRow("const a = a + 'x'; a", "?")]
    [DataRow("{ const a = 'x' } const a = 'y'; a", "'y'")]
    public void Names(string program, string expected) => Check(program, expected);

    [TestMethod]
    [DataRow("enum E { A, B = 5, C } E.C", "6")]
    [DataRow("enum E { A = 'x', B = 'y' } E.B", "'y'")]
    [DataRow("enum E { A = 'x' } E['A']", "'x'")]
    [DataRow("enum E { 'a-b' = 'x' } E['a-b']", "'x'")]
    [DataRow("const enum E { A = 1 << 2, B = A | 1 } E.B", "5")]
    [DataRow("enum E { A = 'x', B = A + 'y', C = `${B}z` } E.C", "'xyz'")]
    [DataRow("const X = 'x'; enum E { A = X } E.A", "'x'")]
    [DataRow("enum E { A = f(), B } E.B", "?")]
    [DataRow("enum E { A } E.B", "?")]
    [DataRow("enum E { A, B } E[1]", "'B'")]
    [DataRow("enum E { A, B } E[E.A]", "'A'")]
    [DataRow("enum E { A = 1 } enum E { B = 2, C = A } E.B + E.C", "3")]
    [DataRow("enum E { A = 'x' } namespace E { export const B = 'y' } E.A + E.B", "'xy'")]
    [DataRow("namespace N { export const A = 'x'; const B = 'y' } N.A", "'x'")]
    [DataRow("namespace N { export const A = 'x'; const B = 'y' } N.B", "?")]
    [DataRow("namespace N { export let A = 'x' } N.A", "?", DisplayName = "anybody may set it")]
    [DataRow("namespace N.M { export enum E { A = 'x' } } N.M.E.A", "'x'")]
    [DataRow("declare enum E { A = 1 } E.A", "?")]
    [DataRow("enum E { A = F.B } enum F { B = E.A } E.A", "?", DisplayName = "a circle of enums")]
    public void Enums_and_namespaces(string program, string expected) => Check(program, expected);

    [TestMethod]
    [DataRow("({ a: 'x' }).a", "'x'")]
    [DataRow("const o = { a: 'x', 'b': 'y', 3: 'z' }; o.a + o['b'] + o[3]", "'xyz'")]
    [DataRow("const o = { a: { b: 'x' } }; o.a.b", "'x'")]
    [DataRow("const o = { a: 'x', a: 'y' }; o.a", "'y'")]
    [DataRow("const o = { a: 'x', ...b, c: 'z' }; o.c", "'z'")]
    [DataRow("const o = { a: 'x', ...b }; o.a", "?")]
    [DataRow("const o = { a: 'x', [b]: 'y' }; o.a", "?")]
    [DataRow("const o = { get a() { return 'x' } }; o.a", "?")]
    [DataRow("const o = { a: 'x' }; o.toString", "?")]
    [DataRow("const o = { a: 'x' }; o[b]", "?")]
    [DataRow("const o = { a: 'x', b: 'y' }; o[c ? 'a' : 'b']", "'x' 'y'")]
    [DataRow("const o = c ? { a: 'x' } : { a: 'y' }; o.a", "'x' 'y'")]
    [DataRow("const o = { __proto__: 'x' }; o.__proto__", "?")]
    [DataRow("['a', 'b'][1]", "'b'")]
    [DataRow("const l = ['a', , 'b']; l[1]", "undefined")]
    [DataRow("const l = ['a', 'b']; l[2]", "?")]
    [DataRow("const l = ['a', ...b, 'c']; l[0]", "'a'")]
    [DataRow("const l = ['a', ...b, 'c']; l[2]", "?")]
    [DataRow("const o = { a: 'x' } as const; o.a", "'x'")]
    public void Members(string program, string expected) => Check(program, expected);

    [TestMethod]
    [DataRow("const o = { a: 'x' }; f(o.a); o.a + ''; 'a' in o; typeof o; const { a } = o; f(...[o.a]); Object.keys(o); ({ ...o }); o.a", "'x'", DisplayName = "reading")]
    [DataRow("const l = ['a']; l.includes(b); l.join(); for (const a of l); f(...l); l[0]", "'a'", DisplayName = "reading an array")]
    [DataRow("const o = { a: 'x' }; o.a = 'y'; o.a", "?")]
    [DataRow("const o = { a: 'x' }; o[b] = 'y'; o.a", "?")]
    [DataRow("const o = { a: 'x' }; o.a += 'y'; o.a", "?")]
    [DataRow("const o = { a: 1 }; o.a++; o.a", "?")]
    [DataRow("const o = { a: 'x' }; delete o.a; o.a", "?")]
    [DataRow("const o = { a: 'x' }; [o.a] = b; o.a", "?")]
    [DataRow("const o = { a: 'x' }; ({ b: o.a } = c); o.a", "?")]
    [DataRow("const o = { a: 'x' }; for (o.a of b); o.a", "?")]
    [DataRow("const o = { a: 'x' }; (o as any).a = 'y'; o.a", "?")]
    [DataRow("const o = { a: 'x' }; f(o); o.a", "?")]
    [DataRow("const o = { a: 'x' }; const p = o; o.a", "?")]
    [DataRow("const o = { a: 'x' }; o.f(); o.a", "?")]
    [DataRow("const o = { a: 'x', f() { this.a = 'y' } }; o.f(); o.a", "?")]
    [DataRow("const l = ['a']; l.push('b'); l[0]", "?")]
    [DataRow("const l = ['a']; l.forEach((a, i, all) => all[0] = 'b'); l[0]", "?")]
    [DataRow("export const o = { a: 'x' }; o.a", "?")]
    [DataRow("const o = { a: 'x' }; export { o }; o.a", "?")]
    [DataRow("const o = { a: 'x' }; module.exports = { o }; o.a", "?")]
    [DataRow("const o = { a: { b: 'x' } }; f(o.a.b); o.a.b", "'x'")]
    [DataRow("const o = { a: { b: 'x' } }; f(o.a); o.a.b", "?")]
    [DataRow("const o = { a: { b: 'x' } }; f(o[c]); o.a.b", "?")]
    [DataRow("const o = { a: { b: 'x' } }; o.a.b = 'y'; o.a.b", "?")]
    [DataRow("const o = { a: { b: 'x' } }; for (const a of Object.values(o)) a.b = 'y'; o.a.b", "?")]
    [DataRow("const p = { b: 'x' }; const o = { a: p }; o.a.b", "?")]
    [DataRow("export const o = Object.freeze({ a: 'x' }); f(o); o.a", "'x'")]
    [DataRow("export const o = Object.freeze({ a: { b: 'x' } }); o.a.b", "?", DisplayName = "freezing is shallow")]
    [DataRow("export const o = Object.freeze({ a: Object.freeze(['x']) }); o.a[0]", "'x'")]
    [DataRow("let Object = f; export const o = Object.freeze({ a: 'x' }); o.a", "?")]
    public void Objects_stay_what_they_are_while_they_are_only_read(string program, string expected) => Check(program, expected);

    [TestMethod]
    [DataRow("for (const a of ['x', 'y']) {} a", "?", DisplayName = "another a")]
    [DataRow("for (var a of ['x', 'y']) {} a", "'x' 'y'")]
    [DataRow("const l = ['x', 'y']; for (var a of l) {} a", "'x' 'y'")]
    [DataRow("const l = ['x', 'y']; l.push(b); for (var a of l) {} a", "?")]
    [DataRow("for (var a of ['x', ...b]) {} a", "?")]
    [DataRow("for (var a of []) {} a", "?")]
    [DataRow("for (var a in ['x']) {} a", "?")]
    [DataRow("for (var a of ['x']) { a = b } a", "?")]
    public void Loops_over_arrays(string program, string expected) => Check(program, expected);

    [TestMethod]
    public void A_set_is_bounded()
    {
        var choices = string.Concat(Enumerable.Range(0, ConstantValues.MaxValues - 1).Select(i => $"c ? 'v{i}' : "));
        Assert.AreEqual(ConstantValues.MaxValues, ValuesOf($"{choices} 'last'")!.Count);
        Assert.IsNull(ValuesOf($"c ? 'first' : {choices} 'last'"));
        Assert.IsNull(ValuesOf("const a = c ? '1' : '2', b = a + a + a, d = b + b; d"));
        var halfTooLong = new string('x', ConstantValues.MaxLength / 2 + 1);
        Assert.IsNull(ValuesOf($"const a = '{halfTooLong}'; a + a"));
    }

    [TestMethod]
    [DataRow("'a'{}", " + 'a'")]
    [DataRow("{}'a'", "c ? 'a' : ")]
    [DataRow("'a'{}", " || 'a'")]
    [DataRow("const o = {{ a: 'x' }}; o{}; o.a", ".b")]
    [DataRow("const o = {{ a: 'x' }}; f{}; o.a", "(g(o.a)).h")]
    public void Long_chains_need_no_stack(string program, string link)
    {
        var chain = new System.Text.StringBuilder().Insert(0, link, 4_000).ToString();
        ValuesOf(program.Replace("{}", chain).Replace("{{", "{").Replace("}}", "}"));
    }

    private static void Check(string program, string expected)
    {
        var values = ValuesOf(program);
        Assert.AreEqual(expected, values is null ? "?" : string.Join(" ", values.Select(value => value is ConstantString text ? $"'{text.Value}'" : value.Text ?? "object")), program);
    }

    private static System.Collections.Generic.IReadOnlyList<ConstantValue>? ValuesOf(string program)
    {
        var tree = JavaScriptParser.Parse(new SourceText(program), JavaScriptParseOptions.TypeScriptOnly);
        Assert.AreEqual("", string.Join("\n", tree.Errors), program);
        ScopeTree.Build(tree.Program);
        var last = (ExpressionStatement)tree.Program.Body[tree.Program.Body.Count - 1];
        return new ConstantValues([tree.Program]).Of(last.Expression);
    }
}
