using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using PrivacyBuild.Analysis;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Analysis.Usages.Values;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Tasks;

namespace PrivacyBuild.Benchmarks;

/// <summary>
/// What finding the usages of a whole mini program costs beside parsing the scripts it has to parse, for 1×, 2×, 4× and 8× of the program, and
/// for module graphs that are one cycle or one chain. Steps are the solver's own count and the same on every machine.
/// </summary>
internal static class Extraction
{
    private const int Warming = 5;
    private const int Runs = 5;
    private const int MostRuns = 60;
    private const int Milliseconds = 6000;
    private const string App = """{ "pages": [] }""";

    private static readonly int[] Factors = [1, 2, 4, 8];

    public static void Run(string? folder)
    {
        Console.WriteLine(
            "{0,-24} {1,6} {2,7} {3,7} {4,7} {5,7} {6,7} {7,7} {8,7} {9,7} {10,7} {11,7} {12,7} {13,7} {14,7} {15,10} {16,7}",
            "program", "files", "KB", "parse", "wxml", "read", "wxml", "choose", "parse", "build", "solve", "collect", "all", ":parse", ":+wxml", "steps", "usages");
        if (folder is not null)
        {
            var files = Read(folder);
            foreach (var factor in Factors)
                Measure(Path.GetFileName(Path.GetFullPath(folder)) + " x" + factor.ToString(CultureInfo.InvariantCulture), Copies(files, factor));
        }

        foreach (var factor in Factors)
        {
            Measure("cycle of modules", Cycle(1_000 * factor));
            Measure("chain of re-exports", Chain(1_000 * factor));
        }
    }

    private static Dictionary<string, byte[]> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => !file.Name.Split('/').Any(part => part is "node_modules" or ".git"))
            .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.Path));

    private static Dictionary<string, byte[]> Copies(Dictionary<string, byte[]> files, int count)
    {
        if (count == 1)
            return files;
        var copies = new Dictionary<string, byte[]> { ["app.json"] = Encoding.UTF8.GetBytes(App) };
        for (var i = 0; i < count; i++)
        {
            foreach (var (name, content) in files)
                copies.Add($"copy{i}/{name}", content);
        }

        return copies;
    }

    private static Dictionary<string, byte[]> Cycle(int count) => Modules(count, i => $$"""
        const next = require('./m{{(i + 1) % count}}');
        exports.api = wx;
        exports.run = function (name) { return next.api[name]({}); };
        exports.again = next.again || next.run;
        next.run('getLocation');
        """);

    private static Dictionary<string, byte[]> Chain(int count) =>
        Modules(count, i => i == 0 ? "export const api = wx;" : $"export {{ api }} from './m{i - 1}';\nimport {{ api }} from './m{i - 1}';\napi.getLocation({{}});");

    private static Dictionary<string, byte[]> Modules(int count, Func<int, string> text)
    {
        var files = new Dictionary<string, byte[]> { ["app.json"] = Encoding.UTF8.GetBytes(App) };
        for (var i = 0; i < count; i++)
            files.Add($"m{i}.js", Encoding.UTF8.GetBytes(text(i)));
        return files;
    }

    private static void Measure(string name, Dictionary<string, byte[]> contents)
    {
        var files = new MemoryFiles(contents);
        var options = new PrivacyCheckOptions();
        var root = MiniProgramLocator.Locate(options, files).Roots.First(found => found.Root.Length == 0);
        var app = MiniProgramLoader.Load([root], options, files, CancellationToken.None)[0];
        var catalogue = PrivacyCatalogue.Load();
        var candidates = UsageExtraction.Candidates(app, catalogue, files);
        var templates = UsageExtraction.Templates(app, catalogue, files);

        // Parsing alone and everything by turns, so that both see the same machine; the collector waits, as it does for the task.
        var runs = new List<Figures>();
        UsageSet? usages = null;
        var total = Stopwatch.StartNew();
        while (runs.Count < Warming + Runs || (runs.Count < MostRuns && total.ElapsedMilliseconds < Milliseconds))
        {
            var (scripts, markup) = Parse(candidates, templates);
            var stages = new double[Enum.GetValues<ExtractionStage>().Length + 1];
            GC.Collect();
            using (CollectorPause.Begin())
            {
                var start = ProcessorTime.Now;
                usages = UsageExtraction.Run(app, catalogue, files, stage => stages[(int)stage] += Since(ref start));
                stages[^1] = Since(ref start);
            }

            runs.Add(new Figures(scripts, markup, stages));
        }

        // The first runs still compile.
        runs.RemoveRange(0, Warming);
        var cells = new[] { runs.Median(run => run.Scripts), runs.Median(run => run.Templates) }
            .Concat(Enum.GetValues<ExtractionStage>().Select(stage => runs.Median(run => run.Stages[(int)stage])))
            .Append(runs.Median(run => run.Stages[^1]))
            .Append(runs.Median(run => run.All));
        Console.WriteLine(
            "{0,-24} {1,6} {2,7:N0} {3} {4,7:0.00} {5,7:0.00} {6,10:N0} {7,7}",
            name,
            candidates.Count,
            candidates.Sum(script => (long)script.Text.Content.Length) / 1024,
            string.Join(' ', cells.Select(cell => cell.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(7))),
            runs.Median(run => run.All / run.Scripts),
            runs.Median(run => run.All / (run.Scripts + run.Templates)),
            usages!.Steps,
            usages.Usages.Count);
    }

    private static (double Scripts, double Templates) Parse(IReadOnlyList<(ShippedFile File, SourceText Text)> candidates, IReadOnlyList<(ShippedFile File, SourceText Text)> templates)
    {
        GC.Collect();
        using var pause = CollectorPause.Begin();
        var start = ProcessorTime.Now;
        ScriptParser.ParseAll([.. candidates.Select(script => (new Module(script.File), script.Text))], 1, CancellationToken.None);
        var scripts = Since(ref start);
        foreach (var (file, text) in templates)
            _ = TemplateSource.Parse(file, text).Count();
        return (scripts, Since(ref start));
    }

    private static double Since(ref TimeSpan start)
    {
        var now = ProcessorTime.Now;
        var passed = (now - start).TotalMilliseconds;
        start = now;
        return passed;
    }

    private static double Median(this IEnumerable<Figures> runs, Func<Figures, double> figure)
    {
        var sorted = runs.Select(figure).Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>Milliseconds of one turn: parsing alone, and what each stage of everything took.</summary>
    private sealed record Figures(double Scripts, double Templates, double[] Stages)
    {
        public double All => Stages.Sum();
    }

    private sealed class MemoryFiles : IProjectFiles
    {
        private readonly Dictionary<string, byte[]> _files;
        private readonly Dictionary<string, SortedDictionary<string, ProjectEntry>> _folders = [];

        public MemoryFiles(Dictionary<string, byte[]> files)
        {
            _files = files;
            Folder("");
            foreach (var (path, content) in files)
            {
                var slash = path.LastIndexOf('/');
                Folder(slash < 0 ? "" : path[..slash])[path[(slash + 1)..]] = ProjectEntry.File(path[(slash + 1)..], content.Length);
            }
        }

        public bool FileExists(string path) => _files.ContainsKey(path);

        public bool DirectoryExists(string path) => _folders.ContainsKey(path);

        public IReadOnlyList<ProjectEntry> List(string directory) => _folders.TryGetValue(directory, out var entries) ? [.. entries.Values] : [];

        public long? LengthOf(string path) => _files.TryGetValue(path, out var content) ? content.Length : null;

        public byte[] ReadAllBytes(string path) => _files.TryGetValue(path, out var content) ? content : throw new FileNotFoundException(path);

        private SortedDictionary<string, ProjectEntry> Folder(string path)
        {
            if (_folders.TryGetValue(path, out var known))
                return known;
            var entries = new SortedDictionary<string, ProjectEntry>(StringComparer.Ordinal);
            _folders.Add(path, entries);
            if (path.Length > 0)
            {
                var slash = path.LastIndexOf('/');
                Folder(slash < 0 ? "" : path[..slash])[path[(slash + 1)..]] = ProjectEntry.Folder(path[(slash + 1)..]);
            }

            return entries;
        }
    }
}
