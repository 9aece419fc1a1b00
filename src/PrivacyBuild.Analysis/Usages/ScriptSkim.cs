using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>
/// What a check takes from the text of a script that it does not parse: what it mentions, and which modules it names. As long as that stays the
/// same, nobody asks for more of it, and an edit changes no result.
/// </summary>
public sealed class ScriptSkim
{
    private readonly CandidateFilter _filter;

    private ScriptSkim(CandidateFilter filter) => _filter = filter;

    public static ScriptSkim Create() => new(new CandidateFilter(PrivacyCatalogue.Load()));

    /// <summary>What <see cref="SkimmedScript.Facts"/> would be for this content; null when it could not be left at skimming.</summary>
    public string? FactsOf(byte[] content) =>
        SourceDecoder.Decode(content).Text is { Content: var text } ? FactsOf(_filter.MentionsIn(text.AsSpan()), text.Contains(DisableComments.Marker), ImportScanner.Find(text.AsSpan())) : null;

    /// <summary>What is taken of those scripts that may be left at that.</summary>
    internal static List<SkimmedScript> Of(IEnumerable<ScriptSource> scripts, ConditionalCompilation conditions)
    {
        var skimmed = new List<SkimmedScript>();
        if (conditions.IsOn)
            return skimmed;
        foreach (var script in scripts)
        {
            if (script.File.Kind is not ShippedFileKind.SingleFileComponent && FactsOf(script.Mentions, script.HasDisableComments, script.Specifiers) is { } facts)
                skimmed.Add(new SkimmedScript(script.File.Path, facts));
        }

        return skimmed;
    }

    // A comment that suppresses stands for a line.
    private static string? FactsOf(ScriptMentions mentions, bool hasDisableComments, IReadOnlyList<string> specifiers) =>
        hasDisableComments || (mentions & ScriptMentions.Usage) != 0 ? null : mentions.ToString("D") + "\n" + string.Join("\n", specifiers);
}

/// <summary>A script of which only <paramref name="Facts"/> were taken.</summary>
public sealed record SkimmedScript(string Path, string Facts);
