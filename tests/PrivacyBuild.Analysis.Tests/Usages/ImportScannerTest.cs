using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Tests.Usages;

[TestClass]
public sealed class ImportScannerTest
{
    [TestMethod]
    [DataRow("import a from './a'\nexport * from \"./b\"", "./b ./a", DisplayName = "declarations")]
    [DataRow("require('./a'); require.async(`./b`); import('./c')", "./a ./b ./c", DisplayName = "calls")]
    [DataRow("const title = 'a/b'; require('./a')", "./a", DisplayName = "a path in a text is no module")]
    [DataRow("const table = { a: 'open/a/index', b: \"./b\", c: 'no path' }; require(table[name])", "open/a/index ./b", DisplayName = "a table of paths for a computed name")]
    [DataRow("const first = '../a', second = `./b`\nimport(first)", "../a ./b", DisplayName = "a computed import")]
    [DataRow("require(path)('it\\'s one/two')", "", DisplayName = "text with blanks is no path")]
    public void Modules_that_a_script_may_load(string script, string expected) =>
        CollectionAssert.AreEquivalent(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ImportScanner.Find(script.AsSpan()).Distinct().ToArray());
}
