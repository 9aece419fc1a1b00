using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Scenarios;

/// <summary>One case of a document: files in which expected places are marked, expectations without a place, options.</summary>
internal sealed class Scenario
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _bytes = new(StringComparer.Ordinal);
    private readonly List<ExpectedDiagnostic> _expected = [];

    public Scenario(string name, IReadOnlyList<ScenarioBlock> blocks)
    {
        Name = name;
        Blocks = blocks;
        foreach (var block in blocks)
        {
            switch (block.Language)
            {
                case "options":
                    Options = ScenarioOptions.Read(block.Content, Options, out var isBare);
                    IsBare |= isBare;
                    break;
                case "expect":
                    _expected.AddRange(block.Content.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ExpectedDiagnostic.ReadLine));
                    break;
                case "messages" or "closing" or "written" or "report":
                    break;
                case "bytes":
                    _bytes[block.Argument] = Convert.FromHexString(block.Content.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
                    break;
                default:
                    AddFile(block);
                    break;
            }
        }

        if (!IsBare)
            MiniProgramFrame.AddMissingFiles(_files, _bytes.Keys);
    }

    public string Name { get; }

    public IReadOnlyList<ScenarioBlock> Blocks { get; }

    public PrivacyCheckOptions Options { get; } = new() { ToolVersion = "1.2.3" };

    /// <summary>True when the harness shall not complete the mini program.</summary>
    private bool IsBare { get; }

    public IReadOnlyList<ExpectedDiagnostic> Expected => _expected;

    public IReadOnlyDictionary<string, string> Files => _files;

    public CheckReport Run(MessageLanguage? language = null) =>
        PrivacyCheck.Run(language is null ? Options : Options with { Language = language.Value }, InMemory(), CancellationToken.None);

    /// <summary>The files of the case.</summary>
    public InMemoryFiles InMemory()
    {
        var files = new InMemoryFiles();
        foreach (var pair in _files)
            files.Add(pair.Key, pair.Value);
        foreach (var pair in _bytes)
            files.Add(pair.Key, pair.Value);
        return files;
    }

    private void AddFile(ScenarioBlock block)
    {
        if (block.Argument.Length == 0)
            throw new FormatException($"{Name}: a block of the language \"{block.Language}\" has no path");
        var (text, marks) = MarkedText.Read(block.Content);
        _files[block.Argument] = text;
        _expected.RemoveAll(expected => expected.Path == block.Argument); // a later block of the same path replaces a shared one
        var source = new SourceText(text);
        _expected.AddRange(marks.SelectMany(mark => mark.Labels.Select(label =>
            ExpectedDiagnostic.ReadLabel(label, block.Argument, source.GetPosition(mark.Span.Start), source.GetPosition(mark.Span.End)))));
    }
}

/// <summary>A diagnostic that a case demands. Without a severity the rule's own is meant; line 0 is the file as a whole.</summary>
internal sealed record ExpectedDiagnostic(string Id, Severity? Severity, string Path, LinePosition Start, LinePosition End)
{
    /// <summary>Reads the label of a mark: an id, and behind a slash the severity when it is not the rule's own.</summary>
    public static ExpectedDiagnostic ReadLabel(string label, string path, LinePosition start, LinePosition end)
    {
        var parts = label.Split('/');
        return new ExpectedDiagnostic(parts[0], parts.Length > 1 ? Enum.Parse<Severity>(parts[1], ignoreCase: true) : null, path, start, end);
    }

    /// <summary>Reads <c>PRIV0005 app.json</c> or <c>PRIV0001 message</c>: id, severity when it is not the rule's own, path when there is one.</summary>
    public static ExpectedDiagnostic ReadLine(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var id = words[0];
        Severity? severity = null;
        if (words.Count > 1 && Enum.TryParse<Severity>(words[1], ignoreCase: true, out var named))
        {
            severity = named;
            words.RemoveAt(1);
        }

        return new ExpectedDiagnostic(id, severity, words.Count > 1 ? words[1] : "", default, default);
    }

    public override string ToString()
    {
        var severity = Severity ?? RuleList.All.First(rule => rule.Descriptor.Id == Id).Descriptor.Severity;
        return Describe(Id, severity, Path, Start, End);
    }

    public static string Describe(string id, Severity severity, string path, LinePosition start, LinePosition end)
    {
        var place = path.Length == 0 ? "(project)" : start.Line == 0 ? path : $"{path}({start.Line},{start.Column},{end.Line},{end.Column})";
        return $"{place}: {severity.ToString().ToLowerInvariant()} {id}";
    }
}
