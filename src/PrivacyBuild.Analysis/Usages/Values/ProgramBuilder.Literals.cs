using System.Globalization;
using System.Linq;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Objects and arrays that are written out.
internal sealed partial class ProgramBuilder
{
    /// <summary>An array or object with more members than this keeps the rest in its any-slot.</summary>
    private const int MaxElements = 256;

    private ObjectValue EvaluateObjectLiteral(ObjectExpression literal, bool chosen = false)
    {
        var o = new ObjectValue(PlaceOf(literal));
        if (PlainLiterals.IsPlain(literal, _facts.Findings))
            o.Postpone(new LiteralFill(this, literal, chosen));
        else
            FillObject(o, literal, chosen);
        return o;
    }

    private void FillObject(ObjectValue o, ObjectExpression literal, bool chosen)
    {
        var spreads = 0;
        var group = o;
        foreach (var member in literal.Properties)
        {
            if (member is SpreadElement spread)
            {
                // A slot holds no more objects; in settings put together of dozens the last of each group are a group again.
                if (++spreads % Slot.MaxObjects == 0)
                {
                    var rest = new ObjectValue(PlaceOf(spread));
                    ObjectAccess.CopyMembers(_solver, rest, group);
                    group = rest;
                }

                ObjectAccess.Spread(_solver, Evaluate(spread.Argument), group);
                continue;
            }

            if (member is not Property property || property.Value is not Expression)
            {
                // Damaged: what could be read of it still counts.
                Walk(member);
                continue;
            }

            Operand content;
            if (property.Kind == PropertyKind.Init)
            {
                content = EvaluateMember((Expression)property.Value, chosen);
            }
            else
            {
                var accessor = EvaluateFunction((FunctionExpression)property.Value, property.Value);
                _solver.Add(accessor.This, o);
                if (property.Kind == PropertyKind.Set)
                    continue;
                content = accessor.Return;
            }

            Define(o, property.Key, property.Computed, content);
            if (NameOf(property.Key, property.Computed) is not { } name)
                continue;
            if (content.Constant is ObjectValue part and not FunctionValue)
                OptionParts.Link(_solver, o, name, part, new InstanceSource(_facts, _module));
            else if (_facts.Findings.AttributeMeantBy(name) is { } attribute && MayBeInterface(attribute, property.Value))
                _facts.Options.Add(_solver, new AttributeOption(o, name, attribute, ToSlot(content)));
        }
    }

    private bool MayBeInterface(string attribute, Node value)
    {
        if (value is not Expression expression)
            return false;
        return _module.Constants.TextsOf(expression) is { } texts
            ? texts.Any(text => _facts.Findings.IsInterface(attribute, text))
            : expression.Unwrap() is Identifier { Binding: not null } or ConditionalExpression or LogicalExpression;
    }

    private ObjectValue EvaluateArray(ArrayExpression literal, bool chosen = false)
    {
        var array = new ObjectValue(PlaceOf(literal));
        if (PlainLiterals.IsPlain(literal, _facts.Findings))
            array.Postpone(new LiteralFill(this, literal, chosen));
        else
            FillArray(array, literal, chosen);
        return array;
    }

    private void FillArray(ObjectValue array, ArrayExpression literal, bool chosen)
    {
        var table = WebpackModules.TableOf(literal);
        var exact = true;
        // In a list of modules the position is the id, however long it is.
        var positions = literal.Elements.Count > MaxElements && WebpackModules.IsTable(literal) ? literal.Elements.Count : MaxElements;
        for (var i = 0; i < literal.Elements.Count; i++)
        {
            if (literal.Elements[i] is not { } element)
                continue;
            var value = EvaluateMember(element, chosen);
            if (element == table && value.Constant is ObjectValue modules)
                RunModules(modules);
            if (element is SpreadElement)
            {
                exact = false;
                _solver.Listen(value, new ElementsOf(ObjectAccess.Any(_solver, array)), ObjectAccess.Any(_solver, array));
                continue;
            }

            if (value.IsUnknown)
                continue;
            var slot = exact && i < positions
                ? ObjectAccess.Property(_solver, array, i.ToString(CultureInfo.InvariantCulture), PlaceOf(element))
                : ObjectAccess.Any(_solver, array);
            _solver.Flow(value, slot);
        }
    }

    private void RunModules(ObjectValue table)
    {
        for (var m = 0; m < table.Members.Count; m++)
        {
            var slot = table.Members.SlotAt(m);
            for (var i = 0; i < slot.Count; i++)
            {
                if (slot[i] is FunctionValue function)
                    _facts.Webpack.Run(_solver, table.Members.NameAt(m), function);
            }
        }
    }

    /// <summary>A literal whose members are stated when somebody looks into it.</summary>
    private sealed class LiteralFill(ProgramBuilder builder, Expression literal, bool chosen) : PostponedMembers
    {
        public override void Fill(ObjectValue o)
        {
            if (literal is ObjectExpression members)
                builder.FillObject(o, members, chosen);
            else
                builder.FillArray(o, (ArrayExpression)literal, chosen);
        }
    }
}
