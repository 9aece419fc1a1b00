using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Security;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Tasks;

/// <summary>
/// The disk as the engine sees it: product paths relative to one project folder. A name counts only in the case in which
/// it is written on the disk, on every operating system, because the phones that run mini programs tell cases apart.
/// </summary>
/// <remarks>
/// Existence is answered from the listing of the folder, which is read once: a check sees one state of the tree, and looking
/// for a file that is not there costs nothing. May be used by several threads at once.
/// </remarks>
internal sealed class DiskFiles : IProjectFiles
{
    private readonly string _projectDirectory;
    private readonly ConcurrentDictionary<string, Listing> _listings = new(StringComparer.Ordinal);

    /// <param name="projectDirectory">Absolute path.</param>
    public DiskFiles(string projectDirectory)
    {
        if (!Path.IsPathRooted(projectDirectory))
            throw new ArgumentException("An absolute path is needed.", nameof(projectDirectory));
        _projectDirectory = Path.GetFullPath(projectDirectory);
    }

    public string ProjectFolderName => Path.GetFileName(_projectDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>
    /// The product path of what a user wrote: relative to the project folder, or absolute; with the separators of any operating
    /// system; empty stays empty. A path on another volume stays absolute.
    /// </summary>
    public string ToProductPath(string path)
    {
        path = path.Trim();
        if (path.Length == 0)
            return "";
        var own = NamesOf(_projectDirectory);
        var other = NamesOf(Resolve(path));
        var volume = NamesOf(Path.GetPathRoot(_projectDirectory)!).Length;
        var common = 0;
        while (common < own.Length && common < other.Length && IsSameName(own[common], other[common], inVolume: common < volume))
            common++;
        if (common < volume)
            return string.Join("/", other);

        var parts = new List<string>();
        for (var i = common; i < own.Length; i++)
            parts.Add("..");
        for (var i = common; i < other.Length; i++)
            parts.Add(other[i]);
        return string.Join("/", parts);
    }

    /// <summary>The absolute path that the operating system understands.</summary>
    public string ToFullPath(string path)
    {
        var full = Resolve(path);
#if !NET
        // .NET Framework cuts paths off at 260 characters (folders at 248) unless they are marked.
        if (Path.DirectorySeparatorChar == '\\' && full.Length >= 248 && !full.StartsWith(@"\\", StringComparison.Ordinal))
            full = @"\\?\" + full;
#endif
        return full;
    }

    public bool FileExists(string path) => Find(path) is { IsDirectory: false };

    public bool DirectoryExists(string path) => Find(path) is { IsDirectory: true };

    public IReadOnlyList<ProjectEntry> List(string directory)
    {
        if (!DirectoryExists(directory))
            return [];
        var listing = ListingOf(ProjectPath.Normalize(directory));
        return listing.Failure is null ? listing.Entries : throw new IOException(listing.Failure.Message, listing.Failure);
    }

    public byte[] ReadAllBytes(string path)
    {
        try
        {
            // The listing tells an ordinary file, without asking the system about each once more
            if (Find(path) is { IsDirectory: false, IsLink: false, Length: > 0 })
                return File.ReadAllBytes(ToFullPath(path));

            // What has no length (an empty file, but also a pipe or a device, which may never end) has no content.
            var file = TargetOf(new FileInfo(ToFullPath(path)));
            return file.Length == 0 && !IsLink(file) ? [] : File.ReadAllBytes(file.FullName);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or SecurityException)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    /// <summary>Absolute and normalised, whatever the current directory and drive.</summary>
    private string Resolve(string path)
    {
        path = path.Replace('\\', Path.DirectorySeparatorChar).Replace('/', Path.DirectorySeparatorChar);
        if (!Path.IsPathRooted(path))
            return Path.GetFullPath(_projectDirectory + Path.DirectorySeparatorChar + path);
        if (path[path.Length - 1] == Path.VolumeSeparatorChar)
            return path + Path.DirectorySeparatorChar;
        var isOfCurrentDrive = Path.DirectorySeparatorChar == '\\' && path[0] == '\\' && !path.StartsWith(@"\\", StringComparison.Ordinal);
        return Path.GetFullPath(isOfCurrentDrive ? Path.GetPathRoot(_projectDirectory) + path : path);
    }

    private static string[] NamesOf(string fullPath) => fullPath.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);

    private static bool IsSameName(string left, string right, bool inVolume) =>
        string.Equals(left, right, inVolume ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private ProjectEntry? Find(string path)
    {
        // Most questions are about folders that are known by now, in the form in which they are known
        var slash = path.LastIndexOf('/');
        if (slash > 0 && path.IndexOf('\\', slash) < 0 && _listings.TryGetValue(path.Substring(0, slash), out var known) && known.Failure is null)
        {
            var child = path.Substring(slash + 1);
            if (child is not ("" or "." or ".."))
                return known.ByName.TryGetValue(child, out var found) ? found : null;
        }

        path = ProjectPath.Normalize(path);
        var name = ProjectPath.GetFileName(path);
        var parent = ProjectPath.GetDirectory(path);

        // Above the project folder, and where a folder may be passed through but not listed, the system's word has to do.
        if (path.Length == 0 || name == ".." || parent == path || (ProjectPath.IsRooted(path) && parent is "" or "/"))
            return AskSystem(path, name);
        if (Find(parent) is not { IsDirectory: true })
            return null;
        var listing = ListingOf(parent);
        if (listing.Failure is not null)
            return AskSystem(path, name);
        return listing.ByName.TryGetValue(name, out var entry) ? entry : null;
    }

    private ProjectEntry? AskSystem(string path, string name)
    {
        var full = ToFullPath(path);
        if (Directory.Exists(full))
            return new ProjectEntry(name, IsDirectory: true, Length: 0, IsLink: false);
        return File.Exists(full) ? new ProjectEntry(name, IsDirectory: false, Length: 0, IsLink: false) : null;
    }

    private Listing ListingOf(string directory) => _listings.GetOrAdd(directory, key => Listing.Read(ToFullPath(key)));

    private sealed class Listing
    {
        private Listing(ProjectEntry[] entries, Exception? failure = null)
        {
            Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
            Entries = entries;
            Failure = failure;
            ByName = new Dictionary<string, ProjectEntry>(entries.Length, StringComparer.Ordinal);
            foreach (var entry in entries)
                ByName[entry.Name] = entry;
        }

        /// <summary>Sorted ordinally by name.</summary>
        public IReadOnlyList<ProjectEntry> Entries { get; }

        public Dictionary<string, ProjectEntry> ByName { get; }

        /// <summary>Why the folder could not be listed to its end; null when it could.</summary>
        public Exception? Failure { get; }

        public static Listing Read(string fullPath)
        {
            var entries = new List<ProjectEntry>();
            try
            {
                foreach (var item in new DirectoryInfo(fullPath).EnumerateFileSystemInfos())
                    entries.Add(Describe(item));
                return new Listing([.. entries]);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException)
            {
                return new Listing([], exception);
            }
        }

        private static ProjectEntry Describe(FileSystemInfo item)
        {
            var isDirectory = (item.Attributes & FileAttributes.Directory) != 0;
            return new ProjectEntry(item.Name, isDirectory, isDirectory ? 0 : LengthOf((FileInfo)item), IsLink(item));
        }

        private static long LengthOf(FileInfo item)
        {
            try
            {
                return TargetOf(item).Length;
            }
            catch (IOException)
            {
                // Gone, or a link to nothing or to itself: reading it will say so.
                return 0;
            }
        }
    }

    /// <summary>The file itself, or the one that a link ends at.</summary>
    private static FileInfo TargetOf(FileInfo file) =>
#if NET
        IsLink(file) && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : file;
#else
        file;
#endif

    // The attributes are known from the listing, where the target of a link is a question to the system for each file.
    private static bool IsLink(FileSystemInfo item) =>
#if NET
        (item.Attributes & FileAttributes.ReparsePoint) != 0 && item.LinkTarget is not null;
#else
        // Without the kind of reparse point every one counts as a link; files kept in a cloud folder are then marked as well.
        (item.Attributes & FileAttributes.ReparsePoint) != 0;
#endif
}
