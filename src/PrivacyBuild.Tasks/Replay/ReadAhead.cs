using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Tasks.Replay;

/// <summary>
/// Keeps what was read, several files at once, to find out whether anything changed, for the check that follows when something did. Each
/// content is handed out once and let go.
/// </summary>
internal sealed class ReadAhead(IProjectFiles files) : IProjectFiles
{
    /// <summary>Bytes that are kept at most; what is beyond is read again.</summary>
    private const long Limit = 32 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, byte[]> _contents = new(System.StringComparer.Ordinal);
    private long _kept;

    /// <summary>Reads a file and keeps its content.</summary>
    public byte[] Fetch(string path)
    {
        var content = files.ReadAllBytes(path);
        if (Interlocked.Add(ref _kept, content.Length) <= Limit)
            _contents[path] = content;
        return content;
    }

    public byte[] ReadAllBytes(string path) => _contents.TryRemove(path, out var content) ? content : files.ReadAllBytes(path);

    public bool FileExists(string path) => files.FileExists(path);

    public bool DirectoryExists(string path) => files.DirectoryExists(path);

    public long? LengthOf(string path) => files.LengthOf(path);

    public IReadOnlyList<ProjectEntry> List(string directory) => files.List(directory);
}
