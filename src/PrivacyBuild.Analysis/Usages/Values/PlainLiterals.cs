using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// Tells literals that are data and nothing else: no function, name or call in them, so that nothing in them can matter before somebody
/// reads a member. Pages hold whole tables of these.
/// </summary>
internal static class PlainLiterals
{
    // Keeps the look at every level of nested literals linear.
    private const int MostLevels = 8;

    public static bool IsPlain(ObjectExpression literal, FindingSink findings) => literal.Properties.Count > 0 && IsPlain(literal, findings, MostLevels);

    public static bool IsPlain(ArrayExpression literal, FindingSink findings) => literal.Elements.Count > 0 && IsPlain(literal, findings, MostLevels);

    private static bool IsPlain(Expression expression, FindingSink findings, int levels)
    {
        switch (expression)
        {
            case StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral:
                return true;
            case TemplateLiteral template:
                return template.Expressions.Count == 0;
            case UnaryExpression { Operator: "-" or "!" or "void", Argument: NumericLiteral }:
                return true;
            case ObjectExpression literal when levels > 0:
                foreach (var member in literal.Properties)
                {
                    if (member is not Property { Kind: PropertyKind.Init, Computed: false, Value: Expression value } property || !IsPlain(value, findings, levels - 1) || IsLinked(property) || IsOption(property, findings))
                        return false;
                }

                return true;
            case ArrayExpression literal when levels > 0:
                foreach (var element in literal.Elements)
                {
                    if (element != null && !IsPlain(element, findings, levels - 1))
                        return false;
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>A part that says something of the whole: that must be known at once.</summary>
    private static bool IsLinked(Property property) =>
        property.Value is ObjectExpression or ArrayExpression && (property.Key is Identifier or StringLiteral) && OptionParts.IsPart(property.Key is Identifier name ? name.Name : ((StringLiteral)property.Key).Value);

    /// <summary>An attribute's value that is an interface: that matters to whoever is given the object.</summary>
    private static bool IsOption(Property property, FindingSink findings) =>
        property.Value is StringLiteral text && (property.Key as Identifier)?.Name is { } name && findings.AttributeMeantBy(name) is { } attribute && findings.IsInterface(attribute, text.Value);
}
