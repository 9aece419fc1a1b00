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
        if (IsNormal(path))
            return path;
        path = path.Replace('\\', '/');
        var rooted = IsRooted(path);
        var fixedParts = path.Length > 1 && path[1] == ':' ? 1 : 0;
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part.Length == 0 || part == ".")
                continue;
            if (part == ".." && parts.Count > fixedParts && parts[parts.Count - 1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".." || !rooted)
                parts.Add(part);
        }

        return Prefix(path) + string.Join("/", parts);
    }

    // Most paths are: names divided by single slashes.
    private static bool IsNormal(string path)
    {
        var start = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            if (i < path.Length && path[i] != '/')
            {
                if (path[i] == '\\')
                    return false;
                continue;
            }

            var length = i - start;
            if (length == 0 || (path[start] == '.' && (length == 1 || (length == 2 && path[start + 1] == '.'))))
                return path.Length == 0;
            start = i + 1;
        }

        return true;
    }

    /// <summary>Two slashes begin a network path on Windows and must stay two.</summary>
    private static string Prefix(string path) =>
        path.StartsWith("//", StringComparison.Ordinal) ? "//" : path.Length > 0 && path[0] == '/' ? "/" : "";

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

    /// <summary>The folder above, also above the project folder: <c>a</c> has the empty path, that has <c>..</c>, that <c>../..</c>; null above a rooted one.</summary>
    public static string? GetParent(string path)
    {
        if (path.Length == 0)
            return "..";
        if (path == ".." || path.EndsWith("/..", StringComparison.Ordinal))
            return path + "/..";
        var directory = GetDirectory(path);
        return IsRooted(path) && directory.TrimEnd('/').Length == 0 ? null : directory;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="directory"/> or lies below it.</summary>
    public static bool IsWithin(string path, string directory)
    {
        if (directory.Length == 0)
            return !IsRooted(path) && !LeadsUp(path);
        if (!path.StartsWith(directory, StringComparison.Ordinal))
            return false;
        if (path.Length == directory.Length || directory[directory.Length - 1] == '/')
            return true;
        return path[directory.Length] == '/' && !LeadsUp(path, directory.Length + 1);
    }

    private static bool LeadsUp(string path, int start = 0) =>
        string.CompareOrdinal(path, start, "..", 0, 2) == 0 && (path.Length == start + 2 || path[start + 2] == '/');

    /// <summary>The part of <paramref name="path"/> below <paramref name="directory"/>, which must hold it.</summary>
    public static string RelativeTo(string path, string directory) =>
        directory.Length == 0 ? path : path.Length == directory.Length ? "" : path.Substring(directory.Length).TrimStart('/');
}
