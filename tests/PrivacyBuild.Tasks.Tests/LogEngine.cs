using System;
using System.Collections;
using System.Text;
using Microsoft.Build.Framework;

namespace PrivacyBuild.Tasks.Tests;

/// <summary>The build engine as a task sees it, writing all that is logged into one text, so that a test compares all of it at once.</summary>
internal sealed class LogEngine : IBuildEngine
{
    private readonly StringBuilder _log = new();

    public string Log => _log.ToString();

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 1;

    public int ColumnNumberOfTaskNode => 1;

    public string ProjectFileOfTaskNode => "PrivacyBuild.targets";

    public void LogErrorEvent(BuildErrorEventArgs e) =>
        Append("error", e.Code, e.File, e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message, e.HelpLink);

    public void LogWarningEvent(BuildWarningEventArgs e) =>
        Append("warning", e.Code, e.File, e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message, e.HelpLink);

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        if (e.Importance == MessageImportance.Low)
            _log.Append("low\n");
        else if (e.Code is null)
            _log.Append(e.Importance.ToString().ToLowerInvariant()).Append(": ").Append(e.Message).Append('\n');
        else
            Append(e.Importance.ToString().ToLowerInvariant(), e.Code, e.File, e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message, null);
    }

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException("The task logs no custom events.");

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException("The task builds no projects.");

    private void Append(string kind, string code, string file, int line, int column, int endLine, int endColumn, string? message, string? helpLink)
    {
        _log.Append(kind).Append(' ').Append(code).Append(' ').Append(file);
        if (line > 0)
            _log.Append('(').Append(line).Append(',').Append(column).Append(',').Append(endLine).Append(',').Append(endColumn).Append(')');
        _log.Append(": ").Append(message);
        if (helpLink is not null)
            _log.Append(" <").Append(helpLink).Append('>');
        _log.Append('\n');
    }
}
