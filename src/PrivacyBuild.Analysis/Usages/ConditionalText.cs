using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>A source text as it is compiled for Weixin: what conditional compilation leaves out is blank, all places stay.</summary>
internal static class ConditionalText
{
    public static SourceText Of(ShippedFile file, SourceText text, ConditionalCompilation conditions) =>
        conditions.Apply(text, () => CommentsOf(file, text).OrderBy(span => span));

    private static IEnumerable<TextSpan> CommentsOf(ShippedFile file, SourceText text)
    {
        switch (file.Kind)
        {
            case ShippedFileKind.Wxml:
                return MarkupParser.Parse(text).Comments;
            case ShippedFileKind.SingleFileComponent:
                var component = SingleFileScripts.Component(file, text);
                return component.Comments
                    .Concat(component.Templates.SelectMany(block => MarkupParser.Parse(text, MarkupDialect.Vue, block.Content).Comments))
                    .Concat(SingleFileScripts.Of(file, text).SelectMany(block => CommentsOf(JavaScriptParser.Parse(text, block.ScriptOptions!, block.Content))))
                    .Distinct();
            default:
                return CommentsOf(JavaScriptParser.Parse(text, ScriptParser.OptionsOf(file)));
        }
    }

    private static IEnumerable<TextSpan> CommentsOf(JavaScriptTree tree) => tree.Comments.Select(comment => comment.Span);
}
