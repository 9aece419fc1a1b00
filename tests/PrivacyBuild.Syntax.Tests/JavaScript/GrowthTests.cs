using System;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.JavaScript;

/// <summary>
/// Four times the nesting takes four times the work, also where everything is read as one thing first and turns out to be another. Work is counted in bytes allocated:
/// what is read again is built again.
/// </summary>
[TestClass]
public sealed class GrowthTests
{
    private const int Nesting = 250;
    private const int Factor = 4;
    private const int StackBytes = 256 * 1024 * 1024;

    [TestMethod]
    [DataRow("a ? (b) : c => ", "0")]
    [DataRow("a ? (b) : /* - */ c => ", "0")]
    [DataRow("a ? (b) : c => { return ", "0", "}")]
    [DataRow("a ? (b): c => ", "0", " : d")]
    [DataRow("a ? async (b) : c => ", "0")]
    [DataRow("a ? <T>(b) : c => ", "0")]
    [DataRow("a ? (b = ", "0", ") : c")]
    [DataRow("(a: b = ", "0", ") => 0")]
    [DataRow("(a: b = ", "0", ")", DisplayName = "typed parameters without an arrow")]
    [DataRow("async (a = ", "0", ")")]
    [DataRow("<T>(a = ", "0", ")")]
    [DataRow("<T>(a = ", "0", ") => 0")]
    [DataRow("f<", "0", ">")]
    [DataRow("({ a = ", "0", "}) => 0")]
    [DataRow("class { m(a = ", "0", ") {} }")]
    [DataRow("a: ", "0")]
    public void Nested_tries(string open, string inside, string close = "")
    {
        var once = AllocatedFor(open, inside, close, Nesting);
        var more = AllocatedFor(open, inside, close, Nesting * Factor);
        Assert.IsLessThan(once * Factor * 3 / 2, more);
    }

    private static long AllocatedFor(string open, string inside, string close, int count)
    {
        var text = new SourceText(new StringBuilder().Insert(0, open, count).Append(inside).Insert(open.Length * count + inside.Length, close, count).ToString());
        long allocated = 0;
        // Enough stack for all of it, or the work would go on in threads that are not measured.
        var thread = new Thread(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                JavaScriptParser.Parse(text, JavaScriptParseOptions.TypeScriptOnly);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            StackBytes);
        thread.Start();
        thread.Join();
        return allocated;
    }
}
