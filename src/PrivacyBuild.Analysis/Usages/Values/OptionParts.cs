using System;
using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// The options given to Page, Component, Vue and their like hold functions in parts (<c>methods</c>, <c>lifetimes</c> …) whose
/// <c>this</c> is the whole instance, and the instance has the methods of the parts.
/// </summary>
internal static class OptionParts
{
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "methods", "lifetimes", "pageLifetimes", "observers", "computed", "watch", "events", "custom", "actions", "globalData",
    };

    /// <summary>Whether a member of that name says something of the object it is in.</summary>
    public static bool IsPart(string name) => name is "behaviors" or "mixins" or "data" || Parts.Contains(name);

    public static void Link(Solver solver, ObjectValue options, string name, ObjectValue part)
    {
        if (name is "behaviors" or "mixins")
        {
            var mixed = new Slot();
            ObjectAccess.ConnectAll(solver, part, mixed);
            solver.Listen(mixed, new ObjectFilter(ObjectAccess.Fallback(solver, options)), ObjectAccess.Fallback(solver, options));
            return;
        }

        // What parents pass to properties is part of the data.
        if (name == "data")
            part.IsOpen = true;
        if (!Parts.Contains(name))
            return;
        options.IsOpen = true;
        solver.Add(ObjectAccess.Fallback(solver, options), part);
        var members = new Slot();
        ObjectAccess.ConnectAll(solver, part, members);
        solver.Listen(members, new BindThis(options));
        options.AskWhenLive(members);
    }

    private sealed class BindThis(ObjectValue options) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is FunctionValue { IsArrow: false } function)
                solver.Add(function.This, options);
        }
    }
}
