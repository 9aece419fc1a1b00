using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages.Values;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Scopes;
using PrivacyBuild.Syntax.SingleFile;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>Parses scripts, several at once; the result is in the order of the input.</summary>
internal static class ScriptParser
{
    /// <param name="scripts">The modules to fill, with their texts.</param>
    /// <param name="maxParallelism">Threads that may parse at once.</param>
    /// <param name="cancellationToken">Honoured within and between files.</param>
    public static IReadOnlyList<ParsedScript> ParseAll(IReadOnlyList<(Module Module, SourceText Text)> scripts, int maxParallelism, CancellationToken cancellationToken)
    {
        var parsed = new ParsedScript[scripts.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, maxParallelism), CancellationToken = cancellationToken };
        Parallel.For(0, scripts.Count, options, i => parsed[i] = Parse(scripts[i].Module, scripts[i].Text, cancellationToken));
        return parsed;
    }

    private static ParsedScript Parse(Module module, SourceText text, CancellationToken cancellationToken)
    {
        if (module.File.Kind == ShippedFileKind.SingleFileComponent)
            return ParseComponent(module, text, cancellationToken);
        var tree = JavaScriptParser.Parse(text, OptionsOf(module.File), null, cancellationToken);
        module.Parsed(text, [tree], [ScopeTree.Build(tree.Program)]);
        return new ParsedScript(module, LossesOf(tree));
    }

    private static ParsedScript ParseComponent(Module module, SourceText text, CancellationToken cancellationToken)
    {
        var trees = new List<JavaScriptTree>();
        var scopeTrees = new List<ScopeTree>();
        var setup = new List<Binding>();
        foreach (var block in SingleFileScripts.Of(module.File, text))
        {
            var tree = JavaScriptParser.Parse(text, OptionsOf(block), block.Content, cancellationToken);
            var scopes = ScopeTree.Build(tree.Program);
            trees.Add(tree);
            scopeTrees.Add(scopes);
            if (block.IsSetup)
                setup.AddRange(scopes.Root.Bindings.Values);
        }

        module.SetupBindings = setup;
        module.Parsed(text, trees, scopeTrees);
        return new ParsedScript(module, [.. trees.SelectMany(LossesOf)]);
    }

    /// <summary>Errors that cost a part of the tree; the others are for linters.</summary>
    private static SyntaxError[] LossesOf(JavaScriptTree tree) => [.. tree.Errors.Where(error => error.Skipped.Length > 0)];

    public static JavaScriptParseOptions OptionsOf(SingleFileBlock block) => block.ScriptOptions! with { EarlyErrors = false };

    public static JavaScriptParseOptions OptionsOf(ShippedFile file)
    {
        var path = file.Path;
        return new JavaScriptParseOptions
        {
            TypeScript = file.Kind == ShippedFileKind.TypeScript,
            Jsx = path.EndsWith("x", StringComparison.OrdinalIgnoreCase),
            MayBeOther = file.Kind == ShippedFileKind.JavaScript,
            EarlyErrors = false,
        };
    }
}

/// <summary>A parsed script; <paramref name="Errors"/> are those that cost a part of the tree.</summary>
internal sealed record ParsedScript(Module Module, IReadOnlyList<SyntaxError> Errors);
