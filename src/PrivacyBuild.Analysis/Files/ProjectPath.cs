using System;
using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Files;

/// <summary>
/// Product paths: <c>/</c>-separated, relative to the project folder (empty for the folder itself), normalised, with leading
/// <c>../</c> only where a path lies outside; rooted paths (<c>/x</c>, <c>D:/x</c>) stay rooted. Compared ordinally.
/// </summary>
public static class ProjectPath
{
    /// <summary>Joins and normalises; a rooted <paramref name="relative"/> wins.</summary>
    public static string Combine(string directory, string relative)
    {
        if (IsRooted(relative) || directory.Length == 0)
            return Normalize(relative);
        return Normalize(directory + "/" + relative);
    }

    public static bool IsRooted(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));

    public static string Normalize(string path)
    {
        path = path.Replace('\\', '/');
        var rooted = IsRooted(path);
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part.Length == 0 || part == ".")
                continue;
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".." || !rooted)
                parts.Add(part);
        }

        return (path.Length > 0 && path[0] == '/' ? "/" : "") + string.Join("/", parts);
    }

    public static string GetDirectory(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : slash == 0 ? "/" : path.Substring(0, slash);
    }

    public static string GetFileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The extension with its dot, lower case; empty when there is none.</summary>
    public static string GetExtension(string path)
    {
        var name = GetFileName(path);
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name.Substring(dot).ToLowerInvariant();
    }

    public static string WithoutExtension(string path) => path.Substring(0, path.Length - GetExtension(path).Length);

    /// <summary>Whether <paramref name="path"/> is <paramref name="directory"/> or lies below it.</summary>
    public static bool IsWithin(string path, string directory) =>
        directory.Length == 0
            ? !IsRooted(path) && path != ".." && !path.StartsWith("../", StringComparison.Ordinal)
            : path.StartsWith(directory, StringComparison.Ordinal) && (path.Length == directory.Length || path[directory.Length] == '/' || directory[directory.Length - 1] == '/');

    /// <summary>The part of <paramref name="path"/> below <paramref name="directory"/>, which must hold it.</summary>
    public static string RelativeTo(string path, string directory) =>
        directory.Length == 0 ? path : path.Length == directory.Length ? "" : path.Substring(directory.Length).TrimStart('/');
}
