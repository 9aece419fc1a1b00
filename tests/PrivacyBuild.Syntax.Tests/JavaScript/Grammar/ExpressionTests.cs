using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.Tests.JavaScript.Grammar;

[TestClass]
public sealed class ExpressionTests
{
    private static readonly JavaScriptParseOptions Script = new() { SourceType = SourceType.Script };

    [TestMethod]
    [DataRow("a + b - c; a * b + c; a + b * c", "(Binary - (Binary + a b) c) (Binary + (Binary * a b) c) (Binary + a (Binary * b c))")]
    [DataRow("a ** b ** c; (-a) ** b; a ** -b", "(Binary ** a (Binary ** b c)) (Binary ** (Unary - a) b) (Binary ** a (Unary - b))")]
    [DataRow("-a ** b", "(Binary ** (Unary - a) b) ! A unary expression before '**' needs parentheses @ -a")]
    [DataRow("a ?? b ?? c; (a ?? b) || c; a || b && c", "(Logical ?? (Logical ?? a b) c) (Logical || (Logical ?? a b) c) (Logical || a (Logical && b c))")]
    [DataRow("a ?? b || c; a && b ?? c", "(Logical ?? a (Logical || b c)) (Logical ?? (Logical && a b) c) ! '??' may not be mixed with '||' or '&&' without parentheses @ a ?? b || c ! '??' may not be mixed with '||' or '&&' without parentheses @ a && b ?? c")]
    [DataRow("a < b > c; a instanceof b in c; a << 1 >>> 2 >> 3", "(Binary > (Binary < a b) c) (Binary in (Binary instanceof a b) c) (Binary >> (Binary >>> (Binary << a 1) 2) 3)")]
    [DataRow("a == b != c === d !== e; a & b | c ^ d", "(Binary !== (Binary === (Binary != (Binary == a b) c) d) e) (Binary | (Binary & a b) (Binary ^ c d))")]
    [DataRow("!a; ~a; -a; +a; typeof a; void a; delete a.b; - -a; !(!a)", "(Unary ! a) (Unary ~ a) (Unary - a) (Unary + a) (Unary typeof a) (Unary void a) (Unary delete (Member a b)) (Unary - (Unary - a)) (Unary ! (Unary ! a))")]
    [DataRow("++a; --a.b; a++; a[0]--; a\n++b", "(Update ++_ a) (Update --_ (Member a b)) (Update _++ a) (Update _-- (Member [] a 0)) a (Update ++_ b)")]
    [DataRow("++1; a()++; ++a++", "(Update ++_ 1) (Update _++ (Call a)) (Update ++_ (Update _++ a)) ! Invalid assignment target @ 1 ! Invalid assignment target @ a++")]
    [DataRow("a ? b : c ? d : e; a ? b, c : d", "(Conditional a b (Conditional c d e)) (Sequence (Conditional a b (Error)) c) (Error) d ! ':' expected @ , ! ';' expected @ : (skipped :)")]
    [DataRow("a, b, (c, d)", "(Sequence a b (Sequence c d))")]
    [DataRow("#a in b", "(Binary in #a b) ! This private name is not declared in a class around @ #a")]
    public void Operators(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("a.b.c; a[b][c]; a.if.class; a.b[0].c(d)(e)", "(Member (Member a b) c) (Member [] (Member [] a b) c) (Member (Member a if) class) (Call (Call (Member (Member [] (Member a b) 0) c) d) e)")]
    [DataRow("a?.b; a?.b.c; a?.[b]?.(c); (a?.b).c; a?.b`c`; a?.1:2", "(Chain (Member ?. a b)) (Chain (Member (Member ?. a b) c)) (Chain (Call ?. (Member ?. [] a b) c)) (Member (Chain (Member ?. a b)) c) (Chain (TaggedTemplate (Member ?. a b) (TemplateLiteral `c`))) (Conditional a 0.1 2) ! A template may not follow an optional chain @ `c`")]
    [DataRow("f(); f(a, ...b, c,); f(a)(b); new A; new A(); new A.B(c).d; new (a())(); new new A()()", "(Call f) (Call f a (SpreadElement b) c) (Call (Call f a) b) (New A) (New A) (Member (New (Member A B) c) d) (New (Call a)) (New (New A))")]
    [DataRow("new a?.b()", "(New (Chain (Member ?. a b))) ! An optional chain is not allowed in 'new' @ ?.")]
    [DataRow("new.target", "(MetaProperty new.target) ! 'new.target' is allowed only in functions @ new.target")]
    [DataRow("import('a'); import('a', b).then(c); import.meta.url", "(Import 'a') (Call (Member (Import 'a' b) then) c) (Member (MetaProperty import.meta) url) ! 'import.meta' is allowed only in modules @ import.meta")]
    [DataRow("super.a", "(Member super a) ! 'super' is allowed only in methods @ super")]
    [DataRow("async(); async(a, b); async.b; async", "(Call async) (Call async a b) (Member async b) async")]
    public void Members_and_calls(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("a = b = c; a += b; a **= b; a >>>= b; a &&= b; a ||= b; a ??= b", "(Assignment = a (Assignment = b c)) (Assignment += a b) (Assignment **= a b) (Assignment >>>= a b) (Assignment &&= a b) (Assignment ||= a b) (Assignment ??= a b)")]
    [DataRow("a.b = c; a[b] = c; (a) = 1; (a.b) = 1", "(Assignment = (Member a b) c) (Assignment = (Member [] a b) c) (Assignment = a 1) (Assignment = (Member a b) 1)")]
    [DataRow("[a, b] = c; [a, , b = 1, ...c] = d; [a.b, c[0]] = d; [[a], {b}] = c", "(Assignment = (ArrayPattern a b) c) (Assignment = (ArrayPattern a _ (AssignmentPattern b 1) (RestElement c)) d) (Assignment = (ArrayPattern (Member a b) (Member [] c 0)) d) (Assignment = (ArrayPattern (ArrayPattern a) (ObjectPattern (Property shorthand b b))) c)")]
    [DataRow("({ a, b: c, d = 1, e: f = 2, [g]: h, ...i } = j)", "(Assignment = (ObjectPattern (Property shorthand a a) (Property b c) (Property shorthand d (AssignmentPattern d 1)) (Property e (AssignmentPattern f 2)) (Property [] g h) (RestElement i)) j)")]
    [DataRow("({ a: b.c, d: [e], 'f': g } = h); [{ a = 1 }] = b", "(Assignment = (ObjectPattern (Property a (Member b c)) (Property d (ArrayPattern e)) (Property 'f' g)) h) (Assignment = (ArrayPattern (ObjectPattern (Property shorthand a (AssignmentPattern a 1)))) b)")]
    [DataRow("1 = a; a + b = c; f() = 1; (a, b) = c; [a + b] = c; ({ a() {} } = b); ({ a } ) => 1", "(Assignment = 1 a) (Assignment = (Binary + a b) c) (Assignment = (Call f) 1) (Assignment = (Sequence a b) c) (Assignment = (ArrayPattern (Binary + a b)) c) (Assignment = (ObjectPattern (Property method a (Function [] (Block)))) b) (ArrowFunction [(ObjectPattern (Property shorthand a a))] 1) ! Invalid assignment target @ 1 ! Invalid assignment target @ a + b ! Invalid assignment target @ a, b ! Invalid assignment target @ a + b ! Invalid assignment target @ a() {}")]
    [DataRow("([a]) = b; [([a])] = b; [...a, b] = c; [...a = 1] = b; ({ a = 1 }); ({ a = 1 }).b", "(Assignment = (ArrayPattern a) b) (Assignment = (ArrayPattern (ArrayPattern a)) b) (Assignment = (ArrayPattern (RestElement a) b) c) (Assignment = (ArrayPattern (RestElement (AssignmentPattern a 1))) b) (Object (Property shorthand a (AssignmentPattern a 1))) (Member (Object (Property shorthand a (AssignmentPattern a 1))) b) ! A pattern may not be parenthesized @ ( ! A pattern may not be parenthesized @ [a] ! A rest element must be the last @ ...a ! A rest element may not have an initializer @ ...a = 1 ! '=' in an object literal is allowed only in a pattern @ = ! '=' in an object literal is allowed only in a pattern @ =")]
    [DataRow("for ({ a = 1 } of b) c", "(ForOf (ObjectPattern (Property shorthand a (AssignmentPattern a 1))) b c)")]
    public void Assignments(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("[]; [,]; [a,,b,]; [...a, ...b]", "(Array) (Array _) (Array a _ b) (Array (SpreadElement a) (SpreadElement b))")]
    [DataRow("({}); ({ a, b: c, 'd': 1, 2: 3, [e]: f, ...g })", "(Object) (Object (Property shorthand a a) (Property b c) (Property 'd' 1) (Property 2 3) (Property [] e f) (SpreadElement g))")]
    [DataRow("({ get a() { return 1 }, set a(v) {}, get: 1, set, async: 2, async b() {}, *c() {}, async *d() {}, get [e]() {} })", "(Object (Property Get a (Function [] (Block (Return 1)))) (Property Set a (Function [v] (Block))) (Property get 1) (Property shorthand set set) (Property async 2) (Property method b (Function async [] (Block))) (Property method c (Function * [] (Block))) (Property method d (Function async * [] (Block))) (Property Get [] e (Function [] (Block))))")]
    [DataRow("({ if: 1, class() {}, get new() {}, async, await: 1, get })", "(Object (Property if 1) (Property method class (Function [] (Block))) (Property Get new (Function [] (Block))) (Property shorthand async async) (Property await 1) (Property shorthand get get))")]
    [DataRow("({ __proto__: a, __proto__: b })", "(Object (Property __proto__ a) (Property __proto__ b)) ! An object literal may have only one '__proto__' @ __proto__: b")]
    [DataRow("({ a b }); ({ a: 1 b: 2 }); ({ if })", "(Object (Error a) (Property shorthand b b)) (Object (Property a 1) (Property b 2)) (Object (Error (If (Error) (Error)))) ! ':' expected @ b ! ',' expected @ b ! ':' expected @ }")]
    [DataRow("(a); ((a)); (a, b); ()", "a a (Sequence a b) (Error) ! Expression expected @ ()")]
    public void Literals_with_parts(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("a => b; (a) => b; () => {}; (a, b = 1, { c }, [d], ...e) => f; a => ({ b })", "(ArrowFunction [a] b) (ArrowFunction [a] b) (ArrowFunction [] (Block)) (ArrowFunction [a (AssignmentPattern b 1) (ObjectPattern (Property shorthand c c)) (ArrayPattern d) (RestElement e)] f) (ArrowFunction [a] (Object (Property shorthand b b)))")]
    [DataRow("async a => b; async (a, b) => c; async () => { await d }; async => a; async (async) => 1", "(ArrowFunction async [a] b) (ArrowFunction async [a b] c) (ArrowFunction async [] (Block (Await d))) (ArrowFunction [async] a) (ArrowFunction async [async] 1)")]
    [DataRow("a => b => c; a ? b => c : d => e; (a => b)(c); a = b => c, d", "(ArrowFunction [a] (ArrowFunction [b] c)) (Conditional a (ArrowFunction [b] c) (ArrowFunction [d] e)) (Call (ArrowFunction [a] b) c) (Sequence (Assignment = a (ArrowFunction [b] c)) d)")]
    [DataRow("(a, ...b,) => c; ((a)) => b; (a.b) => c; (a, a) => b; ([a.b]) => c", "(ArrowFunction [a (RestElement b)] c) (ArrowFunction [a] b) (ArrowFunction [(Member a b)] c) (ArrowFunction [a a] b) (ArrowFunction [(ArrayPattern (Member a b))] c) ! A rest element must be the last @ ...b ! A pattern may not be parenthesized @ a ! Invalid parameter @ a.b ! Invalid parameter @ a.b")]
    [DataRow("a\n=> b", "(ArrowFunction [a] b) ! A line break is not allowed before '=>' @ =>")]
    [DataRow("a => {} + b", "(ArrowFunction [a] (Block)) (Unary + b) ! ';' expected @ +")]
    [DataRow("(yield) => 1; (await) => 1", "(ArrowFunction [yield] 1) (ArrowFunction [await] 1)")]
    public void Arrows(string input, string expected) => Tree.Check(input, expected, Script);

    [TestMethod]
    [DataRow("function* f() { yield; yield a; yield* b; yield\nc; (yield) + 1; x = yield y }", "(FunctionDeclaration * f [] (Block (Yield) (Yield a) (Yield * b) (Yield) c (Binary + (Yield) 1) (Assignment = x (Yield y))))")]
    [DataRow("async function f() { await a; await a.b(); for await (b of c); (await d).e; - await f }", "(FunctionDeclaration async f [] (Block (Await a) (Await (Call (Member a b))) (ForOf await b c (Empty)) (Member (Await d) e) (Unary - (Await f))))")]
    [DataRow("await a; await b.c", "(Await a) (Await (Member b c)) ! 'await' is allowed only in async functions and at the top level of modules @ await ! 'await' is allowed only in async functions and at the top level of modules @ await")]
    [DataRow("function f() { await a }", "(FunctionDeclaration f [] (Block (Await a))) ! 'await' is allowed only in async functions and at the top level of modules @ await")]
    [DataRow("function f() { return await; }", "(FunctionDeclaration f [] (Block (Return await)))")]
    public void Yield_and_await(string input, string expected) => Tree.Check(input, expected, Script);
}
