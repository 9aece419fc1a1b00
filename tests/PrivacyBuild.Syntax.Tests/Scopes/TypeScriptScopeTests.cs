using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;

namespace PrivacyBuild.Syntax.Tests.Scopes;

/// <summary>What TypeScript and JSX add; the marks are explained at <see cref="MarkedProgram"/>.</summary>
[TestClass]
public sealed class TypeScriptScopeTests
{
    private static readonly JavaScriptParseOptions TypeScript = JavaScriptParseOptions.TypeScriptOnly;
    private static readonly JavaScriptParseOptions Jsx = new() { Jsx = true };
    private static readonly JavaScriptParseOptions TypeScriptWithJsx = new() { TypeScript = true, Jsx = true };

    [TestMethod]
    [DataRow("declare const wx: any; «wx>?».login()")]
    [DataRow("declare function wx(): void; declare class my {} declare let tt, swan; «wx>?»; «my>?»; «tt>?»; «swan>?»")]
    [DataRow("declare namespace wx { function login(): void; const version: string } «wx>?».login()")]
    [DataRow("declare module wx { let a: any } «wx>?»; «a>?»")]
    [DataRow("declare enum E { «A:1» } «E>?».A")]
    [DataRow("declare global { const wx: any; interface «Window:1» {} } export {}; «wx>?»")]
    [DataRow("declare module 'm' { export const a: any; export default a } «a>?»")]
    [DataRow("{ declare const wx: any; «wx>?» }")]
    public void A_declare_shadows_nothing(string marked) => MarkedProgram.Check(marked, TypeScript);

    [TestMethod]
    [DataRow("interface «wx:1» {} «wx>?».login()")]
    [DataRow("type «wx:1» = { a: wx }; «wx>?»")]
    [DataRow("import type «wx:1» from 'm'; import type { «a:2», b as «c:3» } from 'm'; import type * as «n:4» from 'm'; «wx>?»; «a>?»; «c>?»; «n>?»")]
    [DataRow("import { type «A:1», type B as «C:2», «d:3» } from 'm'; «A>?»; «C>?»; «d>3»")]
    [DataRow("import type «x:1» = require('m'); «x>?»")]
    [DataRow("interface «A:1» {} class «A:2» {} «A>2»; interface «A:1» {}")]
    [DataRow("namespace «wx:1» { export interface «A:2» {} type «B:3» = string } «wx>?»", DisplayName = "a namespace of types has no value")]
    [DataRow("namespace «a:1».b.c { interface «X:2» {} } «a>?»")]
    public void Types_are_a_space_of_their_own(string marked) => MarkedProgram.Check(marked, TypeScript);

    [TestMethod]
    [DataRow("interface «A:1» {} export { «A>1» }")]
    [DataRow("interface «A:1» {} const «A:2» = 1; export { «A>2» }")]
    [DataRow("interface «A:1» {} export default «A>1»")]
    [DataRow("interface «A:1» {} export = «A>1»")]
    [DataRow("class «A:1» {} export type { «A~1», B }; export { type «A~1» as C }", DisplayName = "a type-only export uses no value")]
    [DataRow("export type { A } from 'm'; export type * from 'm'")]
    public void Exports_may_mean_types(string marked) => MarkedProgram.Check(marked, TypeScript);

    [TestMethod]
    [DataRow("enum «E:1» { «A:2» = 1, «B:3» = «A>2» | 2, 'x-y' = «C>?», «D:4» = «E>1».A } «A>?»; «E>1».B")]
    [DataRow("enum «E:1» { «A:2» } enum «E:1» { «B:3» = «A>2» }")]
    [DataRow("const enum «E:1» { «A:2» = «a>?» } export enum «F:3» { «G:4» }")]
    public void Enums(string marked) => MarkedProgram.Check(marked, TypeScript);

    [TestMethod]
    [DataRow("namespace «N:1» { export const «a:2» = 1; const «b:3» = «a>2»; «N>1».a } «a>?»; «N>1».a")]
    [DataRow("namespace «N:1» { «b>3»; const «a:2» = 1 } namespace «N:1» { export const «b:3» = «a>?» }")]
    [DataRow("namespace «A:1».«B:2» { export let «x:3»; «B>2»; «A>1» } namespace «A:1».«B:2» { «x>3» } «B>?»")]
    [DataRow("namespace «A:1» { export namespace «B:2» { «x>3» } } namespace «A:1».«B:2» { export let «x:3» }")]
    [DataRow("class «C:1» {} namespace «C:1» { export const «a:2» = «C>1» } function «f:3»() {} namespace «f:3» { export let «b:4» }")]
    [DataRow("namespace «N:1» { if («x>?») { var «a:2» } «a>2»; export import «b:3» = «M>?».c; import «d:4» = «b>3».e }")]
    [DataRow("namespace «N:1» { declare const wx: any; «wx>?» }")]
    public void Namespaces(string marked) => MarkedProgram.Check(marked, TypeScript);

    [TestMethod]
    [DataRow("import «fs:1» = require('fs'); import «a:2» = «fs>1».b.c; «a>2»")]
    [DataRow("export import «a:1» = «b>?».c")]
    [DataRow("const «a:1» = 1; export = «a>1»")]
    [DataRow("export as namespace X; «X>?»")]
    public void Import_equals_and_export_equals(string marked) => MarkedProgram.Check(marked, TypeScript);

    [TestMethod]
    [DataRow("function «f:1»(«a:2»: string): void; function «f:1»(«a:3»: number): void; function «f:1»(«a:4»: any) { «a>4» } «f>1»(1)")]
    [DataRow("export function «f:1»(): void; export function «f:1»() {} «f>1»")]
    [DataRow("class «C:1» { constructor(private «a:2» = «b>?», readonly «c:3»: C) { «a>2»(«c>3») } }")]
    [DataRow("function «f:1»(this: Window, «a:2») { this; «a>2» }")]
    [DataRow("abstract class «C:1» { abstract m(a: string): void; declare x: number; accessor y = «z>?» }")]
    [DataRow("class «C:1»<T> extends «B>?»<T> implements I { }")]
    [DataRow("var «a:1»; («a=1» as any) = «a>1»!; «a=1»!++; («a>1» as any).b = <any>«c>?»; «a>1» satisfies T; «f>?»<T>; «f>?»<T>(«a>1»)")]
    [DataRow("@«Component>?»({ a: «b>?» }) class «C:1» { @«Input>?»() x; @«on>?»(«C>1») m() {} }")]
    [DataRow("const «f:1» = <T,>(«a:2»: T, «b:3»?: typeof x) => «a>2»")]
    [DataRow("let «x:1»: typeof y = «z>?» as A.B")]
    public void Classes_functions_and_casts(string marked) => MarkedProgram.Check(marked, TypeScript);

    [TestMethod]
    [DataRow("import { «View:1» } from 'm'; <«View>1» a={«b>?»} c='d' {...«e>?»}>{«f>?»}text</«View~1»>")]
    [DataRow("let «view:1», «ui:2»; <view><«ui>2».Button/><«ui>2».a.b></«ui~2».a.b></view>")]
    [DataRow("<><«App>?»/><my-app/><svg:rect a:b={«c>?»}/><this.a/></>")]
    [DataRow("function «F:1»({ «children:2» }) { return <«F>1»>{...«children>2»}</«F~1»> }")]
    [DataRow("let «$a:1», «_b:2»; <«$a>1»><«_b>2»/></«$a~1»>")]
    public void Jsx_tags(string marked) => MarkedProgram.Check(marked, Jsx);

    [TestMethod]
    [DataRow("import type { «A:1» } from 'm'; import { «B:2» } from 'm'; <«B>2»<A> x={«y>?» as A}/>")]
    public void Jsx_in_TypeScript(string marked) => MarkedProgram.Check(marked, TypeScriptWithJsx);
}
