using System;
using System.IO;

namespace PrivacyBuild.Tasks;

/// <summary>
/// Writes a file so that a reader, another build of the same project, or a build that is killed sees the old content or
/// the new one and nothing between.
/// </summary>
internal static class AtomicFile
{
    /// <summary>Leaves the file alone, time stamp included, when it already has that content.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static bool WriteIfChanged(string path, byte[] content)
    {
        if (HasContent(path, content))
            return false;
        path = BehindLinks(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Taking a file's place needs no leave of the file itself on every system.
        var existing = new FileInfo(path);
        if (existing.Exists && existing.IsReadOnly)
            throw new UnauthorizedAccessException($"Access to the path '{path}' is denied: the file is read-only.");
        // In the same folder, because only within a volume can a file take another's place in one step.
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            CopyMode(path, temporary);
            Replace(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        return true;
    }

    // A link stays one; what it leads to is written.
    private static string BehindLinks(string path) =>
#if NET
        File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
#else
        path;
#endif

    // A file that only its owner may read stays so.
    private static void CopyMode(string from, string to)
    {
#if NET
        if (!OperatingSystem.IsWindows() && File.Exists(from))
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
#endif
    }

    private static bool HasContent(string path, byte[] content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }

    private static void Replace(string temporary, string path)
    {
#if NET
        File.Move(temporary, path, overwrite: true);
#else
        if (File.Exists(path))
            File.Replace(temporary, path, destinationBackupFileName: null);
        else
            File.Move(temporary, path);
#endif
    }
}
