using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// The modules of the program by file, and the packages that stand for a platform object. Most modules have nothing to do with the platform
/// object and are never parsed: one is requested when something of it is wanted, or when something live may enter it.
/// </summary>
internal sealed class ModuleTable
{
    private readonly ModuleResolver _resolver;
    private readonly IReadOnlyDictionary<string, PlatformValue> _platformPackages;
    private readonly Dictionary<string, ScriptSource> _scripts = new(StringComparer.Ordinal);
    private readonly ILookup<string, ScriptSource> _importers;
    private readonly ShippedFile? _app;
    private readonly Dictionary<string, Module> _modules = new(StringComparer.Ordinal);
    private readonly List<Module> _parsed = [];
    private readonly List<Module> _unparsed = [];
    private List<Module> _requested = [];
    private ScriptMentions _requestedMentions;

    /// <param name="resolver">Finds the file that a specifier names.</param>
    /// <param name="platformPackages">Packages that stand for a platform object.</param>
    /// <param name="scripts">All that may be parsed.</param>
    /// <param name="app">The script that registers the app.</param>
    public ModuleTable(ModuleResolver resolver, IReadOnlyDictionary<string, PlatformValue> platformPackages, IReadOnlyList<ScriptSource> scripts, ShippedFile? app)
    {
        _resolver = resolver;
        _platformPackages = platformPackages;
        _app = app;
        foreach (var script in scripts)
            _scripts.Add(script.File.Path, script);
        _importers = scripts
            .SelectMany(script => script.Imports.Select(import => (import.Path, script)))
            .ToLookup(pair => pair.Path, pair => pair.script, StringComparer.Ordinal);
    }

    /// <summary>Those that are parsed, in the order in which that was done.</summary>
    public IReadOnlyList<Module> Parsed => _parsed;

    /// <summary>Lets what a module exports flow into <paramref name="result"/>.</summary>
    public void Import(Solver solver, Module from, string specifier, Slot result)
    {
        if (_platformPackages.TryGetValue(specifier, out var platform))
            solver.Add(result, platform);
        else if (Find(from, specifier) is { } module)
            solver.Connect(module.Exports, result);
        else
            Solver.MarkUnknown(result);
    }

    /// <summary>Null when the specifier names no script of the program.</summary>
    public Module? Find(Module from, string specifier) =>
        _resolver.ResolveScript(from.File, specifier) is { } file ? Find(file) : null;

    public Module? Find(ShippedFile file)
    {
        if (_modules.TryGetValue(file.Path, out var module))
            return module;
        if (!_scripts.TryGetValue(file.Path, out var script))
            return null;
        _modules.Add(file.Path, module = new Module(script.File));
        _unparsed.Add(module);
        return module;
    }

    public void Request(ShippedFile file)
    {
        if (Find(file) is { } module)
            Request(module);
    }

    public void Request(Module module)
    {
        if (module.IsParsed || module.IsRequested)
            return;
        module.IsRequested = true;
        _requested.Add(module);
    }

    public void RequestImporters(Module module)
    {
        foreach (var importer in _importers[module.File.Path])
            Request(importer.File);
    }

    /// <summary>Whoever mentions something of that kind: what is live now is reached by no import.</summary>
    public void Request(ScriptMentions mentions)
    {
        if ((mentions & ~_requestedMentions) == ScriptMentions.None)
            return;
        _requestedMentions |= mentions;
        foreach (var script in _scripts.Values)
        {
            if ((script.Mentions & mentions) != ScriptMentions.None)
                Request(script.File);
        }
    }

    public void RequestUsersOfApp()
    {
        Request(ScriptMentions.App);
        if (_app != null)
            Request(_app);
    }

    /// <summary>What was requested since the last time, by path.</summary>
    public IReadOnlyList<Module> TakeRequested()
    {
        var requested = _requested;
        _requested = [];
        requested.Sort((a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        return requested;
    }

    public void AddParsed(Module module) => _parsed.Add(module);

    /// <summary>Nobody asked for what is left, so nothing is known of it. False when nothing is left.</summary>
    public bool MarkUnparsed()
    {
        var left = _unparsed.Where(module => !module.IsParsed).ToArray();
        _unparsed.Clear();
        foreach (var module in left)
        {
            Solver.MarkUnknown(module.Exports);
            Solver.MarkUnknown(module.Options);
        }

        return left.Length > 0;
    }
}
