using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace PrivacyBuild.Benchmarks;

internal sealed class ThroughputConfiguration : ManualConfig
{
    public ThroughputConfiguration()
    {
        AddColumn(new ThroughputColumn("MB/s", "Megabytes (10^6) of source a second", (corpus, nanoseconds, _) => corpus.Bytes * 1000.0 / nanoseconds));
        AddColumn(new ThroughputColumn("Alloc/B", "Bytes allocated for each byte of source", (corpus, _, allocated) => (double)allocated / corpus.Bytes));
    }

    private sealed class ThroughputColumn(string name, string legend, System.Func<Corpus, double, long, double> value) : IColumn
    {
        public string Id => name;

        public string ColumnName => name;

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => legend;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
        {
            var report = summary.Reports.FirstOrDefault(candidate => candidate.BenchmarkCase == benchmarkCase);
            if (report?.ResultStatistics is not { } statistics || benchmarkCase.Parameters[nameof(SyntaxBenchmarks.Corpus)] is not Corpus corpus)
                return "?";
            return value(corpus, statistics.Mean, report.GcStats.GetBytesAllocatedPerOperation(benchmarkCase) ?? 0).ToString("0.0", CultureInfo.InvariantCulture);
        }

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    }
}
