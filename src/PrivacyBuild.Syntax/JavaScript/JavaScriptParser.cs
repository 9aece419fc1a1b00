using System.Threading;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Parsing;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript;

/// <summary>Reads JavaScript, TypeScript and JSX.</summary>
public static class JavaScriptParser
{
    /// <summary>Parses a whole file, or only <paramref name="range"/> of it (a script block of a single-file component); offsets are always those of the whole text.</summary>
    /// <exception cref="System.OperationCanceledException">The caller asked to stop; nothing else is ever thrown.</exception>
    public static JavaScriptTree Parse(SourceText text, JavaScriptParseOptions options, TextSpan? range = null, CancellationToken cancellationToken = default)
    {
        var part = range ?? new TextSpan(0, text.Length);
        var parser = new Parser(text, options, part, byIndentation: false, cancellationToken);
        var tree = parser.ParseProgram(part);
        if (tree.Errors.Count == 0 && !options.TypeScript)
            return new JavaScriptTree(text, tree.Program, EarlyErrors.Find(tree.Program), tree.Comments);
        if (options.MayBeOther && ParseAsOther(text, options, part, cancellationToken) is { } other)
            return other;
        if (!parser.EndsInsideBraces)
            return tree;

        // A brace is missing, and everything behind it has sunk into its block. The indentation often tells which.
        var second = new Parser(text, options, part, byIndentation: true, cancellationToken).ParseProgram(part);
        return Skipped(second) <= Skipped(tree) ? second : tree;
    }

    /// <summary>Parses one expression that fills <paramref name="range"/>, as inside <c>{{ }}</c>; the tree holds one <see cref="ExpressionStatement"/>.</summary>
    public static JavaScriptTree ParseExpression(SourceText text, TextSpan range, JavaScriptParseOptions options) =>
        new Parser(text, options, range, byIndentation: false, CancellationToken.None).ParseSingleExpression(range);

    /// <summary>The text in the first of the languages in which it has no error; null when there is none.</summary>
    private static JavaScriptTree? ParseAsOther(SourceText text, JavaScriptParseOptions options, TextSpan range, CancellationToken cancellationToken)
    {
        foreach (var (typeScript, jsx) in new[] { (false, true), (true, false), (true, true) })
        {
            if ((options.TypeScript && !typeScript) || (options.Jsx && !jsx) || (options.TypeScript == typeScript && options.Jsx == jsx))
                continue;
            var tree = new Parser(text, options with { TypeScript = typeScript, Jsx = jsx }, range, byIndentation: false, cancellationToken).ParseProgram(range);
            if (tree.Errors.Count == 0)
                return tree;
        }

        return null;
    }

    private static long Skipped(JavaScriptTree tree)
    {
        long sum = 0;
        foreach (var error in tree.Errors)
            sum += error.Skipped.Length;
        return sum;
    }
}
