using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PrivacyBuild.Analysis.Tests.Guidelines.Schema;

/// <summary>Holds a value against a JSON schema, as far as our own one goes; a keyword that is not known here is an error of the test.</summary>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    private static readonly string[] Annotations = ["$schema", "title", "description", "definitions", "enumDescriptions", "then", "else"];

    /// <summary>Places that do not fit, as paths; empty when all fits.</summary>
    public IReadOnlyList<string> Check(JsonElement value)
    {
        var faults = new List<string>();
        Check(value, root, "", faults);
        return faults;
    }

    private bool Fits(JsonElement value, JsonElement schema)
    {
        var faults = new List<string>();
        Check(value, schema, "", faults);
        return faults.Count == 0;
    }

    private void Check(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var argument = keyword.Value;
            var fits = keyword.Name switch
            {
                "type" => argument.ValueKind == JsonValueKind.Array ? argument.EnumerateArray().Any(type => IsOfType(value, type.GetString()!)) : IsOfType(value, argument.GetString()!),
                "enum" => argument.EnumerateArray().Any(item => JsonElement.DeepEquals(item, value)),
                "const" => JsonElement.DeepEquals(argument, value),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, argument.GetString()!),
                "required" => value.ValueKind != JsonValueKind.Object || argument.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "propertyNames" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member => Fits(JsonSerializer.SerializeToElement(member.Name), argument)),
                "anyOf" => argument.EnumerateArray().Any(other => Fits(value, other)),
                "not" => !Fits(value, argument),
                "$ref" or "allOf" or "if" or "properties" or "items" => Descend(keyword.Name, value, schema, argument, path, faults),
                _ => Annotations.Contains(keyword.Name) ? true : throw new NotSupportedException(keyword.Name),
            };
            if (!fits)
                faults.Add($"{path}: {keyword.Name}");
        }
    }

    // Faults below are noted where they are.
    private bool Descend(string keyword, JsonElement value, JsonElement schema, JsonElement argument, string path, List<string> faults)
    {
        switch (keyword)
        {
            case "$ref":
                Check(value, root.GetProperty("definitions").GetProperty(argument.GetString()!.Split('/')[^1]), path, faults);
                break;
            case "allOf":
                foreach (var other in argument.EnumerateArray())
                    Check(value, other, path, faults);
                break;
            case "if":
                if (schema.TryGetProperty(Fits(value, argument) ? "then" : "else", out var branch))
                    Check(value, branch, path, faults);
                break;
            case "properties" when value.ValueKind == JsonValueKind.Object:
                foreach (var member in argument.EnumerateObject())
                {
                    if (value.TryGetProperty(member.Name, out var inner))
                        Check(inner, member.Value, $"{path}/{member.Name}", faults);
                }

                break;
            case "items" when value.ValueKind == JsonValueKind.Array:
                foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
                    Check(item, argument, $"{path}/{index}", faults);
                break;
        }

        return true;
    }

    private static bool IsOfType(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        _ => type == "null",
    };
}
