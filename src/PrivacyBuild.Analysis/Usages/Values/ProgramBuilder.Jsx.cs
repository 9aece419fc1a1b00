using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.Usages.Markup;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Analysis.Usages.Values;

// JSX: the values of all attributes and children count as code; elements that may be native components are kept for the markup rules.
internal sealed partial class ProgramBuilder
{
    // React.memo and forwardRef, observer and inject of MobX, connect of Redux, withRouter: what they give is rendered as what they are given.
    private static readonly HashSet<string> ComponentWrappers = new(StringComparer.Ordinal) { "memo", "forwardRef", "observer", "inject", "connect", "withRouter" };

    private void EvaluateElement(JSXElement element)
    {
        var attributes = new List<ElementAttribute>();
        var component = element.OpeningElement.Name is JSXIdentifier { Binding: { } own } ? _module.SlotOf(own) : null;
        var props = new ObjectValue(PlaceOf(element.OpeningElement));
        foreach (var attribute in element.OpeningElement.Attributes)
        {
            if (attribute is not JSXAttribute { Name: JSXIdentifier name } named)
            {
                if (attribute is JSXSpreadAttribute spread)
                    ObjectAccess.Spread(_solver, Evaluate(spread.Argument), props);
                else
                    WalkParts(attribute);
                continue;
            }

            var constant = named.Value is StringLiteral;
            var value = named.Value switch
            {
                StringLiteral text => Text(text.Value, named),
                JSXExpressionContainer container => Evaluate(container.Expression),
                Expression expression => Evaluate(expression),
                _ => Operand.Unknown,
            };
            var slot = ToSlot(value);
            if (_facts.Findings.IsAttribute(MarkupNames.ToKebab(name.Name)))
                _solver.Want(slot, Demand.All);
            if (component != null && named.Value != null)
                _solver.Flow(value, ObjectAccess.Property(_solver, props, name.Name, PlaceOf(named)));
            attributes.Add(new ElementAttribute(name.Name, PlaceOf(named), slot, constant));
        }

        if (component != null)
            _solver.Listen(component, new RenderedWith(new Argument(props, PlaceOf(element.OpeningElement), false)));
        foreach (var child in element.Children)
            Walk(child);
        if (TagOf(element.OpeningElement.Name) is { } tag)
            _facts.Elements.Add(new ElementUse(tag, new Place(_module, element.OpeningElement.Start, element.OpeningElement.Name.End), attributes, IsNative(element.OpeningElement.Name)));
    }

    /// <summary><c>memo(component)</c>, <c>connect(props)(component)</c>.</summary>
    private static bool WrapsComponent(Node node)
    {
        var callee = (node as CallExpression)?.Callee.Unwrap();
        if (callee is CallExpression curried)
            callee = curried.Callee.Unwrap();
        return callee switch
        {
            Identifier name => ComponentWrappers.Contains(name.Name),
            MemberExpression { Computed: false, Property: Identifier name } => ComponentWrappers.Contains(name.Name),
            _ => false,
        };
    }

    /// <summary>React calls a component with its attributes; one that is a class has them as <c>this.props</c>.</summary>
    private sealed class RenderedWith(Argument props) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not FunctionValue component)
                return;
            Call.BindArguments(solver, component, [props]);
            if (component.Instance is { } instance)
                solver.Flow(props.Value, ObjectAccess.Property(solver, instance, "props", null));
        }
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
