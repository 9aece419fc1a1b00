using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Versions out of the lock file of a package manager: npm's (all versions of the format), yarn's (1 and later) and pnpm's. Their YAML is
/// read by lines: names and versions stand alone on theirs, and nothing else is needed.
/// </summary>
internal sealed class LockFile
{
    private static readonly string[] YamlNames = ["yarn.lock", "pnpm-lock.yaml"];

    private readonly JsonObject? _npm;
    private readonly List<string[]> _yaml = [];

    private LockFile(IProjectFiles files, string folder)
    {
        var npm = ProjectPath.Combine(folder, "package-lock.json");
        _npm = files.FileExists(npm) ? ConfigurationFile.Read(files, npm).Json : null;
        foreach (var name in YamlNames)
        {
            var path = ProjectPath.Combine(folder, name);
            var bytes = files.FileExists(path) ? ConfigurationFile.ReadBytes(files, path, ReadLimits.ConfigurationBytes, out _, out _) : null;
            if (bytes is not null && SourceDecoder.Decode(bytes).Text is { } text)
                _yaml.Add(text.Content.Split('\n'));
        }
    }

    /// <summary>The lock files of a folder; without any, every version is unknown.</summary>
    public static LockFile Read(IProjectFiles files, string folder) => new(files, folder);

    /// <summary>The version that was installed, the first when there are several; empty when unknown.</summary>
    public string VersionOf(string package)
    {
        if (_npm?["packages"] is JsonObject packages && packages["node_modules/" + package] is JsonObject installed)
            return Text(installed, "version");
        if (_npm?["dependencies"] is JsonObject dependencies && dependencies[package] is JsonObject dependency)
            return Text(dependency, "version");
        foreach (var lines in _yaml)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (RestOf(lines[i], package) is { } rest && Version(rest, lines, i) is { Length: > 0 } version)
                    return version;
            }
        }

        return "";
    }

    // "@vant/weapp@^1.10.2", other@1: · '@vant/weapp@npm:^1': · /@vant/weapp/1.11.7: · '@vant/weapp@1.11.7': · /@vant/weapp@1.11.7(peer@1.0.0):
    private static string? RestOf(string line, string package)
    {
        var entry = line.Trim();
        if (entry.Length == 0 || entry[entry.Length - 1] != ':')
            return null;
        entry = entry.TrimStart('"', '\'').TrimStart('/');
        return entry.Length > package.Length + 1 && entry.StartsWith(package, StringComparison.Ordinal) && entry[package.Length] is '@' or '/'
            ? entry.Substring(package.Length + 1)
            : null;
    }

    // yarn has a range in the name and the version on the next line; pnpm has the version in the name.
    private static string Version(string rest, string[] lines, int line)
    {
        for (var next = line + 1; next < lines.Length && next <= line + 2; next++)
        {
            var member = lines[next].Trim();
            if (member.StartsWith("version", StringComparison.Ordinal))
                return member.Substring("version".Length).Trim(':', ' ', '"', '\'', '\r');
        }

        var end = 0;
        while (end < rest.Length && (char.IsLetterOrDigit(rest[end]) || rest[end] is '.' or '-' or '+'))
            end++;
        return char.IsDigit(rest[0]) ? rest.Substring(0, end) : "";
    }

    private static string Text(JsonObject json, string name) => (json[name] as JsonString)?.Value ?? "";
}
