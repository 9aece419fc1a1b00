using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Files;

/// <summary>Hands every question on and remembers which paths were asked for, absent ones included.</summary>
internal sealed class RecordedFiles(IProjectFiles files) : IProjectFiles
{
    private readonly ConcurrentDictionary<string, bool> _paths = new(StringComparer.Ordinal);

    /// <summary>Sorted.</summary>
    public IReadOnlyList<string> Paths => [.. _paths.Keys.OrderBy(path => path, StringComparer.Ordinal)];

    public bool FileExists(string path) => files.FileExists(Record(path));

    public bool DirectoryExists(string path) => files.DirectoryExists(Record(path));

    public IReadOnlyList<ProjectEntry> List(string directory) => files.List(Record(directory));

    public byte[] ReadAllBytes(string path) => files.ReadAllBytes(Record(path));

    private string Record(string path)
    {
        _paths.TryAdd(path, true);
        return path;
    }
}
