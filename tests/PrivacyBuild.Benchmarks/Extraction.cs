using System;
using System.Collections.Generic;
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

namespace PrivacyBuild.Benchmarks;

/// <summary>
/// What finding the usages of a whole mini program costs beside parsing the scripts it has to parse, for 1×, 2×, 4× and 8× of the program, and
/// for module graphs that are one cycle or one chain. Steps are the solver's own count and the same on every machine.
/// </summary>
internal static class Extraction
{
    private const int Runs = 5;
    private const string App = """{ "pages": [] }""";

    private static readonly int[] Factors = [1, 2, 4, 8];

    public static void Run(string? folder)
    {
        Console.WriteLine("{0,-24} {1,7} {2,9} {3,9} {4,9} {5,7} {6,11} {7,8}", "program", "files", "KB", "parse ms", "all ms", "ratio", "steps", "usages");
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
        var parse = Best(() => ScriptParser.ParseAll(candidates, 1, CancellationToken.None));
        UsageSet? usages = null;
        var all = Best(() => usages = UsageExtraction.Run(app, catalogue, files, 1, CancellationToken.None));
        Console.WriteLine(
            string.Format(CultureInfo.InvariantCulture, "{0,-24} {1,7} {2,9:N0} {3,9:0.0} {4,9:0.0} {5,7:0.00} {6,11:N0} {7,8}", name, candidates.Count, candidates.Sum(script => (long)script.Text.Content.Length) / 1024, parse, all, all / parse, usages!.Steps, usages.Usages.Count));
    }

    // The best of several runs: what disturbs a run only makes it longer.
    private static double Best(Action work)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Runs; i++)
        {
            var start = ProcessorTime.Now;
            work();
            best = Math.Min(best, (ProcessorTime.Now - start).TotalMilliseconds);
        }

        return best;
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
