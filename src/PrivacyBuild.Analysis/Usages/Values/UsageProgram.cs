using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>All modules of a mini program with their constraints, ready to be solved.</summary>
internal sealed class UsageProgram
{
    private readonly ModuleTable _modules;

    private UsageProgram(ModuleTable modules, FindingSink findings, Solver solver, EnvironmentConstants environment)
    {
        _modules = modules;
        Findings = findings;
        Solver = solver;
        Facts = new ProgramFacts(findings) { Environment = environment };
    }

    public FindingSink Findings { get; }

    public Solver Solver { get; }

    public ProgramFacts Facts { get; }

    public static UsageProgram Create(MiniProgram app, PrivacyCatalogue catalogue, IEnumerable<Module> modules, CancellationToken cancellationToken)
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

        var table = new ModuleTable(app.Resolver, packages);
        foreach (var module in modules)
            table.Add(module);
        var findings = new FindingSink(catalogue, globals, table) { Installers = installers };
        var solver = new Solver(cancellationToken) { Findings = findings };
        // Where the app is a single-file component, its default export is what App() gets elsewhere.
        foreach (var item in app.PagesAndComponents)
        {
            if (item is { Name: ReachabilityGraph.App, Script: { Kind: ShippedFileKind.SingleFileComponent } script } && table.Find(script) is { } module)
                solver.Connect(module.Options, findings.AppInstances);
        }

        return new UsageProgram(table, findings, solver, new EnvironmentConstants(app.Conditions.Environment));
    }

    public void Build()
    {
        foreach (var module in _modules.All.OrderBy(module => module.File.Path, StringComparer.Ordinal))
            new ProgramBuilder(Solver, Facts, module).Build();
    }

    public Module? ModuleOf(ShippedFile file) => _modules.Find(file);

    public void Solve()
    {
        Solver.Run();
        Facts.Complete(Solver);
    }
}
