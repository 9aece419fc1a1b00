using System.Collections.Generic;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>How code refers to the interface; the words of the usages file.</summary>
public enum UsageHow
{
    Direct,
    Computed,
    Destructured,
    Alias,
    Module,
    Wrapper,
    Promisified,
    Table,
    Manager,
    Namespace,
    Scope,
    Markup,
    MarkupBound,
    Dynamic,
}

/// <summary>One place in a shipped file where code refers to a privacy interface.</summary>
public sealed class Usage
{
    /// <summary>The interface; null for a dynamic access.</summary>
    public PrivacyInterface? Interface { get; init; }

    /// <summary>The interface's spelling, or <c>dynamic</c>.</summary>
    public string Name => Interface?.Name ?? "dynamic";

    /// <summary>Kinds that the interface needs in this kind of app; empty for forwards, related and dynamic ones.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    public required ShippedFile File { get; init; }

    public required LinePosition Start { get; init; }

    /// <summary>The file and the place in it: several interfaces may share one.</summary>
    public UsagePlace Place => new(File.Path, Start);

    public required LinePosition End { get; init; }

    /// <summary>What the place was made from, when a source map tells; null for code that ships as it was written.</summary>
    public OriginalPlace? Original { get; init; }

    /// <summary>Whose code it is; of a bundle, the original's.</summary>
    public Owner Owner => Original?.Owner ?? File.Owner;

    public required UsageHow How { get; init; }

    public bool Call { get; init; }

    public bool Reachable { get; init; }

    /// <summary>Pages (path below the root, no extension) from which the file is reached, at most a few.</summary>
    public IReadOnlyList<string> ReachedFrom { get; init; } = [];

    /// <summary>What brings the file into use: a shortest way from a page or the app to it; empty when nothing reaches it.</summary>
    public IReadOnlyList<FileEdge> Chain { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What the call tells the user, where it is written; null when it tells nothing, or what is not known.</summary>
    public UsageDescription? Description { get; init; }

    /// <summary>Dynamic accesses only: spellings of the interfaces it may be.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];
}

/// <summary>One step of the chain that makes a place a usage.</summary>
public sealed record Evidence(string Path, LinePosition Start, string Text);

/// <summary>A text of the developer's that a call hands to the platform for the user to read.</summary>
public sealed record UsageDescription(string Text, LinePosition Start, LinePosition End);

/// <summary>Everything found in one mini program.</summary>
public sealed class UsageSet
{
    /// <summary>Usages with a kind, and dynamic ones; order: path, line, column, interface.</summary>
    public required IReadOnlyList<Usage> Usages { get; init; }

    public required IReadOnlyList<Usage> Forwards { get; init; }

    public required IReadOnlyList<Usage> Related { get; init; }

    public required IReadOnlyList<Files.InputProblem> Problems { get; init; }

    /// <summary>Names of elements that stand in some template, and of components that one hands on; a tag that is only registered is not among them.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>Which files are in use; null when nobody asked.</summary>
    public ReachabilityGraph? Reach { get; init; }

    /// <summary>Comments of the project's own code that suppress findings, in the order of the files.</summary>
    public IReadOnlyList<Suppression> Comments { get; init; } = [];

    /// <summary>Scripts that were read and not parsed, with what was taken from them.</summary>
    public IReadOnlyList<SkimmedScript> SkimmedScripts { get; init; } = [];

    public int ParsedFiles { get; init; }

    public int ReachableFiles { get; init; }

    public int PartialFiles { get; init; }

    /// <summary>Edges and values that the solver handled: the measure of cost that needs no clock.</summary>
    internal long Steps { get; init; }

    /// <summary>False when a dynamic access could be any of several interfaces.</summary>
    public bool Complete { get; init; }
}

/// <summary>A place in a file; an object, because collections of these are compiled already in the host, and those of values of our own are not.</summary>
public sealed record UsagePlace(string Path, LinePosition Start);
