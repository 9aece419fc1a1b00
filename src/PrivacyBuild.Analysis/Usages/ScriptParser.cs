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
    public static IReadOnlyList<ParsedScript> ParseAll(IReadOnlyList<ScriptSource> scripts, int maxParallelism, CancellationToken cancellationToken)
    {
        var parsed = new ParsedScript[scripts.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, maxParallelism), CancellationToken = cancellationToken };
        Parallel.For(0, scripts.Count, options, i => parsed[i] = Parse(scripts[i], cancellationToken));
        return parsed;
    }

    private static ParsedScript Parse(ScriptSource script, CancellationToken cancellationToken)
    {
        if (script.File.Kind == ShippedFileKind.SingleFileComponent)
            return ParseComponent(script, cancellationToken);
        var tree = JavaScriptParser.Parse(script.Text, OptionsOf(script.File), null, cancellationToken);
        var scopes = ScopeTree.Build(tree.Program);
        return new ParsedScript(new Module(script.File, script.Text, [tree], [scopes]), LossesOf(tree));
    }

    private static ParsedScript ParseComponent(ScriptSource script, CancellationToken cancellationToken)
    {
        var trees = new List<JavaScriptTree>();
        var scopeTrees = new List<ScopeTree>();
        var setup = new List<Binding>();
        foreach (var block in SingleFileScripts.Of(script.File, script.Text))
        {
            var tree = JavaScriptParser.Parse(script.Text, OptionsOf(block), block.Content, cancellationToken);
            var scopes = ScopeTree.Build(tree.Program);
            trees.Add(tree);
            scopeTrees.Add(scopes);
            if (block.IsSetup)
                setup.AddRange(scopes.Root.Bindings.Values);
        }

        return new ParsedScript(new Module(script.File, script.Text, trees, scopeTrees) { SetupBindings = setup }, [.. trees.SelectMany(LossesOf)]);
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
