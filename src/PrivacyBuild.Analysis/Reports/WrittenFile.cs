using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>A file that the build is to write because the developer asked for it. The engine never touches the disk.</summary>
/// <param name="Path">Product path.</param>
/// <param name="Content">The whole content.</param>
/// <param name="Kinds">The kinds that were added, with blank purposes; none when it is no guideline.</param>
public sealed record WrittenFile(string Path, byte[] Content, IReadOnlyList<string> Kinds)
{
    /// <summary>Findings that a baseline accepts.</summary>
    public int Findings { get; init; }
}
