using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Tasks;

namespace PrivacyBuild.Benchmarks;

/// <summary>
/// What a whole check of a tree on the disk costs in a warm process, and how much memory the first one takes; where ripgrep is at hand, beside a search for
/// the same names in the same kinds of files, by turns.
/// </summary>
internal static class Engine
{
    private const int Runs = 9;

    public static void Run(string folder)
    {
        folder = Path.GetFullPath(folder);
        var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).ToArray();
        Console.WriteLine($"{files.Length} files, {files.Sum(file => file.Length) / 1e6:0.0} MB");

        var before = Environment.WorkingSet;
        var first = Check(folder);
        using (var process = Process.GetCurrentProcess())
            Console.WriteLine($"first check: {first.Milliseconds:0} ms, {first.Processor:0} ms of the processor, {first.Allocated / 1e6:0} MB allocated, peak memory {(process.PeakWorkingSet64 - before) / 1e6:0} MB above what the process had");

        var (checks, searches) = (new List<Cost> { first }, new List<double>());
        for (var i = 0; i < Runs; i++)
        {
            if (Search(folder) is { } search)
                searches.Add(search);
            checks.Add(Check(folder));
        }

        checks.RemoveAt(0);
        var check = Median(checks.Select(cost => cost.Milliseconds));
        Console.WriteLine($"warm check, median of {Runs}: {check:0} ms, {Median(checks.Select(cost => cost.Processor)):0} ms of the processor, {Median(checks.Select(cost => (double)cost.Allocated)) / 1e6:0} MB allocated");
        Console.WriteLine(searches.Count > 0 ? $"ripgrep for the same names: {Median(searches):0} ms; the check takes {check / Median(searches):0.0} times as long" : "ripgrep is not installed");
    }

    private static Cost Check(string folder)
    {
        var options = new PrivacyCheckOptions { Mode = CheckMode.Report, MaxParallelism = Environment.ProcessorCount };
        var (processor, allocated, clock) = (ProcessorTime.Now, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        // As the task does it.
        using (CollectorPause.Begin())
            PrivacyCheck.Run(options, new DiskFiles(folder), CancellationToken.None);
        return new Cost(clock.Elapsed.TotalMilliseconds, (ProcessorTime.Now - processor).TotalMilliseconds, GC.GetTotalAllocatedBytes() - allocated);
    }

    private static double? Search(string folder)
    {
        var start = new ProcessStartInfo("rg") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "--count", "--fixed-strings", "--no-ignore", "--glob=*.js", "--glob=*.ts", "--glob=*.wxml", "--glob=*.json" }.Concat(PrivacyCatalogue.Load().SearchNames.Select(name => "--regexp=" + name)).Append(folder))
            start.ArgumentList.Add(argument);
        try
        {
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return clock.Elapsed.TotalMilliseconds;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private readonly record struct Cost(double Milliseconds, double Processor, long Allocated);
}
