using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PrivacyBuild.Analysis.Tests.Scenarios;

namespace PrivacyBuild.Analysis.Tests.Usages;

/// <summary>The documents of <c>Usages/Accuracy</c>; <c>README.md</c> there tells their form.</summary>
internal static class AccuracySuite
{
    public static IReadOnlyList<AccuracyForm> Forms { get; } = ReadAll();

    private static AccuracyForm[] ReadAll() =>
        Directory.GetFiles(Repository.Path("tests/PrivacyBuild.Analysis.Tests/Usages/Accuracy"), "*.md")
            .Where(path => Path.GetFileName(path) != "README.md")
            .OrderBy(path => path, StringComparer.Ordinal)
            .SelectMany(path => Read(Path.GetFileNameWithoutExtension(path), File.ReadAllLines(path)))
            .ToArray();

    private static IEnumerable<AccuracyForm> Read(string family, IReadOnlyList<string> lines)
    {
        var title = lines.FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? family;
        return ScenarioDocument.ReadCases(lines).Select(entry => new AccuracyForm(title, entry.Name, entry.Blocks));
    }
}
