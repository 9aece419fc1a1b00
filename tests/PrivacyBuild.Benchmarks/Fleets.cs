using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PrivacyBuild.Benchmarks;

/// <summary>
/// What the check costs those who build hundreds of mini programs: a fleet as <c>tests/Samples/Fleet.cs</c> writes it, built as one isolated
/// graph with the check and without, and all tenants of one template beside a single one.
/// </summary>
internal static class Fleets
{
    private const int Pairs = 3;

    /// <param name="folder">What Fleet.cs wrote, with a nuget.config by which the package is found.</param>
    /// <param name="pairs">Pairs of builds; null: 3.</param>
    public static void Run(string folder, int? pairs)
    {
        var count = Directory.GetDirectories(Path.Combine(folder, "apps")).Length;
        string[] graph = ["dirs.proj", "--no-restore", "-graph", "-isolate", "-m"];
        Builds.Build(folder, isOn: true, isWarm: false, "dirs.proj");
        var (with, without) = (new List<double>(), new List<double>());
        for (var i = 0; i < (pairs ?? Pairs); i++)
        {
            Forget(folder);
            // Neither of a pair is always the first.
            if (i % 2 == 0)
                without.Add(Builds.Build(folder, isOn: false, isWarm: false, graph).Whole);
            with.Add(Builds.Build(folder, isOn: true, isWarm: false, graph).Whole);
            if (i % 2 != 0)
                without.Add(Builds.Build(folder, isOn: false, isWarm: false, graph).Whole);
        }

        var perApp = with.Zip(without, (first, second) => (first - second) / count).ToList();
        Console.WriteLine($"{count} apps, {with.Count} pairs, milliseconds, medians (lower and upper quartile): on {Builds.Show(with)}, off {Builds.Show(without)}, on minus off for each app {Builds.Quantile(perApp, 0.5):0.0}");

        Builds.Build(folder, isOn: true, isWarm: false, "Tenants.csproj");
        var (all, one) = (new List<double>(), new List<double>());
        for (var i = 0; i < (pairs ?? Pairs); i++)
        {
            Forget(folder);
            all.Add(Builds.Build(folder, isOn: true, isWarm: false, "Tenants.csproj", "--no-restore").Task);
            Forget(folder);
            one.Add(Builds.Build(folder, isOn: true, isWarm: false, "Tenants.csproj", "--no-restore", "-p:Tenants=t001").Task);
        }

        Console.WriteLine($"{count} tenants of one template, inside the task: {Builds.Show(all)}, one tenant {Builds.Show(one)}, ratio {Builds.Quantile(all, 0.5) / Builds.Quantile(one, 0.5):0.00}");
    }

    // So that each build checks instead of saying again what it knows
    private static void Forget(string folder)
    {
        foreach (var result in Directory.EnumerateFiles(folder, "*.result", SearchOption.AllDirectories))
            File.Delete(result);
    }
}
