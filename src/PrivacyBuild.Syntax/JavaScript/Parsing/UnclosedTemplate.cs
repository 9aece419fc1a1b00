using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

/// <summary>
/// Finds a template whose closing backtick is missing. It ends at the next one, which was meant to open another; what follows there is that other template's text, and so an error
/// on the same line.
/// </summary>
internal sealed class UnclosedTemplate : NodeWalker
{
    private readonly List<TemplateElement> _ends = [];

    private UnclosedTemplate()
    {
    }

    /// <summary>Where the text of the first such template begins; negative when there is none.</summary>
    public static int Find(JavaScriptTree tree)
    {
        if (tree.Errors.Count == 0)
            return -1;
        var templates = new UnclosedTemplate();
        templates.Visit(tree.Program);
        var content = tree.Text.Content;
        var next = 0;
        foreach (var error in tree.Errors)
        {
            while (next < templates._ends.Count && templates._ends[next].End < error.Span.Start)
                next++;
            if (next > 0 && templates._ends[next - 1] is var template && content.IndexOf('\n', template.End, error.Span.Start - template.End) < 0)
                return template.Start;
        }

        return -1;
    }

    public override void Visit(Node? node)
    {
        if (node is TemplateElement { Tail: true } element && element.Raw.AsSpan().IndexOf('\n') >= 0)
            _ends.Add(element);
        base.Visit(node);
    }
}
