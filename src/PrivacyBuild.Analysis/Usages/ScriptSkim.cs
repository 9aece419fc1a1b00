using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>
/// What a check takes from the text of a script that it does not parse: which modules it names. As long as that stays the same, and the
/// script can still hold no usage, an edit changes no result.
/// </summary>
public sealed class ScriptSkim
{
    private readonly CandidateFilter _filter;

    private ScriptSkim(CandidateFilter filter) => _filter = filter;

    public static ScriptSkim Create() => new(new CandidateFilter(PrivacyCatalogue.Load()));

    /// <summary>What <see cref="SkimmedScript.Facts"/> would be for this content; null when it could not be left at skimming.</summary>
    public string? FactsOf(byte[] content) =>
        SourceDecoder.Decode(content).Text is { } text && !_filter.MayHoldUsage(text.Content) ? FactsOf(text, ImportScanner.Find(text.Content)) : null;

    /// <param name="scripts">All scripts that were read.</param>
    /// <param name="parsed">Those of them that were parsed.</param>
    /// <param name="conditions">What was applied to their texts.</param>
    internal static List<SkimmedScript> Of(IEnumerable<ScriptSource> scripts, IEnumerable<ScriptSource> parsed, ConditionalCompilation conditions)
    {
        var skimmed = new List<SkimmedScript>();
        if (conditions.IsOn)
            return skimmed;
        foreach (var script in scripts.Except(parsed))
        {
            if (!script.MayHoldUsage && script.File.Kind is not ShippedFileKind.SingleFileComponent && FactsOf(script.Text, script.Specifiers) is { } facts)
                skimmed.Add(new SkimmedScript(script.File.Path, facts));
        }

        return skimmed;
    }

    // A comment that suppresses stands for a line.
    private static string? FactsOf(SourceText text, IReadOnlyList<string> specifiers) =>
        text.Content.Contains(DisableComments.Marker) ? null : string.Join("\n", specifiers);
}

/// <summary>A script of which only <paramref name="Facts"/> were taken.</summary>
public sealed record SkimmedScript(string Path, string Facts);
