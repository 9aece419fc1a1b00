using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Conformance;

/// <summary>A script on disk and the grammar its extension asks for.</summary>
internal static class ScriptFile
{
    private static readonly string[] Extensions = [".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx", ".wxs"];

    /// <summary>The files named, and all scripts in the folders named, in ordinal order.</summary>
    public static IEnumerable<string> Find(IEnumerable<string> paths)
    {
        foreach (var path in paths.SelectMany(path => path == "-" ? Lines(Console.In) : [path]))
        {
            if (!Directory.Exists(path))
            {
                yield return path;
                continue;
            }

            var found = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal);
            foreach (var file in found)
                yield return file;
        }
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    public static JavaScriptTree Parse(string path, SourceType? sourceType)
    {
        var text = new SourceText(File.ReadAllText(path));
        var extension = Path.GetExtension(path).ToUpperInvariant();
        var options = new JavaScriptParseOptions
        {
            SourceType = sourceType ?? (extension is ".MJS" or ".MTS" ? SourceType.Module : null),
            TypeScript = extension is ".TS" or ".MTS" or ".CTS" or ".TSX",
            Jsx = extension is ".TSX" or ".JSX",
            ReservedNames = extension is ".WXS",
        };
        var tree = JavaScriptParser.Parse(text, options);
        if (tree.Errors.Count == 0 || options.TypeScript || options.Jsx)
            return tree;
        var withJsx = JavaScriptParser.Parse(text, options with { Jsx = true });
        return withJsx.Errors.Count < tree.Errors.Count ? withJsx : tree;
    }
}
