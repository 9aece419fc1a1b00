using System;
using System.Collections.Generic;
using System.IO;

namespace PrivacyBuild.Analysis.Files;

/// <summary>Listing of folders that may be closed to the build: what cannot be searched has to be said, or the result would look whole.</summary>
internal static class FolderListing
{
    /// <summary>The entries of a folder; one that cannot be listed has none and is among the problems.</summary>
    /// <param name="files">What is searched.</param>
    /// <param name="folder">Product path.</param>
    /// <param name="subject">What messages call the folder.</param>
    /// <param name="problems">Where a problem goes.</param>
    public static IReadOnlyList<ProjectEntry> ListOrReport(this IProjectFiles files, string folder, string subject, ICollection<InputProblem> problems)
    {
        try
        {
            return files.List(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new InputProblem(ProblemKind.FileLeftOut, folder, default, default, subject, exception.Message) { Reason = ProblemReason.AccessFailed });
            return [];
        }
    }
}
