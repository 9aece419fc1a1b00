using System;
using System.Globalization;
using System.Linq;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>An argument of a call; its place is where a constant counts as chosen by the caller.</summary>
internal readonly record struct Argument(Operand Value, Place Place, bool Spread)
{
    /// <summary>The constant that is written there, for functions of the module system whose names are the program's own; else null.</summary>
    public string? Literal { get; init; }
}

/// <summary>A call or <c>new</c>: binds arguments to whatever the callee may be.</summary>
internal sealed class Call(Argument[] arguments, Operand receiver, Slot result, bool isNew, Place place) : Constraint
{
    public Argument[] Arguments { get; } = arguments;

    public Operand Receiver { get; } = receiver;

    public Slot Result { get; } = result;

    public bool IsNew { get; } = isNew;

    public Place Place { get; } = place;

    /// <summary>What is called, when the source alone does not tell.</summary>
    public Slot? Callee { get; init; }

    /// <summary>It registers a page or component, or is a method of a list: what is given to it is not shown by that.</summary>
    public bool IsBookkeeping { get; init; }

    /// <summary>Starts listening to the callee, which matters once an argument or the result does.</summary>
    public void Listen(Solver solver)
    {
        if (Callee == null)
            return;
        solver.Feed(Result, this);
        solver.Listen(Callee, this);
        ListenToArguments(solver, this);
    }

    public void ListenToArguments(Solver solver, Demandable target)
    {
        foreach (var argument in Arguments)
            solver.Trigger(argument.Value, target);
        if (Receiver.Slot != null || Receiver.Constant is ObjectValue)
            solver.Trigger(Receiver, target);
    }

    public override void Ask(Solver solver, Demand demand)
    {
        if (Callee != null)
            solver.Want(Callee, Demand.Objects);
    }

    /// <summary>Whether anything is known of the callee. The rest is taken for libraries that hand on what they are given.</summary>
    public bool Resolved { get; set; }

    public Argument? ArgumentAt(int index) => index < Arguments.Length && !Array.Exists(Arguments, a => a.Spread) ? Arguments[index] : null;

    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        switch (value)
        {
            case FunctionValue function:
                Resolved = true;
                Bind(solver, function);
                break;
            case MemberValue member:
                Resolved = true;
                PlatformCalls.OnCall(solver, this, member);
                break;
            case BuiltinValue builtin:
                Resolved = true;
                BuiltinCalls.OnCall(solver, this, builtin);
                break;
        }
    }

    /// <summary>
    /// For a callee nobody knows: what goes in may come out (<c>promisifyAll(wx)</c>, interop helpers, logging wrappers), also by an
    /// object that is passed beside it (<c>promisifyAll(wx, wxp)</c>).
    /// </summary>
    public void PassThrough(Solver solver)
    {
        var pass = new HandOn(this);
        foreach (var argument in Arguments)
            solver.Listen(argument.Value, pass);
    }

    private void Bind(Solver solver, FunctionValue function)
    {
        if (IsNew)
        {
            var instance = ObjectAccess.InstanceOf(solver, function);
            solver.Add(Result, instance);
            solver.Add(function.This, instance);
        }
        else
        {
            if (!function.IsArrow && Receiver is not { IsUnknown: true })
                solver.Listen(Receiver, new ObjectFilter(function.This), function.This);
        }

        solver.Connect(function.Return, Result);
        BindArguments(solver, function, Arguments);
    }

    public static void BindArguments(Solver solver, FunctionValue function, ReadOnlySpan<Argument> arguments)
    {
        var spread = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            if (argument.Spread)
            {
                // From here on positions are unknown: each element may reach each later parameter.
                spread = true;
                for (var p = i; p < function.ParameterCount; p++)
                    Elements(solver, argument, function.Parameter(p));
                if (function.Arguments != null)
                    Elements(solver, argument, ObjectAccess.Any(solver, function.Arguments));
                continue;
            }

            if (spread)
            {
                for (var p = i; p < function.ParameterCount; p++)
                    Pass(solver, argument, function.Parameter(p));
            }
            else if (i < function.ParameterCount && (function.RestIndex < 0 || i < function.RestIndex))
            {
                Pass(solver, argument, function.Parameter(i));
            }

            if (function.Arguments != null)
                Pass(solver, argument, Element(solver, function.Arguments, i, spread));
        }

        if (function.RestIndex >= 0)
            BindRest(solver, function, arguments);
    }

    private static void BindRest(Solver solver, FunctionValue function, ReadOnlySpan<Argument> arguments)
    {
        var rest = function.Rest ??= new ObjectValue(function.Site);
        solver.Add(function.Parameter(function.RestIndex), rest);
        var spread = arguments.Length > 0 && arguments.Slice(0, Math.Min(function.RestIndex, arguments.Length)).ToArray().Any(argument => argument.Spread);
        for (var i = function.RestIndex; i < arguments.Length; i++)
        {
            spread |= arguments[i].Spread;
            if (arguments[i].Spread)
                Elements(solver, arguments[i], ObjectAccess.Any(solver, rest));
            else
                Pass(solver, arguments[i], Element(solver, rest, i - function.RestIndex, spread));
        }
    }

    /// <summary>The element of a list of arguments; behind a spread the position is lost.</summary>
    private static Slot Element(Solver solver, ObjectValue list, int index, bool spread) =>
        spread ? ObjectAccess.Any(solver, list) : ObjectAccess.Property(solver, list, index.ToString(CultureInfo.InvariantCulture), null);

    /// <summary>Hands one argument to a parameter; constants remember the argument.</summary>
    public static void Pass(Solver solver, Argument argument, Slot parameter)
    {
        if (argument.Value.Slot is { } slot)
            solver.Connect(slot, parameter, argument.Place);
        else if (argument.Value.Constant is { } constant)
            solver.Add(parameter, constant is StringValue text ? solver.ThroughCall(text, argument.Place) : constant);
        else
            Solver.MarkUnknown(parameter);
    }

    private static void Elements(Solver solver, Argument argument, Slot target) => solver.Listen(argument.Value, new ElementsOf(target), target);
}

/// <summary>Elements of arrays, members of any object; what a loop over it gets.</summary>
internal sealed class ElementsOf(Slot target) : Constraint
{
    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value is CollectionValue { Entry: { } entry })
            solver.Add(target, entry);
        else if (value is ObjectValue o)
            ObjectAccess.ConnectAll(solver, o, target);
    }
}

/// <summary>What a function nobody knows does with the platform values it is given.</summary>
internal sealed class HandOn(Call call) : Constraint
{
    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value.Droppable)
            return;
        solver.Add(call.Result, value, slot);
        if (value is not PlatformValue platform || call.Arguments.Length < 2)
            return;
        foreach (var argument in call.Arguments)
        {
            solver.Want(argument.Value, Demand.Objects);
            solver.Listen(argument.Value, new FilledWith(platform, slot));
        }
    }

}

/// <summary>An object's own members come first; what it does not have may be the platform's.</summary>
internal sealed class FilledWith(PlatformValue platform, Slot? origin = null) : Constraint
{
    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value is ObjectValue o and not FunctionValue)
            solver.Add(ObjectAccess.Fallback(solver, o), platform, origin);
    }
}

/// <summary>Lets through only what a library may hand on: the platform object, its members and managers.</summary>
internal sealed class PlatformFilter(Slot target) : Constraint
{
    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (!value.Droppable)
            solver.Add(target, value, slot);
    }
}

/// <summary>Lets through only objects: what <c>this</c> may be.</summary>
internal sealed class ObjectFilter(Slot target) : Constraint
{
    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value is ObjectValue)
            solver.Add(target, value, slot);
    }
}
