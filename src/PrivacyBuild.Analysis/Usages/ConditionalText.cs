using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>A source text as it is compiled for Weixin: what conditional compilation leaves out is blank, all places stay.</summary>
internal static class ConditionalText
{
    public static SourceText Of(ShippedFile file, SourceText text, ConditionalCompilation conditions) =>
        conditions.Apply(text, () => SourceComments.Of(file, text).OrderBy(span => span));
}
