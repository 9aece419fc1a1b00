using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PrivacyBuild.Analysis.Tests.Scenarios;

/// <summary>
/// A Markdown document that is a test suite; <c>Scenarios/README.md</c> tells its form. Headings of the second level name the cases,
/// fenced blocks are files and expectations, prose is for people.
/// </summary>
internal sealed class ScenarioDocument
{
    private ScenarioDocument(string path, IReadOnlyList<string> lines, IReadOnlyList<Scenario> cases)
    {
        Path = path;
        Lines = lines;
        Cases = cases;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyList<Scenario> Cases { get; }

    public static IReadOnlyList<ScenarioDocument> ReadAll() =>
        Directory.GetFiles(Repository.Path("tests/PrivacyBuild.Analysis.Tests/Scenarios"), "*.md")
            .Where(path => System.IO.Path.GetFileName(path) != "README.md")
            .OrderBy(path => path, StringComparer.Ordinal)
            .Select(path => Parse(path, File.ReadAllLines(path)))
            .ToArray();

    public static ScenarioDocument Parse(string path, IReadOnlyList<string> lines) =>
        new(path, lines, ReadCases(lines).Select(entry => new Scenario(entry.Name, entry.Blocks)).ToArray());

    /// <summary>The cases of a document: each heading with the fenced blocks below it, after those above the first heading.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<ScenarioBlock> Blocks)> ReadCases(IReadOnlyList<string> lines)
    {
        var shared = new List<ScenarioBlock>();
        var cases = new List<(string Name, List<ScenarioBlock> Blocks)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                cases.Add((lines[i][3..].Trim(), []));
            }
            else if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var end = i + 1;
                while (end < lines.Count && lines[end] != "```")
                    end++;
                var info = lines[i][3..].Split(' ', 2);
                var block = new ScenarioBlock(info[0], info.Length > 1 ? info[1].Trim() : "", i + 1, end, string.Join("\n", lines.Skip(i + 1).Take(end - i - 1)));
                (cases.Count == 0 ? shared : cases[^1].Blocks).Add(block);
                i = end;
            }
        }

        return cases.Select(entry => (entry.Name, (IReadOnlyList<ScenarioBlock>)[.. shared, .. entry.Blocks])).ToArray();
    }

    /// <summary>Replaces the content of blocks by line numbers and writes the document back.</summary>
    public void Rewrite(IEnumerable<(ScenarioBlock Block, string Content)> changes)
    {
        var lines = Lines.ToList();
        foreach (var (block, content) in changes.OrderByDescending(change => change.Block.FirstLine))
        {
            lines.RemoveRange(block.FirstLine, block.EndLine - block.FirstLine);
            lines.InsertRange(block.FirstLine, content.Length == 0 ? [] : content.Split('\n'));
        }

        File.WriteAllText(Path, string.Join("\n", lines) + "\n");
    }
}

/// <summary>A fenced block: <c>```js pages/map/map.js</c> has the language <c>js</c> and the argument <c>pages/map/map.js</c>. Lines count from 0.</summary>
internal sealed record ScenarioBlock(string Language, string Argument, int FirstLine, int EndLine, string Content);
