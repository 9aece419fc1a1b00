using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>An object, array, class instance or exports object, by the place that makes it.</summary>
internal class ObjectValue(Place site) : LatentValue
{
    private MemberTable _members;
    private Slot? _any;
    private PostponedMembers? _postponed;
    private Few<Load> _loads;
    private Few<ObjectCopy> _copies;
    private Few<Demandable> _whenLive;

    public Place Site { get; } = site;

    /// <summary>Its members of known names.</summary>
    public ref readonly MemberTable Members
    {
        get
        {
            if (_postponed != null)
                Fill();
            return ref _members;
        }
    }

    /// <summary>What computed stores and array elements put in.</summary>
    public Slot? Any
    {
        get
        {
            if (_postponed != null)
                Fill();
            return _any;
        }
        set => _any = value;
    }

    /// <summary>By what names computed stores put it there; null when there are none.</summary>
    public List<Slot>? WrittenNames { get; set; }

    /// <summary>Nobody has looked into it so far, and what is in it will be stated when somebody does.</summary>
    public bool IsPostponed => _postponed != null;

    /// <summary>All members together, made when first asked for.</summary>
    public Slot? Every { get; set; }

    /// <summary>What it inherits from, and platform objects it clones. Looked into for names it does not have itself.</summary>
    public Slot? Fallback { get; set; }

    /// <summary>Objects it copies. Looked into for every name.</summary>
    public Slot? Sources { get; set; }

    /// <summary>As the properties of a component: their default values by name, made when first asked for.</summary>
    public ObjectValue? PropertyDefaults { get; set; }

    /// <summary>Loads waiting for names, any-slots and fallbacks that come later.</summary>
    public ref readonly Few<Load> Loads => ref _loads;

    /// <summary>Who follows every member, later ones too.</summary>
    public ref readonly Few<ObjectCopy> Copies => ref _copies;

    /// <summary>Something live is in it; then its methods matter as well.</summary>
    public bool IsRich { get; set; }

    /// <summary>The platform gives it more members (properties, data): read by a key, it may yield what nothing here defines.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The platform calls its methods, so all of them matter once it is live.</summary>
    public bool IsRegistered { get; set; }

    /// <summary>The function whose instances it stands for.</summary>
    public FunctionValue? Constructor { get; set; }

    /// <summary>What to ask once it is live.</summary>
    public ref readonly Few<Demandable> WhenLive => ref _whenLive;

    /// <summary>Its <c>setData</c>, made when first asked for.</summary>
    public BuiltinValue? SetData { get; set; }

    public Slot? Find(string name) => Members.Find(name);

    /// <summary>A member that comes into being by being asked for; null where there is none.</summary>
    public virtual Slot? Provide(string name) => null;

    /// <summary>Leaves its members for when somebody looks into it.</summary>
    public void Postpone(PostponedMembers members) => _postponed = members;

    public void Add(string name, Slot slot) => _members.Add(name, slot);

    public void AddLoad(Load load) => _loads.Add(load);

    public void AddCopy(ObjectCopy copy) => _copies.Add(copy);

    public void AskWhenLive(Demandable demandable) => _whenLive.Add(demandable);

    private void Fill()
    {
        var members = _postponed!;
        _postponed = null;
        members.Fill(this);
    }
}

/// <summary>Members that are stated once somebody looks into the object.</summary>
internal abstract class PostponedMembers
{
    public abstract void Fill(ObjectValue o);
}

/// <summary>A Map or Set. What <c>get</c> gives is in its any-slot.</summary>
internal sealed class CollectionValue(Place site) : ObjectValue(site)
{
    /// <summary>A Map's keys; null for a Set.</summary>
    public Slot? Keys { get; init; }

    /// <summary>What a loop over a Map gets: key and value; null for a Set.</summary>
    public ObjectValue? Entry { get; init; }
}

/// <summary>
/// A function or class. A class is called by <c>new</c>; its instances share <see cref="Instance"/>. Its slots come into being when first
/// asked for: most functions of a program neither get nor give anything that matters.
/// </summary>
internal sealed class FunctionValue(Place site, IFunction? function) : ObjectValue(site)
{
    private Slot[]? _parameters;
    private Slot? _return;
    private Slot? _this;

    public IFunction? Function { get; } = function;

    /// <summary>Arrows have the <c>this</c> of what surrounds them.</summary>
    public bool IsArrow => Function is ArrowFunctionExpression;

    /// <summary>Its body while it is not walked yet; null for functions the analysis makes up.</summary>
    public FunctionBody? Body { get; set; }

    public int ParameterCount => Function?.Params.Count ?? 0;

    /// <summary>All arguments, for <c>arguments</c>; null when that is not used.</summary>
    public ObjectValue? Arguments { get; set; }

    /// <summary>The array behind the rest parameter, made by the first call that fills it.</summary>
    public ObjectValue? Rest { get; set; }

    /// <summary>Index of the rest parameter, or -1.</summary>
    public int RestIndex { get; init; } = -1;

    public Slot Return
    {
        get => _return ??= new FunctionSlot(FunctionRole.Return, this, Site);
        init => _return = value;
    }

    public Slot This
    {
        get => _this ??= new FunctionSlot(FunctionRole.This, this);
        init => _this = value;
    }

    /// <summary>What <c>new</c> gives; also the prototype.</summary>
    public ObjectValue? Instance { get; set; }

    public Slot Parameter(int index)
    {
        _parameters ??= new Slot[ParameterCount];
        return _parameters[index] ??= new FunctionSlot(index == RestIndex ? FunctionRole.Arguments : FunctionRole.Parameter, this, Place.Of(Site.Module, Function!.Params[index]));
    }
}
