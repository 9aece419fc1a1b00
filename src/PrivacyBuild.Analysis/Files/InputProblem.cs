using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Files;

/// <summary>
/// A fact a reader found wrong with an input. A rule turns it into a diagnostic; readers never do.
/// <paramref name="Subject"/> and <paramref name="Detail"/> carry what the message needs (a path that is missing, a parser's words).
/// </summary>
public sealed record InputProblem(ProblemKind Kind, string Path, LinePosition Start, LinePosition End, string Subject = "", string Detail = "");

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
}
