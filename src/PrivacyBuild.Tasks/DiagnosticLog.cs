using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using PrivacyBuild.Analysis;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Tasks;

/// <summary>
/// Writes diagnostics into the build log in the form that terminals, editors and CI systems make links of: full path, line,
/// column, end, code, help link.
/// </summary>
/// <remarks>
/// A diagnostic of severity message is logged with normal importance: hints add no line to an ordinary <c>dotnet build</c>
/// and are there with <c>-v:n</c>, in a binary log and in Visual Studio's message list. Closing lines are logged with
/// high importance, so that a CI log always tells that the check ran.
/// </remarks>
internal sealed class DiagnosticLog(TaskLoggingHelper log, string projectFile, string rulesFile, MessageLanguage language, DiskFiles? files = null)
{
    private string? _rulesPage;

    public void Write(Diagnostic diagnostic)
    {
        // Without a file of its own a diagnostic is about the project; MSBuild would name the targets file of the package.
        var file = diagnostic.Path.Length == 0 || files is null ? projectFile : LogText.OnOneLine(files.ToFullPath(diagnostic.Path));
        var text = LogText.OnOneLine(diagnostic.Message.In(language));
        var (start, end) = (diagnostic.Start, diagnostic.End);
        switch (diagnostic.Severity)
        {
            case Severity.Error:
                log.LogError(null, diagnostic.Id, null, HelpLink(diagnostic.Id), file, start.Line, start.Column, end.Line, end.Column, text);
                break;
            case Severity.Warning:
                log.LogWarning(null, diagnostic.Id, null, HelpLink(diagnostic.Id), file, start.Line, start.Column, end.Line, end.Column, text);
                break;
            default:
                log.LogMessage(null, diagnostic.Id, null, file, start.Line, start.Column, end.Line, end.Column, MessageImportance.Normal, text);
                break;
        }
    }

    /// <summary>
    /// One line per mini program, with the seconds behind the last figure in its brackets. They are the only part of the output
    /// that differs between two runs, so the engine, which reads no clock, leaves them out.
    /// </summary>
    public void WriteClosingLine(string line, TimeSpan elapsed)
    {
        var number = elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var (bracket, seconds) = language == MessageLanguage.Chinese ? ('）', $"，{number} 秒") : (')', $", {number} s");
        var end = line.LastIndexOf(bracket);
        log.LogMessage(MessageImportance.High, LogText.OnOneLine("PrivacyBuild: " + line.Insert(end < 0 ? line.Length : end, seconds)));
    }

    /// <summary>Where the reports are that were asked for.</summary>
    public void WriteReportsWritten(IEnumerable<string> names, string folder) => log.LogMessage(MessageImportance.High, LogText.OnOneLine(language == MessageLanguage.Chinese
        ? $"PrivacyBuild：已写入 {string.Join("、", names)}，位于 {folder}"
        : $"PrivacyBuild: {string.Join(", ", names)} written to {folder}"));

    /// <summary>The answer to <c>-question</c> when the check would have to run.</summary>
    public void WriteNotUpToDate() => log.LogError(null, null, null, projectFile, 0, 0, 0, 0, language == MessageLanguage.Chinese
        ? "PrivacyBuild：自上次检查以来输入已有变化（或尚未检查），构建不是最新的。"
        : "PrivacyBuild: inputs have changed since the last check, or there was none; the build is not up to date.");

    /// <summary>The text of the rule in the page that lies in the package: it needs no network and is of the version in use.</summary>
    private string HelpLink(string id) => (_rulesPage ??= new Uri(Path.GetFullPath(rulesFile)).AbsoluteUri) + "#" + id.ToLowerInvariant();
}
