using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Configuration that a framework keeps in code or in a block: Taro's app.config.ts and index.config.ts, <c>definePageConfig</c> and the config of a class
/// in a page, the json block of app.mpx and of pages. What is written out is taken over with its places; what would have to be run is left out, and
/// nothing is run.
/// </summary>
internal sealed class ScriptConfiguration
{
    private const int MaxNames = 16;

    private readonly Dictionary<string, Expression> _constants = new(StringComparer.Ordinal);
    private readonly HashSet<string> _computed = new(StringComparer.Ordinal);
    private bool _hasComputedNames;
    private readonly bool _isPage;
    private int _leftOut;
    private int _depth;

    private ScriptConfiguration(bool isPage) => _isPage = isPage;

    /// <summary>A file without values when nothing can be taken over: that is no fault of the file.</summary>
    public static ConfigurationFile Read(IProjectFiles files, string path) => Read(files, path, isPage: false);

    /// <summary>What a page or component says in its own code; its default export is no configuration.</summary>
    public static ConfigurationFile ReadPage(IProjectFiles files, string path) => Read(files, path, isPage: true);

    private static ConfigurationFile Read(IProjectFiles files, string path, bool isPage)
    {
        var bytes = ConfigurationFile.ReadBytes(files, path, ReadLimits.ConfigurationBytes, out _, out _);
        var text = bytes is null ? null : SourceDecoder.Decode(bytes).Text;
        if (isPage && text?.Content.Contains("usingComponents") != true)
            return ConfigurationFile.NotJson(path);
        var reader = new ScriptConfiguration(isPage);
        var json = text is null ? null : reader.ReadJson(text, ProjectPath.GetExtension(path));
        return json is null ? ConfigurationFile.NotJson(path) : ConfigurationFile.OfObject(path, text!, json, reader._hasComputedNames ? null : reader._computed);
    }

    private JsonObject? ReadJson(SourceText text, string extension)
    {
        if (extension is not (".mpx" or ".wpy" or ".vue"))
            return ReadScript(text, new TextSpan(0, text.Length), extension);

        foreach (var (attributes, content) in ScriptBlocks(text.Content))
        {
            // Blanks in front keep the places those of the whole file.
            if (attributes.Contains("application/json"))
                return JsonReader.Read(new SourceText(new string(' ', content.Start) + text.Slice(content))).Root as JsonObject;
            if (ReadScript(text, content, attributes.Contains("ts") ? ".ts" : ".js") is { } json)
                return json;
        }

        return null;
    }

    private static IEnumerable<(string Attributes, TextSpan Content)> ScriptBlocks(string text)
    {
        for (var open = text.IndexOf("<script", StringComparison.Ordinal); open >= 0; open = text.IndexOf("<script", open + 1, StringComparison.Ordinal))
        {
            var start = text.IndexOf('>', open);
            var end = start < 0 ? -1 : text.IndexOf("</script", start, StringComparison.Ordinal);
            if (end < 0)
                yield break;
            yield return (text.Substring(open + 7, start - open - 7), new TextSpan(start + 1, end));
        }
    }

    private JsonObject? ReadScript(SourceText text, TextSpan range, string extension)
    {
        var isTypeScript = extension is ".ts" or ".tsx";
        var tree = JavaScriptParser.Parse(text, new JavaScriptParseOptions { TypeScript = isTypeScript, Jsx = extension is ".tsx" or ".jsx", EarlyErrors = false }, range);
        JsonObject? found = null;
        foreach (var statement in tree.Program.Body)
        {
            switch (statement)
            {
                case VariableDeclaration declaration:
                    AddConstants(declaration);
                    break;
                case ExportNamedDeclaration { Declaration: VariableDeclaration declaration }:
                    AddConstants(declaration);
                    break;
                case ExportDefaultDeclaration export when !_isPage || export.Declaration is not ObjectExpression:
                    found ??= ObjectOf(export.Declaration);
                    break;
                case ClassDeclaration declaration:
                    found ??= ConfigOf(declaration.Body);
                    break;
                case ExpressionStatement { Expression: CallExpression { Callee: Identifier { Name: "definePageConfig" } } call }:
                    found ??= ObjectOf(call);
                    break;
                case ExpressionStatement { Expression: AssignmentExpression { Left: MemberExpression { Property: Identifier { Name: "exports" } } } assignment } when !_isPage:
                    found ??= ObjectOf(assignment.Right);
                    break;
            }
        }

        return found;
    }

    private void AddConstants(VariableDeclaration declaration)
    {
        foreach (var declarator in declaration.Declarations)
        {
            if (declaration.Kind == VariableKind.Const && declarator is { Id: Identifier name, Init: { } value })
                _constants[name.Name] = value;
        }
    }

    private JsonObject? ObjectOf(Node node) => node switch
    {
        ClassDeclaration declaration => ConfigOf(declaration.Body),
        ClassExpression expression => ConfigOf(expression.Body),
        Expression expression => Convert(expression, 0) as JsonObject,
        _ => null,
    };

    private JsonObject? ConfigOf(ClassBody body)
    {
        foreach (var member in body.Body)
        {
            if (member is PropertyDefinition { Key: Identifier { Name: "config" }, Computed: false, Value: { } value })
                return Convert(value, 0) as JsonObject;
        }

        return null;
    }

    // names counts what was looked up by name on the way here: constants can name each other in a circle.
    private JsonValue? Convert(Expression expression, int names) => expression.Unwrap() switch
    {
        ObjectExpression value => ConvertObject(value, names),
        ArrayExpression value => new JsonArray(value.Span, value.Elements.SelectMany(element => Items(element, names)).ToList()),
        StringLiteral value => new JsonString(value.Span, value.Value),
        TemplateLiteral { Expressions.Count: 0, Quasis: { Count: 1 } quasis } value => new JsonString(value.Span, quasis[0].Cooked ?? ""),
        NumericLiteral value => new JsonNumber(value.Span, value.Value),
        BooleanLiteral value => new JsonBoolean(value.Span, value.Value),
        NullLiteral value => new JsonNull(value.Span),
        CallExpression { Callee: Identifier { Name: "defineAppConfig" or "definePageConfig" or "defineConfig" }, Arguments: { Count: > 0 } arguments } => Convert(arguments[0], names),
        Identifier value when names < MaxNames && _constants.TryGetValue(value.Name, out var constant) => Convert(constant, names + 1),
        _ => null,
    };

    private IEnumerable<JsonValue> Items(Expression? element, int names)
    {
        var items = element switch
        {
            null => [],
            SpreadElement spread => (Convert(spread.Argument, names) as JsonArray)?.Items,
            _ => Convert(element, names) is { } value ? [value] : null,
        };
        if (items is null)
            _leftOut++;
        return items ?? [];
    }

    private JsonObject ConvertObject(ObjectExpression expression, int names)
    {
        var members = new List<JsonMember>();
        foreach (var node in expression.Properties)
        {
            if (node is SpreadElement spread && Convert(spread.Argument, names) is JsonObject other)
                members.AddRange(other.Members);
            else if (node is Property { Computed: false } property && NameOf(property.Key) is { } name)
                AddMember(name, property, names, members);
            else
                LeaveOutNames();
        }

        return new JsonObject(expression.Span, members);
    }

    private void AddMember(string name, Property property, int names, List<JsonMember> members)
    {
        var before = _leftOut;
        _depth++;
        if (property.Value is Expression written && Convert(written, names) is { } value)
            members.Add(new JsonMember(name, property.Key.Span, value));
        else
            _leftOut++;
        _depth--;

        // Of what lies deeper the member that holds it is remembered.
        if (_depth == 0 && _leftOut > before)
            _computed.Add(name);
    }

    private void LeaveOutNames()
    {
        _leftOut++;
        _hasComputedNames |= _depth == 0;
    }

    private static string? NameOf(Expression key) => key switch
    {
        Identifier identifier => identifier.Name,
        StringLiteral text => text.Value,
        _ => null,
    };
}
