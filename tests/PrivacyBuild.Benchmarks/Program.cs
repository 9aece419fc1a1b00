using System;
using System.Linq;
using BenchmarkDotNet.Running;
using PrivacyBuild.Benchmarks;

// dotnet run -c Release --project tests/PrivacyBuild.Benchmarks -- scaling
// dotnet run -c Release --project tests/PrivacyBuild.Benchmarks -- throughput [FOLDER]
// dotnet run -c Release --project tests/PrivacyBuild.Benchmarks -- extraction [FOLDER]
// dotnet run -c Release --project tests/PrivacyBuild.Benchmarks -- bench [FOLDER] [options of BenchmarkDotNet]
// dotnet run -c Release --project tests/PrivacyBuild.Benchmarks -- builds PROJECTFOLDER [PAIRS]
// dotnet run -c Release --project tests/PrivacyBuild.Benchmarks -- fleet FLEETFOLDER [PAIRS]
// dotnet run -c Release --project tests/PrivacyBuild.Benchmarks -- engine FOLDER
// FLEETFOLDER is what tests/Samples/Fleet.cs wrote. PROJECTFOLDER holds a project that references the package; it is copied, and built with the check and without.
// For extraction and engine FOLDER is the root of a mini program; for the others it holds real .js, .jsx, .ts and .tsx files, at any depth.
var folder = args.Length > 1 && !args[1].StartsWith('-') ? args[1] : null;
switch (args.FirstOrDefault())
{
    case "scaling":
        Scaling.Run();
        return 0;
    case "throughput":
        Throughput.Run(folder);
        return 0;
    case "builds" when folder is not null:
        Builds.Run(folder, args.Length > 2 && int.TryParse(args[2], out var pairs) ? pairs : null);
        return 0;
    case "fleet" when folder is not null:
        Fleets.Run(folder, args.Length > 2 && int.TryParse(args[2], out var fleetPairs) ? fleetPairs : null);
        return 0;
    case "engine" when folder is not null:
        Engine.Run(folder);
        return 0;
    case "extraction":
        Extraction.Run(folder);
        return 0;
    case "bench":
        // BenchmarkDotNet runs the benchmarks in a process of its own, which hears of the folder this way only.
        if (folder is not null)
            Environment.SetEnvironmentVariable(Corpus.FolderVariable, folder);
        BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run([.. args.Skip(folder is null ? 1 : 2), "--filter", "*"]);
        return 0;
    default:
        Console.Error.WriteLine("usage: scaling | throughput [FOLDER] | extraction [FOLDER] | engine FOLDER | builds PROJECTFOLDER [PAIRS] | fleet FLEETFOLDER [PAIRS] | bench [FOLDER] [options of BenchmarkDotNet]");
        return 2;
}
