using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Versions of npm packages, as far as the project tells them: a package.json in the copy itself, then the one that is
/// installed, then the lock file. Each is read once, and only when a file of that package ships.
/// </summary>
internal sealed class NpmPackages(MiniProgramRoot root, IProjectFiles files)
{
    private readonly Dictionary<string, string> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LockFile> _locks = new(StringComparer.Ordinal);

    /// <summary>The package of a specifier such as <c>@vant/weapp/button/index</c>; null for a path.</summary>
    public static string? NameOf(string specifier)
    {
        var parts = specifier.Split('/');
        if (parts[0].Length == 0 || parts[0][0] == '.')
            return null;
        if (parts[0][0] != '@')
            return parts[0];
        return parts.Length > 1 && parts[1].Length > 0 && parts[0].Length > 1 ? parts[0] + "/" + parts[1] : null;
    }

    /// <summary>Folders whose node_modules and lock file can be those of the root: itself and those above it up to the project's.</summary>
    public static IEnumerable<string> ProjectFolders(MiniProgramRoot root)
    {
        var top = root.Project?.Folder ?? "";
        var folder = root.Root;
        yield return folder;
        while (folder != top && folder.Length > 0 && !folder.EndsWith("..", StringComparison.Ordinal) && ProjectPath.GetParent(folder) is { } above)
        {
            folder = above;
            yield return folder;
        }

        if (folder.Length > 0 && ProjectPath.IsWithin(folder, ""))
            yield return "";
    }

    /// <summary>The version of a package, empty when unknown. <paramref name="copy"/> is the folder of the copy that ships.</summary>
    public string VersionOf(string name, string copy)
    {
        if (!_versions.TryGetValue(copy, out var version))
            _versions.Add(copy, version = FindVersion(name, copy));
        return version;
    }

    private string FindVersion(string name, string copy)
    {
        var own = Read(ProjectPath.Combine(copy, "package.json"));
        if (own is not null && (Text(own, "name") is "" || Text(own, "name") == name) && Text(own, "version") is { Length: > 0 } copied)
            return copied;

        foreach (var folder in ProjectFolders(root).Distinct(StringComparer.Ordinal))
        {
            if (Read(ProjectPath.Combine(folder, "node_modules/" + name + "/package.json")) is { } installed && Text(installed, "version") is { Length: > 0 } version)
                return version;
            if (LockOf(folder).VersionOf(name) is { Length: > 0 } locked)
                return locked;
        }

        return "";
    }

    private LockFile LockOf(string folder)
    {
        if (!_locks.TryGetValue(folder, out var file))
            _locks.Add(folder, file = LockFile.Read(files, folder));
        return file;
    }

    private JsonObject? Read(string path) => files.FileExists(path) ? ConfigurationFile.Read(files, path).Json : null;

    private static string Text(JsonObject json, string name) => (json[name] as JsonString)?.Value ?? "";
}
