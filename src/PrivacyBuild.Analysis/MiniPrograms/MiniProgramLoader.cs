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
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static MiniProgram Load(MiniProgramRoot root, PrivacyCheckOptions options, IProjectFiles files, CancellationToken cancellationToken)
    {
        var problems = new List<InputProblem>();
        var configuration = AppConfigurationReader.Read(root, files, problems);
        var shipped = ListFiles(root, options, files, problems, cancellationToken);
        var excluded = new ExcludedFiles(options.Exclude);
        var excludedFiles = shipped.RemoveAll(file => excluded.Contains(file.Path));
        var resolver = new ModuleResolver(
            shipped,
            configuration.Find("resolveAlias")?.Value as JsonObject,
            root.Project?.UsesTypeScript == true,
            root.Framework?.IsSource == true);
        var (pagesAndComponents, edges) = ComponentReader.Read(root, configuration, resolver, files, problems, cancellationToken);
        return new MiniProgram
        {
            Name = root.Name,
            Root = root.Root,
            Kind = root.Kind,
            ConfigurationPath = root.ConfigurationPath,
            ProjectConfigurationPath = root.Project?.Path,
            Project = root.Project,
            Framework = root.Framework,
            Files = shipped,
            Configuration = configuration,
            Resolver = resolver,
            PagesAndComponents = pagesAndComponents,
            Edges = edges,
            IgnoresUnusedFiles = root.Kind == MiniProgramKind.MiniProgram && root.Project?.IgnoresUnusedFiles == true,
            Problems = problems,
            ExcludedFiles = excludedFiles,
        };
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
            Length = file.Length,
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
        string[] names = [InputFileNames.Guideline, InputFileNames.OnlineGuideline, InputFileNames.Baseline];
        var folders = new[] { "", root.Project?.Folder ?? root.Root };
        var own = new HashSet<string>(folders.SelectMany(folder => names.Select(name => ProjectPath.Combine(folder, name))), StringComparer.Ordinal);
        foreach (var path in new[] { options.Guideline, options.OnlineGuideline })
        {
            if (path.Length > 0)
                own.Add(ProjectPath.Normalize(path));
        }

        problems.AddRange(shipped
            .Where(file => own.Contains(file.Path))
            .Select(file => new InputProblem(ProblemKind.WouldBeUploaded, file.Path, default, default, file.PathInRoot, "file")));
    }
}
