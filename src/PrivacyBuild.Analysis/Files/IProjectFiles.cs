using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Files;

/// <summary>
/// The only way in which the engine sees files. Paths are product paths (see <see cref="ProjectPath"/>): relative to the
/// project folder, with <c>/</c>. Tests give a map of path to text; the task gives the disk.
/// </summary>
public interface IProjectFiles
{
    bool FileExists(string path);

    bool DirectoryExists(string path);

    /// <summary>The entries of one directory, sorted ordinally by name; empty when it does not exist.</summary>
    /// <exception cref="System.IO.IOException">It exists and cannot be listed; see <see cref="FolderListing"/>.</exception>
    /// <exception cref="System.UnauthorizedAccessException">Likewise.</exception>
    IReadOnlyList<ProjectEntry> List(string directory);

    /// <summary>Bytes of a file; null when there is no such file. For files of which nothing but the size matters.</summary>
    long? LengthOf(string path);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="System.IO.IOException">The file cannot be read; readers turn this into a problem.</exception>
    /// <exception cref="System.UnauthorizedAccessException">Likewise.</exception>
    byte[] ReadAllBytes(string path);
}

/// <summary>
/// An entry of a directory. A link is listed as what it points to, with <paramref name="IsLink"/> set. Of its size it says only whether it is
/// beyond <see cref="ReadLimits.SourceBytes"/>: so a listing stays the same when a file changes.
/// </summary>
public sealed record ProjectEntry(string Name, bool IsDirectory, bool IsLarge, bool IsLink)
{
    public static ProjectEntry Folder(string name, bool isLink = false) => new(name, IsDirectory: true, IsLarge: false, isLink);

    /// <param name="name">Its name.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="isLink">Whether it is a link.</param>
    public static ProjectEntry File(string name, long length, bool isLink = false) => new(name, IsDirectory: false, length > ReadLimits.SourceBytes, isLink);
}
