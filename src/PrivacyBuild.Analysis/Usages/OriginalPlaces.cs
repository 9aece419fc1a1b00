using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.SourceMaps;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>A place in a file that a shipped script was made from, and whose code that is.</summary>
public sealed record OriginalPlace(string Path, LinePosition Start, Owner Owner);

/// <summary>
/// Finds what the places of bundled scripts were made from, when a source map stands in the script or lies beside it and the
/// original file is part of the project. Maps are read only for scripts in which something was found.
/// </summary>
internal sealed class OriginalPlaces
{
    private const string Mark = "sourceMappingURL=";
    private const string Modules = "node_modules/";

    private readonly IProjectFiles _files;
    private readonly string _root;
    private readonly List<string> _folders = [];
    private readonly Dictionary<ShippedFile, (SourceMap? Map, string Folder)> _maps = [];
    private readonly Dictionary<(string Folder, string Source), (string Path, Owner Owner)?> _sources = [];

    public OriginalPlaces(MiniProgram app, IProjectFiles files)
    {
        _files = files;
        _root = app.Root;

        // The root and the folders above it, up to the project's
        var top = app.Project?.Folder ?? "";
        for (var folder = app.Root; folder is not null; folder = folder == top || folder.Length == 0 || folder.EndsWith("..", StringComparison.Ordinal) ? null : ProjectPath.GetParent(folder))
            _folders.Add(folder);
        if (ProjectPath.IsWithin(app.Root, "") && !_folders.Contains(""))
            _folders.Add("");
    }

    public OriginalPlace? Find(ShippedFile file, SourceText text, LinePosition start)
    {
        if (file.Kind != ShippedFileKind.JavaScript)
            return null;
        if (!_maps.TryGetValue(file, out var known))
            _maps.Add(file, known = (ReadMap(file, text.Content, out var folder), folder));
        if (known.Map?.Find(start) is not { } found || SourceOf(known.Folder, found.Source) is not { } source)
            return null;
        return source.Path == file.Path ? null : new OriginalPlace(source.Path, found.Place, source.Owner);
    }

    private SourceMap? ReadMap(ShippedFile file, string content, out string folder)
    {
        folder = ProjectPath.GetDirectory(file.Path);
        var mark = content.LastIndexOf(Mark, StringComparison.Ordinal);
        var url = mark < 0 ? "" : content.Substring(mark + Mark.Length).Split('\r', '\n', ' ', '*')[0];
        if (url.StartsWith("data:", StringComparison.Ordinal))
            return OfData(url);

        var path = url.Length > 0 && url.IndexOfAny([':']) < 0 ? ProjectPath.Combine(folder, url.Split('?')[0]) : file.Path + ".map";
        if (ProjectPath.IsRooted(path) != ProjectPath.IsRooted(_root) || !ProjectPath.IsWithin(path, _root))
            return null;
        folder = ProjectPath.GetDirectory(path);
        var bytes = ConfigurationFile.ReadBytes(_files, path, ReadLimits.SourceMapBytes, out _, out _);
        return bytes is not null && SourceDecoder.Decode(bytes).Text is { } text ? SourceMap.Read(text) : null;
    }

    private static SourceMap? OfData(string url)
    {
        var comma = url.IndexOf(',');
        if (comma < 0 || !url.Substring(0, comma).EndsWith(";base64", StringComparison.Ordinal))
            return null;
        try
        {
            return SourceMap.Read(new SourceText(Encoding.UTF8.GetString(Convert.FromBase64String(url.Substring(comma + 1).Trim()))));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private (string Path, Owner Owner)? SourceOf(string folder, string source)
    {
        if (!_sources.TryGetValue((folder, source), out var known))
            _sources.Add((folder, source), known = Candidates(folder, source).Where(Exists).Select(path => ((string, Owner)?)(path, OwnerOf(path))).FirstOrDefault());
        return known;
    }

    // webpack:///./src/a.ts?12ab · webpack://shop/./src/a.ts · uni-app:///pages/a.vue · ../../src/a.ts
    private IEnumerable<string> Candidates(string folder, string source)
    {
        var name = source.Split('?')[0];
        var scheme = name.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            yield return ProjectPath.Combine(folder, name);
            yield break;
        }

        var slash = name.IndexOf('/', scheme + 3);
        if (slash < 0)
            yield break;
        var path = name.Substring(slash).TrimStart('/');
        foreach (var above in _folders)
            yield return ProjectPath.Combine(above, path);
    }

    private bool Exists(string path) => _folders.Exists(folder => ProjectPath.IsWithin(path, folder)) && _files.FileExists(path);

    private Owner OwnerOf(string path)
    {
        var modules = path.LastIndexOf(Modules, StringComparison.Ordinal);
        if (modules < 0 || NpmPackages.NameOf(path.Substring(modules + Modules.Length)) is not { } name)
            return Owner.Own;
        var package = $"{path.Substring(0, modules)}{Modules}{name}/package.json";
        var version = _files.FileExists(package) ? (ConfigurationFile.Read(_files, package).Json?["version"] as JsonString)?.Value : null;
        return new Owner(OwnerType.Npm, name, version ?? "");
    }
}
