using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Benchmarks;

/// <summary>A group of sources that are measured together.</summary>
public sealed record Corpus(string Name, IReadOnlyList<(string Path, SourceText Text, JavaScriptParseOptions Options)> Files)
{
    /// <summary>Names the folder whose files are measured besides the generated ones.</summary>
    public const string FolderVariable = "PRIVACYBUILD_BENCHMARK_FOLDER";

    /// <summary>Size as the files have it on disk, in UTF-8.</summary>
    public long Bytes { get; } = Files.Sum(file => (long)Encoding.UTF8.GetByteCount(file.Text.Content));

    public override string ToString() => Name;

    /// <summary>Generated code, and by kind what <paramref name="folder"/> holds when it is given.</summary>
    public static IEnumerable<Corpus> All(string? folder)
    {
        yield return One("generated", GeneratedSource.Program(2_000_000), JavaScriptParseOptions.JavaScript);
        yield return One("generated-ts", GeneratedSource.TypeScript(2_000_000), JavaScriptParseOptions.TypeScriptOnly);
        if (folder is null)
            yield break;

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).OrderBy(path => path, StringComparer.Ordinal)
            .Select(path => (Path: path, Options: OptionsFor(path)))
            .Where(file => file.Options is not null)
            .Select(file => (file.Path, Text: new SourceText(File.ReadAllText(file.Path)), Options: file.Options!))
            .ToList();
        foreach (var group in files.GroupBy(file => Kind(file.Path, file.Text.Content)).OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return new Corpus(group.Key, group.ToList());
    }

    private static Corpus One(string name, string text, JavaScriptParseOptions options) => new(name, [(name, new SourceText(text), options)]);

    private static JavaScriptParseOptions? OptionsFor(string path) => Path.GetExtension(path) switch
    {
        ".js" or ".cjs" or ".mjs" or ".wxs" => JavaScriptParseOptions.JavaScript,
        ".jsx" => new JavaScriptParseOptions { Jsx = true },
        ".ts" or ".mts" or ".cts" => JavaScriptParseOptions.TypeScriptOnly,
        ".tsx" => new JavaScriptParseOptions { TypeScript = true, Jsx = true },
        _ => null,
    };

    private static string Kind(string path, string text)
    {
        var kind = Path.GetExtension(path).TrimStart('.');
        var lines = 1 + text.Count(c => c == '\n');
        return text.Length / lines > 200 ? kind + "-minified" : kind;
    }
}
