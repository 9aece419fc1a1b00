using System.Collections.Generic;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Suppressions;

namespace PrivacyBuild.Analysis;

public enum CheckMode
{
    /// <summary>Rules keep their severities.</summary>
    Error,

    /// <summary>Errors become warnings; PRIV0000 stays an error.</summary>
    Warning,

    /// <summary>Only PRIV0000 to PRIV0002 and the closing line.</summary>
    Report,
}

public enum MessageLanguage
{
    English,
    Chinese,
}

/// <summary>What of a framework's project is searched.</summary>
public enum MiniProgramInput
{
    /// <summary>What the framework built when it is there, else the sources.</summary>
    Auto,

    Output,

    Source,
}

/// <summary>A severity that the project wants for a rule, or for what it says of one kind of information; <paramref name="Kind"/> is empty for all.</summary>
public sealed record SeveritySetting(string Rule, string Kind, Severity Severity);

/// <summary>Everything that decides the outcome of a check, besides the files. Paths are product paths.</summary>
public sealed record PrivacyCheckOptions
{
    public CheckMode Mode { get; init; } = CheckMode.Error;

    public MessageLanguage Language { get; init; } = MessageLanguage.English;

    /// <summary>App root; empty: found by itself.</summary>
    public string Root { get; init; } = "";

    /// <summary>The apps to check; empty: <see cref="Root"/>, or what the project folder holds.</summary>
    public IReadOnlyList<AppSetting> Apps { get; init; } = [];

    /// <summary>Built output or sources, of a project in a framework.</summary>
    public MiniProgramInput Input { get; init; } = MiniProgramInput.Auto;

    /// <summary>
    /// Name of the project folder, which a project.config.json above it uses when it points here; empty: such a file is not recognised.
    /// </summary>
    public string ProjectFolderName { get; init; } = "";

    /// <summary>Guideline; empty: <c>privacy-guideline.json</c> in its usual places.</summary>
    public string Guideline { get; init; } = "";

    /// <summary>Stored answer of getprivacysetting; empty: its usual place.</summary>
    public string OnlineGuideline { get; init; } = "";

    /// <summary>Guideline that several apps share, under the app's own; empty: none.</summary>
    public string SharedGuideline { get; init; } = "";

    /// <summary>Privacy policies (<c>.txt</c>, <c>.md</c>, <c>.html</c>) that purposes are held against.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Accepted findings; empty: <c>privacy-baseline.json</c> in its usual places.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>Findings that shall not count, besides those of comments and of the baseline.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <summary>Severities other than the rules' own; the last that fits counts, one for a kind of information before one for the rule.</summary>
    public IReadOnlyList<SeveritySetting> Severities { get; init; } = [];

    /// <summary>Day by which suppressions expire, <c>yyyy-MM-dd</c>; empty: none does.</summary>
    public string Today { get; init; } = "";

    /// <summary>Major version of the product whose rules count; those of later ones are messages. <see cref="int.MaxValue"/>: all count.</summary>
    public int RulesVersion { get; init; } = int.MaxValue;

    /// <summary>Folders that no search enters and that are never read: bin, obj, publish and output folders of the project.</summary>
    public IReadOnlyList<string> BuildFolders { get; init; } = [];

    /// <summary>Files and folders that are not searched although they ship; <c>*</c>, <c>**</c> and <c>?</c> may stand in them.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>
    /// Names that conditional compilation is to take for defined, with their values: <c>true</c> for a bare name, <c>false</c> for one that
    /// is not defined, else what <c>process.env</c> holds by that name.
    /// </summary>
    public IReadOnlyDictionary<string, string> Defines { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// True when the developer asked for the guideline to be written: <see cref="Reports.CheckReport.WrittenFiles"/> then holds it with every
    /// kind in use, and only problems of the inputs are reported; what the rules say of the old file is of no interest.
    /// </summary>
    public bool WriteGuideline { get; init; }

    /// <summary>Reports that are to be made besides the usages file; see <see cref="Analysis.Reports.CheckReport.ReportFiles"/>.</summary>
    public Reports.ReportKinds Reports { get; init; }

    /// <summary>Path of the project folder within its repository, <c>/</c>-separated; empty when it is the repository's own or nobody knows. Reports for code-scanning services start their paths there.</summary>
    public string ProjectPathInRepository { get; init; } = "";

    /// <summary>True when the developer asked for the baseline to be written: with every finding that counts now, and as for the rest like <see cref="WriteGuideline"/>.</summary>
    public bool WriteBaseline { get; init; }

    /// <summary>True when the developer asked for the reports to be written now, whatever the rules find.</summary>
    public bool WriteReport { get; init; }

    /// <summary>Whether something is written that only the developer can ask for; rules then do not fail the build.</summary>
    public bool IsWriting => WriteGuideline || WriteBaseline || WriteReport;

    /// <summary>Ids of NoWarn: suppressed, errors included.</summary>
    public IReadOnlyList<string> NoWarn { get; init; } = [];

    /// <summary>True when the package came by GlobalPackageReference and nothing is configured: no mini program is then no error.</summary>
    public bool MiniProgramOptional { get; init; }

    /// <summary>Version of the tool, for the usages file.</summary>
    public string ToolVersion { get; init; } = "";

    /// <summary>Upper bound of threads that parse at once.</summary>
    public int MaxParallelism { get; init; } = 1;
}
