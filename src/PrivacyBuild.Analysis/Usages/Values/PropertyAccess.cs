using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>How the source spells an access, which decides how a finding there is called.</summary>
internal enum SiteForm
{
    Member,
    Computed,
    Pattern,
    Import,
}

/// <summary>The place of an access, and whether its result is called there.</summary>
internal readonly record struct Site(Place Place, SiteForm Form, bool Call);

/// <summary>Reads a property of a known name from whatever the object may be.</summary>
internal sealed class Load(Slot @object, string name, Slot result, Site site) : Constraint
{
    // So many are looked through; more have an index.
    private const int FewObjects = 8;

    private Few<ObjectValue> _objects;
    private HashSet<ObjectValue>? _index;
    private bool _feeds;

    public string Name { get; } = name;

    public Slot Result { get; } = result;

    public Site Site { get; } = site;

    /// <summary>The object expression, for evidence.</summary>
    public Slot Object { get; } = @object;

    /// <summary>The constant that names the property in a computed access, or null.</summary>
    public StringValue? Key { get; init; }

    /// <summary>All that may name the property in a computed access, or null.</summary>
    public Slot? Keys { get; init; }

    /// <summary>Starts listening to the object.</summary>
    public void Listen(Solver solver)
    {
        Feed(solver);
        solver.Listen(Object, this);
    }

    /// <summary>Which objects are read decides what the result is, and whoever writes to them has to be found.</summary>
    public override void Ask(Solver solver, Demand demand)
    {
        solver.Want(Object, Demand.Objects);
        for (var i = 0; i < _objects.Count; i++)
            solver.MakeAsked(_objects[i]);
    }

    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        switch (value)
        {
            case PlatformValue platform:
                LoadFromPlatform(solver, slot, platform);
                break;
            case MemberValue { Name: null } copied:
                // A slot of an object that copies every member of the platform object.
                LoadFromPlatform(solver, slot, copied.Platform);
                break;
            case GlobalObjectValue:
                if (solver.Findings.PlatformOfGlobal(Name) is { } global)
                    solver.Add(Result, global, slot);
                else if (Name is "globalThis" or "window" or "global" or "self")
                    solver.Add(Result, value, slot);
                break;
            case ManagerValue manager:
                solver.Findings.OnManagerMember(this, slot, manager);
                break;
            case ObjectValue o:
                LoadFromObject(solver, o);
                break;
            case BuiltinValue builtin when BuiltinMembers.Find(builtin, Name) is { } member:
                solver.Add(Result, member, slot);
                break;
        }
    }

    private void LoadFromPlatform(Solver solver, Slot slot, PlatformValue platform)
    {
        // `Taro.default`, `exports.default = wx`: interop layers wrap the platform object, they do not change it.
        if (Name == "default")
        {
            solver.Add(Result, platform, slot);
            return;
        }

        if (platform.Members.TryGetValue(Name, out var twin))
        {
            solver.Add(Result, twin, slot);
            return;
        }

        if (platform.Additions is { } additions && additions.Find(Name) is { } addition)
        {
            solver.Connect(addition, Result);
            return;
        }

        if (!solver.Findings.IsKnownMember(Name))
            platform.Await(this);
        solver.Add(Result, solver.Member(platform, Name), slot);
        solver.Findings.OnPlatformMember(this, slot, platform);
    }

    private void LoadFromObject(Solver solver, ObjectValue o)
    {
        // Sources and prototypes lead to the same object on many ways.
        if (!IsNew(o))
            return;
        Feed(solver);
        if (Result.Wanted != Demand.None)
            solver.MakeAsked(o);
        var property = o.Find(Name) ?? o.Provide(Name);
        var own = property != null;
        if (property != null)
            solver.Connect(property, Result);
        o.AddLoad(this);
        if (o.Any != null)
            FromAny(solver, o.Any);
        if (o.Sources != null)
            FromFallback(solver, o.Sources);
        if (!own && o.Fallback != null)
            FromFallback(solver, o.Fallback);
        if (o is FunctionValue function && Name == "prototype")
            solver.Add(Result, ObjectAccess.InstanceOf(solver, function));
        if (!own && Name == "setData")
            solver.Add(Result, ObjectAccess.SetDataOf(o));
    }

    private void Feed(Solver solver)
    {
        if (_feeds)
            return;
        _feeds = true;
        solver.Feed(Result, this);
    }

    private bool IsNew(ObjectValue o)
    {
        if (_index != null ? !_index.Add(o) : _objects.Contains(o))
            return false;
        _objects.Add(o);
        if (_index == null && _objects.Count > FewObjects)
        {
            _index = [];
            for (var i = 0; i < _objects.Count; i++)
                _index.Add(_objects[i]);
        }

        return true;
    }

    /// <summary>Called when the property comes into being after the load.</summary>
    public void FromProperty(Solver solver, Slot property) => solver.Connect(property, Result);

    public void FromAny(Solver solver, Slot any)
    {
        // What arrays and functions have by nature is no element: `list.length`, `list.push`.
        if (!MethodCall.Knows(Name) && Name is not ("length" or "prototype" or "constructor"))
            solver.Connect(any, Result, null, this);
    }

    public void FromFallback(Solver solver, Slot fallback) => solver.Listen(fallback, this, Result);
}

/// <summary>Reads a property whose name is computed: each object with each key.</summary>
internal sealed class ComputedLoad(Slot @object, Slot key, Slot result, Site site) : Constraint
{
    private readonly List<Value> _objects = [];
    private readonly List<StringValue> _keys = [];
    private bool _isOpen;

    public Slot Object { get; } = @object;

    public Slot Key { get; } = key;

    public Slot Result { get; } = result;

    public Site Site { get; } = site;

    /// <summary>Starts listening to object and key.</summary>
    public void Listen(Solver solver)
    {
        solver.Feed(Result, this);
        solver.Listen(Object, this);
        if (Key != Object)
            solver.Listen(Key, this);
    }

    public override void Ask(Solver solver, Demand demand)
    {
        solver.Want(Object, Demand.Objects);
        solver.Want(Key, Demand.Texts);
    }

    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        // Listens on both slots; strings of the key slot and objects of the object slot cannot be mistaken for each other.
        if (slot == Key && value is StringValue text)
        {
            _keys.Add(text);
            foreach (var o in _objects)
                Combine(solver, o, text);
        }

        if (slot == Object && value is not StringValue)
        {
            _objects.Add(value);
            if (value is PlatformValue or MemberValue { Name: null } or GlobalObjectValue or ObjectValue { Fallback: not null } or ObjectValue { Sources: not null })
                solver.Want(Key, Demand.Texts);
            // What a member of the platform object has in turn is no interface.
            if (value is PlatformValue)
                solver.Findings.OnComputedAccess(this);
            foreach (var k in _keys)
                Combine(solver, value, k);
            if (value is ObjectValue any and not InstanceData)
                ObjectAccess.ConnectAll(solver, any, Result);
            if (value is ObjectValue { IsOpen: true } && !_isOpen)
            {
                _isOpen = true;
                solver.Closings.Add(new OpenRead(Key, _objects, Result));
            }
        }
    }

    private void Combine(Solver solver, Value value, StringValue key)
    {
        if (key.Text != null)
        {
            // Known members of a known object are already connected all together; a platform member must be named.
            if (value is not ObjectValue { Fallback: null, Sources: null })
                new Load(Object, key.Text, Result, Site) { Key = key, Keys = Key }.OnValue(solver, Object, value);
        }
        else if (value is PlatformValue platform && key.AnyKeyOf != null)
        {
            solver.Add(Result, solver.AnyMember(platform), Object);
        }
        else if (value is PlatformValue or MemberValue { Name: null } && key.Clone is { } clone)
        {
            solver.Add(ObjectAccess.Fallback(solver, clone), value, Object);
        }
    }
}

/// <summary>Writes a property.</summary>
internal sealed class Store(string name, Operand source, Place place) : Constraint
{
    /// <summary>Starts listening to the object, which matters once the content does.</summary>
    public void Listen(Solver solver, Operand target)
    {
        solver.Listen(target, this);
        if (target.Slot is { } slot)
            solver.Trigger(source, slot);
    }

    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value is ObjectValue o)
            solver.Flow(source, ObjectAccess.Property(solver, o, name, place));
        else if (value is PlatformValue platform)
            solver.Flow(source, Addition(solver, platform));
    }

    /// <summary>What is hung onto the platform object; who has asked for it before hears of it now.</summary>
    private Slot Addition(Solver solver, PlatformValue platform)
    {
        var addition = ObjectAccess.Property(solver, AdditionsTo(platform), name, place);
        foreach (var load in platform.TakeAwaiting(name))
            load.FromProperty(solver, addition);
        return addition;
    }

    private ObjectValue AdditionsTo(PlatformValue platform)
    {
        if (platform.Additions != null)
            return platform.Additions;
        // Every script has the platform object, so any may use what is hung onto it, or hang something onto it that is asked for.
        platform.Additions = new ObjectValue(place);
        platform.Additions.AskWhenLive(new ModulesWith(ScriptMentions.Word));
        return platform.Additions;
    }
}

/// <summary>Brings in the modules that mention something.</summary>
internal sealed class ModulesWith(ScriptMentions mentions) : Demandable
{
    public override void Ask(Solver solver, Demand demand) => solver.Findings.Modules.Request(mentions);
}

/// <summary>An object that a loop fills with every member of a platform object.</summary>
internal sealed class CloneOf(PlatformValue platform) : Constraint
{
    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (value is ObjectValue o)
            solver.Add(ObjectAccess.Any(solver, o), solver.AnyMember(platform), slot);
    }
}

/// <summary>Writes a property whose name is computed.</summary>
internal sealed class ComputedStore(Slot @object, Slot key, Operand source, Place place) : Constraint
{
    private Place Place { get; } = place;

    private readonly List<ObjectValue> _objects = [];
    private readonly List<string> _names = [];
    private readonly List<PlatformValue> _cloned = [];

    /// <summary>Starts listening to object and key, which matter once the content does.</summary>
    public void Listen(Solver solver)
    {
        solver.Listen(@object, this);
        if (key != @object)
            solver.Listen(key, this);
        solver.Trigger(source, @object);
        solver.Trigger(key, @object);
    }

    public override void OnValue(Solver solver, Slot slot, Value value)
    {
        if (slot == key && value is StringValue text)
        {
            if (text.AnyKeyOf is { } platform)
                OnEveryKey(solver, platform);

            if (text.Text == null)
                return;

            _names.Add(text.Text);
            foreach (var o in _objects)
                solver.Flow(source, ObjectAccess.Property(solver, o, text.Text, Place));
        }

        if (slot == @object && value is ObjectValue target)
        {
            _objects.Add(target);
            (target.WrittenNames ??= []).Add(key);
            solver.Flow(source, ObjectAccess.Any(solver, target));
            foreach (var platform in _cloned)
                solver.Add(ObjectAccess.Any(solver, target), solver.AnyMember(platform), slot);
            foreach (var name in _names)
                solver.Flow(source, ObjectAccess.Property(solver, target, name, Place));
        }
    }

    /// <summary>
    /// A loop over the platform's keys makes a clone when it stores what it makes there and then for each key: a function, or what a
    /// call gives. What it merely passes on shows by itself what it is.
    /// </summary>
    private void OnEveryKey(Solver solver, PlatformValue platform)
    {
        if (source.Slot is { } slot and not ResultSlot)
        {
            solver.Want(slot, Demand.Objects);
            solver.Listen(slot, new MadeHere(this, platform));
            return;
        }

        if (source.Slot != null || source.Constant is FunctionValue)
            Clone(solver, platform);
    }

    private void Clone(Solver solver, PlatformValue platform)
    {
        if (_cloned.Contains(platform))
            return;
        _cloned.Add(platform);
        foreach (var o in _objects)
            solver.Add(ObjectAccess.Any(solver, o), solver.AnyMember(platform), key);
    }

    private sealed class MadeHere(ComputedStore store, PlatformValue platform) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is FunctionValue { Body: { } body } && body.IsWithin(store.Place))
                store.Clone(solver, platform);
        }
    }
}
