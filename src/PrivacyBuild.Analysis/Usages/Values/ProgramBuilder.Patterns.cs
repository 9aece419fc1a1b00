using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Binding and assignment targets. A null value means "declared without one": defaults still count.
internal sealed partial class ProgramBuilder
{
    private void AssignTo(Node target, Operand? value)
    {
        switch (target)
        {
            case Identifier name:
                if (value is { } given)
                    _solver.Flow(given, SlotOfName(name));
                break;
            case MemberExpression member:
                StoreMember(member, value ?? Operand.Unknown);
                break;
            case AssignmentPattern pattern:
                var withDefault = new Slot(PlaceOf(pattern.Left));
                if (value is { } passed)
                    _solver.Flow(passed, withDefault);
                // `jump(key = 'url')`: the name of a property, whatever it is.
                _solver.Flow(pattern.Right is StringLiteral text ? _solver.Name(text.Value, PlaceOf(text)) : Evaluate(pattern.Right), withDefault);
                AssignTo(pattern.Left, withDefault);
                break;
            case ObjectPattern pattern:
                AssignObject(pattern, value ?? Operand.Unknown);
                break;
            case ArrayPattern pattern:
                AssignArray(pattern, value ?? Operand.Unknown);
                break;
            case RestElement rest:
                AssignTo(rest.Argument, value);
                break;
            case TSParameterProperty parameter:
                AssignTo(parameter.Parameter, value);
                break;
            case Expression expression when expression.Unwrap() is var inner && inner != expression:
                AssignTo(inner, value);
                break;
            default:
                Walk(target);
                break;
        }
    }

    private void AssignObject(ObjectPattern pattern, Operand value)
    {
        foreach (var member in pattern.Properties)
        {
            if (member is not Property property)
            {
                // What is left of an object may still be anything it was.
                AssignTo(member, value);
                continue;
            }

            var site = new Site(PlaceOf(property.Key), SiteForm.Pattern, false);
            if (KeyOf(property.Key, property.Computed) is { } name)
                AssignTo(property.Value, LoadNamed(value, name, site, property.Value));
            else
                AssignTo(property.Value, LoadComputed(value, Evaluate(property.Key), site));
        }
    }

    private void AssignArray(ArrayPattern pattern, Operand value)
    {
        for (var i = 0; i < pattern.Elements.Count; i++)
        {
            if (pattern.Elements[i] is not { } element)
                continue;
            if (element is RestElement)
            {
                AssignTo(element, value);
                continue;
            }

            var item = new Slot(PlaceOf(element));
            if (value.IsUnknown)
                Solver.MarkUnknown(item);
            _solver.Listen(value, new ElementAt(i, item), item);
            AssignTo(element, item);
        }
    }

    private Slot SlotOfName(Identifier name) =>
        name.Binding is { } binding ? _module.SlotOf(binding) : _facts.Global(name.Name);

    private void StoreMember(MemberExpression member, Operand value)
    {
        var target = Evaluate(member.Object);
        if (KeyOf(member.Property, member.Computed) is not { } name)
        {
            var key = Evaluate(member.Property);
            if (value.IsUnknown && key.IsUnknown)
                return;
            var objects = ToSlot(target);
            var keys = ToSlot(key);
            new ComputedStore(objects, keys, value, PlaceOf(member)).Listen(_solver);
            return;
        }

        if (value.IsUnknown && target.Slot == null && target.Constant is not ObjectValue)
            return;
        if (target.IsUnknown)
        {
            _solver.Listen(value, new PlatformFilter(_module.Field(name)));
            return;
        }

        if (target.Constant is GlobalObjectValue)
        {
            _solver.Flow(value, _facts.Global(name));
            return;
        }

        new Store(name, value, PlaceOf(member)).Listen(_solver, target);
        if (member.Object is ThisExpression && OptionParts.IsPartOfClass(name))
            OptionParts.LinkInClass(_solver, target, name, value, new InstanceSource(_facts, _module));
        if (target.Slot != null && value.Constant is not StringValue && !value.IsUnknown)
            _facts.Stores.Add(new FieldStore(target.Slot, _module, name, value));
    }

    /// <summary>The element of an array at a known position.</summary>
    private sealed class ElementAt(int index, Slot item) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is ObjectValue array)
            {
                new Load(slot, index.ToString(System.Globalization.CultureInfo.InvariantCulture), item, new Site(array.Site, SiteForm.Pattern, false)).OnValue(solver, slot, array);
                return;
            }

            // A tuple of promises or a mapped list: the position is lost.
            if (value is not StringValue)
                solver.Add(item, value, slot);
        }
    }
}
