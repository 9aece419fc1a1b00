using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

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
    public static bool IsPart(string name) => name is "behaviors" or "mixins" or "data" or "properties" or "props" || Parts.Contains(name);

    /// <summary>Whether a field of that name in a class can only be an option of a component.</summary>
    public static bool IsPartOfClass(string name) => name is "properties" or "methods" or "lifetimes" or "pageLifetimes" or "observers" or "behaviors";

    /// <summary>Whether an object literal reads like the options of a page or component.</summary>
    public static bool IsOptions(ObjectExpression literal)
    {
        foreach (var member in literal.Properties)
        {
            if (member is Property { Computed: false, Key: Identifier { Name: "data" or "properties" or "props" or "methods" } })
                return true;
        }

        return false;
    }

    public static void Link(Solver solver, ObjectValue options, string name, ObjectValue part, InstanceSource source)
    {
        // Native components see their properties in `this.data` and `this.properties`, those of Vue as members of `this`.
        if (name == "properties")
        {
            var data = InstanceData.Of(solver, part, source);
            solver.Add(ObjectAccess.Property(solver, options, "data", null), data);
            solver.Add(ObjectAccess.Property(solver, options, name, null), data);
        }
        else if (name == "props")
        {
            // Native libraries use that name as well.
            var data = InstanceData.Of(solver, part, source);
            solver.Add(ObjectAccess.Fallback(solver, options), data);
            solver.Add(ObjectAccess.Property(solver, options, "data", null), data);
        }

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

    /// <summary>
    /// <c>this.properties = props</c> in a class that a decorator makes a component of: its instances are the options.
    /// </summary>
    public static void LinkInClass(Solver solver, Operand instances, string name, Operand part, InstanceSource source)
    {
        solver.Want(instances, Demand.Objects);
        solver.Listen(instances, new ClassParts(name, part, source));
    }

    private sealed class ClassParts(string name, Operand part, InstanceSource source) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not ObjectValue { Constructor: not null } instance)
                return;
            solver.Want(part, Demand.Objects);
            solver.Listen(part, new ClassPart(instance, name, source));
        }
    }

    private sealed class ClassPart(ObjectValue instance, string name, InstanceSource source) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not ObjectValue part || value is FunctionValue or InstanceData)
                return;
            Link(solver, instance, name, part, source);
            if (name == "properties")
                solver.Add(source.Module.Options, instance);
        }
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
