using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>What stands behind a rule.</summary>
public enum RuleNature
{
    /// <summary>A published rule, error code or answer of the platform.</summary>
    Fact,

    /// <summary>Law in general, or our own judgement.</summary>
    Advice,
}

/// <summary>Everything there is to know of a rule before it looks at a mini program.</summary>
public sealed record RuleDescriptor
{
    /// <summary><c>PRIV</c> and four digits; never reused.</summary>
    public required string Id { get; init; }

    /// <summary>The severity that the rule gives when nothing softens it.</summary>
    public required Severity Severity { get; init; }

    public required RuleNature Nature { get; init; }

    /// <summary>Rows of the requirements and of the platform's documentation that it implements (<c>S000-13</c>, <c>PT-01</c>, <c>DOC-AUTH</c>).</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The offence in a few words.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What the rule looks at.</summary>
    public required LocalizedText What { get; init; }

    /// <summary>What happens to somebody who does not know it.</summary>
    public required LocalizedText Why { get; init; }

    /// <summary>What to do.</summary>
    public required LocalizedText How { get; init; }

    /// <summary>Major version of the product from which on the rule has its severity; in earlier ones it is a message, unless <c>PrivacyBuildRules</c> says <c>latest</c>.</summary>
    public int Since { get; init; } = 1;

    /// <summary>A short example that fails and its mended form; null where an example would show nothing.</summary>
    public RuleExample? Example { get; init; }
}

/// <summary>The same few lines before and after; <paramref name="Language"/> is what a fenced block is marked with.</summary>
public sealed record RuleExample(string Language, string Fails, string Passes);

/// <summary>One rule: its descriptor, and what it checks. A rule that only other parts raise (an internal fault) checks nothing itself.</summary>
public abstract class Rule
{
    public abstract RuleDescriptor Descriptor { get; }

    /// <summary>Reports what is wrong with the project as a whole: its settings, and whether it holds a mini program at all.</summary>
    public virtual void CheckProject(ProjectContext context)
    {
    }

    /// <summary>Reports every offence of one mini program.</summary>
    public virtual void Check(RuleContext context)
    {
    }

    /// <summary>Reports what can be said only when everything else is judged and suppressed.</summary>
    public virtual void CheckSuppressions(ProjectContext context, SuppressionPolicy suppressions)
    {
    }
}
