using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript;

/// <summary>Which grammar to read with.</summary>
public sealed record JavaScriptParseOptions
{
    public static JavaScriptParseOptions JavaScript { get; } = new();

    public static JavaScriptParseOptions TypeScriptOnly { get; } = new() { TypeScript = true };

    /// <summary>Expressions of a template, whose names are those of its data.</summary>
    public static JavaScriptParseOptions Template { get; } = new() { ReservedNames = true };

    /// <summary>Script or module; null decides by what the file holds: a module when it has an import or export declaration or <c>import.meta</c>.</summary>
    public SourceType? SourceType { get; init; }

    public bool TypeScript { get; init; }

    public bool Jsx { get; init; }

    /// <summary>
    /// Whether a text that is no plain JavaScript is read as JSX, TypeScript or both when it is that without any error: build tools take all of them in files and blocks that are named
    /// JavaScript.
    /// </summary>
    public bool MayBeOther { get; init; }

    /// <summary>
    /// Whether a text that the grammar takes is searched for what the language forbids all the same: names declared twice, <c>super</c> out of place, bad regular expressions. It
    /// costs another walk, and nothing in the tree depends on it.
    /// </summary>
    public bool EarlyErrors { get; init; } = true;

    /// <summary>
    /// Whether a reserved word is a name where the word itself makes no sense: templates take <c>{{ in }}</c> and <c>{{ class }}</c> for data of that name, and WXS reserves
    /// fewer words.
    /// </summary>
    public bool ReservedNames { get; init; }
}
