using System.Linq;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Functions and classes: a value each, bodies walked later from the list.
internal sealed partial class ProgramBuilder
{
    private void DeclareFunction(FunctionDeclaration declaration)
    {
        if (declaration.Body == null)
            return;
        var value = MakeFunction(declaration, declaration, null);
        if (declaration.Id is { } own && BundleRuntime.TableOf(declaration) is { } table)
        {
            var modules = new WebpackModules();
            var tables = SlotOfName(table);
            _solver.Want(tables, Demand.Objects);
            _solver.Listen(tables, new BundleTable(modules));
            _solver.Add(SlotOfName(own), modules.Require);
        }
        else if (declaration.Id is { } name)
        {
            _solver.Add(SlotOfName(name), (Value?)CopyHelper.Find(declaration, declaration, _module.Text.Content) ?? value);
        }
    }

    private FunctionValue EvaluateFunction(IFunction function, Node node)
    {
        var value = MakeFunction(function, node, null);
        if (function.Id?.Binding is { } own)
            _solver.Add(_module.SlotOf(own), value);
        return value;
    }

    private FunctionValue MakeFunction(IFunction function, Node node, ObjectValue? instance)
    {
        var body = _module.BodyOf(node);
        var value = new FunctionValue(PlaceOf(node), function) { Body = body, RestIndex = RestIndexOf(function), Instance = instance };
        if (instance != null)
            instance.Constructor = value;
        Postpone(value, body);
        return value;
    }

    private static int RestIndexOf(IFunction function)
    {
        for (var i = function.Params.Count - 1; i >= 0; i--)
        {
            if (function.Params[i] is RestElement)
                return i;
        }

        return -1;
    }

    /// <summary>Leaves the body for when it matters; one that is in no file of its own, as in a template, matters at once.</summary>
    private void Postpone(FunctionValue value, FunctionBody? body)
    {
        var frame = _frame;
        if (body == null)
        {
            WalkFunction(value, frame);
            return;
        }

        body.Postpone(value, frame);
        if (body.UsesArguments && !value.IsArrow)
        {
            value.Arguments = new ObjectValue(value.Site);
            _solver.Add(new FunctionSlot(FunctionRole.Arguments, value), value.Arguments);
        }

        if (body.IsWoken)
            Enqueue(body);
        else if (value.IsArrow && body.UsesThis)
            PostponeWithThis(body, frame);
        if (value.IsArrow && body is { IsWoken: false, UsesArguments: true } && frame.Function?.Arguments is { } outer)
            _solver.Trigger(outer, body);
    }

    /// <summary>Has an arrow walked as soon as something live is the <c>this</c> that it shares with the function around it.</summary>
    private void PostponeWithThis(FunctionBody arrow, WalkFrame frame)
    {
        if (frame.This.Slot is { IsLive: true })
            arrow.Wake(_solver);
        else if (frame.Function?.Body is { } body && frame.This.Slot == frame.Function.This)
            body.AddArrow(arrow);
        else
            _solver.Trigger(frame.This, arrow);
    }

    private void WalkFunction(FunctionValue value, WalkFrame outer)
    {
        var node = value.Function!;
        var current = _frame;
        _frame = value.IsArrow ? outer with { Return = value.Return } : new WalkFrame(value, value.Return, value.This, outer.Guard);
        // A plain function may be a constructor: what it sets on `this`, its instances have.
        if (!value.IsArrow && value.Body is not { UsesThis: false })
            _solver.Add(value.This, ObjectAccess.InstanceOf(_solver, value));
        for (var i = 0; i < value.ParameterCount; i++)
        {
            AssignTo(node.Params[i], value.Parameter(i));
            if (node.Params[i] is TSParameterProperty property && PropertyName(property.Parameter) is { } name)
                new Store(name, value.Parameter(i), PlaceOf(property)).Listen(_solver, _frame.This);
        }

        if (node.Body is BlockStatement block)
            Statements(block.Body);
        else if (node.Body is Expression expression)
            _solver.Flow(Evaluate(expression), value.Return);
        _frame = current;
    }

    private static string? PropertyName(Node parameter) => parameter switch
    {
        Identifier name => name.Name,
        AssignmentPattern { Left: Identifier name } => name.Name,
        _ => null,
    };

    private void DeclareClass(ClassDeclaration declaration)
    {
        if (declaration.Declare)
            return;
        var value = MakeClass(declaration, declaration);
        if (declaration.Id is { } name)
            _solver.Add(SlotOfName(name), value);
    }

    private FunctionValue EvaluateClass(ClassExpression expression)
    {
        var value = MakeClass(expression, expression);
        if (expression.Id?.Binding is { } own)
            _solver.Add(_module.SlotOf(own), value);
        return value;
    }

    private FunctionValue MakeClass(IClass node, Node site)
    {
        foreach (var decorator in node.Decorators)
            Evaluate(decorator.Expression);
        var instance = new ObjectValue(PlaceOf(site));
        var constructor = node.Body.Body.OfType<MethodDefinition>().FirstOrDefault(m => m.Kind == MethodKind.Constructor && m.Value.Body != null);
        FunctionValue value;
        if (constructor != null)
        {
            value = MakeFunction(constructor.Value, constructor.Value, instance);
        }
        else
        {
            value = new FunctionValue(PlaceOf(site), null) { Return = new Slot(), This = new Slot(), Instance = instance };
            instance.Constructor = value;
            _solver.Add(value.This, instance);
        }

        if (node.SuperClass != null)
        {
            var super = Evaluate(node.SuperClass);
            _solver.Flow(super, ObjectAccess.Fallback(_solver, value));
            ObjectAccess.Inherit(_solver, super, instance);
        }

        var outer = _frame;
        foreach (var member in node.Body.Body)
        {
            _frame = outer with { This = IsStatic(member) ? value : instance };
            WalkMember(member, value, instance, constructor);
        }

        _frame = outer;
        return value;
    }

    private static bool IsStatic(Node member) => member is MethodDefinition { Static: true } or PropertyDefinition { Static: true } or StaticBlock;

    private void WalkMember(Node member, FunctionValue value, ObjectValue instance, MethodDefinition? constructor)
    {
        switch (member)
        {
            case MethodDefinition method when method != constructor:
                foreach (var decorator in method.Decorators)
                    Evaluate(decorator.Expression);
                if (method.Value.Body == null)
                    return;
                var function = MakeFunction(method.Value, method.Value, null);
                Operand content = function;
                if (method.Kind == MethodKind.Get)
                    content = function.Return;
                if (method.Kind == MethodKind.Set)
                {
                    _solver.Add(function.This, method.Static ? value : instance);
                    return;
                }

                _solver.Add(function.This, method.Static ? value : instance);
                Define(method.Static ? value : instance, method.Key, method.Computed, content);
                break;
            case PropertyDefinition property:
                foreach (var decorator in property.Decorators)
                    Evaluate(decorator.Expression);
                var initial = property.Value != null ? Evaluate(property.Value) : Operand.Unknown;
                Define(property.Static ? value : instance, property.Key, property.Computed, initial);
                if (!property.Static && NameOf(property.Key, property.Computed) is { } field && OptionParts.IsPartOfClass(field))
                    OptionParts.LinkInClass(_solver, instance, field, initial, new InstanceSource(_facts, _module));
                break;
            case StaticBlock block:
                Statements(block.Body);
                break;
        }
    }

    private void Define(ObjectValue o, Expression key, bool computed, Operand content)
    {
        if (KeyOf(key, computed) is { } name)
        {
            _solver.Flow(content, ObjectAccess.Property(_solver, o, name, PlaceOf(key)));
            return;
        }

        var keys = ToSlot(Evaluate(key));
        var holder = new Slot();
        new ComputedStore(holder, keys, content, PlaceOf(key)).Listen(_solver);
        _solver.Add(holder, o);
    }
}
