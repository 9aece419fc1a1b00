using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using PrivacyBuild.Analysis;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Tasks.Replay;

namespace PrivacyBuild.Tasks;

/// <summary>
/// Checks the mini programs of one project. Copies its properties into <see cref="PrivacyCheckOptions"/>, makes one call and
/// hands the result to the writers. Fails when an error was logged, when the check was cancelled and when it broke: no
/// result is never a pass.
/// </summary>
/// <remarks>
/// Every path is taken relative to the folder of <see cref="ProjectFile"/>. The current directory and the environment are
/// never read and nothing is shared between runs, so that tasks of many projects can run in one process at once.
/// </remarks>
[MSBuildMultiThreadableTask]
public sealed class PrivacyBuildCheck : Task, ICancelableTask, IIncrementalTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Full path of the project. Its folder is what all relative paths are relative to.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Where the usages file goes.</summary>
    [Required]
    public string UsagesFile { get; set; } = "";

    /// <summary>Where the result is kept for the next build, which says it again when nothing changed; empty: every build checks.</summary>
    public string StoredResultFile { get; set; } = "";

    /// <summary>Set by MSBuild for <c>-question</c>: whether all is up to date is asked for, and nothing is to be done.</summary>
    public bool FailIfNotIncremental { get; set; }

    /// <summary>Full path of the page that explains the rules.</summary>
    [Required]
    public string RulesFile { get; set; } = "";

    /// <summary><c>error</c> (also when empty), <c>warning</c> or <c>report</c>. The targets do not start the task for <c>off</c>.</summary>
    public string Mode { get; set; } = "";

    /// <summary><c>zh-CN</c> (<c>zh</c>, <c>zh-Hans</c>) or <c>en</c>; empty: the language that the build speaks.</summary>
    public string Language { get; set; } = "";

    /// <summary>App root; empty: found by itself.</summary>
    public string Root { get; set; } = "";

    /// <summary>The apps to check; none: <see cref="Root"/>, or what the project folder holds. Metadata: Root, Name, Guideline, OnlineGuideline, Baseline, SharedGuideline.</summary>
    public ITaskItem[] Apps { get; set; } = [];

    /// <summary>Files and folders that are not searched although they ship; globs that MSBuild did not expand are understood.</summary>
    public string[] Exclude { get; set; } = [];

    /// <summary>Privacy policies that purposes are held against: <c>.txt</c>, <c>.md</c>, <c>.html</c>.</summary>
    public string[] Policies { get; set; } = [];

    /// <summary>Names for conditional compilation; metadata Value, <c>true</c> when there is none.</summary>
    public ITaskItem[] Defines { get; set; } = [];

    /// <summary><c>auto</c> (also when empty), <c>output</c> or <c>source</c>: what of a framework's project is searched.</summary>
    public string Input { get; set; } = "";

    /// <summary><c>guideline</c>: the kinds in use are written into the guideline; <c>baseline</c>: what is found is accepted; <c>report</c>: the reports are written; or several. Rules then do not fail the build; empty: nothing is written.</summary>
    public string Write { get; set; } = "";

    /// <summary>Reports to write besides the usages file, separated by <c>;</c>: <c>sarif</c>, <c>html</c>, <c>csv</c>, <c>markdown</c>, <c>request</c>, <c>userview</c>; empty: none.</summary>
    public string Reports { get; set; } = "";

    /// <summary>Folder of the reports; empty: beside the usages file.</summary>
    public string ReportFolder { get; set; } = "";

    /// <summary>Guideline; empty: its usual places.</summary>
    public string Guideline { get; set; } = "";

    /// <summary>Stored answer of getprivacysetting; empty: its usual place.</summary>
    public string OnlineGuideline { get; set; } = "";

    /// <summary>Accepted findings; empty: its usual places.</summary>
    public string Baseline { get; set; } = "";

    /// <summary>Findings that shall not count, by id of the rule. Metadata: Interface, Path, Owner, Kind, Reason, Until.</summary>
    public ITaskItem[] Suppressions { get; set; } = [];

    /// <summary>Ids, or ids and kinds of information (<c>PRIV1001/Location</c>); metadata Severity.</summary>
    public ITaskItem[] Severities { get; set; } = [];

    /// <summary>Major version of the product whose rules count, or <c>latest</c>; empty: the product's own.</summary>
    public string Rules { get; set; } = "";

    /// <summary>Day by which suppressions expire, <c>yyyy-MM-dd</c>; empty: none does.</summary>
    public string Today { get; set; } = "";

    /// <summary>Ids that are not to be reported, separated by <c>;</c> or <c>,</c>. Others than ours are ignored.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary>Folders that builds write into; nothing in them is read. One that holds the project itself is ignored.</summary>
    public string[] BuildFolders { get; set; } = [];

    /// <summary>True when the project did not ask for the check itself: no mini program is then no error.</summary>
    public bool MiniProgramOptional { get; set; }

    /// <summary>Number of threads that may parse at once; less than 1 counts as 1.</summary>
    public int MaxParallelism { get; set; } = 1;

    /// <summary>The engine; replaced by tests of this class.</summary>
    internal Func<PrivacyCheckOptions, IProjectFiles, CancellationToken, CheckReport> Check { get; set; } = PrivacyCheck.Run;

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();

    public override bool Execute()
    {
        var language = MessageLanguage.English;
        try
        {
            language = CheckSettings.DefaultLanguage(CultureInfo.CurrentUICulture);
            return Run(ref language);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            new DiagnosticLog(Log, ProjectFile, RulesFile, language).Write(InternalFault.CreateForCancelled());
            return false;
        }
        catch (Exception exception)
        {
            new DiagnosticLog(Log, ProjectFile, RulesFile, language).Write(InternalFault.Create($"{exception.GetType().Name}: {exception.Message}"));
            Log.LogMessage(MessageImportance.Low, "{0}", exception);
            return false;
        }
    }

    private bool Run(ref MessageLanguage language)
    {
        var elapsed = Stopwatch.StartNew();
        var files = new DiskFiles(Path.GetDirectoryName(ProjectFile)!);
        var settings = CheckSettings.Read(Mode, Language, Input, Write, Reports, Rules, ToolVersion(), language);
        language = settings.Language;
        var log = new DiagnosticLog(Log, ProjectFile, RulesFile, language, files);
        var problems = settings.Problems.ToList();
        var suppressions = ProjectItems.Suppressions(Suppressions, problems);
        var severities = ProjectItems.Severities(Severities, problems);
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
                log.Write(problem);
            return false;
        }

        if (LoadedAssemblies.AreReplaced())
        {
            log.Write(InternalFault.CreateForReplacedTool());
            return false;
        }

        var options = new PrivacyCheckOptions
        {
            Mode = settings.Mode,
            Language = language,
            Root = files.ToProductPath(Root),
            Apps = ProjectItems.Apps(Apps, files),
            Exclude = Array.ConvertAll(Exclude, files.ToProductPath),
            Policies = Array.ConvertAll(Policies, files.ToProductPath),
            Defines = ProjectItems.Defines(Defines),
            Input = settings.Input,
            WriteGuideline = settings.Write.Contains("guideline"),
            WriteReport = settings.Write.Contains("report"),
            WriteBaseline = settings.Write.Contains("baseline"),
            Reports = settings.Reports,
            ProjectPathInRepository = settings.Reports.HasFlag(ReportKinds.Sarif) ? files.FindPathInRepository() : "",
            ProjectFolderName = files.ProjectFolderName,
            Guideline = files.ToProductPath(Guideline),
            OnlineGuideline = files.ToProductPath(OnlineGuideline),
            Baseline = files.ToProductPath(Baseline),
            Suppressions = suppressions,
            Severities = severities,
            RulesVersion = settings.RulesVersion,
            Today = Today.Trim(),
            BuildFolders = ProductPathsOfBuildFolders(files),
            NoWarn = NoWarn.Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
            MiniProgramOptional = MiniProgramOptional,
            ToolVersion = ToolVersion(),
            MaxParallelism = Math.Max(1, MaxParallelism),
        };
        if (Outcome(options, files) is not { } outcome)
        {
            log.WriteNotUpToDate();
            return false;
        }

        foreach (var diagnostic in outcome.Diagnostics)
            log.Write(diagnostic);
        var usagesFile = files.ToFullPath(files.ToProductPath(UsagesFile));
        WriteFile("PrivacyBuildUsagesFile", usagesFile, outcome.UsagesFile, log);
        var reportFolder = ReportFolder.Length > 0 ? files.ToFullPath(files.ToProductPath(ReportFolder)) : Path.GetDirectoryName(usagesFile)!;
        foreach (var file in outcome.ReportFiles)
            WriteFile("PrivacyBuildReportFolder", Path.Combine(reportFolder, file.Name), file.Content, log);

        // The closing lines say what was written: not when it was not.
        var isWritten = true;
        foreach (var file in outcome.WrittenFiles)
            isWritten &= WriteFile("", files.ToFullPath(file.Path), file.Content, log);
        foreach (var line in isWritten ? outcome.ClosingLines : [])
            log.WriteClosingLine(line, elapsed.Elapsed);
        if (options.WriteReport && outcome.ReportFiles.Any(file => !file.IsWithheld))
            log.WriteReportsWritten(outcome.ReportFiles.Where(file => !file.IsWithheld).Select(file => file.Name), reportFolder);
        return !outcome.HasErrors && !Log.HasLoggedErrors;
    }

    /// <summary>The stored result when it still stands, else a new one; null when a new one is needed and must not be made.</summary>
    private CheckOutcome? Outcome(PrivacyCheckOptions options, DiskFiles files)
    {
        var stored = StoredResultFile.Length > 0 && !options.IsWriting ? new StoredResult(files.ToFullPath(files.ToProductPath(StoredResultFile)), options) : null;
        var readAhead = new ReadAhead(files);
        if (stored?.Find(readAhead, mayWrite: !FailIfNotIncremental, _cancellation.Token) is { } known)
        {
            Log.LogMessage(MessageImportance.Low, "PrivacyBuild: nothing changed since the last check.");
            return known;
        }

        if (FailIfNotIncremental)
            return null;
        var inputs = new InputRecord(readAhead);
        CheckOutcome outcome;
        using (CollectorPause.Begin())
            outcome = CheckOutcome.Of(Check(options, inputs, _cancellation.Token));
        _cancellation.Token.ThrowIfCancellationRequested();
        stored?.Store(inputs, outcome);
        return outcome;
    }

    private List<string> ProductPathsOfBuildFolders(DiskFiles files)
    {
        var paths = new List<string>();
        foreach (var folder in BuildFolders)
        {
            var path = files.ToProductPath(folder);
            if (!ProjectPath.IsWithin("", path) && !paths.Contains(path))
                paths.Add(path);
        }

        return paths;
    }

    /// <param name="property">The property that names the place; empty when it is a file of the developer's own.</param>
    /// <param name="path">Full path.</param>
    /// <param name="content">All of it; empty when there is to be no such file.</param>
    /// <param name="log">Where a failure is said.</param>
    private static bool WriteFile(string property, string path, byte[] content, DiagnosticLog log)
    {
        try
        {
            // A report that cannot be made: one of an earlier build would be taken for it.
            if (content.Length == 0)
                File.Delete(path);
            else
                AtomicFile.WriteIfChanged(path, content);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No folder, no file.
            if (exception is DirectoryNotFoundException && content.Length == 0)
                return true;
            log.Write(property.Length > 0 ? SettingInvalid.CreateForOutput(property, path, exception.Message) : SettingInvalid.CreateForWriting(path, exception.Message));
            return false;
        }
    }

    private static string ToolVersion()
    {
        var version = typeof(PrivacyBuildCheck).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return version.Split('+')[0];
    }
}
