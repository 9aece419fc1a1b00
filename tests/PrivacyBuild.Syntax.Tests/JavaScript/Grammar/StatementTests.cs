using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.Tests.JavaScript.Grammar;

[TestClass]
public sealed class StatementTests
{
    private static readonly JavaScriptParseOptions Script = new() { SourceType = SourceType.Script };

    [TestMethod]
    [DataRow("{} { a } ; ; { { } }", "(Block) (Block a) (Empty) (Empty) (Block (Block))")]
    [DataRow("var a, b = 1, { c } = d, [e] = f; let g; const h = 1", "(VariableDeclaration Var (VariableDeclarator a) (VariableDeclarator b 1) (VariableDeclarator (ObjectPattern (Property shorthand c c)) d) (VariableDeclarator (ArrayPattern e) f)) (VariableDeclaration Let (VariableDeclarator g)) (VariableDeclaration Const (VariableDeclarator h 1))")]
    [DataRow("let a\nb; let\nc", "(VariableDeclaration Let (VariableDeclarator a)) b (VariableDeclaration Let (VariableDeclarator c))")]
    [DataRow("debugger; a: b; a: { break a }", "(Debugger) (Labeled a b) (Labeled a (Block (Break a)))")]
    [DataRow("throw a; return", "(Throw a) (Return) ! 'return' outside of a function @ return")]
    public void Blocks_and_simple_statements(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("if (a) b; else c; if (a) {} else if (b) {} else {}", "(If a b c) (If a (Block) (If b (Block) (Block)))")]
    [DataRow("if (a) if (b) c; else d", "(If a (If b c d))")]
    [DataRow("for (;;); for (a; b; c) d; for (var a = 0, b = 1; ; ) {} for (let a; ; );", "(For (Empty)) (For a b c d) (For (VariableDeclaration Var (VariableDeclarator a 0) (VariableDeclarator b 1)) (Block)) (For (VariableDeclaration Let (VariableDeclarator a)) (Empty))")]
    [DataRow("for (a in b); for (var a in b); for (const a in b) c; for (a.b in c); for ([a, b] in c); for (var a = 1 in b);", "(ForIn a b (Empty)) (ForIn (VariableDeclaration Var (VariableDeclarator a)) b (Empty)) (ForIn (VariableDeclaration Const (VariableDeclarator a)) b c) (ForIn (Member a b) c (Empty)) (ForIn (ArrayPattern a b) c (Empty)) (ForIn (VariableDeclaration Var (VariableDeclarator a 1)) b (Empty))")]
    [DataRow("for (a of b); for (const [a, b] of c); for (let { a } of b); for (var of of of); for (async of => {};;);", "(ForOf a b (Empty)) (ForOf (VariableDeclaration Const (VariableDeclarator (ArrayPattern a b))) c (Empty)) (ForOf (VariableDeclaration Let (VariableDeclarator (ObjectPattern (Property shorthand a a)))) b (Empty)) (ForOf (VariableDeclaration Var (VariableDeclarator of)) of (Empty)) (For (ArrowFunction async [of] (Block)) (Empty))")]
    [DataRow("for (let in a); for (let = 1; ;); for (let.a in b); for (let of = 1; ;);", "(ForIn let a (Empty)) (For (Assignment = let 1) (Empty)) (ForIn (Member let a) b (Empty)) (For (VariableDeclaration Let (VariableDeclarator of 1)) (Empty))")]
    [DataRow("for (async of a); for (let of a); for (let a, b of c); for (let a = 1 of b);", "(ForOf async a (Empty)) (ForOf let a (Empty)) (ForOf (VariableDeclaration Let (VariableDeclarator a) (VariableDeclarator b)) c (Empty)) (ForOf (VariableDeclaration Let (VariableDeclarator a 1)) b (Empty)) ! A for-of loop may not begin with 'async of' or 'let' @ async ! A for-of loop may not begin with 'async of' or 'let' @ let ! A for-in or for-of loop takes one variable @ let a, b ! The variable of a for-in or for-of loop may not have an initializer @ a = 1")]
    [DataRow("while (a) b; do a; while (b) c; do {} while (a)", "(While a b) (DoWhile a b) c (DoWhile (Block) a)")]
    [DataRow("for (const a = (b in c); ;); for (a ? (b in c) : d; ;);", "(For (VariableDeclaration Const (VariableDeclarator a (Binary in b c))) (Empty)) (For (Conditional a (Binary in b c) d) (Empty))")]
    [DataRow("switch (a) { case b: c; break; case d: default: e } switch (a) {}", "(Switch a (SwitchCase b c (Break)) (SwitchCase d) (SwitchCase e)) (Switch a)")]
    [DataRow("switch (a) { default: default: }", "(Switch a (SwitchCase) (SwitchCase)) ! A switch may have only one default clause @ default")]
    [DataRow("try { } catch { } try { } catch (a) { } finally { } try { } finally { } try { } catch ({ b }) { }", "(Try (Block) (CatchClause (Block))) (Try (Block) (CatchClause a (Block)) (Block)) (Try (Block) (Block)) (Try (Block) (CatchClause (ObjectPattern (Property shorthand b b)) (Block)))")]
    [DataRow("try { } a", "(Try (Block)) a ! 'catch' or 'finally' expected @ a")]
    [DataRow("with (a) b; a: for (;;) { continue a } b: { break b }", "(With a b) (Labeled a (For (Block (Continue a)))) (Labeled b (Block (Break b)))")]
    [DataRow("break; continue; a: { continue a } break b; a: a: b", "(Break) (Continue) (Labeled a (Block (Continue a))) (Break b) (Labeled a (Labeled a b)) ! 'break' is allowed only in loops and switches @ break; ! 'continue' is allowed only in loops @ continue; ! 'continue' is allowed only in loops @ continue a ! No statement around has this label @ b ! This label is taken by a statement around @ a")]
    [DataRow("if (a) function b() {} else function c() {}", "(If a (FunctionDeclaration b [] (Block)) (FunctionDeclaration c [] (Block)))")]
    [DataRow("while (a) function b() {} ", "(While a (FunctionDeclaration b [] (Block))) ! A declaration is not allowed here @ function")]
    [DataRow("if (a) let\nb", "(If a let) b")]
    [DataRow("if (a) const b = 1; if (a) class B {}", "(If a (VariableDeclaration Const (VariableDeclarator b 1))) (If a (ClassDeclaration B (ClassBody))) ! A declaration is not allowed here @ const ! A declaration is not allowed here @ class")]
    public void Conditions_and_loops(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("a\nb; a\n(b); a\n[b]; a\n/b/c", "a b (Call a b) (Member [] a b) (Binary / (Binary / a b) c)")]
    [DataRow("a b", "a b ! ';' expected @ b")]
    [DataRow("return\na", "(Return) a ! 'return' outside of a function @ return")]
    [DataRow("if (a) b else c", "(If a b c) ! ';' expected @ else")]
    [DataRow("do a while (b) c", "(DoWhile a b) c ! ';' expected @ while")]
    [DataRow("{ a } b; var a\nvar b", "(Block a) b (VariableDeclaration Var (VariableDeclarator a)) (VariableDeclaration Var (VariableDeclarator b))")]
    [DataRow("a\n++\nb", "a (Update ++_ b)")]
    [DataRow("continue\na", "(Continue) a ! 'continue' is allowed only in loops @ continue")]
    public void Semicolons(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("<!-- a\nb --> c\n--> d\n/* e\n*/ --> f", "(Binary > (Update _-- b) c)")]
    [DataRow("/* a */ b // c\n/* d\n*/ e", "b e")]
    [DataRow("#!a\nb", "b")]
    [DataRow("\uFEFFa", "a")]
    [DataRow("var async, of, get, set, static, let, yield, await, as, from, type, interface, using, accessor", "(VariableDeclaration Var (VariableDeclarator async) (VariableDeclarator of) (VariableDeclarator get) (VariableDeclarator set) (VariableDeclarator static) (VariableDeclarator let) (VariableDeclarator yield) (VariableDeclarator await) (VariableDeclarator as) (VariableDeclarator from) (VariableDeclarator type) (VariableDeclarator interface) (VariableDeclarator using) (VariableDeclarator accessor))")]
    [DataRow("let async; async\nfunction f() {}", "(VariableDeclaration Let (VariableDeclarator async)) async (FunctionDeclaration f [] (Block))")]
    [DataRow("yield = 1; await = 1; let = 1; static: a", "(Assignment = yield 1) (Assignment = await 1) (Assignment = let 1) (Labeled static a)")]
    [DataRow("'use strict'; var a; \"use\\x20strict\"", "(Expression directive use strict 'use strict') (VariableDeclaration Var (VariableDeclarator a)) 'use strict'")]
    [DataRow("'use strict'; let = 1; yield = 1; static = 1; var eval; delete a; 017; with (a);", "(Expression directive use strict 'use strict') (Assignment = let 1) (Assignment = yield 1) (Assignment = static 1) (VariableDeclaration Var (VariableDeclarator eval)) (Unary delete a) 15 (With a (Empty)) ! A reserved word may not be a name here @ let ! A reserved word may not be a name here @ yield ! A reserved word may not be a name here @ static ! Invalid assignment target @ eval ! Octal literals and escapes are not allowed in strict code @ 017 ! 'with' is not allowed in strict code @ with")]
    public void Comments_and_names(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("{ using a = b, c = d; await using e = f }", "(Block (VariableDeclaration Using (VariableDeclarator a b) (VariableDeclarator c d)) (VariableDeclaration AwaitUsing (VariableDeclarator e f)))")]
    [DataRow("{ using a; using [b] = c }", "(Block (VariableDeclaration Using (VariableDeclarator a)) (Assignment = (Member [] using b) c)) ! This declaration needs an initializer @ ;")]
    [DataRow("{ using\na; using.b; using(c); using in d }", "(Block using a (Member using b) (Call using c) (Binary in using d))")]
    [DataRow("for (using a of b); for (using of c); for (using of of d)", "(ForOf (VariableDeclaration Using (VariableDeclarator a)) b (Empty)) (ForOf using c (Empty)) (ForOf using of d) (Error) ! ')' expected @ d ! ';' expected @ ) (skipped ))")]
    [DataRow("using a = b", "(VariableDeclaration Using (VariableDeclarator a b)) ! 'using' is allowed only in blocks, functions and modules @ using a = b")]
    public void Using(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("let a; let a", "(VariableDeclaration Let (VariableDeclarator a)) (VariableDeclaration Let (VariableDeclarator a)) ! 'a' is declared already @ a")]
    [DataRow("let a; var a", "(VariableDeclaration Let (VariableDeclarator a)) (VariableDeclaration Var (VariableDeclarator a)) ! 'a' is declared already @ a")]
    [DataRow("var a; let a; function b() {} var b; function b() {}", "(VariableDeclaration Var (VariableDeclarator a)) (VariableDeclaration Let (VariableDeclarator a)) (FunctionDeclaration b [] (Block)) (VariableDeclaration Var (VariableDeclarator b)) (FunctionDeclaration b [] (Block)) ! 'a' is declared already @ a")]
    [DataRow("{ function a() {} function a() {} } { let b; { var b } }", "(Block (FunctionDeclaration a [] (Block)) (FunctionDeclaration a [] (Block))) (Block (VariableDeclaration Let (VariableDeclarator b)) (Block (VariableDeclaration Var (VariableDeclarator b)))) ! 'b' is declared already @ b")]
    [DataRow("function f(a) { let a; var a }", "(FunctionDeclaration f [a] (Block (VariableDeclaration Let (VariableDeclarator a)) (VariableDeclaration Var (VariableDeclarator a)))) ! 'a' is declared already @ a")]
    [DataRow("try {} catch (e) { var e; let e }", "(Try (Block) (CatchClause e (Block (VariableDeclaration Var (VariableDeclarator e)) (VariableDeclaration Let (VariableDeclarator e))))) ! 'e' is declared already @ e")]
    [DataRow("for (let a;;) { var a }", "(For (VariableDeclaration Let (VariableDeclarator a)) (Block (VariableDeclaration Var (VariableDeclarator a)))) ! 'a' is declared already @ a")]
    [DataRow("switch (1) { case 1: let a; case 2: let a }", "(Switch 1 (SwitchCase 1 (VariableDeclaration Let (VariableDeclarator a))) (SwitchCase 2 (VariableDeclaration Let (VariableDeclarator a)))) ! 'a' is declared already @ a")]
    [DataRow("class A {} var A", "(ClassDeclaration A (ClassBody)) (VariableDeclaration Var (VariableDeclarator A)) ! 'A' is declared already @ A")]
    [DataRow("let [a, a] = b; const let = 1", "(VariableDeclaration Let (VariableDeclarator (ArrayPattern a a) b)) (VariableDeclaration Const (VariableDeclarator let 1)) ! 'let' may not be a lexically declared name @ let")]
    public void Declared_twice(string input, string expected) => Tree.Check(input, expected, Script);
}
