using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.Tests.JavaScript.Grammar;

[TestClass]
public sealed class FunctionTests
{
    private static readonly JavaScriptParseOptions Script = new() { SourceType = SourceType.Script };

    [TestMethod]
    [DataRow("function a() {} function b(c, d) { return c }", "(FunctionDeclaration a [] (Block)) (FunctionDeclaration b [c d] (Block (Return c)))")]
    [DataRow("function* a() {} async function b() {} async function* c() {}", "(FunctionDeclaration * a [] (Block)) (FunctionDeclaration async b [] (Block)) (FunctionDeclaration async * c [] (Block))")]
    [DataRow("(function () {}); (function a() {}); (async function () {}); (async function* a() {}); !function () {}()", "(Function [] (Block)) (Function a [] (Block)) (Function async [] (Block)) (Function async * a [] (Block)) (Unary ! (Call (Function [] (Block))))")]
    [DataRow("function a(b = 1, { c, d: [e] } = {}, ...f) {}", "(FunctionDeclaration a [(AssignmentPattern b 1) (AssignmentPattern (ObjectPattern (Property shorthand c c) (Property d (ArrayPattern e))) (Object)) (RestElement f)] (Block))")]
    [DataRow("function a(...b, c) {} ", "(FunctionDeclaration a [(RestElement b) c] (Block)) ! A rest element must be the last @ ,")]
    [DataRow("function a(b, b) {} ", "(FunctionDeclaration a [b b] (Block))")]
    [DataRow("function a(b, b) { 'use strict' }", "(FunctionDeclaration a [b b] (Block (Expression directive use strict 'use strict'))) ! This parameter name is taken @ b")]
    [DataRow("function a(b = 1) { 'use strict' }", "(FunctionDeclaration a [(AssignmentPattern b 1)] (Block (Expression directive use strict 'use strict'))) ! 'use strict' is not allowed in a function whose parameters are not plain names @ { 'use strict' }")]
    [DataRow("function a() { 'use strict'; with (b); } ", "(FunctionDeclaration a [] (Block (Expression directive use strict 'use strict') (With b (Empty)))) ! 'with' is not allowed in strict code @ with")]
    [DataRow("function a() { 'x'; 'use strict'; 017 }", "(FunctionDeclaration a [] (Block (Expression directive x 'x') (Expression directive use strict 'use strict') 15)) ! Octal literals and escapes are not allowed in strict code @ 017")]
    [DataRow("function eval() { 'use strict' }", "(FunctionDeclaration eval [] (Block (Expression directive use strict 'use strict'))) ! A reserved word may not be a name here @ eval")]
    [DataRow("function yield() {} function await() {} function async() {} function let() {} function of() {}", "(FunctionDeclaration yield [] (Block)) (FunctionDeclaration await [] (Block)) (FunctionDeclaration async [] (Block)) (FunctionDeclaration let [] (Block)) (FunctionDeclaration of [] (Block))")]
    [DataRow("return a", "(Return a) ! 'return' outside of a function @ return")]
    public void Functions(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("class A {} class B extends A {} (class {}); (class C extends (D, E) {}); class F extends G.h() {}", "(ClassDeclaration A (ClassBody)) (ClassDeclaration B A (ClassBody)) (Class (ClassBody)) (Class C (Sequence D E) (ClassBody)) (ClassDeclaration F (Call (Member G h)) (ClassBody))")]
    [DataRow("class A { constructor() {} a() {} static b() {} get c() {} set c(v) {} *d() {} async e() {} async *f() {} static async *g() {} }", "(ClassDeclaration A (ClassBody (MethodDefinition Constructor constructor (Function [] (Block))) (MethodDefinition a (Function [] (Block))) (MethodDefinition static b (Function [] (Block))) (MethodDefinition Get c (Function [] (Block))) (MethodDefinition Set c (Function [v] (Block))) (MethodDefinition d (Function * [] (Block))) (MethodDefinition e (Function async [] (Block))) (MethodDefinition f (Function async * [] (Block))) (MethodDefinition static g (Function async * [] (Block)))))")]
    [DataRow("class A { a; b = 1; static c = 2; 'd' = 3; 4 = 5; [e] = f; #g = 6; static #h; static; get; set; async; static static; }", "(ClassDeclaration A (ClassBody (PropertyDefinition a) (PropertyDefinition b 1) (PropertyDefinition static c 2) (PropertyDefinition 'd' 3) (PropertyDefinition 4 5) (PropertyDefinition [] e f) (PropertyDefinition #g 6) (PropertyDefinition static #h) (PropertyDefinition static) (PropertyDefinition get) (PropertyDefinition set) (PropertyDefinition async) (PropertyDefinition static static)))")]
    [DataRow("class A { #a() {} get #b() {} m() { return #a in this && this.#b } static { this.#a() } }", "(ClassDeclaration A (ClassBody (MethodDefinition #a (Function [] (Block))) (MethodDefinition Get #b (Function [] (Block))) (MethodDefinition m (Function [] (Block (Return (Logical && (Binary in #a this) (Member this #b)))))) (StaticBlock (Call (Member this #a)))))")]
    [DataRow("class A { static { var a; let b } accessor c = 1; static accessor d; accessor; }", "(ClassDeclaration A (ClassBody (StaticBlock (VariableDeclaration Var (VariableDeclarator a)) (VariableDeclaration Let (VariableDeclarator b))) (PropertyDefinition accessor c 1) (PropertyDefinition static accessor d) (PropertyDefinition accessor)))")]
    [DataRow("class A { static async() {} get() {} set() {} static() {} static get() {} async() {} 'constructor'() {} }", "(ClassDeclaration A (ClassBody (MethodDefinition static async (Function [] (Block))) (MethodDefinition get (Function [] (Block))) (MethodDefinition set (Function [] (Block))) (MethodDefinition static (Function [] (Block))) (MethodDefinition static get (Function [] (Block))) (MethodDefinition async (Function [] (Block))) (MethodDefinition Constructor 'constructor' (Function [] (Block)))))")]
    [DataRow("class A { a\nb\n*c() {}\nget\nd() {} }", "(ClassDeclaration A (ClassBody (PropertyDefinition a) (PropertyDefinition b) (MethodDefinition c (Function * [] (Block))) (MethodDefinition Get d (Function [] (Block)))))")]
    [DataRow("class A extends B { constructor() { super(); super.a; super[b](); () => super.c } static d = super.e }", "(ClassDeclaration A B (ClassBody (MethodDefinition Constructor constructor (Function [] (Block (Call super) (Member super a) (Call (Member [] super b)) (ArrowFunction [] (Member super c))))) (PropertyDefinition static d (Member super e))))")]
    [DataRow("class A { constructor() {} constructor() {} } ", "(ClassDeclaration A (ClassBody (MethodDefinition Constructor constructor (Function [] (Block))) (MethodDefinition Constructor constructor (Function [] (Block))))) ! A class may have only one constructor @ constructor")]
    [DataRow("class A { get constructor() {} } ", "(ClassDeclaration A (ClassBody (MethodDefinition Get constructor (Function [] (Block))))) ! A constructor may not be a getter, setter, generator or async @ constructor")]
    [DataRow("class A { static prototype() {} #constructor }", "(ClassDeclaration A (ClassBody (MethodDefinition static prototype (Function [] (Block))) (PropertyDefinition #constructor))) ! A static member may not be named 'prototype' @ prototype ! A private name may not be '#constructor' @ #constructor")]
    [DataRow("class A { constructor() { super() } } ", "(ClassDeclaration A (ClassBody (MethodDefinition Constructor constructor (Function [] (Block (Call super)))))) ! 'super()' is allowed only in the constructor of a derived class @ super")]
    [DataRow("class A { #a; #a; m() { this.#b; delete this.#a } }", "(ClassDeclaration A (ClassBody (PropertyDefinition #a) (PropertyDefinition #a) (MethodDefinition m (Function [] (Block (Member this #b) (Unary delete (Member this #a))))))) ! This private name is declared already @ #a ! A private member may not be deleted @ this.#a ! This private name is not declared in a class around @ #b")]
    [DataRow("class A { a = arguments; static { arguments; await; return } }", "(ClassDeclaration A (ClassBody (PropertyDefinition a arguments) (StaticBlock arguments await (Return)))) ! A reserved word may not be a name here @ await ! 'return' outside of a function @ return")]
    [DataRow("@a class B {} @a.b(c) @(d[0]) class E { @f g; @h() i() {} @j static k }", "(ClassDeclaration (Decorator a) B (ClassBody)) (ClassDeclaration (Decorator (Call (Member a b) c)) (Decorator (Member [] d 0)) E (ClassBody (PropertyDefinition (Decorator f) g) (MethodDefinition (Decorator (Call h)) i (Function [] (Block))) (PropertyDefinition static (Decorator j) k)))")]
    [DataRow("export @a class B {}", "(ExportNamedDeclaration (ClassDeclaration (Decorator a) B (ClassBody))) ! 'import' and 'export' are allowed only in modules @ export")]
    [DataRow("@a export class B {}", "(ExportNamedDeclaration (ClassDeclaration (Decorator a) B (ClassBody))) ! 'import' and 'export' are allowed only in modules @ export")]
    [DataRow("class A { a b } ", "(ClassDeclaration A (ClassBody (Error a) (PropertyDefinition b))) ! ';' expected @ b")]
    [DataRow("class A { a() }", "(ClassDeclaration A (ClassBody (Error (Call a)))) ! '{' expected @ }")]
    [DataRow("class let {} ", "(ClassDeclaration let (ClassBody)) ! A reserved word may not be a name here @ let")]
    public void Classes(string input, string expected) => Tree.Check(input, expected, Script);
}
