using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Catalogue;

/// <summary>A kind of user information: a privacy key of the guideline.</summary>
public sealed record InformationKind
{
    public required string Key { get; init; }

    /// <summary>The short Chinese label that getprivacysetting returns.</summary>
    public required string Label { get; init; }

    /// <summary>An English wording of the label, for messages; not official.</summary>
    public required string LabelEn { get; init; }

    /// <summary>True for the seven kinds that no interface gives: they can only be declared.</summary>
    public bool DeclarableOnly { get; init; }
}

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

    /// <summary><c>button[open-type=getPhoneNumber]</c>, <c>input[type=nickname]</c>, <c>functional-page-navigator[name=…]</c></summary>
    ComponentAttribute,
}

public enum InterfaceTable
{
    MiniProgram,
    Plugin,
    MiniGame,
}

/// <summary>One privacy interface; the same name has one entry with all its kinds.</summary>
public sealed record PrivacyInterface
{
    /// <summary>The spelling used everywhere: <c>wx.getLocation</c>, <c>RecorderManager.start</c>, <c>&lt;camera&gt;</c>, <c>button[open-type=getPhoneNumber]</c>, <c>scope.userLocation</c>.</summary>
    public required string Name { get; init; }

    public required InterfaceForm Form { get; init; }

    /// <summary>The bare member, tag, scope or attribute value: <c>getLocation</c>, <c>start</c>, <c>camera</c>, <c>getPhoneNumber</c>.</summary>
    public required string Member { get; init; }

    /// <summary>Component form: the tag. Manager form: the manager's type name.</summary>
    public string Host { get; init; } = "";

    /// <summary>ComponentAttribute form: the attribute.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>Manager form: the members of the platform object that give the manager (<c>getRecorderManager</c>). Scope form: those that take the scope (<c>authorize</c>).</summary>
    public IReadOnlyList<string> Factories { get; init; } = [];

    /// <summary>Kinds per table; a table that does not list the interface has no entry.</summary>
    public required IReadOnlyDictionary<InterfaceTable, IReadOnlyList<string>> Kinds { get; init; }

    public bool Recalled { get; init; }

    /// <summary>The name in requiredPrivateInfos, empty when it needs none.</summary>
    public string RequiredPrivateInfo { get; init; } = "";

    /// <summary>True for hints outside the official table.</summary>
    public bool Related { get; init; }
}
