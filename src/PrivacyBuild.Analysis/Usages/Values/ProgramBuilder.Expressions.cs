using System.Collections.Generic;
using System.Globalization;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Expressions: each gives an operand. What can never carry a platform value or a name gives "unknown" without a slot.
internal sealed partial class ProgramBuilder
{
    /// <summary>An array or object with more members than this keeps the rest in its any-slot.</summary>
    private const int MaxElements = 256;

    /// <summary>No name is put together from more parts; longer chains build texts.</summary>
    private const int MaxParts = 24;

    private DatasetValue? _dataset;

    private Operand Evaluate(Expression expression)
    {
        switch (expression)
        {
            case Identifier e:
                return _frame.Guard == null ? EvaluateName(e) : Guarded(e, EvaluateName(e));
            case StringLiteral e:
                return Text(e.Value, e);
            case NumericLiteral e:
                return ConstantNumber.TextOf(e.Value) is { } digits ? Text(digits, e) : _solver.Other(PlaceOf(e));
            case ThisExpression or Super:
                return _frame.This;
            case MemberExpression e:
                return _frame.Guard == null ? EvaluateMember(e, false) : Guarded(e, EvaluateMember(e, false));
            case CallExpression e:
                return EvaluateCall(e);
            case NewExpression e:
                return MakeCall(Evaluate(e.Callee), Operand.Unknown, e.Arguments, e, true);
            case ChainExpression e:
                return Evaluate(e.Expression);
            case FunctionExpression e:
                var function = EvaluateFunction(e, e);
                return CopyHelper.Find(e, e, _module.Text.Content) is { } helper ? helper : function;
            case ArrowFunctionExpression e:
                return MakeFunction(e, e, null);
            case ClassExpression e:
                return EvaluateClass(e);
            case ObjectExpression e:
                return EvaluateObjectLiteral(e);
            case ArrayExpression e:
                return EvaluateArray(e);
            case AssignmentExpression e:
                return EvaluateAssignment(e);
            case ConditionalExpression e:
                return EvaluateConditional(e);
            case LogicalExpression e:
                return EvaluateLogical(e);
            case BinaryExpression e:
                return EvaluateBinary(e);
            case TemplateLiteral e:
                return EvaluateTemplate(e);
            case TaggedTemplateExpression e:
                Evaluate(e.Tag);
                foreach (var part in e.Quasi.Expressions)
                    Evaluate(part);
                return Operand.Unknown;
            case SequenceExpression e:
                return EvaluateSequence(e);
            case AwaitExpression e:
                return Evaluate(e.Argument);
            case YieldExpression e:
                return e.Argument != null ? Evaluate(e.Argument) : Operand.Unknown;
            case SpreadElement e:
                return Evaluate(e.Argument);
            case UnaryExpression e:
                EvaluateUnary(e);
                return Operand.Unknown;
            case UpdateExpression e:
                Evaluate(e.Argument);
                return Operand.Unknown;
            case ImportExpression e:
                return EvaluateImport(e);
            case NullLiteral:
                return _nothing;
            case BooleanLiteral:
                return _solver.Other(PlaceOf(expression));
            case Literal or MetaProperty or PrivateIdentifier:
                return Operand.Unknown;
            case JSXElement e:
                EvaluateElement(e);
                return Operand.Unknown;
            default:
                if (Unwrap(expression) is var inner && inner != expression)
                    return Evaluate(inner);
                WalkParts(expression);
                return Operand.Unknown;
        }
    }

    /// <summary>What TypeScript puts around a value without changing it.</summary>
    private static Expression Unwrap(Expression expression)
    {
        while (true)
        {
            switch (expression)
            {
                case TSAsExpression e:
                    expression = e.Expression;
                    break;
                case TSSatisfiesExpression e:
                    expression = e.Expression;
                    break;
                case TSTypeAssertion e:
                    expression = e.Expression;
                    break;
                case TSNonNullExpression e:
                    expression = e.Expression;
                    break;
                case TSInstantiationExpression e:
                    expression = e.Expression;
                    break;
                case ChainExpression e:
                    expression = e.Expression;
                    break;
                default:
                    return expression;
            }
        }
    }

    private StringValue Text(string text, Node node) => _solver.Constant(text, PlaceOf(node));

    private Operand EvaluateName(Identifier name)
    {
        if (name.Binding is { } binding)
            return _module.SlotOf(binding);
        if (_templateScope is { } scope)
            return LoadNamed(scope, name.Name, new Site(PlaceOf(name), SiteForm.Member, false), name);
        switch (name.Name)
        {
            case "undefined":
                return _nothing;
            case "NaN" or "Infinity":
                return Operand.Unknown;
            case "exports":
                return _module.ExportsObject;
            case "module":
                return _module.ModuleObject;
            case "require":
                return _module.Require;
            case "globalThis" or "window" or "global" or "self" or "GameGlobal":
                return _facts.GlobalObject;
            case "arguments" when _frame.Function is { } function:
                return function.Arguments is { } all ? all : Operand.Unknown;
        }

        if (_facts.Findings.PlatformOfGlobal(name.Name) is { } platform)
            return platform;
        if (BuiltinMembers.Global(name.Name) is { } builtin)
            return builtin;
        return _facts.Global(name.Name);
    }

    /// <summary>The name of a property key that is written out.</summary>
    private static string? NameOf(Expression key, bool computed)
    {
        switch (key)
        {
            case Identifier e when !computed:
                return e.Name;
            case StringLiteral e:
                return e.Value;
            case NumericLiteral e:
                return ConstantNumber.TextOf(e.Value);
            case TemplateLiteral { Expressions.Count: 0 } e:
                return e.Quasis[0].Cooked;
            case PrivateIdentifier e:
                return "#" + e.Name;
            default:
                return null;
        }
    }

    /// <summary>The name of a property key that is written out or that the rest of the file tells.</summary>
    private string? KeyOf(Expression key, bool computed) => NameOf(key, computed) ?? (computed && KeysOf(key) is { Count: 1 } names ? names[0] : null);

    /// <summary>All names that a computed key can have, when the file alone tells them.</summary>
    private IReadOnlyList<string>? KeysOf(Expression key)
    {
        var names = _module.Constants.TextsOf(key);
        // What is asked on the way to the name is asked all the same.
        if (names != null && key is not (Identifier or Literal))
            Evaluate(key);
        return names;
    }

    private Operand EvaluateMember(MemberExpression member, bool called) => Access(Evaluate(member.Object), member, called);

    private Operand Access(Operand target, MemberExpression member, bool called)
    {
        var form = member.Computed ? SiteForm.Computed : SiteForm.Member;
        var site = new Site(PlaceOf(member), form, called);
        if (NameOf(member.Property, member.Computed) is { } name)
            return LoadNamed(target, name, site, member);
        if (KeysOf(member.Property) is { } names)
        {
            var members = new List<Operand>(names.Count);
            foreach (var constant in names)
                members.Add(LoadNamed(target, constant, site, member));
            return members.Count == 1 ? members[0] : UnionOf(members, member);
        }

        var key = Evaluate(member.Property);
        return target.IsUnknown ? Operand.Unknown : LoadComputed(target, key, site);
    }

    private Operand LoadNamed(Operand target, string name, Site site, Node node)
    {
        // Whatever has a data set in a script of the platform's is an element.
        var isDataset = name == "dataset" && _templateScope == null && (target.IsUnknown || target.Slot != null);
        if (target.IsUnknown)
            return isDataset ? Dataset(node) : _module.Field(name);
        switch (target.Constant)
        {
            case PlatformValue { Additions: null } platform when name != "default" && !platform.Members.ContainsKey(name) && site.Form != SiteForm.Import:
                _facts.Findings.OnDirectMember(site, name, platform);
                // Members the catalogue does not know may be the program's own additions, written further on.
                if (_facts.Findings.IsKnownMember(name))
                    return _solver.Member(platform, name);
                break;
            case GlobalObjectValue when _facts.Findings.PlatformOfGlobal(name) is { } global:
                return global;
            case GlobalObjectValue:
                return _facts.Global(name);
            case BuiltinValue builtin:
                return BuiltinMembers.Find(builtin, name) is { } member ? member : Operand.Unknown;
            case StringValue:
                return Operand.Unknown;
        }

        var result = new Slot(PlaceOf(node));
        var from = ToSlot(target);
        new Load(from, name, result, site).Listen(_solver);
        if (isDataset)
            _solver.Add(result, Dataset(node));
        else if (target.Slot != null)
            _facts.Loads.Add(new FieldLoad(from, _module, name, result) { Template = _templateScope != null ? Template : null });
        return result;
    }

    private DatasetValue Dataset(Node node) => _dataset ??= new DatasetValue(PlaceOf(node), new InstanceSource(_facts, _module));

    private Slot LoadComputed(Operand target, Operand key, Site site)
    {
        var result = new Slot(site.Place);
        var objects = ToSlot(target);
        var keys = ToSlot(key);
        new ComputedLoad(objects, keys, result, site).Listen(_solver);
        return result;
    }

    private ObjectValue EvaluateObjectLiteral(ObjectExpression literal, bool chosen = false)
    {
        var o = new ObjectValue(PlaceOf(literal));
        if (PlainLiterals.IsPlain(literal))
            o.Postpone(new LiteralFill(this, literal, chosen));
        else
            FillObject(o, literal, chosen);
        return o;
    }

    private void FillObject(ObjectValue o, ObjectExpression literal, bool chosen)
    {
        foreach (var member in literal.Properties)
        {
            if (member is SpreadElement spread)
            {
                ObjectAccess.Spread(_solver, Evaluate(spread.Argument), o);
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
            if (content.Constant is ObjectValue part and not FunctionValue && NameOf(property.Key, property.Computed) is { } name)
                OptionParts.Link(_solver, o, name, part, new InstanceSource(_facts, _module));
        }
    }

    private ObjectValue EvaluateArray(ArrayExpression literal, bool chosen = false)
    {
        var array = new ObjectValue(PlaceOf(literal));
        if (PlainLiterals.IsPlain(literal))
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

    private Operand EvaluateAssignment(AssignmentExpression assignment)
    {
        if (assignment.Operator is "=")
        {
            var value = Evaluate(assignment.Right);
            AssignTo(assignment.Left, value);
            return value;
        }

        var right = Evaluate(assignment.Right);
        if (assignment.Operator is "||=" or "&&=" or "??=")
        {
            AssignTo(assignment.Left, right);
            return assignment.Left is Expression left ? Union(_solver, Evaluate(left), right, PlaceOf(assignment)) : right;
        }

        if (assignment.Operator is not "+=" || assignment.Left is not Expression target || right.IsUnknown)
            return Operand.Unknown;
        var joined = Join(Evaluate(target), right, PlaceOf(assignment));
        AssignTo(assignment.Left, joined);
        return joined;
    }

    private Operand EvaluateConditional(ConditionalExpression conditional)
    {
        // Long chains of `a ? b : c ? d : …` are walked in a loop.
        var branches = new List<Operand>();
        var outer = _frame;
        Expression rest = conditional;
        while (rest is ConditionalExpression e)
        {
            Evaluate(e.Test);
            var decided = _facts.Environment.Decide(e.Test);
            if (decided == true)
            {
                rest = e.Consequent;
                break;
            }

            if (decided is null)
                branches.Add(EvaluateUnder(e.Test, true, e.Consequent));
            Assume(e.Test, false);
            rest = e.Alternate;
        }

        branches.Add(Evaluate(rest));
        _frame = outer;
        return branches.TrueForAll(b => b.IsUnknown) ? Operand.Unknown : UnionOf(branches, conditional);
    }

    private Slot UnionOf(List<Operand> operands, Node node)
    {
        var slot = new Slot(PlaceOf(node));
        foreach (var operand in operands)
            _solver.Flow(operand, slot);
        return slot;
    }

    private Operand EvaluateLogical(LogicalExpression logical)
    {
        var operands = LeftSpine.Of(logical);
        var values = new List<Operand>(operands.Count);
        var outer = _frame;
        foreach (var operand in operands)
        {
            values.Add(Evaluate(operand));
            if (logical.Operator is not "??")
                Assume(operand, logical.Operator == "&&");
            if (logical.Operator is not "??" && _facts.Environment.Decide(operand) is { } decided && decided == (logical.Operator == "||"))
                break;
        }

        _frame = outer;
        // `a && b` gives b or something falsy; `a || b` and `a ?? b` give either, but what stands behind a function of the language is for other platforms.
        if (logical.Operator == "&&")
            return values[values.Count - 1];
        if (values[0].Constant is BuiltinValue)
            return values[0];
        return values.TrueForAll(v => v.IsUnknown) ? Operand.Unknown : UnionOf(values, logical);
    }

    private Operand EvaluateBinary(BinaryExpression binary)
    {
        var operands = LeftSpine.Of(binary);
        var values = new List<Operand>(operands.Count);
        foreach (var operand in operands)
            values.Add(Evaluate(operand));
        if (binary.Operator != "+" || values.Count > MaxParts)
            return Operand.Unknown;
        if (Texts(binary) is { } known)
            return known;
        var joined = values[0];
        for (var i = 1; i < values.Count; i++)
            joined = Join(joined, values[i], PlaceOf(binary));
        return joined;
    }

    private Operand EvaluateTemplate(TemplateLiteral template)
    {
        if (template.Expressions.Count == 0)
            return Text(template.Quasis[0].Cooked ?? "", template);
        var inserted = new List<Operand>(template.Expressions.Count);
        foreach (var expression in template.Expressions)
            inserted.Add(Evaluate(expression));
        if (Texts(template) is { } known)
            return known;
        Operand joined = Text(template.Quasis[0].Cooked ?? "", template);
        for (var i = 0; i < template.Expressions.Count; i++)
        {
            joined = Join(joined, inserted[i], PlaceOf(template));
            if (i + 1 < template.Quasis.Count && template.Quasis[i + 1].Cooked is { Length: > 0 } text)
                joined = Join(joined, Text(text, template), PlaceOf(template));
        }

        return joined;
    }

    /// <summary>What the expression can be when the file alone tells it.</summary>
    private Operand? Texts(Expression expression)
    {
        if (_module.Constants.TextsOf(expression) is not { } texts)
            return null;
        var values = new List<Operand>(texts.Count);
        foreach (var text in texts)
            values.Add(Text(text, expression));
        return values.Count == 1 ? values[0] : UnionOf(values, expression);
    }

    private Operand Join(Operand left, Operand right, Place place)
    {
        if (left.IsUnknown && right.IsUnknown)
            return Operand.Unknown;
        if (left.Constant is StringValue { IsOther: true } other)
            return other;
        if (right.Constant is StringValue { IsOther: true } otherRight)
            return otherRight;
        if (left.Constant is StringValue { Text: { } first } && right.Constant is StringValue { Text: { } second })
            return first.Length + second.Length <= Concatenation.MaxLength ? new StringValue(first + second, place) : Operand.Unknown;
        var result = new Slot(place);
        var leftSlot = ToSlot(left);
        var rightSlot = left.Slot != null && left.Slot == right.Slot ? new Slot() : ToSlot(right);
        if (left.Slot != null && left.Slot == right.Slot)
            _solver.Connect(leftSlot, rightSlot);
        var concatenation = new Concatenation(leftSlot, rightSlot, result, place);
        concatenation.Listen(_solver);
        _solver.Closings.Add(concatenation);
        return result;
    }

    private Operand EvaluateSequence(SequenceExpression sequence)
    {
        var last = Operand.Unknown;
        foreach (var part in sequence.Expressions)
            last = Evaluate(part);
        return last;
    }

    private void EvaluateUnary(UnaryExpression unary)
    {
        // `delete wx.x` writes, it does not use.
        if (unary.Operator == "delete" && Unwrap(unary.Argument) is MemberExpression member)
            Evaluate(member.Object);
        else
            Evaluate(unary.Argument);
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
