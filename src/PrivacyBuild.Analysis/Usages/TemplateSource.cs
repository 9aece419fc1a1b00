using System.Collections.Generic;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.SingleFile;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>A template: a WXML file, or the template block of a single-file component.</summary>
internal sealed class TemplateSource(ShippedFile file, SourceText text, MarkupDocument document)
{
    public ShippedFile File { get; } = file;

    public SourceText Text { get; } = text;

    public MarkupDocument Document { get; } = document;

    /// <summary>What its <c>import</c>, <c>include</c> and <c>wxs</c> elements name.</summary>
    public IReadOnlyList<(string Element, string Source)> References { get; } = FindReferences(document);

    public static IEnumerable<TemplateSource> Parse(ShippedFile file, SourceText text)
    {
        if (file.Kind != ShippedFileKind.SingleFileComponent)
        {
            yield return new TemplateSource(file, text, MarkupParser.Parse(text));
            yield break;
        }

        var component = SingleFileScripts.Component(file, text);
        foreach (var block in component.Templates)
        {
            if (block.Language == BlockLanguage.Markup)
                yield return new TemplateSource(file, text, MarkupParser.Parse(text, component.Format.TemplateDialect(), block.Content));
        }
    }

    private static List<(string Element, string Source)> FindReferences(MarkupDocument document)
    {
        var references = new List<(string, string)>();
        foreach (var element in document.DescendantElements())
        {
            if (element.Name is "import" or "include" or "wxs" && element.FindAttribute("src")?.Value is { Length: > 0 } source)
                references.Add((element.Name, source));
        }

        return references;
    }
}
