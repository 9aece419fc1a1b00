using System;
using System.IO;
using System.Threading;
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

    public required StoredListing[] Listings { get; init; }

    public required StoredLength[] Lengths { get; init; }

    public required StoredPresence[] Presences { get; init; }

    public required StoredContent[] Contents { get; init; }

    /// <summary>Set when files were found changed in ways that change no result: to be stored again, so that the next build need not look into them.</summary>
    public bool IsRenewed { get; private set; }

    public static StoredInputs Read(BinaryReader reader) => new()
    {
        Listings = reader.ReadAll(static from => new StoredListing(from.ReadString(), from.ReadBytes(Digest.Size))),
        Lengths = reader.ReadAll(static from => new StoredLength(from.ReadString(), from.ReadInt64() is >= 0 and var length ? length : null)),
        Presences = reader.ReadAll(static from => new StoredPresence(from.ReadString(), (Presence)from.ReadByte())),
        Contents = reader.ReadAll(static from => new StoredContent(from.ReadString(), from.ReadBytes(Digest.Size), from.ReadBoolean() ? from.ReadBytes(Digest.Size) : null)),
    };

    public void Write(BinaryWriter writer)
    {
        writer.WriteAll(Listings, static (to, listing) =>
        {
            to.Write(listing.Folder);
            to.Write(listing.Digest);
        });
        writer.WriteAll(Lengths, static (to, length) =>
        {
            to.Write(length.Path);
            to.Write(length.Length ?? NoFile);
        });
        writer.WriteAll(Presences, static (to, presence) =>
        {
            to.Write(presence.Path);
            to.Write((byte)presence.Answers);
        });
        writer.WriteAll(Contents, static (to, content) =>
        {
            to.Write(content.Path);
            to.Write(content.Digest);
            to.Write(content.Facts is not null);
            if (content.Facts is not null)
                to.Write(content.Facts);
        });
    }

    /// <summary>Asks every question again.</summary>
    /// <param name="files">Who is asked.</param>
    /// <param name="maxParallelism">Files that may be read at once.</param>
    /// <param name="cancellationToken">Honoured between files.</param>
    public bool IsCurrent(ReadAhead files, int maxParallelism, CancellationToken cancellationToken)
    {
        // Cheap questions first
        return AreListed(files, maxParallelism, cancellationToken)
            && Array.TrueForAll(Lengths, length => files.LengthOf(length.Path) == length.Length)
            && Array.TrueForAll(Presences, presence => presence.IsCurrent(files))
            && AreUnchanged(files, maxParallelism, cancellationToken)
            && SkimChanged();
    }

    private bool AreListed(ReadAhead files, int maxParallelism, CancellationToken cancellationToken)
    {
        var changed = 0;
        SeveralAtOnce.Do(
            Listings,
            maxParallelism,
            listing =>
            {
                if (Volatile.Read(ref changed) == 0 && !listing.IsCurrent(files))
                    Volatile.Write(ref changed, 1);
            },
            cancellationToken);
        return changed == 0;
    }

    // All are read even when one has changed: the check needs them as well.
    private bool AreUnchanged(ReadAhead files, int maxParallelism, CancellationToken cancellationToken)
    {
        var changed = 0;
        SeveralAtOnce.Do(
            Contents,
            maxParallelism,
            content =>
            {
                if (!content.IsUnchanged(files))
                    Volatile.Write(ref changed, 1);
            },
            cancellationToken);
        return changed == 0;
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

    internal static bool IsSame(byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right);
}

/// <summary>A folder that was listed, with the digest of what it held or of why it could not be listed.</summary>
internal sealed record StoredListing(string Folder, byte[] Digest)
{
    public bool IsCurrent(ReadAhead files) => StoredInputs.IsSame(Digest, Replay.Digest.OfAnswer(() => Replay.Digest.Of(files.List(Folder))));
}

/// <summary>A file of which only the length was asked for; null when there was none.</summary>
internal sealed record StoredLength(string Path, long? Length);

/// <summary>A path of which only was asked whether it is there.</summary>
internal sealed record StoredPresence(string Path, Presence Answers)
{
    /// <summary>Whether the questions get the same answers now.</summary>
    public bool IsCurrent(ReadAhead files) =>
        ((Answers & Presence.AskedForFile) == 0 || files.FileExists(Path) == ((Answers & Presence.IsFile) != 0))
        && ((Answers & Presence.AskedForDirectory) == 0 || files.DirectoryExists(Path) == ((Answers & Presence.IsDirectory) != 0));
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
        if (StoredInputs.IsSame(answer, Digest))
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
