using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Conformance;

internal static class BenchCommand
{
    private const int Rounds = 15;

    public static int Run(IEnumerable<string> paths, TextWriter output)
    {
        foreach (var path in paths)
        {
            var files = ScriptFile.Find([path]).Select(file => (Text: File.ReadAllText(file), Options: OptionsOf(file))).ToList();
            var characters = files.Sum(file => (long)file.Text.Length);
            var best = double.MaxValue;
            var cold = 0.0;
            long allocated = 0;
            for (var round = 0; round < Rounds; round++)
            {
                GC.Collect();
                var before = GC.GetAllocatedBytesForCurrentThread();
                // Processor time, which other programs on the machine do not stretch.
                var start = Environment.CpuUsage.TotalTime;
                foreach (var (text, options) in files)
                    JavaScriptParser.Parse(new SourceText(text), options);
                var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                if (round == 0)
                    cold = seconds;
                best = Math.Min(best, seconds);
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{characters / best / 1e6,7:F1} MB/s warm {characters / cold / 1e6,7:F1} cold {(double)allocated / characters,6:F1} bytes per character {characters / 1e6,7:F2} MB in {files.Count} files  {path}"));
            output.Flush();
        }

        return 0;
    }

    private static JavaScriptParseOptions OptionsOf(string path) => new()
    {
        TypeScript = path.EndsWith(".ts", StringComparison.Ordinal) || path.EndsWith(".tsx", StringComparison.Ordinal),
        Jsx = path.EndsWith("sx", StringComparison.Ordinal),
    };
}
