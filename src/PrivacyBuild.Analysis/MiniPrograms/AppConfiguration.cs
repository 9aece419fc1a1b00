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

    /// <summary>The member that counts, from ext.json where it has one; null when neither has. For an object see <see cref="MembersOf"/>.</summary>
    public ConfigurationMember? Find(string name)
    {
        if (name != "extPages" && Extension is not null && Last(Extension, name) is { } extended)
            return extended;
        return Last(File, name);
    }

    /// <summary>The members of an object such as <c>permission</c>, merged; empty when it is none.</summary>
    public IReadOnlyList<ConfigurationMember> MembersOf(string name)
    {
        if (Find(name) is not { Value: JsonObject winner } member)
            return [];
        var own = winner.Members.Select(inner => new ConfigurationMember(member.File, inner));
        if (member.File == File || name is "plugins" or "supportedMaterials" || Last(File, name)?.Value is not JsonObject below)
            return own.ToList();
        return below.Members.Where(inner => winner[inner.Name] is null).Select(inner => new ConfigurationMember(File, inner)).Concat(own).ToList();
    }

    private static ConfigurationMember? Last(ConfigurationFile file, string name)
    {
        var member = file.Json?.Members.LastOrDefault(candidate => candidate.Name == name);
        return member is null ? null : new ConfigurationMember(file, member);
    }
}
