using System.Collections.Generic;
using PrivacyBuild.Analysis.Usages.Markup;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Analysis.Usages.Values;

// JSX: the values of all attributes and children count as code; elements that may be native components are kept for the markup rules.
internal sealed partial class ProgramBuilder
{
    private void EvaluateElement(JSXElement element)
    {
        var attributes = new List<ElementAttribute>();
        foreach (var attribute in element.OpeningElement.Attributes)
        {
            if (attribute is not JSXAttribute { Name: JSXIdentifier name } named)
            {
                WalkParts(attribute);
                continue;
            }

            var constant = named.Value is StringLiteral;
            var value = named.Value switch
            {
                StringLiteral text => Text(text.Value, text),
                JSXExpressionContainer container => Evaluate(container.Expression),
                Expression expression => Evaluate(expression),
                _ => Operand.Unknown,
            };
            var slot = ToSlot(value);
            if (_facts.Findings.IsAttribute(MarkupNames.ToKebab(name.Name)))
                _solver.Want(slot, Demand.All);
            attributes.Add(new ElementAttribute(name.Name, PlaceOf(named), slot, constant));
        }

        foreach (var child in element.Children)
            Walk(child);
        if (TagOf(element.OpeningElement.Name) is { } tag)
            _facts.Elements.Add(new ElementUse(tag, new Place(_module, element.OpeningElement.Start, element.OpeningElement.Name.End), attributes, IsNative(element.OpeningElement.Name)));
    }

    private static string? TagOf(Expression name) => name switch
    {
        JSXIdentifier e => e.Name,
        JSXMemberExpression e => e.Property.Name,
        _ => null,
    };

    /// <summary>A lower-case tag, or a name imported from a component package such as <c>@tarojs/components</c>.</summary>
    private static bool IsNative(Expression name) => name is not JSXIdentifier identifier || identifier.Name.Length == 0 || !char.IsUpper(identifier.Name[0]) || identifier.Binding is null or { Kind: BindingKind.Import };
}
