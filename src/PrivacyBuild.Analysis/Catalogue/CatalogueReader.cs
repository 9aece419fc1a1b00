using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Catalogue;

/// <summary>
/// Reads a catalogue file: the product's own and additions of users have the same form. The form of an interface follows from
/// its spelling, so that a row needs little more than name, kinds and tables. What cannot be read becomes a problem with its
/// place and is left out; the rest stands.
/// </summary>
public sealed class CatalogueReader
{
    private const int SupportedVersion = 1;

    private readonly SourceText _text;
    private readonly string _path;
    private readonly List<InputProblem> _problems;

    private CatalogueReader(SourceText text, string path, List<InputProblem> problems)
    {
        _text = text;
        _path = path;
        _problems = problems;
    }

    /// <summary>Reads one file; <paramref name="problems"/> receives what is wrong with it.</summary>
    public static CatalogueData Read(SourceText text, string path, List<InputProblem> problems) =>
        new CatalogueReader(text, path, problems).Read();

    private CatalogueData Read()
    {
        var json = JsonReader.Read(_text);
        if (json.Error is { } error)
        {
            Report(error.Span, error.Message);
            return new CatalogueData();
        }

        if (json.Root is not JsonObject root)
        {
            Report(json.Root!.Span, "a catalogue is a JSON object");
            return new CatalogueData();
        }

        if (root["version"] is not JsonNumber { Value: SupportedVersion })
        {
            Report(root["version"]?.Span ?? root.Span, "\"version\" must be 1");
            return new CatalogueData();
        }

        var scopeCalls = Rows(root, "scopeCalls", ReadScopeCall);
        return new CatalogueData
        {
            Date = Text(root, "date"),
            Sources = Rows(root, "sources", row => new CatalogueSource(Required(row, "id"), Text(row, "date"), Text(row, "address"))),
            Kinds = Rows(root, "kinds", ReadKind),
            Interfaces = Rows(root, "interfaces", row => ReadInterface(row, scopeCalls)),
            ScopeCalls = scopeCalls,
            Scopes = Rows(root, "scopes", ReadScope),
            RequiredPrivateInfos = Rows(root, "requiredPrivateInfos", ReadRequiredPrivateInfo),
            MisspelledKeys = ReadMisspelledKeys(root),
            Namespaces = Rows(root, "namespaces", ReadNamespace),
        };
    }

    private Dictionary<string, string> ReadMisspelledKeys(JsonObject root)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Rows(root, "misspelledKeys", row => new[] { Required(row, "written"), Required(row, "meant") }))
            keys[pair[0]] = pair[1];
        return keys;
    }

    private InformationKind ReadKind(JsonObject row) => new()
    {
        Key = Required(row, "key"),
        Label = Required(row, "label"),
        LabelEn = Required(row, "labelEn"),
        Sentence = Text(row, "sentence"),
        DeclarableOnly = Flag(row, "declarableOnly"),
        Since = Text(row, "since"),
    };

    private PrivacyInterface ReadInterface(JsonObject row, IReadOnlyList<ScopeCall> scopeCalls)
    {
        var name = Required(row, "name");
        var (form, host, attribute, member) = InterfaceSpelling.Read(name);
        if (member.Length == 0 && form != InterfaceForm.ComponentAttribute && name.Length > 0)
            Report(row["name"]!.Span, $"\"{name}\" is no spelling of an interface: wx.name, Type.method, scope.name, <tag> or tag[attribute=value]");
        var kinds = Texts(row, "kinds");
        var tables = Tables(row);
        var strength = ReadStrength(row);
        if (strength == RelatedStrength.NotRelated && (kinds.Count == 0 || tables.IsEmpty))
            Report(row.Span, "an interface needs \"kinds\" and \"tables\", or \"related\"");
        if (form == InterfaceForm.ManagerMethod && Text(row, "factory").Length == 0)
            Report(row.Span, "a method of an object needs \"factory\", the platform call that gives the object");
        return new PrivacyInterface
        {
            Name = name,
            Form = form,
            Member = member,
            Host = host,
            Attribute = attribute,
            Factories = FactoriesOf(row, form, tables, scopeCalls),
            Tables = tables,
            Kinds = tables.IsEmpty ? [] : kinds,
            Recalled = Flag(row, "recalled"),
            RequiredPrivateInfo = Text(row, "requiredPrivateInfo"),
            Scope = Text(row, "scope"),
            DescriptionProperty = Text(row, "description"),
            Strength = strength,
            Suggests = Texts(row, "suggests"),
            Since = Text(row, "since"),
            Added = Version(row, "added"),
            PluginSupport = Text(row, "pluginSupport"),
            Source = Text(row, "source"),
            Note = Text(row, "note"),
        };
    }

    private string[] FactoriesOf(JsonObject row, InterfaceForm form, TableSet tables, IReadOnlyList<ScopeCall> scopeCalls) => form switch
    {
        InterfaceForm.ManagerMethod => [Text(row, "factory")],
        InterfaceForm.Scope => scopeCalls.Where(call => call.Tables.Overlaps(tables)).Select(call => call.Member).ToArray(),
        _ => [],
    };

    private RelatedStrength ReadStrength(JsonObject row)
    {
        switch (Text(row, "related"))
        {
            case "":
                return RelatedStrength.NotRelated;
            case "none":
                return RelatedStrength.Silent;
            case "info":
                return RelatedStrength.Possible;
            case "warn":
                return RelatedStrength.Likely;
            default:
                Report(row["related"]!.Span, "\"related\" is \"none\", \"info\" or \"warn\"");
                return RelatedStrength.Silent;
        }
    }

    private ScopeCall ReadScopeCall(JsonObject row) => new()
    {
        Member = Required(row, "member"),
        Property = Required(row, "property"),
        Tables = Tables(row),
    };

    private AuthorizationScope ReadScope(JsonObject row) => new()
    {
        Name = Required(row, "name"),
        Label = Text(row, "label"),
        Kind = Text(row, "kind"),
        Status = Text(row, "status") switch
        {
            "cancelled" => ScopeStatus.Cancelled,
            "recalled" => ScopeStatus.Recalled,
            "outside-list" => ScopeStatus.OutsideList,
            _ => ScopeStatus.Active,
        },
        NeedsPermissionText = Flag(row, "permissionText"),
        Source = Text(row, "source"),
    };

    private RequiredPrivateInfo ReadRequiredPrivateInfo(JsonObject row) => new()
    {
        Name = Required(row, "name"),
        Kind = Text(row, "kind"),
        ExclusiveWith = Texts(row, "exclusiveWith"),
        Permission = Text(row, "permission"),
        BackgroundMode = Text(row, "backgroundMode"),
        Source = Text(row, "source"),
    };

    private PlatformNamespace ReadNamespace(JsonObject row)
    {
        var imports = Texts(row, "imports");
        return new PlatformNamespace
        {
            Name = Required(row, "name"),
            Globals = Texts(row, "globals"),
            Modules = Texts(row, "modules"),
            DefaultImport = imports.Contains("default"),
            NamespaceImport = imports.Contains("namespace"),
            NamedImport = imports.Contains("named"),
            Members = Texts(row, "members"),
            Installers = Texts(row, "installers"),
        };
    }

    private TableSet Tables(JsonObject row)
    {
        var tables = new TableSet();
        foreach (var name in Texts(row, "tables"))
        {
            switch (name)
            {
                case "miniprogram":
                    tables.Add(InterfaceTable.MiniProgram);
                    break;
                case "plugin":
                    tables.Add(InterfaceTable.Plugin);
                    break;
                case "minigame":
                    tables.Add(InterfaceTable.MiniGame);
                    break;
                default:
                    Report(row["tables"]!.Span, $"\"{name}\" is no table: miniprogram, plugin or minigame");
                    break;
            }
        }

        return tables;
    }

    private List<T> Rows<T>(JsonObject root, string name, Func<JsonObject, T> read)
    {
        var rows = new List<T>();
        var value = root[name];
        if (value is null)
            return rows;
        if (value is not JsonArray array)
        {
            Report(value.Span, $"\"{name}\" must be an array");
            return rows;
        }

        foreach (var item in array.Items)
        {
            if (item is not JsonObject row)
            {
                Report(item.Span, $"\"{name}\" holds objects only");
                continue;
            }

            var before = _problems.Count;
            var entry = read(row);
            if (_problems.Count == before)
                rows.Add(entry);
        }

        return rows;
    }

    private string Required(JsonObject row, string name)
    {
        var text = Text(row, name);
        if (text.Length == 0)
            Report(row[name]?.Span ?? row.Span, $"\"{name}\" must be a text");
        return text;
    }

    private string Text(JsonObject row, string name)
    {
        switch (row[name])
        {
            case null:
                return "";
            case JsonString text:
                return text.Value;
            case { } other:
                Report(other.Span, $"\"{name}\" must be a text");
                return "";
        }
    }

    private int Version(JsonObject row, string name)
    {
        switch (row[name])
        {
            case null:
                return 1;
            case JsonNumber { Value: >= 1 and <= 1000 } number when number.Value == (int)number.Value:
                return (int)number.Value;
            case { } other:
                Report(other.Span, $"\"{name}\" must be a major version");
                return 1;
        }
    }

    private bool Flag(JsonObject row, string name)
    {
        switch (row[name])
        {
            case null:
                return false;
            case JsonBoolean flag:
                return flag.Value;
            case { } other:
                Report(other.Span, $"\"{name}\" must be true or false");
                return false;
        }
    }

    private List<string> Texts(JsonObject row, string name)
    {
        var texts = new List<string>();
        switch (row[name])
        {
            case null:
                break;
            case JsonArray array when array.Items.All(item => item is JsonString):
                texts.AddRange(array.Items.Cast<JsonString>().Select(item => item.Value));
                break;
            case { } other:
                Report(other.Span, $"\"{name}\" must be an array of texts");
                break;
        }

        return texts;
    }

    private void Report(TextSpan span, string detail) =>
        _problems.Add(new InputProblem(ProblemKind.SettingInvalid, _path, _text.GetPosition(span.Start), _text.GetPosition(span.End), Detail: detail));
}
