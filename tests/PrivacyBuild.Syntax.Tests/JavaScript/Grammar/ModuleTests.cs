using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.Tests.JavaScript.Grammar;

[TestClass]
public sealed class ModuleTests
{
    private static readonly JavaScriptParseOptions Module = new() { SourceType = SourceType.Module };

    private static readonly JavaScriptParseOptions Script = new() { SourceType = SourceType.Script };

    [TestMethod]
    [DataRow("import 'a'; import a from 'b'; import * as a1 from 'b'; import { a2, b as c, default as d, 'e f' as g } from 'h'", "(ImportDeclaration 'a') (ImportDeclaration (ImportDefaultSpecifier a) 'b') (ImportDeclaration (ImportNamespaceSpecifier a1) 'b') (ImportDeclaration (ImportSpecifier a2 a2) (ImportSpecifier b c) (ImportSpecifier default d) (ImportSpecifier 'e f' g) 'h')")]
    [DataRow("import a, { b } from 'c'; import d, * as e from 'f'; import {} from 'g'; import { h, } from 'i'", "(ImportDeclaration (ImportDefaultSpecifier a) (ImportSpecifier b b) 'c') (ImportDeclaration (ImportDefaultSpecifier d) (ImportNamespaceSpecifier e) 'f') (ImportDeclaration 'g') (ImportDeclaration (ImportSpecifier h h) 'i')")]
    [DataRow("import a from 'b' with { type: 'json' }; import 'c' with { }; import d from 'e' assert { type: 'json' }", "(ImportDeclaration (ImportDefaultSpecifier a) 'b') (ImportDeclaration 'c') (ImportDeclaration (ImportDefaultSpecifier d) 'e')")]
    [DataRow("import { if as a, from, as as as, of } from 'b'; import from from 'c'; import type from 'd'; import as2 from 'e'", "(ImportDeclaration (ImportSpecifier if a) (ImportSpecifier from from) (ImportSpecifier as as) (ImportSpecifier of of) 'b') (ImportDeclaration (ImportDefaultSpecifier from) 'c') (ImportDeclaration (ImportDefaultSpecifier type) 'd') (ImportDeclaration (ImportDefaultSpecifier as2) 'e') ! 'from' is declared already @ from")]
    [DataRow("import source a from 'b'; import defer * as c from 'd'; import source from 'e'; import source from from 'f'", "(ImportDeclaration (ImportDefaultSpecifier a) 'b') (ImportDeclaration (ImportNamespaceSpecifier c) 'd') (ImportDeclaration (ImportDefaultSpecifier source) 'e') (ImportDeclaration (ImportDefaultSpecifier from) 'f')")]
    [DataRow("import { if } from 'a'", "(ImportDeclaration (ImportSpecifier if if) 'a') ! A reserved word may not be a name here @ if")]
    [DataRow("import a 'b'; import { a b } from 'c'; import a from b", "(ImportDeclaration (ImportDefaultSpecifier a) 'b') (ImportDeclaration (ImportSpecifier a a) (ImportSpecifier b b) 'c') (ImportDeclaration (ImportDefaultSpecifier a) '') b ! 'from' expected @ 'b' ! ',' expected @ b ! String expected @ b")]
    [DataRow("{ import a from 'b' }", "(Block (ImportDeclaration (ImportDefaultSpecifier a) 'b')) ! 'import' and 'export' are allowed only at the top level @ import")]
    [DataRow("import a from 'b'; let a", "(ImportDeclaration (ImportDefaultSpecifier a) 'b') (VariableDeclaration Let (VariableDeclarator a)) ! 'a' is declared already @ a")]
    public void Imports(string input, string expected) => Tree.Check(input, expected, Module);

    [TestMethod]
    [DataRow("export { a, b as c, d as default, e as 'f g' }; var a, b, d, e", "(ExportNamedDeclaration (ExportSpecifier a a) (ExportSpecifier b c) (ExportSpecifier d default) (ExportSpecifier e 'f g')) (VariableDeclaration Var (VariableDeclarator a) (VariableDeclarator b) (VariableDeclarator d) (VariableDeclarator e))")]
    [DataRow("export { a, default, if as b, 'c' as d } from 'e'; export * from 'f'; export * as g from 'h'; export * as default from 'i'; export * as 'j' from 'k'", "(ExportNamedDeclaration (ExportSpecifier a a) (ExportSpecifier default default) (ExportSpecifier if b) (ExportSpecifier 'c' d) 'e') (ExportAllDeclaration 'f') (ExportAllDeclaration g 'h') (ExportAllDeclaration default 'i') (ExportAllDeclaration 'j' 'k') ! This name is exported already @ default")]
    [DataRow("export var a = 1, { b } = c; export let d; export const e = 2; export function f() {} export class G {} export async function* h() {}", "(ExportNamedDeclaration (VariableDeclaration Var (VariableDeclarator a 1) (VariableDeclarator (ObjectPattern (Property shorthand b b)) c))) (ExportNamedDeclaration (VariableDeclaration Let (VariableDeclarator d))) (ExportNamedDeclaration (VariableDeclaration Const (VariableDeclarator e 2))) (ExportNamedDeclaration (FunctionDeclaration f [] (Block))) (ExportNamedDeclaration (ClassDeclaration G (ClassBody))) (ExportNamedDeclaration (FunctionDeclaration async * h [] (Block)))")]
    [DataRow("export default a", "(ExportDefaultDeclaration a)")]
    [DataRow("export default function () {} ", "(ExportDefaultDeclaration (FunctionDeclaration [] (Block)))")]
    [DataRow("export default function a() {} ", "(ExportDefaultDeclaration (FunctionDeclaration a [] (Block)))")]
    [DataRow("export default class {} ", "(ExportDefaultDeclaration (ClassDeclaration (ClassBody)))")]
    [DataRow("export default async function () {} ", "(ExportDefaultDeclaration (FunctionDeclaration async [] (Block)))")]
    [DataRow("export default async () => {}", "(ExportDefaultDeclaration (ArrowFunction async [] (Block)))")]
    [DataRow("export default (class {}); ", "(ExportDefaultDeclaration (Class (ClassBody)))")]
    [DataRow("export default [a]", "(ExportDefaultDeclaration (Array a))")]
    [DataRow("export { a }; export { a, if }", "(ExportNamedDeclaration (ExportSpecifier a a)) (ExportNamedDeclaration (ExportSpecifier a a) (ExportSpecifier if if)) ! A string or reserved word may be exported only from another module @ i")]
    [DataRow("export a", "(ExportNamedDeclaration a) ! Statement expected @ a")]
    [DataRow("export { 'a' }; export { a as a, b as a }; var a, b", "(ExportNamedDeclaration (ExportSpecifier 'a' 'a')) (ExportNamedDeclaration (ExportSpecifier a a) (ExportSpecifier b a)) (VariableDeclaration Var (VariableDeclarator a) (VariableDeclarator b)) ! A string or reserved word may be exported only from another module @ '")]
    [DataRow("var a; export { a }; export { a }", "(VariableDeclaration Var (VariableDeclarator a)) (ExportNamedDeclaration (ExportSpecifier a a)) (ExportNamedDeclaration (ExportSpecifier a a)) ! This name is exported already @ a")]
    [DataRow("await a; for await (b of c); import.meta; <!--a", "(Await a) (ForOf await b c (Empty)) (MetaProperty import.meta) (Binary < (Error) (Unary ! (Update --_ a))) ! Expression expected @ <")]
    [DataRow("yield = 1; with (a); await = 1; function await() {}", "(Assignment = yield 1) (With a (Empty)) (Assignment = (Await (Error)) 1) (FunctionDeclaration await [] (Block)) ! A reserved word may not be a name here @ yield ! 'with' is not allowed in strict code @ with ! Invalid assignment target @ await  ! Expression expected @ = ! A reserved word may not be a name here @ await")]
    public void Exports(string input, string expected) => Tree.Check(input, expected, Module);

    [TestMethod]
    [DataRow("a; import b from 'c'; with (d);", "a (ImportDeclaration (ImportDefaultSpecifier b) 'c') (With d (Empty)) ! 'with' is not allowed in strict code @ with")]
    [DataRow("import.meta; await a; arguments", "(MetaProperty import.meta) (Await a) arguments")]
    [DataRow("with (a); await (b); await c", "(With a (Empty)) (Await b) (Await c)")]
    [DataRow("await\na; var await; await = 1; await: b", "await a (VariableDeclaration Var (VariableDeclarator await)) (Assignment = await 1) (Labeled await b)")]
    [DataRow("import('a'); require('b')", "(Import 'a') (Call require 'b')")]
    public void Script_or_module_by_content(string input, string expected) => Tree.Check(input, expected, JavaScriptParseOptions.JavaScript);

    [TestMethod]
    [DataRow("import a from 'b'; export { a }; import.meta", "(ImportDeclaration (ImportDefaultSpecifier a) 'b') (ExportNamedDeclaration (ExportSpecifier a a)) (MetaProperty import.meta) ! 'import' and 'export' are allowed only in modules @ import ! 'import' and 'export' are allowed only in modules @ export ! 'import.meta' is allowed only in modules @ import.meta")]
    public void Module_syntax_in_scripts(string input, string expected) => Tree.Check(input, expected, Script);
}
