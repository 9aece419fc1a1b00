using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Tasks.Replay;

/// <summary>
/// The questions that a check asked about the files, with the digests of the answers. The result stands for as long as the same questions
/// get the same answers; of a script that was only skimmed it is what the check took from it that has to stay the same.
/// </summary>
internal sealed class StoredInputs
{
    /// <summary>Stands for the length of a file that is not there.</summary>
    private const long NoFile = -1;

    public required KeyValuePair<string, byte[]>[] Listings { get; init; }

    public required KeyValuePair<string, long?>[] Lengths { get; init; }

    public required KeyValuePair<string, Presence>[] Presences { get; init; }

    public required StoredContent[] Contents { get; init; }

    /// <summary>Set when files were found changed in ways that change no result: to be stored again, so that the next build need not look into them.</summary>
    public bool IsRenewed { get; private set; }

    public static StoredInputs Read(BinaryReader reader) => new()
    {
        Listings = ReadAll(reader, () => new KeyValuePair<string, byte[]>(reader.ReadString(), reader.ReadBytes(Digest.Size))),
        Lengths = ReadAll(reader, () => new KeyValuePair<string, long?>(reader.ReadString(), reader.ReadInt64() is >= 0 and var length ? length : null)),
        Presences = ReadAll(reader, () => new KeyValuePair<string, Presence>(reader.ReadString(), (Presence)reader.ReadByte())),
        Contents = ReadAll(reader, () => new StoredContent(reader.ReadString(), reader.ReadBytes(Digest.Size), reader.ReadBoolean() ? reader.ReadBytes(Digest.Size) : null)),
    };

    public void Write(BinaryWriter writer)
    {
        writer.Write(Listings.Length);
        foreach (var listing in Listings)
        {
            writer.Write(listing.Key);
            writer.Write(listing.Value);
        }

        writer.Write(Lengths.Length);
        foreach (var length in Lengths)
        {
            writer.Write(length.Key);
            writer.Write(length.Value ?? NoFile);
        }

        writer.Write(Presences.Length);
        foreach (var presence in Presences)
        {
            writer.Write(presence.Key);
            writer.Write((byte)presence.Value);
        }

        writer.Write(Contents.Length);
        foreach (var content in Contents)
        {
            writer.Write(content.Path);
            writer.Write(content.Digest);
            writer.Write(content.Facts is not null);
            if (content.Facts is not null)
                writer.Write(content.Facts);
        }
    }

    /// <summary>Asks every question again.</summary>
    /// <param name="files">Who is asked.</param>
    /// <param name="maxParallelism">Files that may be read at once.</param>
    /// <param name="cancellationToken">Honoured between files.</param>
    public bool IsCurrent(ReadAhead files, int maxParallelism, CancellationToken cancellationToken)
    {
        // Cheap questions first
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, maxParallelism), CancellationToken = cancellationToken };
        return All(Listings, options, listing => IsSame(listing.Value, Digest.OfAnswer(() => Digest.Of(files.List(listing.Key)))))
            && Array.TrueForAll(Lengths, length => files.LengthOf(length.Key) == length.Value)
            && Array.TrueForAll(Presences, presence => presence.Value.IsStill(presence.Key, files))
            && AreCurrent(Contents, options, files);
    }

    // All are read even when one has changed: the check needs them as well.
    private bool AreCurrent(StoredContent[] contents, ParallelOptions options, ReadAhead files)
    {
        var changed = 0;
        Parallel.ForEach(contents, options, content =>
        {
            if (!content.IsUnchanged(files))
                Interlocked.Increment(ref changed);
        });
        return changed == 0 && SkimChanged();
    }

    /// <summary>Whether the changed files hold what the check took from them, as before.</summary>
    private bool SkimChanged()
    {
        ScriptSkim? skim = null;
        foreach (var content in Contents)
        {
            if (content.Changed is null)
                continue;
            skim ??= ScriptSkim.Create();
            if (skim.FactsOf(content.Changed) is not { } facts || !IsSame(content.Facts!, Digest.Of(facts)))
                return false;
            content.Renew();
            IsRenewed = true;
        }

        return true;
    }

    private static bool IsSame(byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right);

    private static bool All<T>(T[] items, ParallelOptions options, Func<T, bool> holds) => Parallel.For(0, items.Length, options, (i, loop) =>
    {
        if (!holds(items[i]))
            loop.Stop();
    }).IsCompleted;

    private static T[] ReadAll<T>(BinaryReader reader, Func<T> readOne)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
            items[i] = readOne();
        return items;
    }
}

/// <summary>A file whose content was asked for.</summary>
/// <param name="path">Product path.</param>
/// <param name="digest">Of the content, or of why there was none.</param>
/// <param name="facts">Of what the check took from it, when that is less than all; else null.</param>
internal sealed class StoredContent(string path, byte[] digest, byte[]? facts)
{
    public string Path { get; } = path;

    public byte[] Digest { get; private set; } = digest;

    public byte[]? Facts { get; } = facts;

    /// <summary>The content as it is now, when it is another and only <see cref="Facts"/> have to be the same.</summary>
    public byte[]? Changed { get; private set; }

    /// <summary>Reads the file. False when it is not what it was and every change counts.</summary>
    public bool IsUnchanged(ReadAhead files)
    {
        byte[]? content = null;
        var answer = Replay.Digest.OfAnswer(() => Replay.Digest.Of(content = files.Fetch(Path)));
        if (answer.AsSpan().SequenceEqual(Digest))
            return true;
        Changed = content;
        return Facts is not null && content is not null;
    }

    /// <summary>Takes the changed content for the one that the result is of.</summary>
    public void Renew()
    {
        Digest = Replay.Digest.Of(Changed!);
        Changed = null;
    }
}

/// <summary>What was asked about a path, and the answers.</summary>
[Flags]
internal enum Presence : byte
{
    None = 0,
    AskedForFile = 1,
    IsFile = 2,
    AskedForDirectory = 4,
    IsDirectory = 8,
}

internal static class PresenceAnswers
{
    /// <summary>Whether the questions get the same answers now.</summary>
    public static bool IsStill(this Presence presence, string path, IProjectFiles files) =>
        ((presence & Presence.AskedForFile) == 0 || files.FileExists(path) == ((presence & Presence.IsFile) != 0))
        && ((presence & Presence.AskedForDirectory) == 0 || files.DirectoryExists(path) == ((presence & Presence.IsDirectory) != 0));
}
