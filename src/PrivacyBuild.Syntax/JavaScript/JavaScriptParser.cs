using System.Collections.Generic;
using System.Threading;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Parsing;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript;

/// <summary>Reads JavaScript, TypeScript and JSX.</summary>
public static class JavaScriptParser
{
    // Each costs another reading.
    private const int MostUnclosedTemplates = 8;

    // So many times fewer errors make a damaged text one of another language.
    private const int MuchBetter = 4;

    /// <summary>Parses a whole file, or only <paramref name="range"/> of it (a script block of a single-file component); offsets are always those of the whole text.</summary>
    /// <exception cref="System.OperationCanceledException">The caller asked to stop; nothing else is ever thrown.</exception>
    public static JavaScriptTree Parse(SourceText text, JavaScriptParseOptions options, TextSpan? range = null, CancellationToken cancellationToken = default)
    {
        var part = range ?? new TextSpan(0, text.Length);
        var parser = new Parser(text, options, part, byIndentation: false, cancellationToken);
        var tree = parser.ParseProgram(part);
        if (tree.Errors.Count == 0 && !options.TypeScript)
            return options.EarlyErrors ? new JavaScriptTree(text, tree.Program, EarlyErrors.Find(tree.Program), tree.Comments) : tree;
        if (options.MayBeOther && ParseAsOther(text, options, part, tree.Errors.Count, cancellationToken) is { } other)
            return other;

        // A backtick is missing, and behind it templates and code have changed places.
        HashSet<int>? unclosed = null;
        for (var found = UnclosedTemplate.Find(tree); found >= 0 && (unclosed ??= []).Count < MostUnclosedTemplates && unclosed.Add(found); found = UnclosedTemplate.Find(tree))
        {
            var again = new Parser(text, options, part, byIndentation: false, cancellationToken) { UnclosedTemplates = unclosed };
            var better = again.ParseProgram(part);
            if (better.Errors.Count > tree.Errors.Count)
            {
                unclosed.Remove(found);
                break;
            }

            (parser, tree) = (again, better);
        }

        if (!parser.EndsInsideBraces)
            return tree;

        // A brace is missing, and everything behind it has sunk into its block. The indentation often tells which.
        var second = new Parser(text, options, part, byIndentation: true, cancellationToken) { UnclosedTemplates = unclosed }.ParseProgram(part);
        return Skipped(second) <= Skipped(tree) ? second : tree;
    }

    /// <summary>Parses one expression that fills <paramref name="range"/>, as inside <c>{{ }}</c>; the tree holds one <see cref="ExpressionStatement"/>.</summary>
    public static JavaScriptTree ParseExpression(SourceText text, TextSpan range, JavaScriptParseOptions options) =>
        new Parser(text, options, range, byIndentation: false, CancellationToken.None).ParseSingleExpression(range);

    /// <summary>The text in the first of the languages in which it has no error, or hardly one where JavaScript has many; null when there is none.</summary>
    private static JavaScriptTree? ParseAsOther(SourceText text, JavaScriptParseOptions options, TextSpan range, int errors, CancellationToken cancellationToken)
    {
        JavaScriptTree? best = null;
        foreach (var (typeScript, jsx) in new[] { (false, true), (true, false), (true, true) })
        {
            if ((options.TypeScript && !typeScript) || (options.Jsx && !jsx) || (options.TypeScript == typeScript && options.Jsx == jsx))
                continue;
            var other = options with { TypeScript = typeScript, Jsx = jsx, MayBeOther = false };
            var tree = new Parser(text, other, range, byIndentation: false, cancellationToken).ParseProgram(range);
            if (tree.Errors.Count == 0)
                return tree;
            if (tree.Errors.Count * MuchBetter <= errors && (best is null || tree.Errors.Count < best.Errors.Count))
                best = Parse(text, other, range, cancellationToken);
        }

        return best;
    }

    private static long Skipped(JavaScriptTree tree)
    {
        long sum = 0;
        foreach (var error in tree.Errors)
            sum += error.Skipped.Length;
        return sum;
    }
}
