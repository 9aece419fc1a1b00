using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>All modules of the program by file, and the packages that stand for a platform object.</summary>
internal sealed class ModuleTable(ModuleResolver resolver, IReadOnlyDictionary<string, PlatformValue> platformPackages)
{
    private readonly Dictionary<string, Module> _modules = new(StringComparer.Ordinal);

    public void Add(Module module) => _modules.Add(module.File.Path, module);

    public IEnumerable<Module> All => _modules.Values;

    /// <summary>Lets what a module exports flow into <paramref name="result"/>.</summary>
    public void Import(Solver solver, Module from, string specifier, Slot result)
    {
        if (platformPackages.TryGetValue(specifier, out var platform))
            solver.Add(result, platform);
        else if (Find(from, specifier) is { } module)
            solver.Connect(module.Exports, result);
        else
            Solver.MarkUnknown(result);
    }

    /// <summary>Null when the specifier names no file of the program that is analysed.</summary>
    public Module? Find(Module from, string specifier) =>
        resolver.ResolveScript(from.File, specifier) is { } file ? Find(file) : null;

    public Module? Find(ShippedFile file) => _modules.TryGetValue(file.Path, out var module) ? module : null;
}
