using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>A member of app.json or ext.json, with the file in which it stands.</summary>
public sealed record ConfigurationMember(ConfigurationFile File, JsonMember Member)
{
    public JsonValue Value => Member.Value;

    public LinePosition StartOf(TextSpan span) => File.Text!.GetPosition(span.Start);

    public LinePosition EndOf(TextSpan span) => File.Text!.GetPosition(span.End);
}

/// <summary>A path that a configuration names, normalised below the root, with the place of its string.</summary>
public sealed record PathReference(string Path, ConfigurationFile File, TextSpan Span);

/// <summary>
/// What app.json, game.json or plugin.json says. The JSON itself is kept, so that rules can point at members. With
/// <c>extEnable</c>, ext.json lies over app.json as the tool merges them: objects by member, all else (and
/// <c>plugins</c>) as a whole.
/// </summary>
public sealed class AppConfiguration
{
    // What tenants' files usually hold. Of all else it is looked at what it brings.
    private static readonly string[] BringNoCode = ["extEnable", "extAppid", "directCommit", "ext", "extPages", "window", "networkTimeout", "requiredPrivateInfos", "requiredBackgroundModes", "permission"];

    public required ConfigurationFile File { get; init; }

    public string Path => File.Path;

    public SourceText? Text => File.Text;

    /// <summary>The root object; null when the file could not be read (there is a problem then).</summary>
    public JsonObject? Json => File.Json;

    /// <summary>ext.json when it is there and enabled.</summary>
    public ConfigurationFile? Extension { get; init; }

    /// <summary>Page paths in order, without leading slash, subpackage roots in front.</summary>
    public IReadOnlyList<string> Pages { get; init; } = [];

    /// <summary>The pages with their places; those of app.json and of ext.json.</summary>
    public IReadOnlyList<PathReference> PageReferences { get; init; } = [];

    /// <summary>Roots of subpackages, without slashes at the ends; duplicates once.</summary>
    public IReadOnlyList<string> SubpackageRoots { get; init; } = [];

    /// <summary>Those of them that run without the app: its components do not reach into them.</summary>
    public IReadOnlyList<string> IndependentRoots { get; init; } = [];

    /// <summary>The objects that together make the configuration, each over the one before.</summary>
    public IReadOnlyList<ConfigurationLayer> Layers { get; init; } = [];

    /// <summary>
    /// The object that a missing member would be added to; null when it is not known, because the file could not be read or the framework
    /// keeps it elsewhere.
    /// </summary>
    public ConfigurationLayer? Home { get; init; }

    /// <summary>Whether <see cref="Extension"/> may bring code into use that the app alone does not.</summary>
    public bool ExtensionMayBringCode => Extension?.Json is { } json && json.Members.Any(member => Array.IndexOf(BringNoCode, member.Name) < 0);

    /// <summary>Whether the absence of a member is known: nothing that could hold it was left unread.</summary>
    public bool Knows(string name) => Home is not null && !Home.File.MayHold(name) && Layers.All(layer => !layer.File.MayHold(name));

    /// <summary>The member that counts, from the uppermost layer that has it; null when none does. For an object see <see cref="MembersOf"/>.</summary>
    public ConfigurationMember? Find(string name)
    {
        for (var i = Layers.Count - 1; i >= 0; i--)
        {
            if (Last(Layers[i], name) is { } member)
                return member;
        }

        return null;
    }

    /// <summary>Every member of that name, the one that counts last; those before it are covered by it, and for objects merged with it.</summary>
    public IReadOnlyList<ConfigurationMember> FindAll(string name) => Layers.Select(layer => Last(layer, name)).OfType<ConfigurationMember>().ToArray();

    /// <summary>The members of an object such as <c>permission</c>, merged; empty when it is none.</summary>
    public IReadOnlyList<ConfigurationMember> MembersOf(string name)
    {
        var merged = new List<ConfigurationMember>();
        foreach (var layer in Layers)
        {
            if (Last(layer, name) is not { } member)
                continue;
            if (member.Value is not JsonObject json || name is "plugins" or "supportedMaterials")
                merged.Clear();
            else
                merged.RemoveAll(below => json[below.Member.Name] is not null);
            if (member.Value is JsonObject own)
                merged.AddRange(own.Members.Select(inner => new ConfigurationMember(layer.File, inner)));
        }

        return merged;
    }

    private static ConfigurationMember? Last(ConfigurationLayer layer, string name)
    {
        var member = layer.Json.Members.LastOrDefault(candidate => candidate.Name == name);
        return member is null ? null : new ConfigurationMember(layer.File, member);
    }
}

/// <summary>An object that is part of the configuration: app.json itself, ext.json over it, or a framework's part for Weixin.</summary>
public sealed record ConfigurationLayer(ConfigurationFile File, JsonObject Json);
