using System.Collections.Generic;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Guidelines;

/// <summary>One object of <c>setting_list</c> or of an SDK's <c>sdk_list</c>: a kind and what it is used for.</summary>
public sealed class GuidelineEntry
{
    /// <summary>The object.</summary>
    public required GuidelinePlace Place { get; init; }

    public TextSpan Span => Place.Span;

    /// <summary><c>privacy_key</c></summary>
    public required GuidelineValue Key { get; init; }

    /// <summary><c>privacy_text</c></summary>
    public required GuidelineValue Purpose { get; init; }

    /// <summary><c>privacy_label</c>, which only answers have.</summary>
    public required GuidelineValue Label { get; init; }
}

/// <summary>Who answers for the guideline, and how users hear of changes.</summary>
public sealed class OwnerSetting
{
    /// <summary>The member as a whole.</summary>
    public required GuidelineValue Value { get; init; }

    /// <summary>The object; the guideline's root when it is missing.</summary>
    public TextSpan Span => Value.Span;

    public required GuidelineValue ContactPhone { get; init; }

    public required GuidelineValue ContactEmail { get; init; }

    public required GuidelineValue ContactQq { get; init; }

    public required GuidelineValue ContactWeixin { get; init; }

    public required GuidelineValue NoticeMethod { get; init; }

    /// <summary><c>store_expire_timestamp</c>: no time stamp in spite of its name, but <c>30天</c>; empty for the shortest necessary time.</summary>
    public required GuidelineValue Retention { get; init; }

    public required GuidelineValue ExtFileMediaId { get; init; }

    public required GuidelineValue StoreRegion { get; init; }

    public IReadOnlyList<GuidelineValue> Contacts => [ContactPhone, ContactEmail, ContactQq, ContactWeixin];
}

/// <summary>One third-party SDK: name, company and its own kinds.</summary>
public sealed class SdkEntry
{
    /// <summary>The object.</summary>
    public required GuidelinePlace Place { get; init; }

    /// <summary><c>sdk_name</c></summary>
    public required GuidelineValue Name { get; init; }

    /// <summary><c>sdk_biz_name</c></summary>
    public required GuidelineValue Company { get; init; }

    /// <summary><c>sdk_list</c></summary>
    public required GuidelineValue List { get; init; }

    public IReadOnlyList<GuidelineEntry> Entries { get; init; } = [];
}

/// <summary>The members that only <c>getprivacysetting</c> returns.</summary>
public sealed class GuidelineAnswer
{
    /// <summary><c>errcode</c>; anything but 0 means that the rest is empty.</summary>
    public required GuidelineValue ErrorCode { get; init; }

    public required GuidelineValue ErrorMessage { get; init; }

    /// <summary><c>code_exist</c>: 0 when nothing was committed lately, so that <c>privacy_list</c> says nothing.</summary>
    public required GuidelineValue CodeExist { get; init; }

    /// <summary>Unix seconds.</summary>
    public required GuidelineValue UpdateTime { get; init; }

    /// <summary>The keys that the platform found in the code.</summary>
    public IReadOnlyList<JsonString> PrivacyList { get; init; } = [];

    /// <summary>Key to the platform's short label.</summary>
    public IReadOnlyDictionary<string, string> Descriptions { get; init; } = new Dictionary<string, string>();
}

/// <summary>The objects of the document, for facts about their members.</summary>
public enum GuidelinePart
{
    Root,
    OwnerSetting,
    SettingListEntry,
    SdkEntry,
    SdkListEntry,
    PrivacyDescription,
}

/// <summary>
/// A member that no page of the platform documents; <paramref name="Known"/> are the names that its object may have, <paramref name="Owner"/> is
/// that object.
/// </summary>
public sealed record UnknownMember(string Name, TextSpan NameSpan, JsonValue Value, GuidelinePart Part, IReadOnlyList<string> Known, JsonObject Owner);

/// <summary>
/// A value of another type than documented. <paramref name="Member"/> is its path (<c>setting_list[2].privacy_text</c>);
/// <paramref name="Expected"/> and <paramref name="Actual"/> are JSON's words (<c>string</c>, <c>object</c> …).
/// <paramref name="HoldsJson"/>: a string that holds the JSON which should stand there itself.
/// </summary>
public sealed record WrongType(string Member, string Expected, string Actual, TextSpan Span, bool HoldsJson);

/// <summary>A member that an object has twice; <paramref name="NameSpan"/> is the later one, which counts.</summary>
public sealed record DuplicateMember(string Name, TextSpan NameSpan, TextSpan FirstNameSpan);
