using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Scopes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Benchmarks;

/// <summary>A quick answer in seconds, for work on the parser: MB/s cold and warm (the median of several runs) and allocation for each byte.</summary>
internal static class Throughput
{
    private const int WarmMilliseconds = 3000;

    public static void Run(string? folder)
    {
        Console.WriteLine("{0,-16} {1,6} {2,8} {3,11} {4,9} {5,11} {6,9} {7,9} {8,9}", "corpus", "files", "MB", "cold MB/s", "lex MB/s", "parse MB/s", "+scopes", "alloc/B", "+scopes");
        foreach (var corpus in Corpus.All(folder))
        {
            var cold = Measure(corpus, ParseAndResolve, warm: false);
            var lex = Measure(corpus, static (text, options) => Lexing.CountTokens(text, options), warm: true);
            var parse = Measure(corpus, static (text, options) => JavaScriptParser.Parse(text, options), warm: true);
            var both = Measure(corpus, ParseAndResolve, warm: true);
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0,-16} {1,6} {2,8:0.0} {3,11:0.0} {4,9:0.0} {5,11:0.0} {6,9:0.0} {7,9:0.0} {8,9:0.0}",
                corpus.Name, corpus.Files.Count, corpus.Bytes / 1e6, cold.Speed, lex.Speed, parse.Speed, both.Speed, parse.Allocated, both.Allocated));
        }
    }

    private static void ParseAndResolve(SourceText text, JavaScriptParseOptions options) => ScopeTree.Build(JavaScriptParser.Parse(text, options).Program);

    private static (double Speed, double Allocated) Measure(Corpus corpus, Action<SourceText, JavaScriptParseOptions> work, bool warm)
    {
        var seconds = new List<double>();
        var allocated = 0L;
        var total = Stopwatch.StartNew();
        do
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = ProcessorTime.Now;
            foreach (var (_, text, options) in corpus.Files)
                work(text, options);
            seconds.Add((ProcessorTime.Now - start).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        while (warm && (seconds.Count < 5 || total.ElapsedMilliseconds < WarmMilliseconds));

        // The first runs still compile.
        if (warm)
            seconds.RemoveRange(0, 2);
        seconds.Sort();
        return (corpus.Bytes / seconds[seconds.Count / 2] / 1e6, (double)allocated / corpus.Bytes);
    }
}
