using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Tasks.Replay;

/// <summary>
/// Hands every question on and remembers the answers: what a file contained, what a folder listed, what was there. A result depends on
/// nothing else, so it stands for as long as the same questions get the same answers. Time stamps are never asked for.
/// </summary>
internal sealed class InputRecord : IProjectFiles
{
    private readonly IProjectFiles _files;
    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _readAgain = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _listings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StoredLength> _lengths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StoredPresence> _presences = new(StringComparer.Ordinal);
    private int _isUnsteady;

    public InputRecord(IProjectFiles files) => _files = files;

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
        if (_lengths.GetOrAdd(path, new StoredLength(path, answer)).Length != answer)
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
            if (_contents.ContainsKey(path))
                _readAgain.TryAdd(path, path);
            Remember(_contents, path, Digest.Of(content));
            return content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remember(_contents, path, Digest.OfFailure(exception));
            throw;
        }
    }

    /// <summary>The answers in the order of their paths.</summary>
    /// <param name="skimmed">Scripts of which the check took less than all.</param>
    public StoredInputs ToStored(IReadOnlyList<SkimmedScript> skimmed)
    {
        // What somebody else has read as well has to stay as it is
        var facts = skimmed.Where(script => !_readAgain.ContainsKey(script.Path)).ToDictionary(script => script.Path, script => Digest.Of(script.Facts), StringComparer.Ordinal);
        return new StoredInputs
        {
            Listings = Sorted(_listings, static (folder, digest) => new StoredListing(folder, digest)),
            Lengths = Sorted(_lengths, static (_, length) => length),
            Presences = Sorted(_presences, static (_, presence) => presence),
            Contents = Sorted(_contents, (path, digest) => new StoredContent(path, digest, facts.TryGetValue(path, out var known) ? known : null)),
        };
    }

    private static TStored[] Sorted<TAnswer, TStored>(ConcurrentDictionary<string, TAnswer> answers, Func<string, TAnswer, TStored> store)
        where TAnswer : class
        where TStored : class
    {
        var paths = answers.Keys.ToArray();
        Array.Sort(paths, StringComparer.Ordinal);
        return Array.ConvertAll(paths, path => store(path, answers[path]));
    }

    private void Remember(ConcurrentDictionary<string, byte[]> answers, string path, byte[] digest)
    {
        if (!answers.GetOrAdd(path, digest).AsSpan().SequenceEqual(digest))
            Volatile.Write(ref _isUnsteady, 1);
    }

    private void Remember(string path, Presence answer) => _presences.AddOrUpdate(
        path,
        key => new StoredPresence(key, answer),
        (_, known) => (known.Answers | answer) == known.Answers ? known : known with { Answers = known.Answers | answer });
}
