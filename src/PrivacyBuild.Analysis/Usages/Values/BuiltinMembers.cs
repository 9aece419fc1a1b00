using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>The functions of the language and the module system that are known by name.</summary>
internal static class BuiltinMembers
{
    private static readonly BuiltinValue Harmless = new(Builtin.Harmless);

    private static readonly Dictionary<string, BuiltinValue> Globals = new(StringComparer.Ordinal)
    {
        ["Object"] = new(Builtin.Object),
        ["Reflect"] = new(Builtin.Reflect),
        ["Promise"] = new(Builtin.Promise),
        ["Array"] = new(Builtin.Array),
        ["Proxy"] = new(Builtin.Proxy),
        ["Map"] = new(Builtin.Map),
        ["WeakMap"] = new(Builtin.Map),
        ["Set"] = new(Builtin.Set),
        ["getApp"] = new(Builtin.GetApp),
        ["App"] = new(Builtin.Registration, "App"),
        ["Page"] = new(Builtin.Registration, "Page"),
        ["Component"] = new(Builtin.Registration, "Component"),
        ["Behavior"] = new(Builtin.Registration, "Behavior"),
        ["Plugin"] = new(Builtin.Registration, "Plugin"),
        ["console"] = new(Builtin.Reporting),
        ["JSON"] = new(Builtin.Reporting),
        ["Math"] = new(Builtin.Reporting),
        ["Boolean"] = Harmless,
        ["Number"] = Harmless,
        ["isNaN"] = Harmless,
        ["parseInt"] = Harmless,
        ["parseFloat"] = Harmless,
    };

    private static readonly Dictionary<(Builtin, string), BuiltinValue> Members = new()
    {
        [(Builtin.Object, "keys")] = new(Builtin.ObjectKeys),
        [(Builtin.Object, "getOwnPropertyNames")] = new(Builtin.ObjectKeys),
        [(Builtin.Reflect, "ownKeys")] = new(Builtin.ObjectKeys),
        [(Builtin.Object, "values")] = new(Builtin.ObjectValues),
        [(Builtin.Object, "entries")] = new(Builtin.ObjectEntries),
        [(Builtin.Object, "assign")] = new(Builtin.ObjectAssign),
        [(Builtin.Object, "create")] = new(Builtin.ObjectCreate),
        [(Builtin.Object, "setPrototypeOf")] = new(Builtin.ObjectAssign),
        [(Builtin.Object, "freeze")] = new(Builtin.ObjectIdentity),
        [(Builtin.Object, "seal")] = new(Builtin.ObjectIdentity),
        [(Builtin.Object, "fromEntries")] = new(Builtin.ObjectIdentity),
        [(Builtin.Object, "defineProperty")] = new(Builtin.ObjectDefineProperty),
        [(Builtin.Reflect, "defineProperty")] = new(Builtin.ObjectDefineProperty),
        [(Builtin.Reflect, "get")] = new(Builtin.ReflectGet),
        [(Builtin.Reflect, "apply")] = new(Builtin.ReflectApply),
        [(Builtin.Promise, "resolve")] = new(Builtin.PromiseValue),
        [(Builtin.Promise, "all")] = new(Builtin.PromiseValue),
        [(Builtin.Promise, "race")] = new(Builtin.PromiseValue),
        [(Builtin.Array, "from")] = new(Builtin.ArrayFrom),
        [(Builtin.Array, "of")] = new(Builtin.ArrayFrom),
        [(Builtin.Array, "isArray")] = Harmless,
        [(Builtin.Array, "prototype")] = new(Builtin.ArrayPrototype),
        [(Builtin.Object, "prototype")] = new(Builtin.ObjectPrototype),
        [(Builtin.Object, "is")] = Harmless,
        [(Builtin.Object, "hasOwn")] = Harmless,
        [(Builtin.Object, "isFrozen")] = Harmless,
        [(Builtin.Object, "getOwnPropertyDescriptor")] = Harmless,
        [(Builtin.Reflect, "has")] = Harmless,
        [(Builtin.ObjectPrototype, "hasOwnProperty")] = Harmless,
        [(Builtin.ObjectPrototype, "toString")] = Harmless,
        [(Builtin.ObjectPrototype, "isPrototypeOf")] = Harmless,
        [(Builtin.ObjectPrototype, "propertyIsEnumerable")] = Harmless,
    };

    private static readonly Dictionary<string, BuiltinValue> ArrayMethods = new[]
    {
        "forEach", "map", "filter", "find", "some", "every", "reduce", "push", "unshift", "concat", "slice", "splice", "reverse", "sort", "pop", "shift",
    }.ToDictionary(name => name, name => new BuiltinValue(Builtin.ArrayMethod, name), StringComparer.Ordinal);

    private static readonly BuiltinValue WebpackDefine = new(Builtin.WebpackDefine);
    private static readonly BuiltinValue WebpackGetter = new(Builtin.WebpackGetter);

    public static BuiltinValue? Global(string name) => Globals.TryGetValue(name, out var value) ? value : null;

    public static BuiltinValue? Find(BuiltinValue owner, string member)
    {
        // `require.async`, `require.resolve`: the same modules.
        if (owner.Builtin == Builtin.Require)
            return member == "async" ? owner : null;
        if (owner.Builtin == Builtin.WebpackRequire)
        {
            return member switch
            {
                "d" => WebpackDefine,
                "n" => WebpackGetter,
                "bind" => owner,
                _ => null,
            };
        }

        return owner.Builtin switch
        {
            Builtin.Reporting => Harmless,
            Builtin.ArrayPrototype when ArrayMethods.TryGetValue(member, out var method) => method,
            _ => Members.TryGetValue((owner.Builtin, member), out var value) ? value : null,
        };
    }
}
