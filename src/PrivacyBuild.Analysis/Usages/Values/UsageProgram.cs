using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>The modules of a mini program with their constraints, as far as something of them matters.</summary>
internal sealed class UsageProgram
{
    private readonly ModuleTable _modules;
    private readonly Action<IReadOnlyList<Module>> _parse;

    private UsageProgram(ModuleTable modules, FindingSink findings, Solver solver, EnvironmentConstants environment, Action<IReadOnlyList<Module>> parse)
    {
        _modules = modules;
        _parse = parse;
        Findings = findings;
        Solver = solver;
        Facts = new ProgramFacts(findings) { Environment = environment };
    }

    public FindingSink Findings { get; }

    public Solver Solver { get; }

    public ProgramFacts Facts { get; }

    /// <param name="app">The program.</param>
    /// <param name="catalogue">What counts as an interface.</param>
    /// <param name="scripts">All scripts that may be parsed.</param>
    /// <param name="parse">Parses modules; one that it leaves as it is stays unknown.</param>
    /// <param name="cancellationToken">Honoured while solving.</param>
    public static UsageProgram Create(MiniProgram app, PrivacyCatalogue catalogue, IReadOnlyList<ScriptSource> scripts, Action<IReadOnlyList<Module>> parse, CancellationToken cancellationToken)
    {
        var globals = new Dictionary<string, PlatformValue>(StringComparer.Ordinal);
        var packages = new Dictionary<string, PlatformValue>(StringComparer.Ordinal);
        var installers = new Dictionary<string, PlatformValue>(StringComparer.Ordinal);
        foreach (var space in catalogue.Namespaces)
        {
            var platform = new PlatformValue(space.Name);
            foreach (var name in space.Globals)
                globals[name] = platform;
            foreach (var name in space.Modules)
                packages[name] = platform;
            foreach (var name in space.Installers)
                installers[name] = platform;
            foreach (var member in space.Members)
            {
                if (globals.TryGetValue(member, out var twin))
                    platform.Members[member] = twin;
            }
        }

        var appScripts = app.PagesAndComponents.Where(item => item is { Name: ReachabilityGraph.App, Script: not null }).Select(item => item.Script!).ToArray();
        var table = new ModuleTable(app.Resolver, packages, scripts, appScripts.FirstOrDefault());
        var findings = new FindingSink(catalogue, globals, table) { Installers = installers };
        var solver = new Solver(cancellationToken) { Findings = findings };
        // Where the app is a single-file component, its default export is what App() gets elsewhere.
        foreach (var script in appScripts)
        {
            if (script.Kind == ShippedFileKind.SingleFileComponent && table.Find(script) is { } module)
                solver.Connect(module.Options, findings.AppInstances);
        }

        return new UsageProgram(table, findings, solver, new EnvironmentConstants(app.Conditions.Environment), parse);
    }

    /// <summary>The module of a script; null for files that are none. It may not be parsed.</summary>
    public Module? ModuleOf(ShippedFile file) => _modules.Find(file);

    /// <summary>Those that are parsed by now.</summary>
    public IReadOnlyList<Module> Parsed => _modules.Parsed;

    /// <summary>Parses and states the scripts that matter whatever values there are.</summary>
    public void Build(IEnumerable<ScriptSource> scripts)
    {
        foreach (var script in scripts)
            _modules.Request(script.File);
        BuildRequested();
    }

    public void Solve()
    {
        do
        {
            do
                Run();
            while (Facts.Settle(Solver));
        }
        while (_modules.MarkUnparsed());
    }

    /// <summary>Solves, and brings in modules that thereby turn out to matter, until no more do.</summary>
    private void Run()
    {
        do
            Solver.Run();
        while (BuildRequested());
    }

    /// <summary>False when nothing was requested.</summary>
    private bool BuildRequested()
    {
        var modules = _modules.TakeRequested();
        if (modules.Count == 0)
            return false;
        _parse(modules);
        foreach (var module in modules.Where(module => module.IsParsed))
        {
            _modules.AddParsed(module);
            new ProgramBuilder(Solver, Facts, module).Build();
            module.TellParsed();
        }

        return true;
    }
}
