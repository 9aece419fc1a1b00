using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Guidelines;

/// <summary>
/// Holds a guideline against the documented shape of its objects: which members each may have, and of which type. One table says
/// it; one walk finds what is unknown, of another type, or there twice.
/// </summary>
internal sealed class GuidelineShapeFacts
{
    private static readonly Dictionary<string, Member> Owner = Members(
        new("contact_phone", "string"), new("contact_email", "string"), new("contact_qq", "string"), new("contact_weixin", "string"),
        new("notice_method", "string"), new("store_expire_timestamp", "string"), new("ext_file_media_id", "string"), new("store_region", "string or number"));

    private static readonly Dictionary<string, Member> Entry = Members(new("privacy_key", "string"), new("privacy_text", "string"));

    private static readonly Dictionary<string, Member> AnswerEntry = Members(new("privacy_key", "string"), new("privacy_text", "string"), new("privacy_label", "string"));

    private static readonly Dictionary<string, Member> Sdk = Members(
        new("sdk_name", "string"), new("sdk_biz_name", "string"), new("sdk_list", "array", GuidelinePart.SdkListEntry));

    private static readonly Dictionary<string, Member> Request = Members(
        new("$schema", "any"),
        new("privacy_ver", "number"),
        new("owner_setting", "object", GuidelinePart.OwnerSetting),
        new("setting_list", "array", GuidelinePart.SettingListEntry),
        new("sdk_privacy_info_list", "array", GuidelinePart.SdkEntry));

    private static readonly Dictionary<string, Member> Answer = Members([.. Request.Values,
        new("errcode", "number"), new("errmsg", "string"), new("code_exist", "number"), new("privacy_list", "array"), new("update_time", "number"),
        new("privacy_desc", "object", GuidelinePart.PrivacyDescription)]);

    // The platform's answer may grow; what it adds below these is its own affair.
    private static readonly Dictionary<string, Member> Description = Members(new Member("privacy_desc_list", "array"));

    private readonly List<UnknownMember> _unknown = [];
    private readonly List<WrongType> _wrong = [];
    private readonly List<DuplicateMember> _duplicates = [];

    public IReadOnlyList<UnknownMember> UnknownMembers => _unknown;

    public IReadOnlyList<WrongType> WrongTypes => _wrong;

    public IReadOnlyList<DuplicateMember> DuplicateMembers => _duplicates;

    public void Collect(JsonObject root, GuidelineShape shape)
    {
        Walk(root, GuidelinePart.Root, shape, "");
        _unknown.Sort((left, right) => left.NameSpan.CompareTo(right.NameSpan));
        _wrong.Sort((left, right) => left.Span.CompareTo(right.Span));
        _duplicates.Sort((left, right) => left.NameSpan.CompareTo(right.NameSpan));
    }

    private void Walk(JsonObject json, GuidelinePart part, GuidelineShape shape, string path)
    {
        var known = MembersOf(part, shape);
        var first = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var member in json.Members)
        {
            if (first.TryGetValue(member.Name, out var earlier))
                _duplicates.Add(new DuplicateMember(member.Name, member.NameSpan, earlier));
            else
                first.Add(member.Name, member.NameSpan);

            if (known.TryGetValue(member.Name, out var expected))
                Check(member.Value, expected, shape, path.Length == 0 ? member.Name : path + "." + member.Name);
            else
                _unknown.Add(new UnknownMember(member.Name, member.NameSpan, member.Value, part, known.Keys.Where(name => name != "$schema").ToList(), json));
        }
    }

    private void Check(JsonValue value, Member expected, GuidelineShape shape, string path)
    {
        var actual = TypeOf(value);
        if (expected.Type != "any" && !expected.Type.Split([" or "], StringSplitOptions.None).Contains(actual))
        {
            _wrong.Add(new WrongType(path, expected.Type, actual, value.Span, HoldsJson(value)));
            return;
        }

        if (expected.Part is not { } part)
            return;
        if (value is JsonObject json)
        {
            Walk(json, part, shape, path);
            return;
        }

        var items = ((JsonArray)value).Items;
        for (var i = 0; i < items.Count; i++)
        {
            var itemPath = path + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
            if (items[i] is JsonObject item)
                Walk(item, part, shape, itemPath);
            else
                _wrong.Add(new WrongType(itemPath, "object", TypeOf(items[i]), items[i].Span, HoldsJson(items[i])));
        }
    }

    /// <summary>The documented members of an object, by name; the published JSON schema is made from them.</summary>
    internal static IReadOnlyDictionary<string, Member> MembersOf(GuidelinePart part, GuidelineShape shape) => part switch
    {
        GuidelinePart.Root => shape == GuidelineShape.Answer ? Answer : Request,
        GuidelinePart.OwnerSetting => Owner,
        GuidelinePart.SdkEntry => Sdk,
        GuidelinePart.PrivacyDescription => Description,
        _ => shape == GuidelineShape.Answer ? AnswerEntry : Entry,
    };

    private static string TypeOf(JsonValue value) => value switch
    {
        JsonObject => "object",
        JsonArray => "array",
        JsonString => "string",
        JsonNumber => "number",
        JsonBoolean => "boolean",
        _ => "null",
    };

    private static bool HoldsJson(JsonValue value)
    {
        if (value is not JsonString text)
            return false;
        var trimmed = text.Value.Trim();
        return trimmed.Length > 0 && trimmed[0] is '{' or '[' && JsonReader.Read(new SourceText(trimmed)).Root is not null;
    }

    private static Dictionary<string, Member> Members(params Member[] members) => members.ToDictionary(member => member.Name, StringComparer.Ordinal);

    /// <summary>A documented member: its type in JSON's words (<c>any</c> where the platform's pages do not agree), and what its objects are.</summary>
    internal sealed record Member(string Name, string Type, GuidelinePart? Part = null);
}
