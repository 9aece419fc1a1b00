using System.Collections.Generic;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Policies;

/// <summary>Reads the privacy policies that a project names: plain text, Markdown or HTML. One that cannot be read is a problem.</summary>
public static class PolicyReader
{
    /// <param name="files">The project.</param>
    /// <param name="paths">Product paths; one that stands twice is read once.</param>
    /// <param name="problems">Where goes what cannot be read.</param>
    public static IReadOnlyList<PolicyText> Read(IProjectFiles files, IReadOnlyList<string> paths, ICollection<InputProblem> problems)
    {
        var policies = new List<PolicyText>();
        var seen = new HashSet<string>();
        foreach (var path in paths)
        {
            if (seen.Add(path) && Read(files, path, problems) is { } policy)
                policies.Add(policy);
        }

        return policies;
    }

    private static PolicyText? Read(IProjectFiles files, string path, ICollection<InputProblem> problems)
    {
        if (FormatOf(path) is not { } format)
            return Failed(ProblemReason.FormatUnknown, "");
        if (ConfigurationFile.ReadBytes(files, path, ReadLimits.PolicyBytes, out var reason, out var detail) is not { } bytes)
            return Failed(reason, detail);
        if (SourceDecoder.Decode(bytes).Text is not { } text)
            return Failed(ProblemReason.NotText, "");
        var sentences = PolicySentences.Of(path, text, format);
        return sentences.Count > 0 ? new PolicyText(path, sentences) : Failed(ProblemReason.Empty, "");

        PolicyText? Failed(ProblemReason why, string what)
        {
            problems.Add(new InputProblem(ProblemKind.PolicyUnreadable, path, default, default, ProjectPath.GetFileName(path), what) { Reason = why });
            return null;
        }
    }

    private static PolicyFormat? FormatOf(string path) => ProjectPath.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" => PolicyFormat.Plain,
        ".md" or ".markdown" => PolicyFormat.Markdown,
        ".html" or ".htm" => PolicyFormat.Html,
        _ => null,
    };
}

internal enum PolicyFormat
{
    Plain,
    Markdown,
    Html,
}
