using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Conformance;

/// <summary>
/// Runs the extraction over whole mini programs twice, parsing the chosen files only and parsing everything, and prints what only one
/// of the runs found. The engine may leave out files, never usages.
/// </summary>
internal static class FilterCommand
{
    public static int Run(IReadOnlyList<string> folders, TextWriter output)
    {
        var catalogue = PrivacyCatalogue.Load();
        var (programs, differences) = (0, 0);
        foreach (var folder in folders)
        {
            var files = Read(folder);
            var options = new PrivacyCheckOptions();
            foreach (var root in MiniProgramLocator.Locate(options, files).Roots)
            {
                programs++;
                var app = MiniProgramLoader.Load([root], options, files, CancellationToken.None)[0];
                var chosen = Lines(UsageExtraction.Run(app, catalogue, files, Environment.ProcessorCount, parseEverything: false, CancellationToken.None));
                var everything = Lines(UsageExtraction.Run(app, catalogue, files, Environment.ProcessorCount, parseEverything: true, CancellationToken.None));
                foreach (var line in everything.Except(chosen).Select(line => "lost   " + line).Concat(chosen.Except(everything).Select(line => "gained " + line)))
                {
                    differences++;
                    output.WriteLine($"{folder}: {line}");
                }
            }
        }

        output.WriteLine($"{programs} mini programs, {differences} differences");
        return differences == 0 && programs > 0 ? 0 : 1;
    }

    private static string[] Lines(UsageSet set) =>
    [
        .. set.Usages.Select(usage => Line("usage", usage)),
        .. set.Forwards.Select(usage => Line("forward", usage)),
        .. set.Related.Select(usage => Line("related", usage)),
    ];

    private static string Line(string list, Usage usage) =>
        $"{list} {usage.File.Path}({usage.Start.Line},{usage.Start.Column}): {usage.Name} {usage.How} {string.Join("|", usage.Candidates)}";

    private static InMemoryFiles Read(string folder)
    {
        var files = new InMemoryFiles();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (!name.Split('/').Any(part => part is "node_modules" or ".git"))
                files.Add(name, File.ReadAllBytes(path));
        }

        return files;
    }
}
