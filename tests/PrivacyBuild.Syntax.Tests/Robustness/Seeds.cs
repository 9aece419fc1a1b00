namespace PrivacyBuild.Syntax.Tests.Robustness;

/// <summary>Small sound texts, each dense with constructs, and pieces to damage them with.</summary>
internal static class Seeds
{
    public static readonly string[] JavaScript =
    [
        """
        #!/usr/bin/env node
        'use strict';
        const api = require('./api'), { a, b: [c = 1, ...d], ...rest } = api?.b?.[0]?.(x) ?? wx;
        function f(x, { y } = {}, ...z) { var q = arguments; return x ? y : z, void 0; }
        async function* g() { for await (const v of h()) yield* v; await new.target; }
        label: for (let i = 0, n = 10; i < n; i++) { if (i % 2) continue label; else break; }
        """,
        """
        class A extends (B, C) { static #p = 1; static { this.#p ||= 2; } get [k]() { return #p in this; } set v(x) {} async *m() {} 'q' = () => super.m(); accessor; static async = 1 }
        var o = { a, 'b': 1, 3: 2, [c]: 3, get d() { return 1 }, set d(v) {}, async e() {}, *f() {}, async: 1, get: 2, __proto__: null, ...s };
        """,
        """
        let t = `a${b + `c${d}e`}f`, r = /[/\]]+(?<n>\d)\k<n>/giu, n = 0x1F + 1_000n + .5e-3 + 0b11 + 017;
        tag`\unicode${1}`; x = a / b / c; y = a++ / 2; if (a) /re/.test(b); s = 'it\'s \u{1F600} \x41\
        continued';
        switch (x) { case 1: case f(): break; default: throw new Error('x') }
        """,
        """
        try { with (o) eval('1') } catch { } finally { do x--; while (x > 0) y = 1 }
        for (var k in o) for (const [p, q] of m) for (;;) break;
        (a, b = 1, [c], { d }) => ({ a }); async x => { await x }; async (x) => x; (function () { return this })();
        a ||= b &&= c ??= d ** e ** f; [a, b] = [b, a]; ({ a, b: c.d, [e]: f[0] } = g); if (a) { function h() {} } else function i() {}
        <!-- html comment
        x --> y
        """,
        """
        import d, { a as b, default as c, 'x y' as e } from 'm' with { type: 'json' };
        import * as ns from "n"; import('x').then(m => m.default); import.meta.url;
        export { b as default, c as 'str' }; export * from 'y'; export * as z from 'z';
        export default class { } export const q = 1, { w } = q; export async function r() {}
        """,
        "Page({data:{a:!0,b:void 0},onLoad:function(t){var e=this,n=t&&t.id||0;wx.getLocation({type:\"wgs84\",success:function(t){e.setData({lat:t.latitude,lng:1*t.longitude})},fail:function(){}}),n?o():i(n)}});!function(t,e){\"object\"==typeof exports?module.exports=e():t.X=e()}(this,(function(){\"use strict\";return t=>t<<2>>>1}));",
    ];

    public static readonly string[] JavaScriptWords =
    [
        "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", ".", "?.", "...", "=>", "=", "==", "+", "++", "-->", "<!--", "*", "**", "/", "/*", "*/", "//", "`", "${", "'", "\"", "#", "@", "?", ":", "??", "||=", "\\",
        " function ", " class ", " async ", " await ", " yield ", " let ", " const ", " var ", " of ", " in ", " if ", " else ", " for ", " while ", " do ", " switch ", " case ", " default ", " return ", " throw ", " try ", " catch ", " finally ",
        " import ", " export ", " from ", " new ", " new.target ", " super ", " this ", " static ", " get ", " set ", " extends ", " with ", " typeof ", " void ", " delete ", " instanceof ", " null ", " using ", " arguments ", " eval ",
        " x ", " wx.getLocation() ", " 1 ", " 0x ", " 1n ", " 'use strict' ", " /x/g ", " `t${x}` ", " (a) => ", " { a } ", " function f() {} ", " label: ", "import(", "for (", "if (", "class A {", "export default ",
    ];

    public static readonly string[] TypeScript =
    [
        """
        import type { A, B as C } from 'm'; import { type D, E } from "n"; import fs = require('fs'); import X = N.M;
        export type { A }; export = E; export as namespace Q;
        declare global { interface Window { wx: any } } declare module 'x' { export const a: number; } declare const wx: WechatMiniprogram.Wx;
        const T = { a: 'x', b: ['y', `${Color.Red}z`] } as const, U = Object.freeze({ c: T.a + T.b[0] }); for (const v of ['p', 'q']) wx[v + U.c] = Color[1] ? T.b[1] : v || '';
        enum Color { Red = 1, Green = Red << 1, 'b-c' = "x".length } const enum K { A } declare enum L { B }
        namespace N.M { export const x = 1; namespace P { export type Q = R } } abstract class Z { abstract m(): void }
        """,
        """
        class A<T extends object = {}> extends B<T>.c implements I, J<K> { constructor(private readonly a: string, public b?: number) { super() } declare x: T; y!: string; [key: string]: any; static override m<U>(this: A, u?: U): u is U { return <any>u as unknown as U satisfies V } get p(): number { return 1 } accessor q = 1 }
        @Component({ a: 1 }) export class D { @Input() x; @Output() @Other m(@Inject() a) {} }
        """,
        """
        function f(a: number): void; function f<T, const U extends readonly T[]>(a?: T | U[], ...r: [x?: number, ...string[]]): asserts a is T { return a! }
        const g = async <T,>(x: T): Promise<T> => x, h = <T>(y: T) => f<T>(y), k = a < b, l = c > (d), m = new Map<string, Array<() => void>>();
        type F = new (...a: any[]) => T extends infer U extends string ? `a${U}` : { readonly [K in keyof T]?: T[K] } & typeof import('x') | unique symbol;
        interface G<T> extends H<T> { (a: T): void; new (a: T): G<T>; readonly m?: string; get x(): T; set x(v: T) }
        let x: typeof y.z<string>, u = a ? (b) : c => d, v = a ? (b): c => d : e; for (const q of <any>w) { } using res = open();
        """,
    ];

    public static readonly string[] TypeScriptWords =
    [
        .. JavaScriptWords,
        " as ", " satisfies ", "!", "?:", ": string", "<T>", "<T,>", "<any>", " enum ", " namespace ", " module ", " declare ", " abstract ", " interface ", " type ", " implements ", " readonly ", " private ", " keyof ", " infer ", " is ", " asserts ",
        " import type ", " export = ", " import x = ", " unique symbol ", "[key: string]: any", "{ a: ", "=> void", " | ", " & ", "typeof x", "type T = ", "interface I {", "@dec ", " override ", " declare global { ", "<T extends ", "f<a, b>(c)", "new () => ",
    ];

    public static readonly string[] Jsx =
    [
        """
        const a = <View className="x" {...props} on:tap={() => go()} data-a='&amp;"' b>text &lt; &#65; {list.map(i => <Item key={i} {...i} />)} {/* c */}<></><a.b.c /><svg:x /></View>;
        function F() { return cond ? <A>{...children}</A> : (<B render={<C />} d=<D/>>it's "fine" // text</B>) } x < y > z;
        """,
        """
        export default () => (
          <ScrollView onScroll={function (e) { wx.getLocation({ e }) }} style={{ a: 1, 'b': `c${d}` }}>
            {a && <Text selectable>{b}</Text>} line one
            line two
          </ScrollView>
        )
        """,
    ];

    public static readonly string[] JsxWords =
    [
        .. JavaScriptWords,
        "<View>", "</View>", "<View ", "/>", "</", "<>", "</>", "{...", "={", "='", "&amp;", "&#x41;", "{/*", "<a.b", "<a:b", "</a.b>", "{}", ">text<",
    ];

    public static readonly string[] Json =
    [
        """
        { "owner_setting": { "contact_email": "a@b.c", "notice_method": "弹窗" }, "setting_list": [ { "privacy_key": "Location", "privacy_text": "x\n\u4F4D\"" }, ], "n": [1, -2.5e+3, true, false, null, {}, []] } // end
        """,
        """
        /* a */ { "pages": ["pages/a/a"], "window": {}, "requiredPrivateInfos": ["getLocation"], "a": 1, "a": 2, "plugins": { "x": { "version": "1.0.0" } }, }
        """,
    ];

    public static readonly string[] JsonWords = ["{", "}", "[", "]", ",", ":", "\"", "\"a\": ", "\"\\u0041\"", "\\u", "1", "-", ".", "e5", "true", "null", "//", "/*", "*/", "{ \"a\": [", "'", "\\", "1e999"];

    public static readonly string[] Wxml =
    [
        """
        <import src="../t.wxml"/><include src='x.wxml'/><!-- c --><wxs module="m">var a = '<view>'; module.exports = { f: function (x) { return x < 1 && x > 0 } }</wxs>
        <view wx:if="{{a < b && c > 'd}}'}}" wx:else class="x {{ y ? 'a' : "b" }} z" bindtap=go data-a="{{ {a: 1, ...b} }}" hidden>text {{m.f(x)}} &lt; &nbsp;<button open-type="getPhoneNumber|share" bindgetphonenumber='f'/></view>
        """,
        """
        <template name="a"><block wx:for="{{list}}" wx:key="*this"><camera device-position="back"></camera><input type="nickname" model:value="{{v}}"></block></template><template is="{{x}}" data="{{...item, a}}"/>
        <slot name="s"></slot><map longitude={{a}} a="b""c" d = 'e'>{{ a }}{{ b</map>
        """,
    ];

    public static readonly string[] WxmlWords =
    [
        "<view>", "</view>", "<view ", "/>", ">", "<", "</", "{{", "}}", "{", "}", "\"", "'", "=", "<!--", "-->", "<wxs>", "</wxs>", "<wxs module='m'>", "wx:if=\"", "open-type=\"", "&amp;", "<a:b ", "<template is='x'/>", " a=b ", "{{ {a} }}", "{{ '}}' }}", "<button ",
    ];
}
