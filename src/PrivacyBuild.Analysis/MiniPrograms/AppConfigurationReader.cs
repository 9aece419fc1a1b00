using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>Reads app.json, game.json or plugin.json and lists the pages that they name. Nothing is looked up yet.</summary>
internal static class AppConfigurationReader
{
    private const string ManifestPart = "mp-weixin";

    private static readonly string[] SubpackageMembers = ["subPackages", "subpackages"];
    private static readonly string[] PageMembers = ["pages", .. SubpackageMembers];

    public static ConfigurationFile ReadFile(MiniProgramRoot root, ConditionalCompilation conditions, IProjectFiles files, List<InputProblem> problems)
    {
        var isJson = root.ConfigurationFileName.EndsWith(".json", StringComparison.Ordinal);
        var file = isJson ? conditions.Read(files, root.ConfigurationPath) : ScriptConfiguration.Read(files, root.ConfigurationPath);
        if (file.Problem is not null)
            problems.Add(NameThePlace(file.Problem, root));
        return file;
    }

    /// <param name="root">The app.</param>
    /// <param name="file">Its app.json, game.json or plugin.json; of a tenant the template's.</param>
    /// <param name="ofFile">The pages that this file names.</param>
    /// <param name="conditions">What conditional compilation leaves out.</param>
    /// <param name="files">The project.</param>
    /// <param name="problems">Problems of what lies over that file.</param>
    public static AppConfiguration Read(MiniProgramRoot root, ConfigurationFile file, AppPages ofFile, ConditionalCompilation conditions, IProjectFiles files, List<InputProblem> problems)
    {
        var extension = ReadExtension(root, files, problems);
        var pages = extension is null || Array.TrueForAll(PageMembers, name => extension.Json![name] is null) ? ofFile : PagesOf(file, extension);
        var manifest = ReadManifest(root, conditions, files, problems);
        var layers = LayersOf(file, extension, manifest);
        return new AppConfiguration
        {
            File = file,
            Layers = layers,
            Home = HomeOf(root, file, manifest),
            Extension = extension,
            PageReferences = pages.References,
            Pages = pages.Paths,
            SubpackageRoots = pages.SubpackageRoots,
            IndependentRoots = pages.IndependentRoots,
        };
    }

    /// <summary>The pages that files name, one after the other.</summary>
    public static AppPages PagesOf(params ConfigurationFile[] sources)
    {
        var pages = new List<PathReference>();
        var subpackages = new List<string>();
        var independent = new List<string>();
        foreach (var source in sources)
        {
            if (source.Json is null)
                continue;
            AddPages(source.Json["pages"], "", source, pages);
            foreach (var name in SubpackageMembers)
                AddSubpackages(source.Json[name], source, pages, subpackages, independent);
        }

        return new AppPages(pages, pages.Select(page => page.Path).Distinct(StringComparer.Ordinal).ToList(), subpackages.Distinct(StringComparer.Ordinal).ToList(), independent);
    }

    // A root that a project.config.json names and that holds nothing: the fault stands in the project.config.json.
    private static InputProblem NameThePlace(InputProblem problem, MiniProgramRoot root)
    {
        if (problem.Reason != ProblemReason.NotFound || root.Project is not { } project)
            return problem;
        return project.File.ProblemAt(ProblemKind.ConfigurationUnreadable, project.SpanOfRoot(root.Kind), ProblemReason.NotFound, root.ConfigurationPath);
    }

    private static ConfigurationFile? ReadExtension(MiniProgramRoot root, IProjectFiles files, List<InputProblem> problems)
    {
        var path = root.TenantExtension ?? ProjectPath.Combine(root.Root, "ext.json");
        if (root.Kind != MiniProgramKind.MiniProgram || !files.FileExists(path))
            return null;
        var file = ConfigurationFile.Read(files, path);
        if (file.Problem is not null)
            problems.Add(file.Problem);
        return file.Json?["extEnable"] is JsonBoolean { Value: true } ? file : null;
    }

    // uni-app keeps what is Weixin's own (permission, requiredPrivateInfos, plugins) in a part of its manifest.
    private static ConfigurationFile? ReadManifest(MiniProgramRoot root, ConditionalCompilation conditions, IProjectFiles files, List<InputProblem> problems)
    {
        var path = ProjectPath.Combine(root.Root, "manifest.json");
        if (!IsUniAppSource(root) || !files.FileExists(path))
            return null;
        var manifest = conditions.Read(files, path);
        if (manifest.Problem is not null)
            problems.Add(manifest.Problem);
        return manifest;
    }

    private static List<ConfigurationLayer> LayersOf(ConfigurationFile file, ConfigurationFile? extension, ConfigurationFile? manifest)
    {
        var layers = new List<ConfigurationLayer>();
        if (file.Json is { } json)
            layers.Add(new ConfigurationLayer(file, json));
        if (extension?.Json is { } extended)
            layers.Add(new ConfigurationLayer(extension, extended));
        if (manifest?.Json?[ManifestPart] is JsonObject own)
            layers.Add(new ConfigurationLayer(manifest, own));
        return layers;
    }

    private static ConfigurationLayer? HomeOf(MiniProgramRoot root, ConfigurationFile file, ConfigurationFile? manifest)
    {
        var home = IsUniAppSource(root) ? manifest : file;
        return home?.Json is { } json ? new ConfigurationLayer(home, home == manifest && json[ManifestPart] is JsonObject own ? own : json) : null;
    }

    private static bool IsUniAppSource(MiniProgramRoot root) => root.Framework is { IsSource: true, Name: "uni-app" };

    // plugin.json has an object of names and paths, the others have an array.
    private static void AddPages(JsonValue? value, string folder, ConfigurationFile file, List<PathReference> pages)
    {
        var paths = value switch
        {
            JsonArray array => array.Items,
            JsonObject map => map.Members.Select(member => member.Value),
            _ => [],
        };
        foreach (var path in paths.Select(item => item is JsonObject page ? page["path"] : item).OfType<JsonString>())
        {
            if (path.Value.Length > 0)
                pages.Add(new PathReference(Join(folder, path.Value), file, path.Span));
        }
    }

    private static void AddSubpackages(JsonValue? value, ConfigurationFile file, List<PathReference> pages, List<string> roots, List<string> independent)
    {
        if (value is not JsonArray subpackages)
            return;
        foreach (var subpackage in subpackages.Items.OfType<JsonObject>())
        {
            if (subpackage["root"] is not JsonString root)
                continue;
            var folder = ProjectPath.Normalize(root.Value.Replace('\\', '/').TrimStart('/'));
            roots.Add(folder);
            if (subpackage["independent"] is JsonBoolean { Value: true })
                independent.Add(folder);
            AddPages(subpackage["pages"], folder, file, pages);
        }
    }

    /// <summary>A leading slash means the root; a drive or a scheme stays, and is then found outside.</summary>
    private static string Join(string folder, string path) => ProjectPath.Combine(folder, path.Replace('\\', '/').TrimStart('/'));
}

/// <summary>The pages and subpackages of configuration files; see the members of <see cref="AppConfiguration"/>.</summary>
internal sealed record AppPages(IReadOnlyList<PathReference> References, IReadOnlyList<string> Paths, IReadOnlyList<string> SubpackageRoots, IReadOnlyList<string> IndependentRoots);
