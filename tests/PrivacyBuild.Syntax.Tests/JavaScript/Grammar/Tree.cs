using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.JavaScript.Grammar;

/// <summary>
/// Writes a tree in one line, for tables of constructs. <c>(Type detail child …)</c>, the type's name without "Expression" and "Statement"; names and literals
/// as they are; types as written, in <c>‹ ›</c>; a hole as <c>_</c>; an expression statement as its expression. Errors follow as <c>! message @ text</c>.
/// </summary>
internal sealed class Tree : NodeWalker
{
    private readonly StringBuilder _line = new();
    private readonly string _text;

    private Tree(string text) => _text = text;

    public static void Check(string input, string expected, JavaScriptParseOptions options) => Assert.AreEqual(expected, Write(input, options), input);

    public static string Write(string input, JavaScriptParseOptions options)
    {
        var tree = JavaScriptParser.Parse(new SourceText(input), options);
        var writer = new Tree(input);
        writer.Visit(tree.Program.Body);
        foreach (var error in tree.Errors)
        {
            writer._line.Append(" ! ").Append(error.Message).Append(" @ ").Append(input, error.Span.Start, error.Span.Length);
            if (error.Skipped.Length > 0)
                writer._line.Append(" (skipped ").Append(input, error.Skipped.Start, error.Skipped.Length).Append(')');
        }

        return writer._line.ToString().Trim();
    }

    public override void Visit(Node? node)
    {
        switch (node)
        {
            case null:
                return;
            case ExpressionStatement { Directive: null } statement:
                Visit(statement.Expression);
                return;
            case ArrayExpression array:
                WriteElements("Array", array.Elements);
                return;
            case ArrayPattern array:
                WriteElements("ArrayPattern", array.Elements);
                return;
            case IFunction { Params: var parameters } function:
                Space();
                _line.Append('(').Append(Name(node)).Append(function.Async ? " async" : "").Append(function.Generator ? " *" : "");
                Visit(function.Id);
                _line.Append(" [");
                Visit(parameters);
                _line.Append(']');
                Visit(function.Body);
                _line.Append(')');
                return;
        }

        Space();
        if (Leaf(node) is { } leaf)
        {
            _line.Append(leaf);
            return;
        }

        _line.Append('(').Append(Name(node));
        var detail = Detail(node);
        if (detail.Length > 0)
            _line.Append(' ').Append(detail);
        base.Visit(node);
        _line.Append(')');
    }

    private void WriteElements<T>(string name, NodeList<T> elements)
        where T : Node?
    {
        Space();
        _line.Append('(').Append(name);
        foreach (var element in elements)
        {
            if (element is null)
                _line.Append(" _");
            else
                Visit(element);
        }

        _line.Append(')');
    }

    private void Space()
    {
        if (_line.Length > 0 && _line[^1] is not ('[' or ' '))
            _line.Append(' ');
    }

    private static string Name(Node node)
    {
        var name = node.Type.ToString();
        foreach (var ending in new[] { "Expression", "Statement" })
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return name[..^ending.Length];
        }

        return name;
    }

    private string? Leaf(Node node) => node switch
    {
        Identifier { Start: var start, End: var end } when start == end => "?",
        Identifier identifier => identifier.Name,
        PrivateIdentifier identifier => "#" + identifier.Name,
        StringLiteral literal => "'" + Escape(literal.Value) + "'",
        NumericLiteral literal => literal.Value.ToString("R", CultureInfo.InvariantCulture),
        BigIntLiteral literal => literal.Value + "n",
        BooleanLiteral literal => literal.Value ? "true" : "false",
        NullLiteral => "null",
        RegExpLiteral literal => "/" + literal.Pattern + "/" + literal.Flags,
        ThisExpression => "this",
        Super => "super",
        TemplateElement element => "`" + Escape(element.Cooked ?? "invalid " + element.Raw) + "`",
        TSType => "‹" + _text[node.Start..node.End] + "›",
        JSXIdentifier identifier => identifier.Name,
        JSXText text => "\"" + Escape(text.Value) + "\"",
        _ => null,
    };

    private static string Detail(Node node) => node switch
    {
        BinaryExpression binary => binary.Operator,
        LogicalExpression logical => logical.Operator,
        UnaryExpression unary => unary.Operator,
        UpdateExpression update => update.Prefix ? update.Operator + "_" : "_" + update.Operator,
        AssignmentExpression assignment => assignment.Operator,
        MemberExpression member => Words(member.Optional, "?.", member.Computed, "[]"),
        CallExpression call => Words(call.Optional, "?."),
        YieldExpression yield => Words(yield.Delegate, "*"),
        MetaProperty meta => meta.Meta + "." + meta.Property,
        Property property => Words(property.Kind != PropertyKind.Init, property.Kind.ToString(), property.Method, "method", property.Shorthand, "shorthand", property.Computed, "[]"),
        MethodDefinition method => Words(method.Static, "static", method.Kind != MethodKind.Method, method.Kind.ToString(), method.Computed, "[]"),
        PropertyDefinition field => Words(field.Static, "static", field.Accessor, "accessor", field.Declare, "declare", field.Computed, "[]"),
        VariableDeclaration declaration => Words(declaration.Declare, "declare", true, declaration.Kind.ToString()),
        ClassDeclaration { Declare: true } => "declare",
        ForOfStatement loop => Words(loop.Await, "await"),
        ExpressionStatement statement => "directive " + statement.Directive,
        ImportDeclaration { TypeOnly: true } or ImportSpecifier { TypeOnly: true } or ExportNamedDeclaration { TypeOnly: true } or ExportSpecifier { TypeOnly: true } or ExportAllDeclaration { TypeOnly: true } => "type",
        TSEnumDeclaration declaration => Words(declaration.Declare, "declare", declaration.Const, "const"),
        TSModuleDeclaration declaration => Words(declaration.Declare, "declare", declaration.Global, "global"),
        TSImportEqualsDeclaration declaration => Words(declaration.Export, "export", declaration.TypeOnly, "type"),
        TSParameterProperty parameter => Words(parameter.DeclaresField, "field"),
        JSXOpeningElement opening => Words(opening.SelfClosing, "/"),
        _ => "",
    };

    private static string Words(params object[] conditionsAndWords) =>
        string.Join(" ", conditionsAndWords.Chunk(2).Where(pair => (bool)pair[0]).Select(pair => (string)pair[1]));

    private static string Escape(string value) => value.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal);
}
