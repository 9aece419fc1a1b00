using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Tasks.Replay;

/// <summary>
/// Hands every question on and remembers the answers: what a file contained, what a folder listed, what was there. A result depends on
/// nothing else, so it stands for as long as the same questions get the same answers. Time stamps are never asked for.
/// </summary>
internal sealed class InputRecord : IProjectFiles
{
    private readonly IProjectFiles _files;
    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _listings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _lengths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Presence> _presences = new(StringComparer.Ordinal);
    private int _isUnsteady;

    /// <summary>Stands for the length of a file that is not there.</summary>
    private const long NoFile = -1;

    public InputRecord(IProjectFiles files) => _files = files;

    [Flags]
    private enum Presence : byte
    {
        None = 0,
        AskedForFile = 1,
        IsFile = 2,
        AskedForDirectory = 4,
        IsDirectory = 8,
    }

    /// <summary>True when a file changed while it was being checked: what was found of it stands for no state of the tree.</summary>
    public bool IsUnsteady => Volatile.Read(ref _isUnsteady) != 0;

    public bool FileExists(string path)
    {
        var answer = _files.FileExists(path);
        Remember(path, Presence.AskedForFile | (answer ? Presence.IsFile : Presence.None));
        return answer;
    }

    public bool DirectoryExists(string path)
    {
        var answer = _files.DirectoryExists(path);
        Remember(path, Presence.AskedForDirectory | (answer ? Presence.IsDirectory : Presence.None));
        return answer;
    }

    public long? LengthOf(string path)
    {
        var answer = _files.LengthOf(path);
        if (_lengths.GetOrAdd(path, answer ?? NoFile) != (answer ?? NoFile))
            Volatile.Write(ref _isUnsteady, 1);
        return answer;
    }

    public IReadOnlyList<ProjectEntry> List(string directory)
    {
        try
        {
            var entries = _files.List(directory);
            Remember(_listings, directory, Digest.Of(entries));
            return entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remember(_listings, directory, Digest.OfFailure(exception));
            throw;
        }
    }

    public byte[] ReadAllBytes(string path)
    {
        try
        {
            var content = _files.ReadAllBytes(path);
            Remember(_contents, path, Digest.Of(content));
            return content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remember(_contents, path, Digest.OfFailure(exception));
            throw;
        }
    }

    /// <summary>Writes the answers in the order of their paths.</summary>
    public void Write(BinaryWriter writer)
    {
        Write(writer, _listings, writer.Write);
        Write(writer, _lengths, writer.Write);
        Write(writer, _presences, answer => writer.Write((byte)answer));
        Write(writer, _contents, writer.Write);
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote, asking each question again. The reader stands behind the answers only when all are the same.
    /// </summary>
    /// <param name="reader">At the beginning of the answers.</param>
    /// <param name="files">Who is asked.</param>
    /// <param name="maxParallelism">Files that may be read at once.</param>
    /// <param name="cancellationToken">Honoured between files.</param>
    public static bool IsCurrent(BinaryReader reader, IProjectFiles files, int maxParallelism, CancellationToken cancellationToken)
    {
        // Cheap questions first
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, maxParallelism), CancellationToken = cancellationToken };
        if (!AreSame(ReadDigests(reader), options, path => Digest.Of(files.List(path))))
            return false;
        for (var i = reader.ReadInt32(); i > 0; i--)
        {
            if ((files.LengthOf(reader.ReadString()) ?? NoFile) != reader.ReadInt64())
                return false;
        }

        for (var i = reader.ReadInt32(); i > 0; i--)
        {
            var (path, answer) = (reader.ReadString(), (Presence)reader.ReadByte());
            if (((answer & Presence.AskedForFile) != 0 && files.FileExists(path) != ((answer & Presence.IsFile) != 0))
                || ((answer & Presence.AskedForDirectory) != 0 && files.DirectoryExists(path) != ((answer & Presence.IsDirectory) != 0)))
            {
                return false;
            }
        }

        return AreSame(ReadDigests(reader), options, path => Digest.Of(files.ReadAllBytes(path)));
    }

    private static (string Path, byte[] Answer)[] ReadDigests(BinaryReader reader)
    {
        var digests = new (string, byte[])[reader.ReadInt32()];
        for (var i = 0; i < digests.Length; i++)
            digests[i] = (reader.ReadString(), reader.ReadBytes(Digest.Size));
        return digests;
    }

    private static bool AreSame((string Path, byte[] Answer)[] answers, ParallelOptions options, Func<string, byte[]> ask) =>
        Parallel.For(0, answers.Length, options, (i, loop) =>
        {
            if (!Digest.OfAnswer(() => ask(answers[i].Path)).AsSpan().SequenceEqual(answers[i].Answer))
                loop.Stop();
        }).IsCompleted;

    private static void Write<T>(BinaryWriter writer, ConcurrentDictionary<string, T> answers, Action<T> write)
    {
        writer.Write(answers.Count);
        foreach (var pair in answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(pair.Key);
            write(pair.Value);
        }
    }

    private void Remember(ConcurrentDictionary<string, byte[]> answers, string path, byte[] digest)
    {
        if (!answers.GetOrAdd(path, digest).AsSpan().SequenceEqual(digest))
            Volatile.Write(ref _isUnsteady, 1);
    }

    private void Remember(string path, Presence answer) => _presences.AddOrUpdate(path, answer, (_, known) => known | answer);
}
