using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Files;

/// <summary>
/// A fact a reader found wrong with an input. A rule turns it into a diagnostic; readers never do.
/// <paramref name="Subject"/> and <paramref name="Detail"/> carry what the message needs (a path that is missing, a parser's words).
/// Line 0 means the file as a whole.
/// </summary>
public sealed record InputProblem(ProblemKind Kind, string Path, LinePosition Start, LinePosition End, string Subject = "", string Detail = "")
{
    /// <summary>Why, so that a rule can say it in either language.</summary>
    public ProblemReason Reason { get; init; }
}

public enum ProblemKind
{
    /// <summary>A configuration file is absent, not JSON, or of the wrong shape (PRIV0002).</summary>
    ConfigurationUnreadable,

    /// <summary>A page, component or other file that a configuration names does not exist or lies outside the root (PRIV0002).</summary>
    ReferencedFileMissing,

    /// <summary>A source file was read only in part (PRIV0003); subject: number of errors; detail: what was skipped.</summary>
    SourceNotFullyParsed,

    /// <summary>A file was left out: too large, not text, unreadable, a link out of the root, over a limit (PRIV0004).</summary>
    FileLeftOut,

    /// <summary>A build folder, the guideline or the baseline lies in the app root and would be uploaded (PRIV0009).</summary>
    WouldBeUploaded,

    /// <summary>No mini program was found (PRIV0001); path: where the search began; subject: configuration files that were seen and are none of a mini program's.</summary>
    NoMiniProgram,

    /// <summary>A setting, or where files lie, makes no sense (PRIV0007).</summary>
    SettingInvalid,

    /// <summary>The baseline is not JSON, or no object (PRIV0007); it accepts nothing.</summary>
    BaselineUnreadable,

    /// <summary>A privacy policy that the project names cannot be read (PRIV0007); nothing is held against it. Subject: its name.</summary>
    PolicyUnreadable,
}

/// <summary>Why an input is a problem. <see cref="InputProblem.Subject"/> is the file, entry or pattern concerned.</summary>
public enum ProblemReason
{
    None,

    /// <summary>Nothing has that name.</summary>
    NotFound,

    /// <summary>A file exists whose name differs only in case; detail: its path. The platform's devices tell cases apart.</summary>
    OtherCase,

    /// <summary>The path leads out of the app root (<c>..</c>, absolute); nothing is read there.</summary>
    OutsideRoot,

    /// <summary>No access; detail: the system's words.</summary>
    AccessFailed,

    /// <summary>The bytes are no text in any encoding that the tools accept.</summary>
    NotText,

    /// <summary>Larger than the limit; detail: the limit in bytes.</summary>
    TooLarge,

    /// <summary>More files than the limit; detail: the limit. The rest of the root was not searched.</summary>
    TooManyFiles,

    /// <summary>Folders nested deeper than the limit; detail: the limit.</summary>
    TooDeep,

    /// <summary>A link, which is not followed: it can lead anywhere and in circles.</summary>
    Link,

    /// <summary>No bytes, or nothing but white space and comments.</summary>
    Empty,

    /// <summary>Not JSON; detail: the reader's words.</summary>
    NotJson,

    /// <summary>JSON of another type than expected; detail: the type expected.</summary>
    WrongType,

    /// <summary>The package is installed in node_modules and was not built into miniprogram_npm.</summary>
    NpmNotBuilt,

    /// <summary>A folder is not there, and with it all that is named from it; subject: the folder below the root, detail: the first name.</summary>
    FolderNotFound,

    /// <summary>A pattern of packOptions cannot be understood; it matches nothing.</summary>
    PatternInvalid,

    /// <summary>A pattern of packOptions took too long and was given up; it matches nothing.</summary>
    PatternTimedOut,

    /// <summary>The same name stands twice.</summary>
    Duplicate,

    /// <summary>The file lies in both of its usual places; subject: the one not read.</summary>
    TwoPlaces,

    /// <summary>Further problems of the same kind are not listed; detail: how many.</summary>
    FurtherOnes,

    /// <summary>A tenant's ext.json is named without the template whose code it is for.</summary>
    TenantWithoutRoot,

    /// <summary>A comment for the product that means nothing; subject: its first word.</summary>
    CommentInvalid,

    /// <summary>A part of the baseline that cannot be understood; subject: the file, detail: the member.</summary>
    BaselineEntryInvalid,

    /// <summary>No rule has the id; subject: where it stands, detail: the id.</summary>
    RuleUnknown,

    /// <summary>The rule cannot be suppressed or changed; subject: where it stands, detail: its id.</summary>
    RuleFixed,

    /// <summary>No interface has the name; subject: where it stands, detail: the name.</summary>
    InterfaceUnknown,

    /// <summary>No kind of information has the key; subject: where it stands, detail: the key.</summary>
    KindUnknown,

    /// <summary>An entry that must say why does not; subject: where it stands, detail: its id.</summary>
    ReasonMissing,

    /// <summary>No day of the calendar; subject: where it stands, detail: the text.</summary>
    DayInvalid,

    /// <summary>A framework's project whose built output does not exist yet; the sources are searched.</summary>
    NotBuilt,

    /// <summary>A file in a format that is not read.</summary>
    FormatUnknown,
}
