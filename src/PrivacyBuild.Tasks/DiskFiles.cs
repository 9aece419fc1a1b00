using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
#if NET
using System.IO.Enumeration;
#endif
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

    /// <summary>Path of the project folder within the Git repository that holds it, <c>/</c>-separated; empty when it is its top folder or there is none.</summary>
    public string FindPathInRepository()
    {
        var path = "";
        for (var folder = _projectDirectory.TrimEnd(Path.DirectorySeparatorChar); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            // A file in a work tree or a submodule
            var git = Path.Combine(folder, ".git");
            if (Directory.Exists(git) || File.Exists(git))
                return path;
            path = Path.GetFileName(folder) + (path.Length > 0 ? "/" + path : "");
        }

        return "";
    }

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

    public bool FileExists(string path) => Find(path) is { Entry.IsDirectory: false };

    public bool DirectoryExists(string path) => Find(path) is { Entry.IsDirectory: true };

    public long? LengthOf(string path) => Find(path) is { Entry.IsDirectory: false } file ? file.Length : null;

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
            if (Find(path) is { Entry: { IsDirectory: false, IsLink: false }, Length: > 0 })
                return ReadOrdinaryFile(ToFullPath(path));

            // What has no length (an empty file, but also a pipe or a device, which may never end) has no content.
            var file = TargetOf(new FileInfo(ToFullPath(path)));
            return file.Length == 0 && !IsLink(file) ? [] : File.ReadAllBytes(file.FullName);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or SecurityException)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private static byte[] ReadOrdinaryFile(string fullPath)
    {
#if NET
        // As File.ReadAllBytes does it, but without a lock, which costs two more calls of the system for each file: who writes it meanwhile is not kept from it
        using var file = File.OpenHandle(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        if (length > Array.MaxLength)
            throw new IOException($"The file has {length} bytes, more than can be read at once.");
        var content = new byte[length];
        for (var at = 0; at < content.Length;)
        {
            var count = RandomAccess.Read(file, content.AsSpan(at), at);
            if (count == 0)
                return content.AsSpan(0, at).ToArray();
            at += count;
        }

        return content;
#else
        return File.ReadAllBytes(fullPath);
#endif
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

    private DiskEntry? Find(string path)
    {
        // Most questions are about folders that are known by now, in the form in which they are known
        var slash = path.LastIndexOf('/');
        if (slash > 0 && path.IndexOf('\\', slash) < 0 && _listings.TryGetValue(path.Substring(0, slash), out var known) && known.Failure is null)
        {
            var child = path.Substring(slash + 1);
            if (child is not ("" or "." or ".."))
                return known.Find(child);
        }

        path = ProjectPath.Normalize(path);
        var name = ProjectPath.GetFileName(path);
        var parent = ProjectPath.GetDirectory(path);

        // Above the project folder, and where a folder may be passed through but not listed, the system's word has to do.
        if (path.Length == 0 || name == ".." || parent == path || (ProjectPath.IsRooted(path) && parent is "" or "/"))
            return AskSystem(ToFullPath(path), name);
        // What is not there at all need not be looked for among what may be hundreds of other projects.
        if (parent.StartsWith("..", StringComparison.Ordinal) && AskSystem(ToFullPath(path), name) is null)
            return null;
        if (Find(parent) is not { Entry.IsDirectory: true })
            return null;
        var listing = ListingOf(parent);
        if (listing.Failure is not null)
            return AskSystem(ToFullPath(path), name);
        return listing.Find(name);
    }

    private static DiskEntry? AskSystem(string fullPath, string name)
    {
        if (Directory.Exists(fullPath))
            return DiskEntry.OfFolder(name, isLink: false);
        return File.Exists(fullPath) ? DiskEntry.OfFile(name, LengthOf(new FileInfo(fullPath)), isLink: false) : null;
    }

    /// <summary>What is listed, with the bytes of a file.</summary>
    private sealed record DiskEntry(ProjectEntry Entry, long Length)
    {
        public static DiskEntry OfFolder(string name, bool isLink) => new(ProjectEntry.Folder(name, isLink), 0);

        public static DiskEntry OfFile(string name, long length, bool isLink) => new(ProjectEntry.File(name, length, isLink), length);
    }

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return TargetOf(file).Length;
        }
        catch (IOException)
        {
            // Gone, or a link to nothing or to itself: reading it will say so.
            return 0;
        }
    }

    private Listing ListingOf(string directory) => _listings.GetOrAdd(directory, key => Listing.Read(ToFullPath(key)));

    private sealed class Listing
    {
        private readonly DiskEntry[] _entries;

        private Listing(DiskEntry[] entries, Exception? failure = null)
        {
            Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Entry.Name, right.Entry.Name));
            _entries = entries;
            Entries = Array.ConvertAll(entries, entry => entry.Entry);
            Failure = failure;
        }

        /// <summary>Sorted ordinally by name.</summary>
        public IReadOnlyList<ProjectEntry> Entries { get; }

        /// <summary>Why the folder could not be listed to its end; null when it could.</summary>
        public Exception? Failure { get; }

        public DiskEntry? Find(string name)
        {
            var (low, high) = (0, _entries.Length - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                var order = string.CompareOrdinal(_entries[middle].Entry.Name, name);
                if (order == 0)
                    return _entries[middle];
                if (order < 0)
                    low = middle + 1;
                else
                    high = middle - 1;
            }

            return null;
        }

        public static Listing Read(string fullPath)
        {
            try
            {
#if NET
                return new Listing([.. new FileSystemEnumerable<DiskEntry>(fullPath, Describe, EveryEntry)]);
#else
                var entries = new List<DiskEntry>();
                foreach (var item in new DirectoryInfo(fullPath).EnumerateFileSystemInfos())
                    entries.Add(Describe(item));
                return new Listing(entries.ToArray());
#endif
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException)
            {
                return new Listing([], exception);
            }
        }

#if NET
        private static readonly EnumerationOptions EveryEntry = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

        // Most entries are no links, and told without an object of their own
        private static DiskEntry Describe(ref FileSystemEntry entry)
        {
            if ((entry.Attributes & FileAttributes.ReparsePoint) != 0)
                return Describe(entry.ToFileSystemInfo());
            var name = entry.FileName.ToString();
            return entry.IsDirectory ? DiskEntry.OfFolder(name, isLink: false) : DiskEntry.OfFile(name, entry.Length, isLink: false);
        }
#endif

        private static DiskEntry Describe(FileSystemInfo item) => (item.Attributes & FileAttributes.Directory) != 0
            ? DiskEntry.OfFolder(item.Name, IsLink(item))
            : DiskEntry.OfFile(item.Name, LengthOf((FileInfo)item), IsLink(item));
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
