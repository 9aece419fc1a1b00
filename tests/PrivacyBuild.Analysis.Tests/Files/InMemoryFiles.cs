using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Tests.Files;

/// <summary>A map of path to text as a project's files. Links and lengths can be given to single paths.</summary>
internal sealed class InMemoryFiles : IProjectFiles
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, ProjectEntry>> _folders = new(StringComparer.Ordinal) { [""] = new(StringComparer.Ordinal) };
    private readonly HashSet<string> _locked = new(StringComparer.Ordinal);

    public InMemoryFiles()
    {
    }

    public InMemoryFiles(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
            Add(path, text);
    }

    /// <summary>Paths whose bytes were asked for, in order.</summary>
    public List<string> Reads { get; } = [];

    public InMemoryFiles Add(string path, string text = "") => Add(path, Encoding.UTF8.GetBytes(text));

    public InMemoryFiles Add(string path, byte[] bytes, long? length = null, bool isLink = false)
    {
        _files[path] = bytes;
        AddEntry(path, ProjectEntry.File(ProjectPath.GetFileName(path), length ?? bytes.Length, isLink));
        return this;
    }

    /// <summary>A link to a folder, listed as what it points to: itself or a folder above makes a circle.</summary>
    public InMemoryFiles AddFolderLink(string path)
    {
        _folders[path] = new(StringComparer.Ordinal) { ["again"] = ProjectEntry.Folder("again", isLink: true) };
        AddEntry(path, ProjectEntry.Folder(ProjectPath.GetFileName(path), isLink: true));
        return this;
    }

    /// <summary>A file that exists and cannot be read.</summary>
    public InMemoryFiles AddLocked(string path)
    {
        Add(path);
        _locked.Add(path);
        return this;
    }

    /// <summary>A folder that exists and cannot be listed.</summary>
    public InMemoryFiles AddLockedFolder(string path)
    {
        Add(path + "/unseen.js");
        _locked.Add(path);
        return this;
    }

    public bool FileExists(string path) => _files.ContainsKey(path);

    public bool DirectoryExists(string path) => _folders.ContainsKey(path);

    public IReadOnlyList<ProjectEntry> List(string directory)
    {
        if (_locked.Contains(directory))
            throw new UnauthorizedAccessException("no access to " + directory);
        return _folders.TryGetValue(directory, out var entries) ? entries.Values.ToList() : [];
    }

    public long? LengthOf(string path) => _files.TryGetValue(path, out var bytes) ? bytes.Length : null;

    public byte[] ReadAllBytes(string path)
    {
        Reads.Add(path);
        if (_locked.Contains(path))
            throw new UnauthorizedAccessException("no access to " + path);
        return _files.TryGetValue(path, out var bytes) ? bytes : throw new FileNotFoundException(path);
    }

    private void AddEntry(string path, ProjectEntry entry)
    {
        var folder = ProjectPath.GetDirectory(path);
        if (!_folders.TryGetValue(folder, out var entries))
        {
            _folders.Add(folder, entries = new(StringComparer.Ordinal));
            if (folder is not ("" or ".." or "/"))
                AddEntry(folder, ProjectEntry.Folder(ProjectPath.GetFileName(folder)));
        }

        entries[entry.Name] = entry;
    }
}
