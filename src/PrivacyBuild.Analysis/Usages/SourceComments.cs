using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>The comments of a source file. They cost a parse, so only files that hold a word to be found in one are asked.</summary>
internal static class SourceComments
{
    /// <summary>In no particular order.</summary>
    public static IEnumerable<TextSpan> Of(ShippedFile file, SourceText text)
    {
        switch (file.Kind)
        {
            case ShippedFileKind.Wxml:
                return MarkupParser.Parse(text).Comments;
            case ShippedFileKind.SingleFileComponent:
                var component = SingleFileScripts.Component(file, text);
                return component.Comments
                    .Concat(component.Templates.SelectMany(block => MarkupParser.Parse(text, MarkupDialect.Vue, block.Content).Comments))
                    .Concat(SingleFileScripts.Of(file, text).SelectMany(block => Of(JavaScriptParser.Parse(text, ScriptParser.OptionsOf(block), block.Content))))
                    .Distinct();
            default:
                return Of(JavaScriptParser.Parse(text, ScriptParser.OptionsOf(file)));
        }
    }

    private static IEnumerable<TextSpan> Of(JavaScriptTree tree) => tree.Comments.Select(comment => comment.Span);
}
