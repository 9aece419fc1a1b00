using System.Collections.Generic;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Rules;

public enum Severity
{
    Message,
    Warning,
    Error,
}

/// <summary>The same text in both languages of the product.</summary>
public sealed record LocalizedText(string En, string Zh)
{
    public static LocalizedText Empty { get; } = new("", "");

    public string In(MessageLanguage language) => language == MessageLanguage.Chinese ? Zh : En;

    /// <summary>Both texts one after the other; English sentences bring their own space, Chinese ones need none.</summary>
    public static LocalizedText operator +(LocalizedText left, LocalizedText right) => new(left.En + right.En, left.Zh + right.Zh);
}

/// <summary>What a rule says about one place. Only rules create them.</summary>
public sealed record Diagnostic
{
    public required string Id { get; init; }

    public required Severity Severity { get; init; }

    public required LocalizedText Message { get; init; }

    /// <summary>Product path; empty when the diagnostic is about the project as a whole.</summary>
    public string Path { get; init; } = "";

    /// <summary>Line 0: the file as a whole.</summary>
    public LinePosition Start { get; init; }

    public LinePosition End { get; init; }

    /// <summary>The interface it concerns, in the catalogue's spelling; empty for none.</summary>
    public string Interface { get; init; } = "";

    /// <summary>The kind of information it concerns; empty for none.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Major version of the product from which on the finding counts: see <see cref="RuleDescriptor.Since"/> and the catalogue's <c>added</c>.</summary>
    public int Since { get; init; } = 1;

    /// <summary>The places that it stands for when there are several, its own first; empty when it has only its own.</summary>
    public IReadOnlyList<Usage> Places { get; init; } = [];

    /// <summary>Name of the mini program it concerns; empty for none.</summary>
    public string App { get; init; } = "";
}
