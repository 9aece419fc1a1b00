using System.Collections.Generic;
using PrivacyBuild.Analysis.MiniPrograms;
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

    public static TemplateSource Parse(ShippedFile file, SourceText text) => new(file, text, MarkupParser.Parse(text));

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
