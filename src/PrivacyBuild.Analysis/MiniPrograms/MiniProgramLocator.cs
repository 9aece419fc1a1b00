using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Finds the mini programs of a project: the apps that it names, else the root that is set, else the project folder when it holds a configuration, else
/// every folder below it that does. A root without <c>project.config.json</c> takes the nearest one above that points to it.
/// Where a configuration points to a folder that holds nothing (yet), the framework's sources or the programs below are
/// taken; only then is it an error.
/// </summary>
public sealed class MiniProgramLocator
{
    /// <summary>Folders above a root in which its project.config.json is looked for.</summary>
    private const int MaxFoldersAbove = 16;

    private static readonly HashSet<string> NeverSearched = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin", "obj", "node_modules", "miniprogram_npm", "unpackage",
    };

    private readonly IProjectFiles _files;
    private readonly PrivacyCheckOptions _options;
    private readonly IReadOnlyList<string> _buildFolders;
    private readonly List<MiniProgramRoot> _roots = [];
    private readonly List<InputProblem> _problems = [];
    private readonly List<string> _strangers = [];

    private MiniProgramLocator(PrivacyCheckOptions options, IProjectFiles files)
    {
        _options = options;
        _files = files;
        _buildFolders = BuildFolders.Normalize(options.BuildFolders);
    }

    public static MiniProgramSearch Locate(PrivacyCheckOptions options, IProjectFiles files)
    {
        var locator = new MiniProgramLocator(options, files);
        if (options.Apps.Count > 0)
            locator.LocateApps();
        else
            locator.Locate();
        return new MiniProgramSearch(RootNames.Give(locator._roots), locator._problems);
    }

    private void Locate()
    {
        var start = ProjectPath.Normalize(_options.Root);
        var project = ProjectConfiguration.TryRead(_files, start, _problems);
        if (AddFolder(start, project))
            return;
        Search(start);
        if (_roots.Count > 0)
        {
            if (project is not null)
                _problems.Add(MissingRoot(project, ProblemKind.FileLeftOut, ProblemReason.NotBuilt));
            return;
        }

        // The project says that it is a mini program. The loader then tells which file is missing.
        if (project?.File.Json is not null)
        {
            _roots.Add(NamedRootOf(project));
            return;
        }

        var reason = _options.Root.Length == 0 || _files.DirectoryExists(start) ? ProblemReason.None : ProblemReason.NotFound;
        _problems.Add(new InputProblem(ProblemKind.NoMiniProgram, start, default, default, string.Join(", ", _strangers)) { Reason = reason });
    }

    // Tenants share their template's folder, which is looked at once.
    private void LocateApps()
    {
        var found = new Dictionary<string, List<MiniProgramRoot>>(StringComparer.Ordinal);
        foreach (var app in _options.Apps)
        {
            if (app.IsTenant && (app.Root.Length == 0 || !_files.FileExists(app.Path)))
            {
                _problems.Add(NotFound(app.Path, app.Root.Length == 0 ? ProblemReason.TenantWithoutRoot : ProblemReason.NotFound));
                continue;
            }

            var folder = ProjectPath.Normalize(app.IsTenant ? app.Root : app.Path);
            if (!found.TryGetValue(folder, out var roots))
                found.Add(folder, roots = RootsAt(folder));
            _roots.AddRange(roots
                .Where(root => !app.IsTenant || root.Kind == MiniProgramKind.MiniProgram)
                .Select(root => root with { Setting = app, TenantExtension = app.IsTenant ? app.Path : null }));
        }
    }

    private List<MiniProgramRoot> RootsAt(string folder)
    {
        var before = _roots.Count;
        var project = ProjectConfiguration.TryRead(_files, folder, _problems);
        if (!AddFolder(folder, project) && project?.File.Json is not null)
            _roots.Add(NamedRootOf(project));
        var roots = _roots.GetRange(before, _roots.Count - before);
        _roots.RemoveRange(before, roots.Count);
        if (roots.Count == 0)
            _problems.Add(NotFound(folder, _files.DirectoryExists(folder) ? ProblemReason.None : ProblemReason.NotFound));
        return roots;
    }

    private static InputProblem NotFound(string path, ProblemReason reason) => new(ProblemKind.NoMiniProgram, path, default, default) { Reason = reason };

    /// <summary>Adds what one folder holds; false when it holds none.</summary>
    private bool AddFolder(string folder, ProjectConfiguration? project)
    {
        var sources = FrameworkSources.Find(_files, folder);
        var before = _roots.Count;
        if (sources is null || _options.Input != MiniProgramInput.Source)
        {
            var framework = sources is null ? null : new FrameworkProject(sources.Name, IsSource: false);
            if (project is not null)
                AddRootsOf(project, framework);
            else if (sources?.SourceFolder != folder && KindOf(folder) is { } kind)
                _roots.Add(new MiniProgramRoot(folder, kind, FindAbove(folder)) { Framework = framework });
        }

        if (_roots.Count == before && sources is not null)
            AddFramework(sources, project);
        for (var i = before; i < _roots.Count; i++)
        {
            if (_roots[i] is { Kind: MiniProgramKind.Plugin, Framework: null } plugin)
                _roots[i] = plugin with { Framework = FrameworkSources.OfPlugin(_files, plugin.Root) };
        }

        return _roots.Count > before;
    }

    private void AddRootsOf(ProjectConfiguration project, FrameworkProject? framework)
    {
        if (KindOf(project.MiniprogramRoot, project.CompileType) is { } kind and not MiniProgramKind.Plugin)
            _roots.Add(new MiniProgramRoot(project.MiniprogramRoot, kind, project) { Framework = framework });
        if (project.PluginRoot is { } pluginRoot && _files.FileExists(ProjectPath.Combine(pluginRoot, "plugin.json")))
            _roots.Add(new MiniProgramRoot(pluginRoot, MiniProgramKind.Plugin, project) { Framework = framework });
    }

    private void AddFramework(FrameworkSources sources, ProjectConfiguration? project)
    {
        var output = sources.OutputFolders.FirstOrDefault(folder => _files.FileExists(ProjectPath.Combine(folder, "app.json")));
        if (output is not null && _options.Input != MiniProgramInput.Source)
        {
            var emitted = ProjectConfiguration.TryRead(_files, output, _problems);
            _roots.Add(new MiniProgramRoot(output, MiniProgramKind.MiniProgram, emitted ?? project) { Framework = new FrameworkProject(sources.Name, IsSource: false) });
            return;
        }

        if (_options.Input == MiniProgramInput.Output)
            _problems.Add(new InputProblem(ProblemKind.ConfigurationUnreadable, sources.SourceFolder, default, default, sources.OutputFolders[0]) { Reason = ProblemReason.NotBuilt });
        _roots.Add(new MiniProgramRoot(sources.SourceFolder, MiniProgramKind.MiniProgram, project)
        {
            Framework = new FrameworkProject(sources.Name, IsSource: true),
            ConfigurationFileName = sources.ConfigurationFileName,
        });
    }

    private static MiniProgramRoot NamedRootOf(ProjectConfiguration project)
    {
        if (project.CompileType is "plugin" or "gamePlugin" && project.PluginRoot is { } pluginRoot)
            return new MiniProgramRoot(pluginRoot, MiniProgramKind.Plugin, project);
        return new MiniProgramRoot(project.MiniprogramRoot, project.CompileType is "game" ? MiniProgramKind.Game : MiniProgramKind.MiniProgram, project);
    }

    private static InputProblem MissingRoot(ProjectConfiguration project, ProblemKind kind, ProblemReason reason)
    {
        var root = NamedRootOf(project);
        return project.File.ProblemAt(kind, project.SpanOfRoot(root.Kind), reason, root.ConfigurationPath);
    }

    private MiniProgramKind? KindOf(string folder, string compileType = "")
    {
        bool Has(string name) => _files.FileExists(ProjectPath.Combine(folder, name));
        if (compileType is "game" or "gamePlugin" && Has("game.json"))
            return MiniProgramKind.Game;
        if (Has("app.json"))
            return MiniProgramKind.MiniProgram;
        if (Has("game.json"))
            return MiniProgramKind.Game;
        return Has("plugin.json") ? MiniProgramKind.Plugin : null;
    }

    private ProjectConfiguration? FindAbove(string root)
    {
        // Seen from above the project folder, the root goes by the project folder's name.
        var nameFromAbove = _options.ProjectFolderName.Length > 0 && ProjectPath.IsWithin(root, "")
            ? ProjectPath.Combine("../" + _options.ProjectFolderName, root.Length == 0 ? "." : root)
            : root;
        var folder = ProjectPath.GetParent(root);
        for (var i = 0; i < MaxFoldersAbove && folder is not null; i++, folder = ProjectPath.GetParent(folder))
        {
            if (!_files.FileExists(ProjectPath.Combine(folder, ProjectConfiguration.FileName)))
                continue;
            var problems = new List<InputProblem>();
            var project = ProjectConfiguration.TryRead(_files, folder, problems);
            var name = folder == ".." ? nameFromAbove : root;
            if (project is null || (project.MiniprogramRoot != name && project.PluginRoot != name))
                continue;
            _problems.AddRange(problems);
            return project;
        }

        return null;
    }

    // Breadth first, so that a root is known before what lies in it.
    private void Search(string start)
    {
        var pending = new Queue<string>();
        pending.Enqueue(start);
        for (var searched = 0; pending.Count > 0; searched++)
        {
            var folder = pending.Dequeue();
            if (searched == ReadLimits.SearchedFolders)
            {
                _problems.Add(new InputProblem(ProblemKind.FileLeftOut, folder, default, default, folder, ReadLimits.SearchedFolders.ToString(CultureInfo.InvariantCulture)) { Reason = ProblemReason.TooManyFiles });
                return;
            }

            if (_roots.Exists(root => root.Root != start && ProjectPath.IsWithin(folder, root.Root)) || (folder != start && AddFoundFolder(folder)))
                continue;
            foreach (var entry in _files.ListOrReport(folder, folder, _problems))
            {
                if (!entry.IsDirectory || entry.IsLink || entry.Name[0] == '.' || NeverSearched.Contains(entry.Name))
                    continue;
                var child = ProjectPath.Combine(folder, entry.Name);
                if (child.Count(c => c == '/') < ReadLimits.Depth && !_buildFolders.Any(build => ProjectPath.IsWithin(child, build)))
                    pending.Enqueue(child);
            }
        }
    }

    /// <summary>Adds a folder that the search came to; true when nothing below it needs a look.</summary>
    private bool AddFoundFolder(string folder)
    {
        var problems = new List<InputProblem>();
        var project = ProjectConfiguration.TryRead(_files, folder, problems);
        if (project is null && KindOf(folder) is { } kind && !LooksLike(folder, kind))
            return false;
        if (!AddFolder(folder, project))
        {
            if (project is not null)
                _strangers.Add(project.Path);
            return false;
        }

        _problems.AddRange(problems);
        return _roots[_roots.Count - 1] is var added && (added.Root == folder || added.Framework is not null);
    }

    // app.json, game.json and plugin.json are names that other tools use too.
    private bool LooksLike(string folder, MiniProgramKind kind)
    {
        bool Has(string name) => _files.FileExists(ProjectPath.Combine(folder, name));
        var file = ConfigurationFile.Read(_files, ProjectPath.Combine(folder, MiniProgramRoot.FileNameOf(kind)));
        var looksRight = kind switch
        {
            MiniProgramKind.MiniProgram => Has("app.js") || Has("app.ts") || Has("app.wxss") || Names(file, "pages", "subPackages", "subpackages"),
            MiniProgramKind.Game => Has("game.js") || Has("game.ts") || Names(file, "deviceOrientation", "openDataContext", "subpackages", "subPackages"),
            _ => Names(file, "publicComponents") || file.Json?["pages"] is JsonObject || FindAbove(folder) is not null,
        };
        if (!looksRight)
            _strangers.Add(file.Path);
        return looksRight;
    }

    private static bool Names(ConfigurationFile file, params string[] members) => file.Json is { } json && members.Any(member => json[member] is not null);
}
