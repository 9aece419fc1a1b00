using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// Bundles split over several files: each pushes a table of module functions by id (<c>(x = x || []).push([[chunk], { 12: function
/// (module, exports, require) { … } }])</c>), and a runtime that the analysis need not see calls them. Ids are shared by the whole
/// program, so a module of one file reaches the exports of another's.
/// </summary>
internal sealed class WebpackModules
{
    private readonly Dictionary<string, ObjectValue> _modules = new(StringComparer.Ordinal);

    public WebpackModules() => Require = new BuiltinValue(Builtin.WebpackRequire, this);

    /// <summary>The function by which its modules require each other.</summary>
    public BuiltinValue Require { get; }

    /// <summary>The table of a chunk, when the array is one: an object by id, or a list in which the position is the id.</summary>
    public static Expression? TableOf(ArrayExpression array) =>
        array.Elements.Count >= 2 && array.Elements[0] is ArrayExpression
            ? array.Elements[1] switch
            {
                ObjectExpression { Properties.Count: > 0 } table when table.Properties.All(IsModule) => table,
                ArrayExpression list when IsTable(list) => list,
                _ => null,
            }
            : null;

    /// <summary>Whether a list has nothing but modules and gaps.</summary>
    public static bool IsTable(ArrayExpression list) =>
        list.Elements.Any(element => element != null) && list.Elements.All(element => element is null or IFunction { Params.Count: <= 3 });

    private static bool IsModule(Node member) =>
        member is Property { Kind: PropertyKind.Init, Value: IFunction { Params.Count: <= 3 } };

    /// <summary>The object <c>module</c> of an id, with its <c>exports</c>.</summary>
    public ObjectValue Module(Solver solver, string id, Place place)
    {
        if (_modules.TryGetValue(id, out var module))
            return module;
        // Once a module gives something live, whoever requires modules matters.
        module = new ObjectValue(place);
        module.AskWhenLive(new Enlivening(Require));
        _modules.Add(id, module);
        solver.Add(ObjectAccess.Property(solver, module, "exports", place), new ObjectValue(place));
        return module;
    }

    /// <summary>Calls a module function as the runtime would.</summary>
    public void Run(Solver solver, string id, FunctionValue function)
    {
        var module = Module(solver, id, function.Site);
        var exports = ObjectAccess.Property(solver, module, "exports", null);
        Call.BindArguments(solver, function,
        [
            new Argument(module, function.Site, false),
            new Argument(exports, function.Site, false),
            new Argument(Require, function.Site, false),
        ]);
        solver.Connect(exports, function.This);
    }

    /// <summary><c>require(id)</c> within a bundle.</summary>
    public void OnRequire(Solver solver, Call call)
    {
        if (call.ArgumentAt(0) is { Literal: { } id })
            solver.Connect(ObjectAccess.Property(solver, Module(solver, id, call.Place), "exports", null), call.Result);
    }

    /// <summary><c>require.d(exports, { name: getter })</c> or <c>require.d(exports, name, getter)</c>.</summary>
    public static void Define(Solver solver, Call call)
    {
        if (call.ArgumentAt(0) is not { } exports || call.ArgumentAt(1) is not { } second)
            return;
        if (call.ArgumentAt(2) is { } getter && second.Literal is { } name)
            DefineOne(solver, exports.Value, name, getter.Value, call.Place);
        else
            solver.Listen(second.Value, new DefineAll(exports.Value, call.Place));
    }

    /// <summary><c>require.n(module)</c>: a function that gives the default export or the module; also as its property <c>a</c>.</summary>
    public static void DefaultGetter(Solver solver, Call call)
    {
        if (call.ArgumentAt(0) is not { } module)
            return;
        var content = new Slot(call.Place);
        solver.Flow(module.Value, content);
        var holder = new Slot();
        solver.Flow(module.Value, holder);
        new Load(holder, "default", content, new Site(call.Place, SiteForm.Member, false)).Listen(solver);
        var getter = new FunctionValue(call.Place, null) { Return = content, This = new Slot() };
        solver.Connect(content, ObjectAccess.Property(solver, getter, "a", null));
        solver.Add(call.Result, getter);
    }

    private static void DefineOne(Solver solver, Operand exports, string name, Operand getter, Place place)
    {
        var content = new Slot(place);
        CallWith.Make(solver, getter, [], content);
        new Store(name, content, place).Listen(solver, exports);
    }

    private sealed class DefineAll(Operand exports, Place place) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not ObjectValue getters)
                return;
            var count = getters.Members.Count;
            for (var i = 0; i < count; i++)
                DefineOne(solver, exports, getters.Members.NameAt(i), getters.Members.SlotAt(i), place);
        }
    }
}
