using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.SingleFile;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>The parts of a single-file component that reach the mini program as code.</summary>
internal static class SingleFileScripts
{
    public static SingleFileComponent Component(ShippedFile file, SourceText text) =>
        SingleFileComponent.Parse(text, SingleFileFormats.OfExtension(ProjectPath.GetExtension(file.Path)) ?? SingleFileFormat.Vue);

    /// <summary>Scripts of the logic layer; wxs and renderjs run in the view layer, which has no platform object.</summary>
    public static IEnumerable<SingleFileBlock> Of(ShippedFile file, SourceText text) =>
        Component(file, text).Scripts.Where(block => block.ScriptOptions != null && block.Language is not (BlockLanguage.Wxs or BlockLanguage.RenderJs));
}
