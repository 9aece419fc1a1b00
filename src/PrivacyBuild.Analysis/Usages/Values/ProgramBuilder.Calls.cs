using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Calls, `new`, `require` and dynamic imports: what is called, on what, with which arguments.
internal sealed partial class ProgramBuilder
{
    private Operand EvaluateCall(CallExpression call)
    {
        var callee = call.Callee.Unwrap();
        if (callee is SequenceExpression { Expressions: { Count: > 0 } parts })
        {
            // `(0, a.b)()`: the last part is called, the others only run.
            for (var i = 0; i < parts.Count - 1; i++)
                Evaluate(parts[i]);
            callee = parts[parts.Count - 1].Unwrap();
        }

        if (callee is not MemberExpression member)
        {
            var isRequire = callee is Identifier { Binding: null, Name: "require" };
            var target = callee is Super ? SuperClass() : Evaluate(callee);
            var receiver = callee is Super ? _frame.This : Operand.Unknown;
            return isRequire && call.Arguments.Count > 0 && KeyOf(call.Arguments[0], true) is { } specifier
                ? RequireConstant(call, specifier)
                : MakeCall(target, receiver, call.Arguments, call, false);
        }

        var @object = Evaluate(member.Object);
        var method = Access(@object, member, true);
        if (@object.IsUnknown || KeyOf(member.Property, member.Computed) is not { } name || !(MethodCall.Knows(name) || MethodCall.IsOfCollections(name)))
            return MakeCall(method, @object, call.Arguments, call, false);
        // `"get".concat(name)`, as compilers write templates: no function of the program's, and known all the same.
        if (@object.Constant is StringValue && MethodCall.IsOfTexts(name))
            method = new Slot();
        var (made, result) = NewCall(method, @object, call.Arguments, call, false, isBookkeeping: true);
        new MethodCall(name, made).Listen(_solver);
        return result;
    }

    private Operand SuperClass() => _frame.Function?.Fallback is { } super ? super : Operand.Unknown;

    private Slot RequireConstant(CallExpression call, string specifier)
    {
        var exports = ImportModule(specifier);
        for (var i = 1; i < call.Arguments.Count; i++)
        {
            var value = Evaluate(call.Arguments[i]);
            // `require(path, callback)` hands the module to its callback.
            if (i == 1)
                CallWith.Make(_solver, value, [new Argument(exports, PlaceOf(call), false)], new Slot());
        }

        return exports;
    }

    private Operand EvaluateImport(ImportExpression import)
    {
        if (import.Options != null)
            Evaluate(import.Options);
        if (KeyOf(import.Source, true) is { } specifier)
            return ImportModule(specifier);
        var source = Evaluate(import.Source);
        if (source.IsUnknown)
            return Operand.Unknown;
        var result = new Slot(PlaceOf(import));
        _solver.Want(source, Demand.Texts);
        _solver.Listen(source, new RequireModule(_module, result));
        return result;
    }

    private Operand MakeCall(Operand callee, Operand receiver, NodeList<Expression> arguments, Node node, bool isNew) =>
        NewCall(callee, receiver, arguments, node, isNew).Result;

    private (Call Call, Slot Result) NewCall(Operand callee, Operand receiver, NodeList<Expression> arguments, Node node, bool isNew, bool isBookkeeping = false)
    {
        var given = new Argument[arguments.Count];
        var interesting = false;
        var isOwn = IsOwn(node);
        for (var i = 0; i < given.Length; i++)
        {
            var argument = arguments[i];
            var value = isOwn ? EvaluateChosen(argument) : Evaluate(argument);
            interesting |= !value.IsUnknown;
            // `createPage({ data, … })`: what registers it may be a function of the program's own or of a library.
            if (_frame.Function == null && argument is ObjectExpression literal && OptionParts.IsOptions(literal))
            {
                _solver.Flow(value, _module.Options);
                isBookkeeping = true;
            }

            given[i] = new Argument(value, PlaceOf(argument), argument is SpreadElement) { Literal = NameOf(argument is AssignmentExpression { Right: var assigned } ? assigned : argument, true) };
        }

        if (callee.Slot != null)
            Install(node, given);
        var result = new ResultSlot(PlaceOf(node));
        var call = new Call(given, receiver, result, isNew, PlaceOf(node)) { Callee = callee.Slot, IsBookkeeping = isBookkeeping };
        if (callee.IsUnknown)
            Solver.MarkUnknown(result);
        else if (callee.Slot != null)
            call.Listen(_solver);
        else
            _solver.Listen(callee, call);
        if (callee.Constant == null && interesting)
            _facts.Calls.Add(call);
        if (given.Length > 0 && _module.HasElements && WrapsComponent(node))
            _solver.Flow(given[0].Value, result);
        return (call, result);
    }

    /// <summary><c>hooks.call("initNativeApi", taro)</c>, <c>host.initNativeApi(taro)</c>: what is given there is filled with the platform's functions.</summary>
    private void Install(Node node, Argument[] given)
    {
        var method = node is CallExpression call && call.Callee.Unwrap() is MemberExpression member ? NameOf(member.Property, member.Computed) : null;
        for (var i = 0; i < given.Length && i < 2; i++)
        {
            if ((i == 0 ? method : given[0].Literal) is not { } name || !_facts.Findings.Installers.TryGetValue(name, out var platform))
                continue;
            _solver.Want(given[i].Value, Demand.Objects);
            _solver.Listen(given[i].Value, new FilledWith(platform));
        }
    }

    /// <summary>A call of what the program itself defines or imports, as far as the source alone tells; not of a global function.</summary>
    private static bool IsOwn(Node call)
    {
        var callee = call is NewExpression creation ? creation.Callee : ((CallExpression)call).Callee;
        while (true)
        {
            switch (callee.Unwrap())
            {
                case MemberExpression member:
                    callee = member.Object;
                    break;
                case CallExpression inner:
                    callee = inner.Callee;
                    break;
                case var root:
                    return root is ThisExpression or Identifier { Binding: not null };
            }
        }
    }

    /// <summary>An argument. Texts that stand in it, also within a list or options object, are what the caller chose.</summary>
    private Operand EvaluateChosen(Expression argument)
    {
        switch (argument)
        {
            case ObjectExpression literal:
                return EvaluateObjectLiteral(literal, true);
            case ArrayExpression literal:
                return EvaluateArray(literal, true);
            default:
                return Evaluate(argument);
        }
    }

    private Operand EvaluateMember(Expression member, bool chosen) =>
        chosen && member is StringLiteral text ? _solver.ThroughCall(Text(text.Value, text), PlaceOf(text)) : Evaluate(member);
}
