using System.Collections.Generic;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>What app.json, game.json or plugin.json says. The JSON itself is kept, so that rules can point at members.</summary>
public sealed class AppConfiguration
{
    public required string Path { get; init; }

    public SourceText? Text { get; init; }

    /// <summary>The root object; null when the file could not be read (there is a problem then).</summary>
    public JsonObject? Json { get; init; }

    /// <summary>Page paths in order, without leading slash, subpackage roots in front.</summary>
    public IReadOnlyList<string> Pages { get; init; } = [];
}
