using System.Collections.Generic;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

// What an expression may be, as far as privacy interfaces are concerned. Values are compared by reference; the solver hands
// out one object per platform, member and manager, and the constraint builder one per literal, object, function and module.

internal abstract class Value
{
    /// <summary>Whether a crowded slot may drop this value and call itself unknown instead: true for what is only a means (strings, objects, functions).</summary>
    public virtual bool Droppable => true;

    /// <summary>
    /// Live values move on by themselves, wherever edges lead: the platform's, and whatever holds or yields one or is asked about. The
    /// others stay where they are until somebody wants to know what a slot may hold.
    /// </summary>
    public virtual bool IsLive => true;

    /// <summary>
    /// Relevant values are live not only because somebody asks for them: they are the platform's, hold or yield such a value, or want to know what
    /// they are called with or on. Whoever gets one may do something with it that matters.
    /// </summary>
    public virtual bool IsRelevant => IsLive;

    /// <summary>Hot values are relevant, and where one is stored or handed to a function it is asked which object or function that is.</summary>
    public virtual bool IsHot => IsLive;

    /// <summary>Which demand it answers.</summary>
    public virtual Demand Answers => Demand.Objects;
}

/// <summary>How much a value has to do with the platform.</summary>
internal enum Heat : byte
{
    Cold,

    /// <summary>Somebody asks who has it: it moves on by itself.</summary>
    Asked,

    /// <summary>It does so because of what it holds, yields or wants to be given.</summary>
    Relevant,

    /// <summary>A function whose arguments are asked for: whoever it is handed to may call it.</summary>
    Warm,

    /// <summary>It holds or yields a value of the platform.</summary>
    Hot,
}

/// <summary>A value that is live only once it has to do with a live one, or once somebody asks who uses it.</summary>
internal abstract class LatentValue : Value
{
    private Heat _heat;
    private Few<Slot> _holders;

    public override bool IsLive => _heat >= Heat.Asked;

    public override bool IsRelevant => _heat >= Heat.Relevant;

    public override bool IsHot => _heat >= Heat.Warm;

    public Heat Heat => _heat;

    /// <summary>Slots that have to hand it on as soon as it is live or hot.</summary>
    public ref readonly Few<Slot> Holders => ref _holders;

    public virtual void AddHolder(Slot slot)
    {
        if (_heat < Heat.Hot)
            _holders.Add(slot);
    }

    /// <summary>False when it is that already.</summary>
    public virtual bool Become(Heat heat)
    {
        if (heat <= _heat)
            return false;
        _heat = heat;
        return true;
    }

    public void ForgetHolders() => _holders.Clear();
}

/// <summary>The platform object <c>wx</c>, or a framework's twin of it (<c>uni</c>, <c>Taro</c>).</summary>
internal sealed class PlatformValue(string @namespace) : Value
{
    private readonly Dictionary<string, List<Load>> _awaited = [];

    public string Namespace { get; } = @namespace;

    /// <summary>Members that are a platform object themselves (<c>wepy.wx</c>).</summary>
    public Dictionary<string, PlatformValue> Members { get; } = [];

    /// <summary>What the program itself hangs onto it (<c>wx.p = promisifyAll(wx)</c>); made by the first such write.</summary>
    public ObjectValue? Additions { get; set; }

    /// <summary>Notes a read of a member that is no interface: the program may add it.</summary>
    public void Await(Load load)
    {
        if (!_awaited.TryGetValue(load.Name, out var loads))
            _awaited.Add(load.Name, loads = []);
        loads.Add(load);
    }

    /// <summary>The reads of a member that were noted before it was added.</summary>
    public IReadOnlyList<Load> TakeAwaiting(string name)
    {
        if (!_awaited.TryGetValue(name, out var loads))
            return [];
        _awaited.Remove(name);
        return loads;
    }

    /// <summary>Stands for every key of the platform object (<c>for (k in wx)</c>); made when first asked for.</summary>
    public StringValue? AnyKey { get; set; }

    public override bool Droppable => false;
}

/// <summary>The global object, of which the platform objects are members.</summary>
internal sealed class GlobalObjectValue : Value
{
    public override bool Droppable => false;

    public override bool IsHot => false;
}

/// <summary>A member of the platform object, or of a copy of it: a function that can be called. Null name: any member (copy loops).</summary>
internal sealed class MemberValue(PlatformValue platform, string? name, bool isFollowed) : Value
{
    /// <summary>A use of it is a finding where it is read; only what makes managers or takes scopes is followed to its calls.</summary>
    public override bool IsLive => isFollowed;

    public PlatformValue Platform { get; } = platform;

    public string? Name { get; } = name;

    public override bool Droppable => false;
}

/// <summary>An object that a factory of the platform gives, such as a RecorderManager.</summary>
internal sealed class ManagerValue(IReadOnlyDictionary<string, PrivacyInterface> methods) : Value
{
    /// <summary>Its methods that are privacy interfaces.</summary>
    public IReadOnlyDictionary<string, PrivacyInterface> Methods { get; } = methods;

    public override bool Droppable => false;
}

/// <summary>
/// A constant string, or one of which only the ends are known (<see cref="Text"/> null). <see cref="Place"/> is where a finding that
/// rests on it stands: the literal, or the argument with which the string first entered a function.
/// </summary>
internal sealed class StringValue(string? text, string prefix, string suffix, Place place, bool throughCall) : Value
{
    public StringValue(string text, Place place)
        : this(text, "", "", place, false)
    {
    }

    public string? Text { get; } = text;

    public string Prefix { get; } = prefix;

    public string Suffix { get; } = suffix;

    public Place Place { get; } = place;

    /// <summary>It came in as an argument, so the caller is who chose it.</summary>
    public bool ThroughCall { get; } = throughCall;

    /// <summary>What stood in the argument with which it came in.</summary>
    public Slot? ChosenFrom { get; init; }

    /// <summary>Not null: it stands for every key of that platform object, as in a copy loop.</summary>
    public PlatformValue? AnyKeyOf { get; init; }

    /// <summary>Not null: whatever name the clone is asked for. A platform object read by this key is what the clone gives.</summary>
    public ObjectValue? Clone { get; init; }

    /// <summary>A constant that is no part of any name of the catalogue: known, and of no further interest.</summary>
    public bool IsOther { get; init; }

    /// <summary>A key that stands for many and is accounted for elsewhere: an access by it is no dynamic one.</summary>
    public bool IsWildcard => AnyKeyOf != null || Clone != null;

    public override bool IsLive => IsWildcard;

    public override Demand Answers => Demand.Texts;
}

/// <summary>A function of the language or the module system that the analysis knows by heart.</summary>
internal sealed class BuiltinValue(Builtin builtin, object? state = null) : LatentValue
{
    public Builtin Builtin { get; } = builtin;

    public object? State { get; } = state;

    /// <summary>Those that lead to a module or an instance are followed like these; the others belong to no program.</summary>
    public override bool IsLive => Builtin is Builtin.Require or Builtin.SetData or Builtin.WebpackDefine or Builtin.WebpackGetter || base.IsLive;

    public override bool IsRelevant => Heat >= Heat.Relevant;

    public override bool IsHot => false;

    private bool IsOfProgram => Builtin is Builtin.Resolve or Builtin.WebpackRequire;

    public override void AddHolder(Slot slot)
    {
        if (IsOfProgram)
            base.AddHolder(slot);
    }

    public override bool Become(Heat heat) => IsOfProgram && base.Become(heat);
}

internal enum Builtin
{
    Object,
    Reflect,
    Promise,
    Array,
    Proxy,
    Map,
    Set,
    GetApp,
    ObjectKeys,
    ObjectValues,
    ObjectEntries,
    ObjectAssign,

    /// <summary>Gives a new object with the members of its first argument.</summary>
    ObjectCopy,
    ObjectCreate,
    ObjectIdentity,
    ObjectDefineProperty,
    ReflectGet,
    ReflectApply,
    Require,
    Resolve,
    PromiseValue,
    ArrayFrom,
    Registration,
    SetData,
    WebpackRequire,
    WebpackDefine,
    WebpackGetter,
    ObjectPrototype,
    ArrayPrototype,

    /// <summary>A method of arrays, called by <c>call</c> or <c>apply</c> on what it works on.</summary>
    ArrayMethod,

    /// <summary>Has members of which none hands on what it is given.</summary>
    Reporting,

    /// <summary>Looks at its arguments and hands none of them on.</summary>
    Harmless,
}

/// <summary>A place in a file of the program: what evidence and findings point at.</summary>
internal readonly record struct Place(Module Module, int Start, int End)
{
    public static Place Of(Module module, Node node) => new(module, node.Start, node.End);
}
