using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Catalogue;

public enum InterfaceForm
{
    /// <summary><c>wx.getLocation</c></summary>
    Api,

    /// <summary><c>RecorderManager.start</c>, a method of an object that a factory gives.</summary>
    ManagerMethod,

    /// <summary><c>scope.record</c> given to <c>wx.authorize</c>.</summary>
    Scope,

    /// <summary><c>&lt;camera&gt;</c></summary>
    Component,

    /// <summary><c>button[open-type=getPhoneNumber]</c>, <c>input[type=nickname]</c>, <c>functional-page-navigator[name=…]</c>; without a value (<c>map[show-location]</c>): any.</summary>
    ComponentAttribute,
}

/// <summary>The platform's official tables: one for each kind of app.</summary>
public enum InterfaceTable
{
    MiniProgram,
    Plugin,
    MiniGame,
}

/// <summary>How near an interface outside the official tables is to a kind; never more than a hint.</summary>
public enum RelatedStrength
{
    /// <summary>It stands in an official table.</summary>
    NotRelated,

    /// <summary>Close to privacy by nature, but its documentation names no authorization: not worth a line.</summary>
    Silent,

    /// <summary>Its documentation touches a kind.</summary>
    Possible,

    /// <summary>Its documentation asks for the user's authorization, or an earlier table listed it.</summary>
    Likely,
}

/// <summary>One privacy interface; the same name has one entry with all its kinds.</summary>
public sealed record PrivacyInterface
{
    /// <summary>The spelling used everywhere: <c>wx.getLocation</c>, <c>RecorderManager.start</c>, <c>&lt;camera&gt;</c>, <c>button[open-type=getPhoneNumber]</c>, <c>scope.userLocation</c>.</summary>
    public required string Name { get; init; }

    public required InterfaceForm Form { get; init; }

    /// <summary>The bare member, tag, scope or attribute value: <c>getLocation</c>, <c>start</c>, <c>camera</c>, <c>getPhoneNumber</c>; empty for an attribute with any value.</summary>
    public required string Member { get; init; }

    /// <summary>Component forms: the tag. Manager form: the manager's type name.</summary>
    public string Host { get; init; } = "";

    /// <summary>ComponentAttribute form: the attribute.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>Manager form: the members of the platform object that give the manager (<c>getRecorderManager</c>). Scope form: those that take the scope (<c>authorize</c>).</summary>
    public IReadOnlyList<string> Factories { get; init; } = [];

    /// <summary>The tables that list the interface.</summary>
    public TableSet Tables { get; init; } = new();

    /// <summary>The kinds that it needs by those tables; empty when none lists it.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    public bool Recalled { get; init; }

    /// <summary>The name in requiredPrivateInfos, empty when it needs none.</summary>
    public string RequiredPrivateInfo { get; init; } = "";

    /// <summary>The scope that the platform asks the user for, empty when it asks for none.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The property of its argument that tells the user what for; empty when it has none.</summary>
    public string DescriptionProperty { get; init; } = "";

    /// <summary>True for hints outside the official table.</summary>
    public bool Related => Strength != RelatedStrength.NotRelated;

    public RelatedStrength Strength { get; init; }

    /// <summary>Kinds that its documentation speaks of without the table listing them: worth a hint, no demand.</summary>
    public IReadOnlyList<string> Suggests { get; init; } = [];

    /// <summary>Lowest base library; empty when not recorded.</summary>
    public string Since { get; init; } = "";

    /// <summary>Major version of the product in which the entry came: in a project that keeps an earlier one's rules what rests on it alone is a message.</summary>
    public int Added { get; init; } = 1;

    /// <summary>Lowest base library inside plug-ins, <c>yes</c> or <c>no</c>; empty when not recorded.</summary>
    public string PluginSupport { get; init; } = "";

    /// <summary>Id of the source that lists it.</summary>
    public string Source { get; init; } = "";

    /// <summary>What a developer should know about the row.</summary>
    public string Note { get; init; } = "";

    public override string ToString() => Name;
}

/// <summary>
/// What an interface amounts to in one kind of app: the kinds it needs there. <paramref name="Borrowed"/>: the app's own table has no
/// row for the kind, the mini program's table was taken instead. Without kinds it is a hint at most.
/// </summary>
public sealed record InterfaceStanding(IReadOnlyList<string> Kinds, bool Borrowed)
{
    public bool NeedsDeclaration => Kinds.Count > 0;
}
