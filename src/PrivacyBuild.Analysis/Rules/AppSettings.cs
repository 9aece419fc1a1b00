using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>
/// What app.json says of the interfaces that it must name, held against those in use: what is missing, what ext.json took
/// away, and what cannot stand together. An interface that no page reaches never runs and needs no entry for that; the scan of the platform sees it.
/// </summary>
public sealed class AppSettings
{
    public const string PrivateInfos = "requiredPrivateInfos";
    public const string BackgroundModes = "requiredBackgroundModes";
    public const string Permission = "permission";

    private AppSettings()
    {
    }

    /// <summary>The interfaces in use that <c>requiredPrivateInfos</c> must name.</summary>
    public required IReadOnlyList<PrivateInfoUse> Used { get; init; }

    /// <summary>The strings of <c>requiredPrivateInfos</c> that count.</summary>
    public required IReadOnlyList<JsonString> Listed { get; init; }

    /// <summary>Those that something reaches and that are named nowhere; own code first.</summary>
    public required IReadOnlyList<PrivateInfoUse> Missing { get; init; }

    /// <summary>Those that are named nowhere, in code that no page reaches.</summary>
    public required IReadOnlyList<PrivateInfoUse> MissingUnreached { get; init; }

    /// <summary>Those in use that app.json names, and the list of ext.json, which takes its place, does not.</summary>
    public required IReadOnlyList<PrivateInfoUse> TakenAway { get; init; }

    /// <summary>Those in use that cannot be named because another one in use excludes them, each with that one.</summary>
    public required IReadOnlyList<BlockedUse> Blocked { get; init; }

    /// <summary>What <c>requiredPrivateInfos</c> should be: the entries that hold, and those that are missing.</summary>
    public required IReadOnlyList<string> Wanted { get; init; }

    public static AppSettings Of(RuleContext context)
    {
        var app = context.MiniProgram.Configuration;
        var used = PrivateInfoUse.Of(context);
        var listed = Strings(app.Find(PrivateInfos)?.Value);
        var names = new HashSet<string>(listed.Select(item => Meant(item.Value, context) ?? item.Value), StringComparer.Ordinal);

        var absent = app.Knows(PrivateInfos) ? used.Where(use => !names.Contains(use.Name)).ToArray() : [];
        var reached = absent.Where(use => use.IsReached).ToArray();
        var blocked = reached.SelectMany(use => used.Where(other => IsBlockedBy(use, other, names)).Take(1).Select(other => new BlockedUse(use, other))).ToArray();
        var open = reached.Where(use => Array.TrueForAll(blocked, pair => pair.Use != use)).ToArray();
        var covered = Covered(app, PrivateInfos);

        // Of a slip, or of something else than a list, PRIV3004 speaks.
        var isList = app.Find(PrivateInfos)?.Value is null or JsonArray;
        return new AppSettings
        {
            Used = used,
            Listed = listed,
            Missing = open.Where(use => isList && !covered.Contains(use.Name)).OrderBy(use => use.Carrier.Owner.Type != OwnerType.Own).ToArray(),
            MissingUnreached = absent.Where(use => isList && !use.IsReached && !covered.Contains(use.Name)).ToArray(),
            TakenAway = open.Where(use => covered.Contains(use.Name)).ToArray(),
            Blocked = blocked,
            Wanted = names.Where(name => IsAllowed(name, context) && open.All(use => !use.Info.ExclusiveWith.Contains(name))).Concat(open.Select(use => use.Name)).ToArray(),
        };
    }

    /// <summary>The strings of an array, in order; empty for anything else.</summary>
    public static IReadOnlyList<JsonString> Strings(JsonValue? value) => (value as JsonArray)?.Items.OfType<JsonString>().ToArray() ?? [];

    /// <summary>What the list of app.json names that another one, of ext.json, took the place of.</summary>
    public static IReadOnlyCollection<string> Covered(AppConfiguration app, string list)
    {
        var all = app.FindAll(list);
        return app.Extension is null || all.Count < 2 || all[all.Count - 1].File != app.Extension
            ? []
            : new HashSet<string>(all.Take(all.Count - 1).SelectMany(member => Strings(member.Value)).Select(item => item.Value), StringComparer.Ordinal);
    }

    public static bool IsAllowed(string name, RuleContext context) => context.Catalogue.RequiredPrivateInfos.Any(info => info.Name == name);

    /// <summary>The allowed name that a value was meant to be; null when it is allowed, or far from any.</summary>
    public static string? Meant(string written, RuleContext context)
    {
        var name = written.Trim();
        name = name.StartsWith("wx.", StringComparison.OrdinalIgnoreCase) ? name.Substring(3) : name;
        var meant = context.Catalogue.RequiredPrivateInfos.FirstOrDefault(info => string.Equals(info.Name, name, StringComparison.OrdinalIgnoreCase))?.Name;
        return meant == written ? null : meant;
    }

    // With neither in the list, the one that excludes more yields: fuzzy and precise locations exclude each other, and there is one fuzzy one.
    private static bool IsBlockedBy(PrivateInfoUse use, PrivateInfoUse other, HashSet<string> names) =>
        other.IsReached && use.Excludes(other) && (names.Contains(other.Name) || use.Info.ExclusiveWith.Count > other.Info.ExclusiveWith.Count);
}

/// <summary>An interface that <c>requiredPrivateInfos</c> cannot name because it names another one that excludes it.</summary>
public sealed record BlockedUse(PrivateInfoUse Use, PrivateInfoUse Other);
