using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Suppressions;

public enum SuppressionSource
{
    /// <summary>A <c>PrivacyBuildSuppress</c> item of the project.</summary>
    Item,

    /// <summary>A comment in front of the line.</summary>
    Comment,

    /// <summary>An entry of <c>privacy-baseline.json</c>.</summary>
    Baseline,
}

public enum SuppressionKind
{
    /// <summary>The finding is right and is lived with for now: the platform still sees it, and every build says how many there are.</summary>
    Accepted,

    /// <summary>The finding is wrong: what it is about does not count as used.</summary>
    FalseAlarm,
}

/// <summary>One wish of the project that a finding shall not count, as it is written; whether it makes sense is judged later.</summary>
public sealed record Suppression
{
    public required SuppressionSource Source { get; init; }

    /// <summary>Id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The interface concerned, in the catalogue's spelling; empty: any, and findings that concern none.</summary>
    public string Interface { get; init; } = "";

    /// <summary>Product path. Of an item a glob, or a folder with all below it; empty: any.</summary>
    public string Path { get; init; } = "";

    /// <summary>Name of the package whose code the finding is in, <c>own</c> for the project's; empty: any. Items only.</summary>
    public string Owner { get; init; } = "";

    public SuppressionKind Kind { get; init; } = SuppressionKind.Accepted;

    public string Reason { get; init; } = "";

    /// <summary>Last day on which it holds, <c>yyyy-MM-dd</c>; empty: for good.</summary>
    public string Until { get; init; } = "";

    /// <summary>Places that a baseline entry accepts in its file; other sources know no number.</summary>
    public int Count { get; init; } = int.MaxValue;

    /// <summary>The lines that a comment is about; 0: all.</summary>
    public int FirstLine { get; init; }

    public int LastLine { get; init; }

    /// <summary>Product path of the file in which it is written; empty for an item, whose place only MSBuild knows.</summary>
    public string WrittenIn { get; init; } = "";

    public LinePosition Start { get; init; }

    public LinePosition End { get; init; }
}
