using System;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Tests.Guidelines.Schema;

/// <summary>
/// Makes the JSON schema of the guideline, for editors, from what the rules use: the table of documented members and the catalogue's kinds.
/// </summary>
internal static class GuidelineSchema
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    // Only the platform writes these; a file that has one of them is its answer, which may hold kinds that are not configured.
    private static readonly string[] AnswerMembers = GuidelineShapeFacts.MembersOf(GuidelinePart.Root, GuidelineShape.Answer).Keys
        .Except(GuidelineShapeFacts.MembersOf(GuidelinePart.Root, GuidelineShape.Request).Keys).ToArray();

    public static string Write()
    {
        var catalogue = PrivacyCatalogue.Load();
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "用户隐私保护指引 · privacy guideline of a Weixin mini program",
            ["description"] = "平台 setprivacysetting 接口的请求体，也可为 getprivacysetting 的返回。 · The body of the platform's setprivacysetting call; the answer of getprivacysetting is taken as well.",
        };
        Append(schema, ObjectOf(GuidelinePart.Root));
        schema["if"] = new JsonObject { ["anyOf"] = new JsonArray([.. AnswerMembers.Select(name => Required(name))]) };
        schema["then"] = new JsonObject();
        schema["else"] = RequestDemands();
        schema["definitions"] = new JsonObject { ["kind"] = Kind(catalogue) };
        return schema.ToJsonString(Options) + "\n";
    }

    private static JsonObject ObjectOf(GuidelinePart part)
    {
        var properties = new JsonObject();
        foreach (var member in GuidelineShapeFacts.MembersOf(part, GuidelineShape.Answer).Values)
            properties[member.Name] = ValueOf(member);
        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private static JsonObject ValueOf(GuidelineShapeFacts.Member member)
    {
        var (title, description) = GuidelineSchemaTexts.ByMember[member.Name];
        var value = new JsonObject { ["title"] = $"{title.Zh} · {title.En}", ["description"] = $"{description.Zh} · {description.En}" };
        if (member.Name == "privacy_key")
        {
            // Beside a $ref nothing else counts.
            value["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/definitions/kind" });
            return value;
        }

        var types = member.Type == "any" ? [] : member.Type.Split(" or ");
        if (types.Length == 1)
            value["type"] = types[0];
        else if (types.Length > 1)
            value["type"] = new JsonArray([.. types.Select(type => JsonValue.Create(type))]);
        switch (member)
        {
            case { Name: "privacy_ver" }:
                value["enum"] = new JsonArray(1, 2);
                break;
            case { Name: "store_expire_timestamp" }:
                value["pattern"] = "^([0-9]+天)?$";
                break;
            case { Type: "array", Part: { } item }:
                value["items"] = ObjectOf(item);
                break;
            case { Type: "object", Part: { } part }:
                value["properties"] = ObjectOf(part)["properties"]!.DeepClone();
                break;
        }

        return value;
    }

    /// <summary>The platform's keys with what they mean, and any other text.</summary>
    private static JsonObject Kind(PrivacyCatalogue catalogue)
    {
        var keys = new JsonArray([.. catalogue.Kinds.Select(kind => JsonValue.Create(kind.Key))]);
        var descriptions = new JsonArray([.. catalogue.Kinds.Select(kind => JsonValue.Create(Describe(kind, catalogue)))]);
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "string", ["enum"] = keys, ["enumDescriptions"] = descriptions },
                new JsonObject { ["type"] = "string" }),
        };
    }

    private static string Describe(InformationKind kind, PrivacyCatalogue catalogue)
    {
        var interfaces = catalogue.Interfaces.Where(entry => entry.Kinds.Contains(kind.Key)).Select(entry => entry.Name).ToArray();
        return $"{kind.Sentence} · {kind.LabelEn}" + (interfaces.Length == 0 ? "" : $" · {string.Join(", ", interfaces)}");
    }

    // What the platform demands of a request. A file that is laid over a shared one need not be whole, and is better left without this schema.
    private static JsonObject RequestDemands()
    {
        var contacts = new[] { "contact_phone", "contact_email", "contact_qq", "contact_weixin" }.Select(name => Required(name, ("properties", NotBlank(name))));
        var demands = Names(GuidelinePart.Root);
        demands["required"] = new JsonArray("owner_setting");
        demands["properties"] = new JsonObject
        {
            ["owner_setting"] = Append(Names(GuidelinePart.OwnerSetting), Required("notice_method", ("properties", NotBlank("notice_method")), ("anyOf", new JsonArray([.. contacts])))),
            ["setting_list"] = new JsonObject { ["items"] = Whole(GuidelinePart.SettingListEntry) },
            ["sdk_privacy_info_list"] = new JsonObject { ["items"] = Whole(GuidelinePart.SdkEntry, ("sdk_list", new JsonObject { ["items"] = Whole(GuidelinePart.SdkListEntry) })) },
        };
        demands["if"] = Required("privacy_ver", ("properties", new JsonObject { ["privacy_ver"] = new JsonObject { ["const"] = 1 } }));
        demands["then"] = new JsonObject
        {
            ["not"] = Required("setting_list"),
            ["properties"] = new JsonObject { ["owner_setting"] = new JsonObject { ["not"] = Required("ext_file_media_id") } },
        };
        demands["else"] = Required("setting_list");
        return demands;
    }

    /// <summary>The names that the call knows, and those of notes, which everybody takes for notes.</summary>
    private static JsonObject Names(GuidelinePart part) => new()
    {
        ["propertyNames"] = new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = new JsonArray([.. MembersOf(part)]) },
                new JsonObject { ["pattern"] = "^[$_#/]" }),
        },
    };

    /// <summary>An object with all its members, none of them blank.</summary>
    private static JsonObject Whole(GuidelinePart part, params (string Name, JsonObject Schema)[] others)
    {
        var names = MembersOf(part);
        var properties = new JsonObject();
        foreach (var name in names)
            properties[name] = others.FirstOrDefault(other => other.Name == name).Schema ?? Filled();
        return Append(Names(part), new JsonObject { ["required"] = new JsonArray([.. names]), ["properties"] = properties });
    }

    private static string[] MembersOf(GuidelinePart part) => GuidelineShapeFacts.MembersOf(part, GuidelineShape.Request).Keys.ToArray();

    private static JsonObject Filled() => new() { ["pattern"] = @"\S" };

    private static JsonObject NotBlank(string name) => new() { [name] = Filled() };

    private static JsonObject Required(string name, params (string Keyword, JsonNode Argument)[] others)
    {
        var required = new JsonObject { ["required"] = new JsonArray(name) };
        foreach (var (keyword, argument) in others)
            required[keyword] = argument;
        return required;
    }

    private static JsonObject Append(JsonObject target, JsonObject members)
    {
        foreach (var member in members)
            target[member.Key] = member.Value!.DeepClone();
        return target;
    }
}
