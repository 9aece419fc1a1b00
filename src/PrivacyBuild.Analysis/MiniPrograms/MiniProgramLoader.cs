using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Loads one mini program: its configuration, the files that ship, whose they are, and how pages and components hang
/// together. Reads json only; scripts and templates are for the floor above.
/// </summary>
public static class MiniProgramLoader
{
    /// <summary>
    /// Loads the apps of one root: one, or all tenants of a template. Their code is read once, with what any of them brings into use;
    /// each has its own configuration.
    /// </summary>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static IReadOnlyList<MiniProgram> Load(IReadOnlyList<MiniProgramRoot> apps, PrivacyCheckOptions options, IProjectFiles files, CancellationToken cancellationToken)
    {
        var root = apps[0];
        var problems = new List<InputProblem>();
        var conditions = ConditionalCompilation.Of(root, options, files);
        var file = AppConfigurationReader.ReadFile(root, conditions, files, problems);
        var own = apps.Select(_ => new List<InputProblem>()).ToList();
        var pages = AppConfigurationReader.PagesOf(file);
        var configurations = apps.Select((app, index) => AppConfigurationReader.Read(app, file, pages, conditions, files, own[index])).ToList();
        var shipped = ListFiles(root, options, files, problems, cancellationToken);
        var excluded = new ExcludedFiles(options.Exclude);
        var excludedFiles = shipped.RemoveAll(shippedFile => excluded.Contains(shippedFile.Path));
        var resolver = new ModuleResolver(
            shipped,
            configurations[0].Find("resolveAlias")?.Value as JsonObject,
            root.Project?.UsesTypeScript == true,
            root.Framework?.IsSource == true);
        var (pagesAndComponents, edges) = ComponentReader.Read(root, configurations, resolver, files, problems, cancellationToken);

        // What is wrong with a tenant's ext.json is that tenant's.
        var tenants = new HashSet<string>(apps.Select(app => app.TenantExtension).OfType<string>(), StringComparer.Ordinal);
        return apps.Select((app, index) => new MiniProgram
        {
            Name = app.Name,
            Setting = app.Setting,
            Root = app.Root,
            Kind = app.Kind,
            ConfigurationPath = app.ConfigurationPath,
            ProjectConfigurationPath = app.Project?.Path,
            Project = app.Project,
            Framework = app.Framework,
            Files = shipped,
            Configuration = configurations[index],
            Resolver = resolver,
            PagesAndComponents = pagesAndComponents,
            Edges = edges,
            Conditions = conditions,
            IgnoresUnusedFiles = app.Kind == MiniProgramKind.MiniProgram && app.Project?.IgnoresUnusedFiles == true,
            Problems = [.. problems.Where(problem => problem.Path == app.TenantExtension || !tenants.Contains(problem.Path)), .. own[index]],
            ExcludedFiles = excludedFiles,
        }).ToList();
    }

    private static List<ShippedFile> ListFiles(MiniProgramRoot root, PrivacyCheckOptions options, IProjectFiles files, List<InputProblem> problems, CancellationToken cancellationToken)
    {
        var packed = PackageContents.List(root, BuildFolders.Normalize(options.BuildFolders), files, problems, cancellationToken);
        var owners = new OwnerFinder(root, packed, files);
        var shipped = packed.ConvertAll(file => new ShippedFile
        {
            Path = ProjectPath.Combine(root.Root, file.PathInRoot),
            PathInRoot = file.PathInRoot,
            Kind = file.Kind,
            Owner = owners.Of(file.PathInRoot),
            KeptWhenUnused = root.Project?.IsIncluded(file.PathInRoot, problems) == true,
        });
        AddOwnInputs(root, options, shipped, problems);
        return shipped;
    }

    // The guideline and the baseline are for the build, not for the users' phones.
    private static void AddOwnInputs(MiniProgramRoot root, PrivacyCheckOptions options, List<ShippedFile> shipped, List<InputProblem> problems)
    {
        // What a framework emits is uploaded, never its sources as they stand.
        if (root.Project?.IgnoresUnusedFiles == true || root.Framework?.IsSource == true)
            return;
        string[] names = [InputFileNames.Guideline, InputFileNames.PluginGuideline, InputFileNames.OnlineGuideline, InputFileNames.Baseline];
        var folders = new[] { "", root.Project?.Folder ?? root.Root };
        var own = new HashSet<string>(folders.SelectMany(folder => names.Select(name => ProjectPath.Combine(folder, name))), StringComparer.Ordinal);
        var set = options.Apps.SelectMany(app => new[] { app.Guideline, app.OnlineGuideline, app.Baseline, app.SharedGuideline });
        foreach (var path in set.Concat([options.Guideline, options.OnlineGuideline]))
        {
            if (path.Length > 0)
                own.Add(ProjectPath.Normalize(path));
        }

        problems.AddRange(shipped
            .Where(file => own.Contains(file.Path))
            .Select(file => new InputProblem(ProblemKind.WouldBeUploaded, file.Path, default, default, file.PathInRoot, "file")));
    }
}
