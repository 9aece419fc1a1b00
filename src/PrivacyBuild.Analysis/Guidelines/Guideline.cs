using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Guidelines;

/// <summary>Which of the platform's two documents a file is.</summary>
public enum GuidelineShape
{
    /// <summary>The body of a <c>setprivacysetting</c> call.</summary>
    Request,

    /// <summary>The answer of a <c>getprivacysetting</c> call: it has members that only the platform writes.</summary>
    Answer,
}

/// <summary>What the file amounts to, from nothing to something; each state is a message of its own.</summary>
public enum GuidelineState
{
    /// <summary>The file is there and cannot be read: no access, too large, not text. <see cref="Guideline.ReadReason"/> says which.</summary>
    Unreadable,

    /// <summary>No bytes, or nothing but white space and comments.</summary>
    Empty,

    /// <summary>Text from which no JSON value could be made.</summary>
    NotJson,

    /// <summary><c>null</c></summary>
    Null,

    /// <summary>An array, a string, a number or a boolean.</summary>
    NotAnObject,

    /// <summary><c>{}</c>, or <c>$schema</c> alone.</summary>
    EmptyObject,

    /// <summary>An object without <c>setting_list</c>, or with <c>null</c> there.</summary>
    NoList,

    /// <summary><c>setting_list</c> is something else than an array.</summary>
    ListNotAnArray,

    /// <summary><c>setting_list</c> holds no entry.</summary>
    EmptyList,

    /// <summary>There are entries, and every purpose is blank.</summary>
    AllPurposesBlank,

    /// <summary>At least one entry with a purpose.</summary>
    Filled,
}

/// <summary>
/// The privacy guideline of one mini program as its file says it, with the place of everything: facts only. Whether a
/// fact is a fault is for the rules to say.
/// </summary>
public sealed class Guideline
{
    private IReadOnlyList<Guideline>? _parts;

    /// <summary>
    /// What it was read from: the guideline itself, or the app's own and the shared one that it was merged from. Facts about the form of a
    /// file (syntax errors, unknown and duplicate members, wrong types) stand on these only.
    /// </summary>
    public IReadOnlyList<Guideline> Parts
    {
        get => _parts ?? [this];
        init => _parts = value;
    }

    /// <summary>The file; of a merged guideline, the app's own.</summary>
    public required GuidelineFile File { get; init; }

    /// <summary>Product path of the file.</summary>
    public string Path => File.Path;

    public SourceText Text => File.Text;

    public required GuidelineShape Shape { get; init; }

    public required GuidelineState State { get; init; }

    /// <summary>True when no guideline was found and the stored online guideline serves as one.</summary>
    public bool IsOnline { get; init; }

    /// <summary>Why the file could not be read (<see cref="GuidelineState.Unreadable"/>); else none.</summary>
    public ProblemReason ReadReason { get; init; }

    /// <summary>What belongs to <see cref="ReadReason"/>: the system's words, or the limit in bytes.</summary>
    public string ReadError { get; init; } = "";

    /// <summary>The root object; null when there is none.</summary>
    public JsonObject? Json { get; init; }

    /// <summary>What the JSON reader could not read. The rest of the facts stands on what it could.</summary>
    public IReadOnlyList<SyntaxError> SyntaxErrors { get; init; } = [];

    /// <summary>The root value; the start of the file when there is none.</summary>
    public TextSpan Span { get; init; }

    public required GuidelineValue PrivacyVersion { get; init; }

    public required GuidelineValue SettingList { get; init; }

    /// <summary>The objects of <c>setting_list</c> in order, duplicates and incomplete ones included.</summary>
    public IReadOnlyList<GuidelineEntry> Entries { get; init; } = [];

    public required OwnerSetting Owner { get; init; }

    public required GuidelineValue SdkList { get; init; }

    /// <summary>The objects of <c>sdk_privacy_info_list</c> in order.</summary>
    public IReadOnlyList<SdkEntry> Sdks { get; init; } = [];

    /// <summary>The file that <c>ext_file_media_id</c> names, when what stands there is a path; null when it is an id or nothing.</summary>
    public SupplementaryFile? Supplement { get; init; }

    /// <summary>What only the platform's answer says; null in a request.</summary>
    public GuidelineAnswer? Answer { get; init; }

    /// <summary>Members that the platform's pages do not know, in order of place.</summary>
    public IReadOnlyList<UnknownMember> UnknownMembers { get; init; } = [];

    /// <summary>Values of another type than documented (platform: 47001), in order of place.</summary>
    public IReadOnlyList<WrongType> WrongTypes { get; internal set; } = [];

    /// <summary>Members written twice in one object, in order of place; the last one counts.</summary>
    public IReadOnlyList<DuplicateMember> DuplicateMembers { get; init; } = [];

    /// <summary>The same guideline with other values called wrong.</summary>
    internal Guideline WithWrongTypes(IReadOnlyList<WrongType> wrongTypes)
    {
        var copy = (Guideline)MemberwiseClone();
        copy.WrongTypes = wrongTypes;
        return copy;
    }

    /// <summary>The entry that declares a kind: the first one with a purpose, else the first one; null when there is none.</summary>
    public GuidelineEntry? Find(string privacyKey)
    {
        GuidelineEntry? blank = null;
        foreach (var entry in Entries)
        {
            if (!string.Equals(entry.Key.Text, privacyKey, StringComparison.Ordinal))
                continue;
            if (!entry.Purpose.IsBlank)
                return entry;
            blank ??= entry;
        }

        return blank;
    }

    /// <summary>Whether a kind stands in <c>setting_list</c> with a purpose that is not blank.</summary>
    public bool Declares(string privacyKey) => Find(privacyKey) is { Purpose.IsBlank: false };

    /// <summary>Keys that stand in <c>setting_list</c> more than once, each with its entries in order.</summary>
    public IEnumerable<IGrouping<string, GuidelineEntry>> DuplicateKinds() =>
        Entries.Where(entry => !entry.Key.IsBlank).GroupBy(entry => entry.Key.Text!, StringComparer.Ordinal).Where(group => group.Skip(1).Any());

    /// <summary>The root value; the start of the file when there is none.</summary>
    public GuidelinePlace Place => File.At(Span);
}
