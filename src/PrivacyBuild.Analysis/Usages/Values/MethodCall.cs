using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// A call <c>receiver.name(…)</c> with a name that arrays, strings, functions and promises share. The call proper is made too; this
/// one adds what the language's own method of that name does with the receiver's values.
/// </summary>
internal sealed class MethodCall(string name, Call call) : Constraint
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "then", "catch", "finally", "call", "apply", "bind",
        "forEach", "map", "flatMap", "filter", "find", "findLast", "some", "every", "reduce", "reduceRight",
        "push", "unshift", "concat", "slice", "splice", "reverse", "sort", "flat", "pop", "shift", "at", "values", "keys", "entries",
        "split", "join", "trim", "toString", "valueOf",
    };

    private const int MaxParts = 24;

    /// <summary>A list that the call makes of elements whose positions it does not keep.</summary>
    private ObjectValue? _made;

    /// <summary>Methods of Map and Set. Other objects have methods of these names too, and those are their own.</summary>
    public static bool IsOfCollections(string name) => name is "get" or "set" or "add";

    /// <summary>Methods of texts of which is known what they give.</summary>
    public static bool IsOfTexts(string name) => name is "concat" or "trim" or "toString" or "valueOf";

    public static bool Knows(string name) => Names.Contains(name);

    /// <summary>Starts listening to the receiver, which matters once an argument or the result does.</summary>
    public void Listen(Solver solver)
    {
        solver.Listen(call.Receiver, this, call.Result, Demand.All);
        if (call.Receiver.Slot is { } receiver)
            call.ListenToArguments(solver, receiver);
    }

    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        switch (name)
        {
            case "then":
                if (value is not (StringValue or BuiltinValue or FunctionValue))
                    Continue(solver, slot, value);
                break;
            case "catch" or "finally" or "trim" or "toString" or "valueOf":
                solver.Add(call.Result, value, slot);
                break;
            case "call" or "apply" or "bind":
                OnFunction(solver, slot, value);
                break;
            case "split":
                Split(solver, value);
                break;
            case "get" or "set" or "add":
                if (value is CollectionValue collection)
                    Collections.OnMethod(solver, call, name, collection);
                break;
            case "concat" when value is StringValue:
                Concatenate(solver, [value, .. call.Arguments.Select(argument => argument.Value)]);
                break;
            case "join" when value is ObjectValue { Any: null } list:
                Join(solver, list);
                break;
            default:
                if (value is ObjectValue array and not FunctionValue)
                    OnArray(solver, slot, array);
                break;
        }
    }

    /// <summary>A promise is taken for what it resolves to.</summary>
    private void Continue(Solver solver, Slot slot, Value value)
    {
        solver.Add(call.Result, value, slot);
        if (call.Arguments.Length > 0)
            CallWith.Make(solver, call.Arguments[0].Value, [new Argument(value, call.Place, false)], call.Result);
    }

    private void OnFunction(Solver solver, Slot slot, Value value)
    {
        if (value is not (FunctionValue or MemberValue or BuiltinValue))
            return;
        call.Resolved = true;
        var receiver = call.Arguments.Length > 0 ? call.Arguments[0].Value : Operand.Unknown;
        if (name == "bind")
        {
            solver.Add(call.Result, value, slot);
            if (value is FunctionValue bound)
            {
                if (!receiver.IsUnknown && !bound.IsArrow)
                    solver.Listen(receiver, new ObjectFilter(bound.This), bound.This);
                if (call.Arguments.Length > 1)
                    Call.BindArguments(solver, bound, call.Arguments.AsSpan(1));
            }

            return;
        }

        var arguments = call.Arguments.Length > 1 ? call.Arguments.AsSpan(1).ToArray() : [];
        if (name == "apply" && arguments.Length > 0)
            arguments = [arguments[0] with { Spread = true }];
        if (value is FunctionValue { IsArrow: false } called)
            solver.Listen(receiver, new PlatformFilter(called.This), called.This);
        new Call(arguments, receiver, call.Result, false, call.Place).OnValue(solver, slot, value);
    }

    private void Join(Solver solver, ObjectValue list)
    {
        if (call.ArgumentAt(0) is not { Literal: { } separator } || list.Members.Count is 0 or > MaxParts)
            return;
        var parts = new List<Operand>();
        for (var i = 0; i < list.Members.Count; i++)
        {
            if (parts.Count > 0)
                parts.Add(new StringValue(separator, call.Place));
            parts.Add(list.Members.SlotAt(i));
        }

        Concatenate(solver, parts);
    }

    private void Concatenate(Solver solver, List<Operand> parts)
    {
        if (parts.Count > MaxParts * 2)
            return;
        var joined = new Slot();
        solver.Flow(parts[0], joined);
        for (var i = 1; i < parts.Count; i++)
        {
            var right = new Slot();
            solver.Flow(parts[i], right);
            var result = i == parts.Count - 1 ? call.Result : new Slot();
            var concatenation = new Concatenation(joined, right, result, call.Place);
            concatenation.Listen(solver);
            solver.Closings.Add(concatenation);
            joined = result;
        }

        if (parts.Count == 1)
            solver.Connect(joined, call.Result);
    }

    private void Split(Solver solver, Value value)
    {
        if (value is not StringValue { Text: { } text } source || call.ArgumentAt(0) is not { Literal: { Length: > 0 } separator })
            return;
        var list = new ObjectValue(call.Place);
        solver.Add(call.Result, list);
        foreach (var part in text.Split([separator], StringSplitOptions.RemoveEmptyEntries))
            solver.Add(ObjectAccess.Any(solver, list), solver.Constant(part, source.Place));
    }

    private void OnArray(Solver solver, Slot slot, ObjectValue array)
    {
        call.Resolved = true;
        if (name is "shift" or "unshift" or "splice" or "reverse" or "sort" && IsOfNames(array))
            LosePositions(solver, array);
        switch (name)
        {
            case "push" or "unshift":
                foreach (var argument in call.Arguments)
                {
                    if (argument.Spread)
                        solver.Listen(argument.Value, new ElementsOf(ObjectAccess.Any(solver, array)), ObjectAccess.Any(solver, array));
                    else
                        solver.Flow(argument.Value, ObjectAccess.Any(solver, array));
                }

                break;
            case "pop" or "shift" or "at" or "find" or "findLast":
                ObjectAccess.ConnectAll(solver, array, call.Result);
                break;
            case "slice" or "filter" or "flat" or "splice" when IsOfNames(array):
            case "values" when array is CollectionValue:
                ObjectAccess.ConnectAll(solver, array, Made(solver));
                break;
            case "slice" or "filter" or "flat" or "splice" or "values" or "reverse" or "sort":
                solver.Add(call.Result, array, slot);
                break;
            case "keys":
                if (array is CollectionValue { Keys: { } keys })
                    solver.Connect(keys, Made(solver));
                break;
            case "entries":
                solver.Add(Made(solver), Collections.EntryOf(solver, call, array));
                break;
            case "concat":
                solver.Add(call.Result, array, slot);
                foreach (var argument in call.Arguments)
                    solver.Flow(argument.Value, call.Result);
                break;
        }

        if (call.Arguments.Length == 0)
            return;
        switch (name)
        {
            case "forEach" or "some" or "every" or "filter" or "find" or "findLast":
                OnElements(solver, array, 0, new Slot());
                break;
            case "map" or "flatMap":
                var mapped = new ObjectValue(call.Place);
                solver.Add(call.Result, mapped);
                OnElements(solver, array, 0, ObjectAccess.Any(solver, mapped));
                break;
            case "reduce" or "reduceRight":
                if (call.Arguments.Length > 1)
                    solver.Flow(call.Arguments[1].Value, call.Result);
                solver.Listen(call.Arguments[0].Value, new Accumulator(call.Result), call.Result);
                OnElements(solver, array, 1, call.Result);
                break;
        }
    }

    /// <summary>A list of names, one of which is read by its position.</summary>
    private static bool IsOfNames(ObjectValue array)
    {
        for (var i = 0; i < array.Members.Count; i++)
        {
            if (array.Members.NameAt(i) is not { Length: > 0 } position || position[0] is < '0' or > '9')
                return false;
            var element = array.Members.SlotAt(i);
            for (var v = 0; v < element.Count; v++)
            {
                if (element[v] is StringValue { IsOther: false, ThroughCall: false })
                    return true;
            }
        }

        return false;
    }

    private static void LosePositions(Solver solver, ObjectValue array)
    {
        var any = ObjectAccess.Any(solver, array);
        for (var i = 0; i < array.Members.Count; i++)
            solver.Connect(array.Members.SlotAt(i), any);
    }

    /// <summary>The elements of the list that the call makes.</summary>
    private Slot Made(Solver solver)
    {
        if (_made == null)
            solver.Add(call.Result, _made = new ObjectValue(call.Place));
        return ObjectAccess.Any(solver, _made);
    }

    private void OnElements(Solver solver, ObjectValue array, int parameter, Slot result)
    {
        var element = new Slot();
        ObjectAccess.ConnectAll(solver, array, element);
        solver.Listen(call.Arguments[0].Value, new Callback(element, parameter, result), result);
        if (call.Arguments[0].Value.Slot is { } callback)
            solver.Trigger(element, callback);
    }

    /// <summary>A callback that gets the elements; they are no arguments anybody chose, so constants keep their places.</summary>
    private sealed class Callback(Slot element, int parameter, Slot result) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not FunctionValue function)
                return;
            if (parameter < function.ParameterCount)
                solver.Connect(element, function.Parameter(parameter));
            solver.Connect(function.Return, result);
        }
    }

    private sealed class Accumulator(Slot result) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is FunctionValue { ParameterCount: > 0 } function)
                solver.Connect(result, function.Parameter(0));
        }
    }
}
