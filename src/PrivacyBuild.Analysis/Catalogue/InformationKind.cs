namespace PrivacyBuild.Analysis.Catalogue;

/// <summary>A kind of user information: a privacy key of the guideline.</summary>
public sealed record InformationKind
{
    public required string Key { get; init; }

    /// <summary>The short Chinese label that getprivacysetting returns.</summary>
    public required string Label { get; init; }

    /// <summary>An English wording of the label, for messages; not official.</summary>
    public required string LabelEn { get; init; }

    /// <summary>How the kind reads in the user's guideline: 收集你的位置信息.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>True for the seven kinds that no interface gives: they can only be declared.</summary>
    public bool DeclarableOnly { get; init; }

    /// <summary>When the key was first seen (<c>2021-11</c>, <c>2022-06-13</c>).</summary>
    public string Since { get; init; } = "";
}
