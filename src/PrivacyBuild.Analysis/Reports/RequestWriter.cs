using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>
/// Writes the body of a <c>setprivacysetting</c> call from a guideline as it was read (source: OP-SET): the members that the call has
/// and no others, so that comments, <c>$schema</c> and what only the answer of <c>getprivacysetting</c> says stay behind. Nothing is added.
/// </summary>
internal static class RequestWriter
{
    public static byte[] Write(Guideline guideline) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        WriteMember(json, guideline.PrivacyVersion);
        WriteOwner(json, guideline);
        if (!guideline.SettingList.IsMissing)
            WriteEntries(json, "setting_list", guideline.Entries, guideline.Shape);
        if (guideline.Sdks.Count > 0)
            WriteSdks(json, guideline);
        json.WriteEndObject();
    });

    private static void WriteOwner(Utf8JsonWriter json, Guideline guideline)
    {
        var owner = guideline.Owner;
        json.WriteStartObject("owner_setting");
        foreach (var contact in owner.Contacts)
            WriteMember(json, contact);
        WriteMember(json, owner.NoticeMethod);
        WriteMember(json, owner.Retention);

        // The call takes the id that uploadprivacyextfile answers with, never the path of the file.
        if (guideline.Supplement is null)
            WriteMember(json, owner.ExtFileMediaId);
        WriteMember(json, owner.StoreRegion);
        json.WriteEndObject();
    }

    private static void WriteEntries(Utf8JsonWriter json, string name, IReadOnlyList<GuidelineEntry> entries, GuidelineShape shape)
    {
        json.WriteStartArray(name);

        // An answer lists the kinds that are not configured as well, with a blank text.
        foreach (var entry in entries.Where(entry => shape == GuidelineShape.Request || !entry.Purpose.IsBlank))
        {
            json.WriteStartObject();
            WriteMember(json, entry.Key);
            WriteMember(json, entry.Purpose);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSdks(Utf8JsonWriter json, Guideline guideline)
    {
        json.WriteStartArray("sdk_privacy_info_list");
        foreach (var sdk in guideline.Sdks)
        {
            json.WriteStartObject();
            WriteMember(json, sdk.Name);
            WriteMember(json, sdk.Company);
            if (!sdk.List.IsMissing)
                WriteEntries(json, sdk.List.Name, sdk.Entries, guideline.Shape);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMember(Utf8JsonWriter json, GuidelineValue value)
    {
        if (value.Json is not (null or JsonNull))
        {
            json.WritePropertyName(value.Name);
            WriteValue(json, value.Json, value.File.Text);
        }
    }

    // Something of the wrong type is written as it stands: PRIV0006 speaks of it, and nothing is made up in its place.
    private static void WriteValue(Utf8JsonWriter json, JsonValue value, SourceText text)
    {
        switch (value)
        {
            case JsonString words:
                json.WriteStringValue(JsonOutput.WithoutLoneSurrogates(words.Value));
                break;
            case JsonNumber:
                json.WriteRawValue(text.Slice(value.Span));
                break;
            case JsonBoolean boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case JsonArray array:
                json.WriteStartArray();
                foreach (var item in array.Items)
                    WriteValue(json, item, text);
                json.WriteEndArray();
                break;
            case JsonObject inner:
                json.WriteStartObject();
                foreach (var member in inner.Members)
                {
                    json.WritePropertyName(JsonOutput.WithoutLoneSurrogates(member.Name));
                    WriteValue(json, member.Value, text);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
