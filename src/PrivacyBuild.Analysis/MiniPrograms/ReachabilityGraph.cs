using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>Why one file brings another into use.</summary>
public enum EdgeReason
{
    /// <summary>The app itself: app.js, custom tab bar, workers, a subpackage's entry, a plug-in's main.</summary>
    Entry,

    /// <summary>A page of the configuration; <see cref="FileEdge.Name"/> is its path.</summary>
    Page,

    /// <summary><c>usingComponents</c>, a generic's default, a public component; the name is the tag.</summary>
    Component,

    /// <summary><c>require</c>, <c>import</c>, <c>export from</c> of a script.</summary>
    Script,

    /// <summary><c>import</c>, <c>include</c>, <c>wxs</c> of a template.</summary>
    Template,
}

/// <summary>One file brings another into use; <paramref name="From"/> is null where the app's configuration does.</summary>
public sealed record FileEdge(ShippedFile? From, ShippedFile To, EdgeReason Reason, string Name);

/// <summary>
/// Which shipped files are in use, from where, and along which chain. The configuration's edges come from
/// <see cref="MiniProgram.Edges"/>; who reads scripts and templates adds the others.
/// </summary>
public sealed class ReachabilityGraph
{
    /// <summary>The word for what the app itself reaches, in <see cref="ReachedFrom"/>.</summary>
    public const string App = "app";

    /// <summary>Pages that are kept for each file; more would only make messages longer.</summary>
    public const int MaxPages = 3;

    private readonly Dictionary<ShippedFile, List<string>> _pages = [];
    private readonly Dictionary<ShippedFile, FileEdge> _firstEdge = [];

    public ReachabilityGraph(IEnumerable<FileEdge> edges)
    {
        var starts = new List<FileEdge>();
        var outgoing = new Dictionary<ShippedFile, List<FileEdge>>();
        foreach (var edge in edges)
        {
            if (edge.From is null)
                starts.Add(edge);
            else if (outgoing.TryGetValue(edge.From, out var list))
                list.Add(edge);
            else
                outgoing.Add(edge.From, [edge]);
        }

        // Pages first: a message that names one helps more than one that names the app.
        foreach (var page in starts.Where(edge => edge.Reason == EdgeReason.Page).GroupBy(edge => edge.Name, StringComparer.Ordinal))
            Spread(page.Key, page, outgoing);
        Spread(App, starts.Where(edge => edge.Reason != EdgeReason.Page), outgoing);
    }

    public int Count => _pages.Count;

    public bool IsReachable(ShippedFile file) => _pages.ContainsKey(file);

    /// <summary>At most <see cref="MaxPages"/> pages, in the configuration's order, then <see cref="App"/>; empty when nothing reaches the file.</summary>
    public IReadOnlyList<string> ReachedFrom(ShippedFile file) => _pages.TryGetValue(file, out var pages) ? pages : [];

    /// <summary>A shortest chain from the configuration to the file; empty when nothing reaches it.</summary>
    public IReadOnlyList<FileEdge> ChainTo(ShippedFile file)
    {
        var chain = new List<FileEdge>();
        for (var current = file; current is not null && _firstEdge.TryGetValue(current, out var edge); current = edge.From)
            chain.Add(edge);
        chain.Reverse();
        return chain;
    }

    // A file that has its pages already has handed them on to all that it reaches: nothing behind it can need another.
    private void Spread(string page, IEnumerable<FileEdge> starts, Dictionary<ShippedFile, List<FileEdge>> outgoing)
    {
        var pending = new Queue<ShippedFile>();
        foreach (var edge in starts)
            Visit(edge);
        while (pending.Count > 0)
        {
            if (!outgoing.TryGetValue(pending.Dequeue(), out var edges))
                continue;
            foreach (var edge in edges)
                Visit(edge);
        }

        void Visit(FileEdge edge)
        {
            if (!_pages.TryGetValue(edge.To, out var pages))
            {
                _pages.Add(edge.To, pages = []);
                _firstEdge.Add(edge.To, edge);
            }

            if (pages.Count >= MaxPages || (pages.Count > 0 && pages[pages.Count - 1] == page))
                return;
            pages.Add(page);
            pending.Enqueue(edge.To);
        }
    }
}
