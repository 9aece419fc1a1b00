using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages.Values;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Scopes;
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
        var tree = JavaScriptParser.Parse(script.Text, OptionsOf(script.File), null, cancellationToken);
        ScopeTree.Build(tree.Program);
        return new ParsedScript(new Module(script.File, script.Text, [tree]), [.. tree.Errors.Where(error => error.Skipped.Length > 0)]);
    }

    private static JavaScriptParseOptions OptionsOf(ShippedFile file)
    {
        var path = file.Path;
        return new JavaScriptParseOptions
        {
            TypeScript = file.Kind == ShippedFileKind.TypeScript,
            Jsx = path.EndsWith("x", StringComparison.OrdinalIgnoreCase),
        };
    }
}

/// <summary>A parsed script; <paramref name="Errors"/> are those that cost a part of the tree.</summary>
internal sealed record ParsedScript(Module Module, IReadOnlyList<SyntaxError> Errors);
