using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace PrivacyBuild.Benchmarks;

/// <summary>
/// What the check costs a whole <c>dotnet build</c>: pairs of builds of two copies of one project, with the check and without, one after
/// the other, so that whatever else the machine does falls on both. The median of the differences is the figure.
/// </summary>
internal static class Builds
{
    private const int Pairs = 15;
    private const int WarmingBuilds = 12;

    private static readonly string Salt = Guid.NewGuid().ToString("N");

    /// <param name="folder">A project that references the package, with all that its restore needs (a nuget.config with paths that are absolute).</param>
    /// <param name="pairs">Pairs for each kind of build; null: 15.</param>
    public static void Run(string folder, int? pairs)
    {
        var root = Directory.CreateTempSubdirectory("privacybuild-builds-").FullName;
        try
        {
            var (on, off) = (Path.Combine(root, "on"), Path.Combine(root, "off"));
            Copy(folder, on);
            Copy(folder, off);
            foreach (var copy in new[] { on, off })
            {
                Build(copy, isOn: copy == on, isWarm: false);
                Build(copy, isOn: copy == on, isWarm: false);
            }

            Console.WriteLine($"{pairs ?? Pairs} pairs each, milliseconds, medians (lower and upper quartile)");
            var scripts = Directory.EnumerateFiles(on, "*.js", SearchOption.AllDirectories).Where(path => !path.Contains("_npm", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
            // One that the check has to parse: an edit of another may change nothing.
            var script = scripts.FirstOrDefault(path => File.ReadAllText(path).Contains("wx.", StringComparison.Ordinal)) ?? scripts[0];
            foreach (var isWarm in new[] { false, true })
            {
                var process = isWarm ? ", warm process" : ", new process";
                Measure("unchanged" + process, on, off, pairs ?? Pairs, isWarm, _ => { });
                Measure("after one edit" + process, on, off, pairs ?? Pairs, isWarm, i => File.AppendAllText(script, $"\nwx.showToast({{ title: '{i}' }})"));
                Measure("without a stored result" + process, on, off, pairs ?? Pairs, isWarm, _ =>
                {
                    foreach (var result in Directory.EnumerateFiles(on, "*.result", SearchOption.AllDirectories))
                        File.Delete(result);
                });
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Measure(string name, string on, string off, int pairs, bool isWarm, Action<int> prepare)
    {
        var (with, without, inside) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; isWarm && i < WarmingBuilds; i++)
        {
            prepare(-i);
            Build(on, isOn: true, isWarm);
        }

        for (var i = 0; i < pairs; i++)
        {
            prepare(i);
            // Neither of a pair is always the first.
            if (i % 2 == 0)
                without.Add(Build(off, isOn: false, isWarm).Whole);
            var (whole, task) = Build(on, isOn: true, isWarm);
            with.Add(whole);
            inside.Add(task);
            if (i % 2 != 0)
                without.Add(Build(off, isOn: false, isWarm).Whole);
        }

        var differences = with.Zip(without, (first, second) => first - second).ToList();
        Console.WriteLine($"{name}: on {Show(with)}, off {Show(without)}, on minus off {Show(differences)}, on / off {Quantile(with, 0.5) / Quantile(without, 0.5):0.000}, inside the task {Show(inside)}");
    }

    /// <summary>One build; milliseconds of all of it, and of our task in it.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="isOn">With the check.</param>
    /// <param name="isWarm">In a process that stays for the next build, as an editor has it; nobody else's build meets it, and it ends by itself.</param>
    /// <param name="more">Further arguments.</param>
    public static (double Whole, double Task) Build(string folder, bool isOn, bool isWarm, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "-tl:off", isWarm ? "-nodeReuse:true" : "-nodeReuse:false", "-clp:PerformanceSummary", $"-p:PrivacyBuildMode={(isOn ? "warning" : "off")}", .. more])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        if (isWarm)
        {
            start.Environment["MSBUILDNOINPROCNODE"] = "1";
            start.Environment["MSBUILDNODEHANDSHAKESALT"] = Salt;
            start.Environment["MSBUILDNODECONNECTIONTIMEOUT"] = "60000";
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = watch.Elapsed.TotalMilliseconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException(output);
        // The summary names targets first and tasks behind them; ours have the same name.
        var task = Regex.Matches(output, @"^\s*(\d+) ms  PrivacyBuildCheck\s", RegexOptions.Multiline).LastOrDefault();
        return (elapsed, task is null ? 0 : int.Parse(task.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    public static string Show(List<double> values) => $"{Quantile(values, 0.5):0} ({Quantile(values, 0.25):0}–{Quantile(values, 0.75):0})";

    public static double Quantile(List<double> values, double part)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Round((sorted.Length - 1) * part)];
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "obj" or "bin")
                continue;
            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
