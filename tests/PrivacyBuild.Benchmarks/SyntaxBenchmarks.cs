using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Benchmarks;

/// <summary>Lexing, parsing, and parsing with scopes, by corpus; two columns turn time into MB/s and allocation into bytes for each byte.</summary>
[MemoryDiagnoser]
[Config(typeof(ThroughputConfiguration))]
public class SyntaxBenchmarks
{
    [ParamsSource(nameof(Corpora))]
    public Corpus Corpus { get; set; } = null!; // set before each benchmark

    public static IEnumerable<Corpus> Corpora => Corpus.All(Environment.GetEnvironmentVariable(Corpus.FolderVariable));

    [Benchmark]
    public int Lex()
    {
        var tokens = 0;
        foreach (var (_, text, options) in Corpus.Files)
            tokens += Lexing.CountTokens(text, options);
        return tokens;
    }

    [Benchmark(Baseline = true)]
    public int Parse()
    {
        var statements = 0;
        foreach (var (_, text, options) in Corpus.Files)
            statements += JavaScriptParser.Parse(text, options).Program.Body.Count;
        return statements;
    }

    [Benchmark]
    public int ParseAndResolve()
    {
        var scopes = 0;
        foreach (var (_, text, options) in Corpus.Files)
            scopes += ScopeTree.Build(JavaScriptParser.Parse(text, options).Program).Scopes.Count;
        return scopes;
    }
}
