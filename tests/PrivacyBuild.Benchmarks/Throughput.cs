using System;
using System.Diagnostics;
using System.Globalization;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Benchmarks;

/// <summary>A quick answer in seconds, for work on the parser: cold and warm MB/s and allocation for each byte.</summary>
internal static class Throughput
{
    private const int WarmMilliseconds = 3000;

    public static void Run(string? folder)
    {
        Console.WriteLine("{0,-16} {1,6} {2,8} {3,11} {4,11} {5,11} {6,9} {7,9}", "corpus", "files", "MB", "cold MB/s", "parse MB/s", "+scopes", "alloc/B", "+scopes");
        foreach (var corpus in Corpus.All(folder))
        {
            var cold = Measure(corpus, resolve: true, warm: false);
            var parse = Measure(corpus, resolve: false, warm: true);
            var both = Measure(corpus, resolve: true, warm: true);
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0,-16} {1,6} {2,8:0.0} {3,11:0.0} {4,11:0.0} {5,11:0.0} {6,9:0.0} {7,9:0.0}",
                corpus.Name, corpus.Files.Count, corpus.Bytes / 1e6, cold.Speed, parse.Speed, both.Speed, parse.Allocated, both.Allocated));
        }
    }

    private static (double Speed, double Allocated) Measure(Corpus corpus, bool resolve, bool warm)
    {
        var best = double.MaxValue;
        var allocated = 0L;
        var total = Stopwatch.StartNew();
        do
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = ProcessorTime.Now;
            foreach (var (_, text, options) in corpus.Files)
            {
                var tree = JavaScriptParser.Parse(text, options);
                if (resolve)
                    ScopeTree.Build(tree.Program);
            }

            best = Math.Min(best, (ProcessorTime.Now - start).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        while (warm && total.ElapsedMilliseconds < WarmMilliseconds);

        return (corpus.Bytes / best / 1e6, (double)allocated / corpus.Bytes);
    }
}
