using System;
using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>The files that are written besides the usages file when the project asks for them.</summary>
[Flags]
public enum ReportKinds
{
    None = 0,

    /// <summary>The findings for code-scanning services and editors: SARIF 2.1.0.</summary>
    Sarif = 1,

    /// <summary>The report for people, as one page for a browser.</summary>
    Html = 2,

    /// <summary>Every place, for a spreadsheet.</summary>
    Csv = 4,

    /// <summary>The report for people, for a comment on a change or the summary of a CI job.</summary>
    Markdown = 8,

    /// <summary>The body of the platform's setprivacysetting call, one for each app.</summary>
    Request = 16,

    /// <summary>The guideline as users are expected to read it, one for each app.</summary>
    UserView = 32,
}

/// <summary>The words of <c>PrivacyBuildReports</c>.</summary>
public static class ReportWords
{
    /// <summary>Every word that works, in the order of messages.</summary>
    public static IReadOnlyList<string> All { get; } = ["sarif", "html", "csv", "markdown", "request", "userview"];

    /// <summary>The report of a word, whatever its case; none when the word means nothing.</summary>
    public static ReportKinds Find(string word) => word.Trim().ToLowerInvariant() switch
    {
        "sarif" => ReportKinds.Sarif,
        "html" => ReportKinds.Html,
        "csv" => ReportKinds.Csv,
        "markdown" => ReportKinds.Markdown,
        "request" => ReportKinds.Request,
        "userview" => ReportKinds.UserView,
        _ => ReportKinds.None,
    };
}

/// <summary>A report as it is to be written. The engine never touches the disk.</summary>
/// <param name="Name">File name, without folder.</param>
/// <param name="Content">The whole content, UTF-8 without mark; the same bytes for the same input. Empty: there is to be no such file.</param>
public sealed record ReportFile(string Name, byte[] Content)
{
    /// <summary>Whether the report cannot be made, so that one of an earlier build must not be left to be taken for it.</summary>
    public bool IsWithheld => Content.Length == 0;
}
