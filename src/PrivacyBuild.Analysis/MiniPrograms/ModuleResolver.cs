using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Resolves what scripts, templates and configurations name to shipped files, by the platform's rules (source: CI,
/// DOC-REQUIRE, DOC-NPM). Where real projects get away with more (a folder for its index file, an extension, another case,
/// <c>@/</c> of a framework), so does this: a file found too much is only searched under another heading, a file missed
/// is not followed. Every path is looked up below the root only.
/// </summary>
public sealed class ModuleResolver
{
    private static readonly string[] NativeScripts = [".js", ".ts", ".wxs"];
    private static readonly string[] TypeScriptFirst = [".ts", ".js", ".wxs"];
    private static readonly string[] SourceScripts = [".ts", ".js", ".tsx", ".jsx", ".vue", ".uvue", ".nvue", ".mpx", ".wpy", ".uts", ".mts", ".mjs", ".cjs", ".weapp.ts", ".weapp.tsx", ".weapp.js", ".weapp.jsx"];

    private readonly Dictionary<string, ShippedFile> _byPath = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, ShippedFile>> _byAnyCase;

    // An import is looked up when files are chosen, when edges are drawn and for each name it brings.
    private readonly ConcurrentDictionary<Import, ShippedFile?> _scripts = new();
    private readonly Alias[] _aliases;
    private readonly string[] _scriptExtensions;
    private readonly bool _isSource;

    public ModuleResolver(IReadOnlyList<ShippedFile> files, JsonObject? resolveAlias = null, bool typeScriptFirst = false, bool isFrameworkSource = false)
    {
        AllFiles = files;
        foreach (var file in files)
            _byPath[file.PathInRoot] = file;
        _byAnyCase = new Lazy<Dictionary<string, ShippedFile>>(() =>
        {
            var map = new Dictionary<string, ShippedFile>(StringComparer.OrdinalIgnoreCase);
            foreach (var file in files)
                map[file.PathInRoot] = file;
            return map;
        });
        _aliases = ReadAliases(resolveAlias);
        _isSource = isFrameworkSource;
        _scriptExtensions = isFrameworkSource ? SourceScripts : typeScriptFirst ? TypeScriptFirst : NativeScripts;
    }

    public IReadOnlyList<ShippedFile> AllFiles { get; }

    /// <summary>The shipped file of that path below the root; null when none has it.</summary>
    public ShippedFile? Find(string pathInRoot) => _byPath.TryGetValue(pathInRoot, out var file) ? file : null;

    /// <summary>The shipped file whose path differs at most in case.</summary>
    public ShippedFile? FindAnyCase(string pathInRoot) => _byAnyCase.Value.TryGetValue(pathInRoot, out var file) ? file : null;

    /// <summary>A script's <c>require</c>, <c>import</c> or <c>export from</c>: alias, relative, then <c>miniprogram_npm</c> upward. Null when it is none of the shipped files.</summary>
    public ShippedFile? ResolveScript(ShippedFile from, string specifier) =>
        _scripts.GetOrAdd(new Import(from, specifier), import => Resolve(import.From, import.Specifier, FindScript));

    /// <summary>A template's <c>import</c>, <c>include</c> or <c>wxs</c>.</summary>
    public ShippedFile? ResolveTemplate(ShippedFile from, string src) => Resolve(from, src, FindTemplate);

    /// <summary>The script of a page, component or entry, given its path below the root without extension.</summary>
    public ShippedFile? FindScriptOf(string name)
    {
        foreach (var extension in _scriptExtensions)
        {
            if (extension != ".wxs" && Find(name + extension) is { } file)
                return file;
        }

        return null;
    }

    /// <summary>
    /// The path below the root, without extension, of the component that a <c>usingComponents</c> entry names; null when
    /// there is none in the package.
    /// </summary>
    public string? ResolveComponent(string folderInRoot, string value)
    {
        foreach (var candidate in Candidates(folderInRoot, value))
        {
            // The json makes a component, so a folder's index.json beats a script that merely has the folder's name.
            var name = candidate.TrimEnd('/');
            var index = name.Length == 0 ? "index" : name + "/index";
            foreach (var path in new[] { name, index })
            {
                if (Find(path + ".json") is not null)
                    return path;
            }

            foreach (var path in new[] { name, index })
            {
                if (HasTemplateOrScript(path))
                    return path;
            }
        }

        return null;
    }

    /// <summary>Paths below the root that a name can stand for, in the platform's order; those that lead out of the root are dropped.</summary>
    public IEnumerable<string> Candidates(string folderInRoot, string value)
    {
        if (value.Length == 0 || value.Contains("://") || (value.Length > 1 && value[1] == ':'))
            yield break;
        foreach (var candidate in AllCandidates(folderInRoot, value.Replace('\\', '/')))
        {
            if (ProjectPath.IsWithin(candidate, ""))
                yield return candidate;
        }
    }

    private IEnumerable<string> AllCandidates(string folder, string value)
    {
        foreach (var (prefix, hasRest, target) in _aliases)
        {
            if (hasRest ? !value.StartsWith(prefix, StringComparison.Ordinal) : value != prefix)
                continue;
            var rest = value.Substring(prefix.Length);
            yield return ProjectPath.Normalize(target + rest);
        }

        if (value[0] != '/')
            yield return ProjectPath.Combine(folder, value);
        else
            yield return ProjectPath.Normalize(value.TrimStart('/'));

        // The tool's analyser strips the slash and stays in the folder.
        if (value[0] == '/')
            yield return ProjectPath.Combine(folder, value.TrimStart('/'));

        if (value[0] is not ('.' or '/'))
        {
            for (var above = folder; ; above = ProjectPath.GetDirectory(above))
            {
                yield return ProjectPath.Combine(above, "miniprogram_npm/" + value);
                if (above.Length == 0)
                    break;
            }
        }

        if (value.StartsWith("@/", StringComparison.Ordinal) || value.StartsWith("~/", StringComparison.Ordinal))
        {
            var rest = value.Substring(2);
            yield return ProjectPath.Normalize(rest);
            yield return ProjectPath.Normalize("src/" + rest);
        }
    }

    private ShippedFile? Resolve(ShippedFile from, string name, Func<ShippedFile, string, ShippedFile?> find)
    {
        foreach (var candidate in Candidates(ProjectPath.GetDirectory(from.PathInRoot), name))
        {
            if (find(from, candidate) is { } file)
                return file;
        }

        return null;
    }

    private ShippedFile? FindScript(ShippedFile from, string path)
    {
        foreach (var candidate in ScriptPaths(path))
        {
            if (Find(candidate) is { } file && IsScript(file))
                return file;
        }

        // Written on a system that does not tell cases apart.
        foreach (var candidate in ScriptPaths(path))
        {
            if (FindAnyCase(candidate) is { } file && IsScript(file))
                return file;
        }

        return null;
    }

    private IEnumerable<string> ScriptPaths(string path)
    {
        if (path.Length > 0)
        {
            yield return path;
            foreach (var extension in _scriptExtensions)
                yield return path + extension;
            if (path.EndsWith(".js", StringComparison.OrdinalIgnoreCase))
            {
                // TypeScript sources name the file that will be emitted.
                yield return ProjectPath.WithoutExtension(path) + ".ts";
                if (_isSource)
                    yield return ProjectPath.WithoutExtension(path) + ".tsx";
            }
        }

        foreach (var extension in _scriptExtensions)
            yield return (path.Length == 0 ? "index" : path + "/index") + extension;
    }

    private ShippedFile? FindTemplate(ShippedFile from, string path)
    {
        foreach (var candidate in new[] { path, path + ".wxml", path + ".wxs" })
        {
            if (FindAnyCase(candidate) is { Kind: ShippedFileKind.Wxml or ShippedFileKind.Wxs })
                return Find(candidate) ?? FindAnyCase(candidate);
        }

        return null;
    }

    private bool HasTemplateOrScript(string path) => Find(path + ".wxml") is not null || FindScriptOf(path) is not null;

    private static bool IsScript(ShippedFile file) =>
        file.Kind is ShippedFileKind.JavaScript or ShippedFileKind.TypeScript or ShippedFileKind.Wxs or ShippedFileKind.SingleFileComponent;

    // Keys and values end in "/*"; the longest key that fits goes first.
    private static Alias[] ReadAliases(JsonObject? aliases)
    {
        var result = new List<Alias>();
        foreach (var member in aliases?.Members ?? [])
        {
            if (member.Value is not JsonString value || member.Name.Length == 0)
                continue;
            var hasRest = member.Name[member.Name.Length - 1] == '*';
            result.Add(new Alias(hasRest ? member.Name.Substring(0, member.Name.Length - 1) : member.Name, hasRest, value.Value.TrimStart('/').TrimEnd('*')));
        }

        return [.. result.OrderByDescending(alias => alias.Prefix.Length)];
    }

    // Objects, because the host would have to compile collections of values of our own.
    private sealed record Import(ShippedFile From, string Specifier);

    private sealed record Alias(string Prefix, bool HasRest, string Target);
}
