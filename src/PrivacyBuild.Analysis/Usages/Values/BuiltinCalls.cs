using System.Linq;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>What the known functions do with their arguments.</summary>
internal static class BuiltinCalls
{
    private const int MaxSteps = 8;
    private static readonly char[] Separators = ['.', '[', ']'];

    public static void OnCall(Solver solver, Call call, BuiltinValue builtin)
    {
        var first = call.ArgumentAt(0)?.Value ?? Operand.Unknown;
        var second = call.ArgumentAt(1)?.Value ?? Operand.Unknown;
        var third = call.ArgumentAt(2)?.Value ?? Operand.Unknown;
        switch (builtin.Builtin)
        {
            case Builtin.Require:
                solver.Want(first, Demand.Texts);
                solver.Listen(first, new RequireModule((Module)builtin.State!, call.Result));
                break;
            case Builtin.ObjectKeys:
                solver.Add(call.Result, Collect(solver, call, (list, members) => solver.Listen(first, new KeysTo(members, list.Site), members)));
                break;
            case Builtin.ObjectValues:
                solver.Add(call.Result, Collect(solver, call, (_, members) => solver.Listen(first, new ElementsOf(members), members)));
                break;
            case Builtin.ObjectEntries:
                solver.Add(call.Result, Entries(solver, call, first));
                break;
            case Builtin.ObjectAssign:
                Assign(solver, call);
                break;
            case Builtin.ObjectCopy:
                var copy = new ObjectValue(call.Place);
                ObjectAccess.Spread(solver, first, copy);
                solver.Add(call.Result, copy);
                break;
            case Builtin.ObjectCreate:
                var created = new ObjectValue(call.Place);
                solver.Flow(first, ObjectAccess.Fallback(solver, created));
                solver.Add(call.Result, created);
                break;
            case Builtin.ObjectIdentity:
            case Builtin.PromiseValue:
                solver.Flow(first, call.Result);
                break;
            case Builtin.ArrayFrom:
                solver.Flow(first, call.Result);
                Collections.ListEntries(solver, call, first);
                break;
            case Builtin.Object:
                solver.Flow(first, call.Result);
                break;
            case Builtin.Map:
                solver.Add(call.Result, Collections.MapOf(solver, call, first));
                break;
            case Builtin.Set:
                solver.Add(call.Result, Collections.SetOf(solver, call, first));
                break;
            case Builtin.Proxy:
                solver.Flow(first, call.Result);
                if (call.ArgumentAt(1) is { } handler)
                    Intercept(solver, call, handler.Value);
                break;
            case Builtin.WebpackRequire:
                ((WebpackModules)builtin.State!).OnRequire(solver, call);
                break;
            case Builtin.WebpackDefine:
                WebpackModules.Define(solver, call);
                break;
            case Builtin.WebpackGetter:
                WebpackModules.DefaultGetter(solver, call);
                break;
            case Builtin.Promise:
                var resolve = new BuiltinValue(Builtin.Resolve, call.Result);
                solver.Feed(call.Result, new Enlivening(resolve));
                CallWith.Make(solver, first, [new Argument(resolve, call.Place, false)], new Slot());
                if (first.Slot is { } executor)
                    solver.Feed(call.Result, executor);
                break;
            case Builtin.Resolve:
                solver.Flow(first, (Slot)builtin.State!);
                break;
            case Builtin.ObjectDefineProperty:
                if (call.ArgumentAt(1) is { Literal: { } property })
                {
                    DefineProperty.Define(solver, first, property, third, call.Place);
                }
                else
                {
                    solver.Listen(second, new DefineProperty(first, third, call.Place));
                    if (second.Slot is { } names)
                    {
                        solver.Trigger(first, new TextsOf(names));
                        solver.Trigger(third, new TextsOf(names));
                    }
                }

                solver.Flow(first, call.Result);
                break;
            case Builtin.ReflectGet:
                if (call.Arguments.Length > 1)
                    ReadComputed(solver, first, second, call);
                break;
            case Builtin.ReflectApply:
                CallWith.Make(solver, first, [new Argument(third, call.Place, true)], call.Result);
                break;
            case Builtin.GetApp:
                solver.Connect(solver.Findings.AppInstances, call.Result);
                break;
            case Builtin.Registration:
                Register(solver, call, first, (string)builtin.State!);
                break;
            case Builtin.Harmless:
                Solver.MarkUnknown(call.Result);
                break;
            case Builtin.ArrayMethod:
                new MethodCall((string)builtin.State!, call).Listen(solver);
                break;
            case Builtin.SetData:
                solver.Want(first, Demand.Objects);
                solver.Listen(first, new SetDataMembers((ObjectValue)builtin.State!));
                break;
        }
    }

    /// <summary>Reads a computed name as <c>object[key]</c> would, at the place of the call.</summary>
    public static void ReadComputed(Solver solver, Operand @object, Operand key, Call call)
    {
        var objects = new Slot();
        var keys = new Slot();
        new ComputedLoad(objects, keys, call.Result, new Site(call.Place, SiteForm.Computed, false)).Listen(solver);
        solver.Flow(@object, objects);
        solver.Flow(key, keys);
    }

    private static ObjectValue Collect(Solver solver, Call call, System.Action<ObjectValue, Slot> fill)
    {
        var list = new ObjectValue(call.Place);
        fill(list, ObjectAccess.Any(solver, list));
        return list;
    }

    private static ObjectValue Entries(Solver solver, Call call, Operand source)
    {
        var pair = new ObjectValue(call.Place);
        var key = ObjectAccess.Property(solver, pair, "0", null);
        var content = ObjectAccess.Property(solver, pair, "1", null);
        solver.Listen(source, new KeysTo(key, call.Place), key);
        solver.Listen(source, new ElementsOf(content), content);
        var list = new ObjectValue(call.Place);
        solver.Add(ObjectAccess.Any(solver, list), pair);
        return list;
    }

    private static void Assign(Solver solver, Call call)
    {
        if (call.Arguments.Length == 0)
            return;
        var target = call.Arguments[0].Value;
        solver.Flow(target, call.Result);
        foreach (var source in call.Arguments.Skip(1))
        {
            solver.Listen(target, new AssignTo(source.Value));
            if (target.Slot is { } slot)
                solver.Trigger(source.Value, slot);
        }
    }

    /// <summary>A proxy whose <c>get</c> reads the platform object by the name it is asked for is a clone of the platform object.</summary>
    private static void Intercept(Solver solver, Call call, Operand handler)
    {
        var proxy = new ObjectValue(call.Place);
        solver.Add(call.Result, proxy);
        var key = new StringValue(null, "", "", call.Place, false) { Clone = proxy };
        var getter = new Slot();
        var holder = new Slot();
        solver.Flow(handler, holder);
        new Load(holder, "get", getter, new Site(call.Place, SiteForm.Member, false)).Listen(solver);
        CallWith.Make(solver, getter, [call.Arguments[0], new Argument(key, call.Place, false)], ObjectAccess.Any(solver, proxy));
    }

    private static void Register(Solver solver, Call call, Operand options, string kind)
    {
        solver.Flow(options, call.Result);
        solver.Listen(options, new PlatformCalled());
        if (kind == "App")
            solver.Flow(options, solver.Findings.AppInstances);
        FindingSink.OnRegistration(solver, call.Place.Module, options);
    }

    /// <summary>The platform calls the methods of what it is given.</summary>
    private sealed class PlatformCalled : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not ObjectValue options)
                return;
            options.IsRegistered = true;
            solver.Add(options.Site.Module.Options, options);
            if (options.IsRelevant)
                solver.MakeRich(options);
        }
    }

    private sealed class AssignTo(Operand source) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is ObjectValue target)
                ObjectAccess.Spread(solver, source, target);
        }
    }

    private sealed class DefineProperty(Operand target, Operand descriptor, Place place) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is StringValue { AnyKeyOf: { } platform })
            {
                solver.Want(target, Demand.Objects);
                solver.Listen(target, new CloneOf(platform));
            }

            if (value is StringValue { Text: { } name })
                Define(solver, target, name, descriptor, place);
            else if (value is StringValue { IsOther: true })
                solver.Listen(target, new StoreAny(Content(solver, descriptor, place)));
        }

        public static void Define(Solver solver, Operand target, string name, Operand descriptor, Place place) =>
            new Store(name, Content(solver, descriptor, place), place).Listen(solver, target);

        private static Slot Content(Solver solver, Operand descriptor, Place place)
        {
            var content = new Slot(place);
            solver.Listen(descriptor, new DescriptorValue(content), content);
            return content;
        }
    }

    /// <summary>Writes a property of an object whose name is none that matters.</summary>
    private sealed class StoreAny(Slot content) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is ObjectValue o)
                solver.Connect(content, ObjectAccess.Any(solver, o));
        }
    }

    private sealed class DescriptorValue(Slot content) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not ObjectValue descriptor)
                return;
            solver.Connect(ObjectAccess.Property(solver, descriptor, "value", null), content);
            CallWith.Make(solver, ObjectAccess.Property(solver, descriptor, "get", null), [], content);
        }
    }

    /// <summary><c>setData({ a: 1, 'b.c': 2 })</c> writes the members of <c>data</c>.</summary>
    private sealed class SetDataMembers(ObjectValue owner) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is ObjectValue members)
                solver.Listen(ObjectAccess.Property(solver, owner, "data", null), new CopyInto(members));
        }
    }

    private sealed class CopyInto(ObjectValue members) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not ObjectValue data)
                return;
            ObjectAccess.CopyMembers(solver, members, data);
            new PathCopy(data).Follow(solver, members);
        }
    }

    /// <summary>A member <c>'a.b[0].c'</c> is a path into the data; objects on the way that are not there yet are made.</summary>
    private sealed class PathCopy(ObjectValue data) : ObjectCopy(null)
    {
        public override void OnProperty(Solver solver, string name, Slot property)
        {
            var steps = name.Split(Separators, System.StringSplitOptions.RemoveEmptyEntries);
            if (steps.Length is < 2 or > MaxSteps)
                return;
            new PathStore(steps, 0, property).OnValue(solver, property, data);
        }

        public override void OnAny(Solver solver, Slot any)
        {
        }
    }

    private sealed class PathStore(string[] steps, int index, Slot content) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not ObjectValue o)
                return;
            var member = ObjectAccess.Property(solver, o, steps[index], content.Place);
            if (index == steps.Length - 1)
            {
                solver.Connect(content, member);
                return;
            }

            solver.Add(member, new ObjectValue(o.Site));
            solver.Listen(member, new PathStore(steps, index + 1, content));
        }
    }
}

/// <summary>Imports the module that a constant names.</summary>
internal sealed class RequireModule(Module from, Slot result) : Constraint
{
    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value is StringValue { Text: { } specifier })
            solver.Findings.Modules.Import(solver, from, specifier, result);
    }
}

/// <summary>The names of an object's members; of the platform object every name there is.</summary>
internal sealed class KeysTo(Slot result, Place place) : Constraint
{
    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        switch (value)
        {
            case PlatformValue platform:
                solver.Add(result, Solver.AnyKey(platform, place));
                break;
            case ObjectValue o:
                ObjectAccess.Keys(solver, o, result);
                if (o.Fallback != null)
                    solver.Listen(o.Fallback, this, result);
                if (o.Any != null)
                    solver.Listen(o.Any, new WildcardOf(result, place), result);
                break;
        }
    }

    private sealed class WildcardOf(Slot result, Place place) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is MemberValue { Name: null } any)
                solver.Add(result, Solver.AnyKey(any.Platform, place));
        }
    }
}

/// <summary>Copies the members of known objects; a platform object is copied as a whole.</summary>
internal sealed class SpreadInto(ObjectValue target) : Constraint
{
    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value is PlatformValue or MemberValue { Name: null })
            solver.Add(ObjectAccess.Fallback(solver, target), value, slot);
        if (value is not ObjectValue source || source == target)
            return;
        ObjectAccess.CopyMembers(solver, source, target);
        if (source.Fallback != null)
            solver.Connect(source.Fallback, ObjectAccess.Fallback(solver, target));
    }
}

/// <summary>Calls whatever function arrives, with arguments made up by the analysis.</summary>
internal sealed class CallWith : Constraint
{
    private readonly Argument[] _arguments;
    private readonly Slot _result;

    private CallWith(Argument[] arguments, Slot result)
    {
        _arguments = arguments;
        _result = result;
    }

    public static void Make(Solver solver, Operand function, Argument[] arguments, Slot result)
    {
        solver.Listen(function, new CallWith(arguments, result), result);
        if (function.Slot is not { } slot)
            return;
        foreach (var argument in arguments)
            solver.Trigger(argument.Value, slot);
    }

    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value is FunctionValue function)
        {
            Call.BindArguments(solver, function, _arguments);
            solver.Connect(function.Return, _result);
        }
        else if (value is MemberValue or BuiltinValue && _arguments.Length > 0)
        {
            new Call(_arguments, Operand.Unknown, _result, false, _arguments[0].Place).OnValue(solver, slot, value);
        }
    }
}
