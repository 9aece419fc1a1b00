namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>What Map and Set do with what is put into them.</summary>
internal static class Collections
{
    public static CollectionValue SetOf(Solver solver, Call call, Operand elements)
    {
        var set = new CollectionValue(call.Place);
        solver.Listen(elements, new ElementsOf(ObjectAccess.Any(solver, set)), ObjectAccess.Any(solver, set));
        return set;
    }

    public static CollectionValue MapOf(Solver solver, Call call, Operand entries)
    {
        var entry = new ObjectValue(call.Place);
        var map = new CollectionValue(call.Place) { Entry = entry, Keys = ObjectAccess.Property(solver, entry, "0", null) };
        solver.Connect(ObjectAccess.Any(solver, map), ObjectAccess.Property(solver, entry, "1", null));
        var given = new Slot();
        solver.Listen(entries, new ElementsOf(given), given);
        var site = new Site(call.Place, SiteForm.Member, false);
        new Load(given, "0", map.Keys, site).Listen(solver);
        new Load(given, "1", ObjectAccess.Any(solver, map), site).Listen(solver);
        return map;
    }

    /// <summary>What a loop over the entries of a list gets: the index, which names nothing, and the element; of a Map, key and value.</summary>
    public static ObjectValue EntryOf(Solver solver, Call call, ObjectValue list)
    {
        if (list is CollectionValue { Entry: { } known })
            return known;
        var entry = new ObjectValue(call.Place);
        solver.Add(ObjectAccess.Property(solver, entry, "0", null), solver.Other(call.Place));
        ObjectAccess.ConnectAll(solver, list, ObjectAccess.Property(solver, entry, "1", null));
        return entry;
    }

    /// <summary><c>Array.from(map)</c> is a list of its entries.</summary>
    public static void ListEntries(Solver solver, Call call, Operand source) => solver.Listen(source, new EntriesOf(call), call.Result);

    /// <summary><c>get</c>, <c>set</c> and <c>add</c>.</summary>
    public static void OnMethod(Solver solver, Call call, string name, CollectionValue collection)
    {
        if (name == "get")
        {
            ObjectAccess.ConnectAll(solver, collection, call.Result);
            return;
        }

        solver.Add(call.Result, collection);
        if (call.Arguments.Length == 0)
            return;
        solver.Flow(call.Arguments[call.Arguments.Length - 1].Value, ObjectAccess.Any(solver, collection));
        if (collection.Keys != null)
            solver.Flow(call.Arguments[0].Value, collection.Keys);
    }

    private sealed class EntriesOf(Call call) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not CollectionValue { Entry: { } entry })
                return;
            var list = new ObjectValue(call.Place);
            solver.Add(ObjectAccess.Any(solver, list), entry);
            solver.Add(call.Result, list);
        }
    }
}
