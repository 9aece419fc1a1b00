using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Finds the mini programs of a project: the root that is set, else the project folder when it holds a configuration, else
/// every folder below it that does. A root without <c>project.config.json</c> takes the nearest one above that points to it.
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
    private readonly List<MiniProgramRoot> _roots = [];
    private readonly List<InputProblem> _problems = [];
    private readonly List<string> _strangers = [];

    private MiniProgramLocator(PrivacyCheckOptions options, IProjectFiles files)
    {
        _options = options;
        _files = files;
    }

    public static MiniProgramSearch Locate(PrivacyCheckOptions options, IProjectFiles files)
    {
        var locator = new MiniProgramLocator(options, files);
        locator.Locate();
        return new MiniProgramSearch(WithNames(locator._roots), locator._problems);
    }

    private void Locate()
    {
        var start = ProjectPath.Normalize(_options.Root);
        if (!AddFolder(start) && _options.Root.Length == 0)
            Search();
        if (_roots.Count == 0)
        {
            var reason = _options.Root.Length == 0 || _files.DirectoryExists(start) ? ProblemReason.None : ProblemReason.NotFound;
            _problems.Add(new InputProblem(ProblemKind.NoMiniProgram, start, default, default, string.Join(", ", _strangers)) { Reason = reason });
        }
    }

    /// <summary>Adds what one folder holds; false when it holds no configuration at all.</summary>
    private bool AddFolder(string folder)
    {
        if (ProjectConfiguration.TryRead(_files, folder, _problems) is { } project)
        {
            AddRootsOf(project);
            return true;
        }

        if (KindOf(folder) is not { } kind)
            return false;
        _roots.Add(new MiniProgramRoot(folder, kind, FindAbove(folder)));
        return true;
    }

    private void AddRootsOf(ProjectConfiguration project)
    {
        var before = _roots.Count;
        if (KindOf(project.MiniprogramRoot, project.CompileType) is { } kind and not MiniProgramKind.Plugin)
            _roots.Add(new MiniProgramRoot(project.MiniprogramRoot, kind, project));
        if (project.PluginRoot is { } pluginRoot && _files.FileExists(ProjectPath.Combine(pluginRoot, "plugin.json")))
            _roots.Add(new MiniProgramRoot(pluginRoot, MiniProgramKind.Plugin, project));
        if (_roots.Count > before || project.File.Json is null)
            return;

        // The project says that it is one. The loader then tells which file is missing.
        var isPlugin = project.CompileType is "plugin" or "gamePlugin" && project.PluginRoot is not null;
        _roots.Add(isPlugin
            ? new MiniProgramRoot(project.PluginRoot!, MiniProgramKind.Plugin, project)
            : new MiniProgramRoot(project.MiniprogramRoot, project.CompileType is "game" ? MiniProgramKind.Game : MiniProgramKind.MiniProgram, project));
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
        var folder = ProjectPath.GetParent(root);
        for (var i = 0; i < MaxFoldersAbove && folder is not null; i++, folder = ProjectPath.GetParent(folder))
        {
            if (!_files.FileExists(ProjectPath.Combine(folder, ProjectConfiguration.FileName)))
                continue;
            var problems = new List<InputProblem>();
            var project = ProjectConfiguration.TryRead(_files, folder, problems);
            if (project is null || (project.MiniprogramRoot != root && project.PluginRoot != root))
                continue;
            _problems.AddRange(problems);
            return project;
        }

        return null;
    }

    // Breadth first, so that a root is known before what lies in it.
    private void Search()
    {
        var pending = new Queue<string>();
        pending.Enqueue("");
        for (var searched = 0; pending.Count > 0; searched++)
        {
            if (searched == ReadLimits.SearchedFolders)
            {
                _problems.Add(new InputProblem(ProblemKind.FileLeftOut, pending.Peek(), default, default, pending.Peek(), ReadLimits.SearchedFolders.ToString(System.Globalization.CultureInfo.InvariantCulture)) { Reason = ProblemReason.TooManyFiles });
                return;
            }

            var folder = pending.Dequeue();
            if (_roots.Exists(root => root.Root.Length > 0 && ProjectPath.IsWithin(folder, root.Root)))
                continue;
            if (folder.Length > 0 && HoldsMiniProgram(folder) && AddFolder(folder) && _roots.Exists(root => root.Root == folder))
                continue;

            foreach (var entry in _files.List(folder))
            {
                if (!entry.IsDirectory || entry.IsLink || entry.Name[0] == '.' || NeverSearched.Contains(entry.Name))
                    continue;
                var child = ProjectPath.Combine(folder, entry.Name);
                if (child.Count(c => c == '/') < ReadLimits.Depth && !_options.BuildFolders.Any(build => ProjectPath.IsWithin(child, build)))
                    pending.Enqueue(child);
            }
        }
    }

    // app.json, game.json and plugin.json are names that other tools use too.
    private bool HoldsMiniProgram(string folder)
    {
        bool Has(string name) => _files.FileExists(ProjectPath.Combine(folder, name));
        if (Has(ProjectConfiguration.FileName))
            return true;
        if (KindOf(folder) is not { } kind)
            return false;

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

    private static List<MiniProgramRoot> WithNames(List<MiniProgramRoot> roots)
    {
        var distinct = roots.GroupBy(root => (root.Root, root.Kind)).Select(group => group.First()).OrderBy(root => root.Root, StringComparer.Ordinal).ThenBy(root => root.Kind).ToList();
        var named = distinct.ConvertAll(root => root with { Name = ShortName(root) });
        return named.ConvertAll(root => named.Count(other => other.Name == root.Name) == 1 ? root : root with { Name = root.Root.Length == 0 ? KindName(root) : root.Root });
    }

    private static string ShortName(MiniProgramRoot root)
    {
        var folder = ProjectPath.GetFileName(root.Root);
        if (folder.Length > 0 && folder != "..")
            return folder;
        return root.Project?.ProjectName is { Length: > 0 } name ? name : KindName(root);
    }

    private static string KindName(MiniProgramRoot root) => ProjectPath.WithoutExtension(root.ConfigurationFileName) switch
    {
        "app" => "miniprogram",
        var kind => kind,
    };
}
