using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Conformance;

internal static class ParseCommand
{
    public static int Run(IEnumerable<string> paths, SourceType? sourceType, TextWriter output)
    {
        var failed = 0;
        foreach (var path in ScriptFile.Find(paths))
        {
            var watch = Stopwatch.StartNew();
            var tree = ScriptFile.Parse(path, sourceType);
            var milliseconds = watch.Elapsed.TotalMilliseconds;
            object? error = null;
            if (tree.Errors.Count > 0)
            {
                failed++;
                var first = tree.Errors[0];
                var place = tree.Text.GetPosition(first.Span.Start);
                error = new { message = first.Message, line = place.Line, column = place.Column, start = first.Span.Start, count = tree.Errors.Count };
            }

            output.WriteLine(JsonSerializer.Serialize(new { path, ok = tree.Errors.Count == 0, error, milliseconds = System.Math.Round(milliseconds, 2) }));
        }

        return failed == 0 ? 0 : 1;
    }
}
