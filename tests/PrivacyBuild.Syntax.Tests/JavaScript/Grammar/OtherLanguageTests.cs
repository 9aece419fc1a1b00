using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;

namespace PrivacyBuild.Syntax.Tests.JavaScript.Grammar;

/// <summary>Files named JavaScript that hold something else.</summary>
[TestClass]
public sealed class OtherLanguageTests
{
    private static readonly JavaScriptParseOptions MayBeOther = new() { MayBeOther = true };

    [TestMethod]
    [DataRow("f(a < b, c > (d))", "(Call f (Binary < a b) (Binary > c d))", DisplayName = "JavaScript where it can be")]
    [DataRow("const a: string = b as any", "(VariableDeclaration Const (VariableDeclarator a (TSAs b ‹any›)))")]
    [DataRow("import type { A } from 'a'; f<A>(b)", "(ImportDeclaration type (ImportSpecifier A A) 'a') (Call f b)")]
    [DataRow("a = <b c={d}/>", "(Assignment = a (JSXElement (JSXOpeningElement / b (JSXAttribute c (JSXExpressionContainer d)))))")]
    [DataRow("const a = (b: B) => <c/>", "(VariableDeclaration Const (VariableDeclarator a (ArrowFunction [b] (JSXElement (JSXOpeningElement / c)))))")]
    [DataRow("const a: = b; c", "(VariableDeclaration Const (VariableDeclarator a)) (Error) (Assignment = (Error) b) c ! This declaration needs an initializer @ : (skipped :) ! Expression expected @ =", DisplayName = "none of them in full")]
    [DataRow("let a; let a", "(VariableDeclaration Let (VariableDeclarator a)) (VariableDeclaration Let (VariableDeclarator a)) ! 'a' is declared already @ a", DisplayName = "an early error makes no other language of it")]
    public void A_file_is_read_in_the_language_that_it_is_written_in(string input, string expected) => Tree.Check(input, expected, MayBeOther);
}
