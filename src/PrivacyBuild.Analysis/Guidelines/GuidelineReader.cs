using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Guidelines;

/// <summary>
/// Reads a guideline: the body of a <c>setprivacysetting</c> call, or the answer of a <c>getprivacysetting</c> call (source:
/// OP-SET, OP-GET). Every fact keeps its place; nothing is judged.
/// </summary>
public static class GuidelineReader
{
    // Members that a request never has. One of them makes the file an answer.
    private static readonly string[] AnswerMembers = ["errcode", "errmsg", "code_exist", "privacy_list", "update_time", "privacy_desc"];

    /// <summary>Reads the guideline that a mini program is held against: its own, over the shared one when there is one; null when there is none at all.</summary>
    /// <param name="files">The project.</param>
    /// <param name="location">Where its guideline lies.</param>
    /// <param name="sharedGuidelines">Where the shared one is read, for all apps that share it.</param>
    public static Guideline? Read(IProjectFiles files, GuidelineLocation location, SharedGuidelines sharedGuidelines)
    {
        if (location.ServingPath is not { } path)
            return null;
        if (path == location.SharedPath)
            return sharedGuidelines.Read(path);
        var serving = Read(files, path, location.IsOnline);
        return location is { Path: not null, SharedPath: { } shared } ? GuidelineMerge.Merge(serving, sharedGuidelines.Read(shared)) : serving;
    }

    /// <summary>Reads the file at a product path; one that cannot be read gives a guideline in the state that says so.</summary>
    public static Guideline Read(IProjectFiles files, string path, bool isOnline = false)
    {
        var bytes = ConfigurationFile.ReadBytes(files, path, ReadLimits.ConfigurationBytes, out var reason, out var detail);
        var text = bytes is null ? null : SourceDecoder.Decode(bytes).Text;
        if (text is not null)
            return Read(path, text, isOnline, files);
        reason = bytes is null ? reason : ProblemReason.NotText;
        return Build(new GuidelineFile(path, new SourceText("")), null, GuidelineState.Unreadable, isOnline, [], reason, detail);
    }

    /// <param name="path">Product path, for messages.</param>
    /// <param name="text">What the file holds.</param>
    /// <param name="isOnline">Whether it is the stored online guideline.</param>
    /// <param name="files">Where a supplementary file is looked for; null: nowhere.</param>
    public static Guideline Read(string path, SourceText text, bool isOnline = false, IProjectFiles? files = null)
    {
        var file = new GuidelineFile(path, text);
        var result = JsonReader.Read(text);
        if (result.Root is null)
        {
            var state = ConfigurationFile.IsBlank(text, result) ? GuidelineState.Empty : GuidelineState.NotJson;
            return Build(file, null, state, isOnline, state == GuidelineState.Empty ? [] : [result.Error!], files: files);
        }

        return Build(file, result.Root, StateOf(result.Root), isOnline, [], files: files);
    }

    private static GuidelineState StateOf(JsonValue root)
    {
        if (root is JsonNull)
            return GuidelineState.Null;
        if (root is not JsonObject json)
            return GuidelineState.NotAnObject;
        if (json.Members.All(member => member.Name == "$schema"))
            return GuidelineState.EmptyObject;
        return json["setting_list"] switch
        {
            null or JsonNull => GuidelineState.NoList,
            JsonArray { Items.Count: 0 } => GuidelineState.EmptyList,
            JsonArray list => list.Items.Any(HasPurpose) ? GuidelineState.Filled : GuidelineState.AllPurposesBlank,
            _ => GuidelineState.ListNotAnArray,
        };
    }

    private static bool HasPurpose(JsonValue entry) =>
        entry is JsonObject json && json["privacy_text"] is JsonString purpose && !GuidelineValue.IsBlankText(purpose.Value);

    private static Guideline Build(GuidelineFile file, JsonValue? rootValue, GuidelineState state, bool isOnline, IReadOnlyList<SyntaxError> errors, ProblemReason readReason = ProblemReason.None, string readError = "", IProjectFiles? files = null)
    {
        var root = rootValue as JsonObject;
        var span = rootValue?.Span ?? default;
        var shape = root is not null && AnswerMembers.Any(name => root[name] is not null) ? GuidelineShape.Answer : GuidelineShape.Request;
        var facts = new GuidelineShapeFacts();
        if (root is not null)
            facts.Collect(root, shape);

        var settings = GuidelineValue.Of(file, root, "setting_list", span);
        var sdks = GuidelineValue.Of(file, root, "sdk_privacy_info_list", span);
        var owner = OwnerOf(file, root, span);
        return new Guideline
        {
            File = file,
            Shape = shape,
            State = state,
            IsOnline = isOnline,
            ReadReason = readReason,
            ReadError = readError,
            Json = root,
            SyntaxErrors = errors,
            Span = span,
            PrivacyVersion = GuidelineValue.Of(file, root, "privacy_ver", span),
            SettingList = settings,
            Entries = EntriesOf(settings),
            Owner = owner,
            Supplement = SupplementaryFile.Find(owner.ExtFileMediaId, files),
            SdkList = sdks,
            Sdks = Objects(sdks).Select(sdk => SdkOf(file, sdk)).ToList(),
            Answer = shape == GuidelineShape.Answer ? AnswerOf(file, root!, span) : null,
            UnknownMembers = facts.UnknownMembers,
            WrongTypes = facts.WrongTypes,
            DuplicateMembers = facts.DuplicateMembers,
        };
    }

    private static List<GuidelineEntry> EntriesOf(GuidelineValue list) => Objects(list).Select(entry => new GuidelineEntry
    {
        Place = list.File.At(entry.Span),
        Key = GuidelineValue.Of(list.File, entry, "privacy_key", entry.Span),
        Purpose = GuidelineValue.Of(list.File, entry, "privacy_text", entry.Span),
        Label = GuidelineValue.Of(list.File, entry, "privacy_label", entry.Span),
    }).ToList();

    private static SdkEntry SdkOf(GuidelineFile file, JsonObject sdk)
    {
        var list = GuidelineValue.Of(file, sdk, "sdk_list", sdk.Span);
        return new SdkEntry
        {
            Place = file.At(sdk.Span),
            Name = GuidelineValue.Of(file, sdk, "sdk_name", sdk.Span),
            Company = GuidelineValue.Of(file, sdk, "sdk_biz_name", sdk.Span),
            List = list,
            Entries = EntriesOf(list),
        };
    }

    private static OwnerSetting OwnerOf(GuidelineFile file, JsonObject? root, TextSpan rootSpan)
    {
        var value = GuidelineValue.Of(file, root, "owner_setting", rootSpan);
        var owner = value.Json as JsonObject;
        GuidelineValue Member(string name) => GuidelineValue.Of(file, owner, name, value.Span);
        return new OwnerSetting
        {
            Value = value,
            ContactPhone = Member("contact_phone"),
            ContactEmail = Member("contact_email"),
            ContactQq = Member("contact_qq"),
            ContactWeixin = Member("contact_weixin"),
            NoticeMethod = Member("notice_method"),
            Retention = Member("store_expire_timestamp"),
            ExtFileMediaId = Member("ext_file_media_id"),
            StoreRegion = Member("store_region"),
        };
    }

    private static GuidelineAnswer AnswerOf(GuidelineFile file, JsonObject root, TextSpan span)
    {
        var descriptions = new Dictionary<string, string>(System.StringComparer.Ordinal);
        if ((root["privacy_desc"] as JsonObject)?["privacy_desc_list"] is JsonArray list)
        {
            foreach (var entry in list.Items.OfType<JsonObject>())
            {
                if (entry["privacy_key"] is JsonString key && entry["privacy_desc"] is JsonString description)
                    descriptions[key.Value] = description.Value;
            }
        }

        return new GuidelineAnswer
        {
            ErrorCode = GuidelineValue.Of(file, root, "errcode", span),
            ErrorMessage = GuidelineValue.Of(file, root, "errmsg", span),
            CodeExist = GuidelineValue.Of(file, root, "code_exist", span),
            UpdateTime = GuidelineValue.Of(file, root, "update_time", span),
            PrivacyList = (root["privacy_list"] as JsonArray)?.Items.OfType<JsonString>().ToList() ?? [],
            Descriptions = descriptions,
        };
    }

    private static IEnumerable<JsonObject> Objects(GuidelineValue list) => (list.Json as JsonArray)?.Items.OfType<JsonObject>() ?? [];
}
