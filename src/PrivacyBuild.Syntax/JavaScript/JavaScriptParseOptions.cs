using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript;

/// <summary>Which grammar to read with.</summary>
public sealed record JavaScriptParseOptions
{
    public static JavaScriptParseOptions JavaScript { get; } = new();

    public static JavaScriptParseOptions TypeScriptOnly { get; } = new() { TypeScript = true };

    /// <summary>Script or module; null decides by what the file holds: a module when it has an import or export declaration or <c>import.meta</c>.</summary>
    public SourceType? SourceType { get; init; }

    public bool TypeScript { get; init; }

    public bool Jsx { get; init; }
}
