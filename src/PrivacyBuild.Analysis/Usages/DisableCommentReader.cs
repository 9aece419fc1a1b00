using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>
/// Finds the comments that suppress findings, in the project's own code only: whoever ships a package must not decide what its user gets
/// to see.
/// </summary>
internal static class DisableCommentReader
{
    public static void Read(ShippedFile file, SourceText text, ICollection<Suppression> suppressions, ICollection<InputProblem> problems)
    {
        if (file.Owner.Type != OwnerType.Own || text.Content.IndexOf(DisableComments.Marker, StringComparison.Ordinal) < 0)
            return;
        var tags = TagsOf(file, text);
        DisableComments.Read(file.Path, text, SourceComments.Of(file, text).OrderBy(span => span), comment => EndOfTagBehind(comment, text, tags), suppressions, problems);
    }

    // Comments cannot stand inside a tag, so one in front of it is for all of its attributes.
    private static int? EndOfTagBehind(TextSpan comment, SourceText text, IReadOnlyList<TextSpan> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Start >= comment.End)
                return text.Slice(new TextSpan(comment.End, tag.Start)).Trim().Length == 0 ? tag.End - 1 : null;
        }

        return null;
    }

    private static List<TextSpan> TagsOf(ShippedFile file, SourceText text) => file.Kind is ShippedFileKind.Wxml or ShippedFileKind.SingleFileComponent
        ? [.. TemplateSource.Parse(file, text).SelectMany(template => template.Document.DescendantElements()).Select(element => element.StartTagSpan).OrderBy(span => span)]
        : [];
}
