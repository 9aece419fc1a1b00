using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Scopes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Benchmarks;

/// <summary>
/// Time for 1×, 2×, 4× and 8× of the same input: linear work grows by the same factors, quadratic work by their squares. What is allocated grows by the factors exactly; the
/// time may grow by more, since 1× of a dense input still fits the processor's caches and the memory at hand, while 8× waits for new pages and the collector.
/// </summary>
internal static class Scaling
{
    private static readonly int[] Factors = [1, 2, 4, 8];

    private static readonly (string Name, Func<int, string> Make, int Size, JavaScriptParseOptions Options)[] Shapes =
    [
        ("nested functions", GeneratedSource.Nested, 100, JavaScriptParseOptions.JavaScript),
        ("nested brackets", GeneratedSource.NestedBrackets, 500, JavaScriptParseOptions.JavaScript),
        ("brackets beyond the limit", GeneratedSource.NestedBrackets, 12_500, JavaScriptParseOptions.JavaScript),
        ("nested arrow functions", GeneratedSource.NestedArrows, 500, JavaScriptParseOptions.JavaScript),
        ("only (", GeneratedSource.OpenParentheses, 12_500, JavaScriptParseOptions.JavaScript),
        ("chain of +", GeneratedSource.BinaryChain, 100_000, JavaScriptParseOptions.JavaScript),
        ("chain of .b(c)", GeneratedSource.MemberChain, 100_000, JavaScriptParseOptions.JavaScript),
        ("chain of else if", GeneratedSource.ElseIfChain, 50_000, JavaScriptParseOptions.JavaScript),
        ("array of objects", GeneratedSource.Array, 25_000, JavaScriptParseOptions.JavaScript),
        ("blocks in a row", GeneratedSource.Scopes, 25_000, JavaScriptParseOptions.JavaScript),
        ("one line", GeneratedSource.OneLine, 1_250_000, JavaScriptParseOptions.JavaScript),
        ("generics or not", GeneratedSource.Generics, 10_000, JavaScriptParseOptions.TypeScriptOnly),
        ("nested arrows, TypeScript", GeneratedSource.NestedArrows, 500, JavaScriptParseOptions.TypeScriptOnly),
        ("a ? (b) : c =>, TypeScript", GeneratedSource.NestedChoices, 250, JavaScriptParseOptions.TypeScriptOnly),
        ("TypeScript", GeneratedSource.TypeScript, 500_000, JavaScriptParseOptions.TypeScriptOnly),
    ];

    public static void Run()
    {
        Console.WriteLine("{0,-26} {1,-8} {2,12} {3,10} {4,8}  {5,-18} {6}", "shape", "work", "8x size", "8x ms", "ns/char", "allocated as a", "and time as a multiple of 1x, for 2x 4x 8x");
        foreach (var (name, make, size, options) in Shapes)
        {
            var texts = Factors.Select(factor => new SourceText(make(size * factor))).ToList();
            var parsed = texts.Select(text => Measure(() => JavaScriptParser.Parse(text, options).Program.Body.Count)).ToList();
            Print(name, "parse", texts[^1].Length, parsed);
            var programs = texts.Select(text => JavaScriptParser.Parse(text, options).Program).ToList();
            Print(name, "scopes", texts[^1].Length, programs.Select(program => Measure(() => ScopeTree.Build(program).Scopes.Count)).ToList());
        }
    }

    private static void Print(string name, string work, int length, List<(double Time, long Allocated)> runs) => Console.WriteLine(
        string.Format(CultureInfo.InvariantCulture, "{0,-26} {1,-8} {2,12:N0} {3,10:0.0} {4,8:0.0}  {5,-18} {6}", name, work, length, runs[^1].Time, runs[^1].Time * 1e6 / length,
        Multiples(runs.Select(run => (double)run.Allocated)), Multiples(runs.Select(run => run.Time))));

    private static string Multiples(IEnumerable<double> values) =>
        string.Join("  ", values.Skip(1).Select(value => (value / values.First()).ToString("0.0", CultureInfo.InvariantCulture)));

    // The best of several runs: what disturbs a run only makes it longer.
    private static (double Time, long Allocated) Measure(Func<int> work)
    {
        var best = double.MaxValue;
        var allocated = 0L;
        var total = Stopwatch.StartNew();
        for (var run = 0; run < 3 || (run < 50 && total.ElapsedMilliseconds < 400); run++)
        {
            GC.Collect();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var start = ProcessorTime.Now;
            work();
            best = Math.Min(best, (ProcessorTime.Now - start).TotalMilliseconds);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        return (best, allocated);
    }
}
