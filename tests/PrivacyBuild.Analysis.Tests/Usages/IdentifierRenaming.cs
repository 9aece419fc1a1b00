using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Usages;

/// <summary>
/// Gives the variables, parameters, functions and classes of a form other names, the same meaning throughout. What leaves the file by
/// name (exports, properties) keeps it.
/// </summary>
internal static class IdentifierRenaming
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Forms of scripts alone: templates find names of their script by spelling.</summary>
    public static bool Fits(AccuracyForm form) =>
        !form.IsKnownMiss
        && form.Sources.All(source => IsScript(source.Path) || source.Path.EndsWith(".json", StringComparison.Ordinal))
        && form.Sources.Any(source => IsScript(source.Path) && RenamesOf(source, Parse(source)).Any());

    public static AccuracyForm Apply(AccuracyForm form, Random random) =>
        form.With(form.Sources.Select(source => IsScript(source.Path) ? Apply(source, random) : source));

    private static AccuracySource Apply(AccuracySource source, Random random)
    {
        var program = Parse(source);
        var edits = new List<Edit>();
        var shorthands = new Shorthands();
        shorthands.Visit(program);
        foreach (var binding in RenamesOf(source, program))
        {
            var name = "r" + new string(random.GetItems<char>(Letters, 8));
            edits.AddRange(binding.Declarations.Concat(binding.References).Select(identifier => identifier.Start).Distinct()
                .Select(start => EditAt(new TextSpan(start, start + binding.Name.Length), name, shorthands)));
        }

        edits.Sort((left, right) => left.Span.CompareTo(right.Span));
        var text = new StringBuilder(source.Text);
        for (var i = edits.Count - 1; i >= 0; i--)
            text.Remove(edits[i].Span.Start, edits[i].Span.Length).Insert(edits[i].Span.Start, edits[i].Text);
        var marks = source.Marks.Select(mark => mark with { Span = new TextSpan(Moved(mark.Span.Start, edits), Moved(mark.Span.End, edits)) });
        return new AccuracySource(source.Path, text.ToString(), marks.ToArray());
    }

    // `{ a }` becomes `{ a: b }`, `import { a }` becomes `import { a as b }`, `export { a }` becomes `export { b as a }`.
    private static Edit EditAt(TextSpan span, string name, Shorthands shorthands)
    {
        var behind = new TextSpan(span.End, span.End);
        if (shorthands.Members.Contains(span.Start))
            return new Edit(behind, ": " + name);
        if (shorthands.Imports.Contains(span.Start))
            return new Edit(behind, " as " + name);
        return shorthands.Exports.Contains(span.Start)
            ? new Edit(new TextSpan(span.Start, span.Start), name + " as ")
            : new Edit(span, name);
    }

    private static int Moved(int position, IEnumerable<Edit> edits) =>
        position + edits.Where(edit => edit.Span.Start < position && edit.Span.End <= position).Sum(edit => edit.Text.Length - edit.Span.Length);

    private static IEnumerable<Binding> RenamesOf(AccuracySource source, Program program)
    {
        var exported = new ExportedDeclarations();
        exported.Visit(program);
        return ScopeTree.Build(program).Scopes.SelectMany(scope => scope.Bindings.Values)
            .Where(binding => binding.Kind is not (BindingKind.Type or BindingKind.EnumMember) && binding.JsxReferences.Count == 0)
            // `var wx = wx || {}`: a shadow lives by its name.
            .Where(binding => binding.Name is not ("wx" or "uni" or "arguments"))
            .Where(binding => binding.Declarations.All(declaration => source.Text.AsSpan(declaration.Start).StartsWith(binding.Name, StringComparison.Ordinal)))
            .Where(binding => !binding.Declarations.Any(declaration => exported.Spans.Any(span => span.Contains(declaration.Start))));
    }

    private static Program Parse(AccuracySource source)
    {
        var isTypeScript = source.Path.EndsWith(".ts", StringComparison.Ordinal);
        var program = JavaScriptParser.Parse(new SourceText(source.Text), new JavaScriptParseOptions { TypeScript = isTypeScript, MayBeOther = !isTypeScript }).Program;
        ScopeTree.Build(program);
        return program;
    }

    private static bool IsScript(string path) => path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".ts", StringComparison.Ordinal);

    private sealed record Edit(TextSpan Span, string Text);

    /// <summary>Where one word is both the name that is bound or used and the name that others see.</summary>
    private sealed class Shorthands : NodeWalker
    {
        public HashSet<int> Members { get; } = [];

        public HashSet<int> Imports { get; } = [];

        public HashSet<int> Exports { get; } = [];

        public override void Visit(Node? node)
        {
            switch (node)
            {
                case Property { Shorthand: true } property:
                    Members.Add(property.Key.Start);
                    break;
                case ImportSpecifier import when import.Imported.Start == import.Local.Start:
                    Imports.Add(import.Local.Start);
                    break;
                case ExportSpecifier export when export.Local.Start == export.Exported.Start:
                    Exports.Add(export.Local.Start);
                    break;
            }

            base.Visit(node);
        }
    }

    /// <summary>What a declaration exports, with whatever it contains, and parameters that are properties.</summary>
    private sealed class ExportedDeclarations : NodeWalker
    {
        public List<TextSpan> Spans { get; } = [];

        public override void Visit(Node? node)
        {
            switch (node)
            {
                case ExportNamedDeclaration { Declaration: { } declaration }:
                    Spans.Add(new TextSpan(declaration.Start, declaration.End));
                    break;
                case TSParameterProperty property:
                    Spans.Add(new TextSpan(property.Start, property.End));
                    break;
            }

            base.Visit(node);
        }
    }
}
