using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Analysis.Usages.Values;

// Expressions in templates: names that no scope binds are members of the template's scope object.
internal sealed partial class ProgramBuilder
{
    private ObjectValue? _templateScope;

    /// <summary>Where the expressions come from when it builds those of a template.</summary>
    public TemplateOrigin? Template { get; init; }

    /// <summary>A value of literal text and <c>{{ }}</c>; constants in it stand at <paramref name="place"/>, the attribute.</summary>
    public Operand TemplateValue(MarkupValue value, ObjectValue scope, Place place)
    {
        if (value.OnlyExpression is { } only)
            return TemplateExpression(value.Text, only, scope);
        Operand? joined = null;
        foreach (var part in value.Parts)
        {
            Operand piece = part.Expression is { } expression
                ? TemplateExpression(value.Text, expression, scope)
                : _solver.Constant(value.Text.Slice(part.Span), place);
            joined = joined is { } left ? Join(left, piece, place) : piece;
        }

        return joined ?? Operand.Unknown;
    }

    /// <summary>The list of a loop: the whole value, or of <c>v-for="item in list"</c> what stands behind the variables.</summary>
    public Operand TemplateList(MarkupValue value, ObjectValue scope)
    {
        var expression = value.OnlyExpression ?? (value.Parts.Count == 2 && !value.Parts[0].IsExpression ? value.Parts[1].Expression : null);
        return expression is { } list ? TemplateExpression(value.Text, list, scope) : Operand.Unknown;
    }

    /// <summary>The inside of <c>data="{{a, b: 1, ...c}}"</c> as an object, with the braces that the platform adds.</summary>
    public Operand TemplateData(SourceText text, TextSpan expression, ObjectValue scope)
    {
        var tree = JavaScriptParser.ParseExpression(text, new TextSpan(expression.Start - 1, expression.End + 1), JavaScriptParseOptions.Template);
        return Evaluate(tree, scope);
    }

    private Operand TemplateExpression(SourceText text, TextSpan expression, ObjectValue scope) =>
        Evaluate(JavaScriptParser.ParseExpression(text, expression, JavaScriptParseOptions.Template), scope);

    private Operand Evaluate(JavaScriptTree tree, ObjectValue scope)
    {
        var outer = _templateScope;
        _templateScope = scope;
        var value = tree.Program.Body is { Count: > 0 } body && body[0] is ExpressionStatement statement ? Evaluate(statement.Expression) : Operand.Unknown;
        WalkWoken();
        _templateScope = outer;
        return value;
    }
}
