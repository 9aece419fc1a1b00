using System;
#if NET
using System.Runtime;
#endif

namespace PrivacyBuild.Tasks;

/// <summary>
/// Has the garbage collector wait while a check runs. What a check allocates lives until its end, so collecting on the way copies it again and again and frees
/// next to nothing; for a program of 500 scripts that was half of the time. Behind the check nearly all of it is dead, and one look at the youngest generation gives the
/// memory back at once. The collector is the whole process's: it waits for no more than a bounded amount of memory, and one pause at a time is enough.
/// </summary>
internal sealed class CollectorPause : IDisposable
{
#if NET
    private const long MostBytes = 256L << 20;
    private const long LeastBytes = 32L << 20;

    /// <summary>Several nodes of a build may pause at once, and others need memory as well.</summary>
    private const int PartOfMemory = 16;

    /// <summary>Objects of more than 85,000 bytes: the texts and trees of bundles.</summary>
    private const int PartOfLargeObjects = 8;

    private bool _isPaused;

    private CollectorPause(bool isPaused) => _isPaused = isPaused;

    /// <summary>A pause until it is disposed of, or none where memory is short or somebody else has one.</summary>
    public static CollectorPause Begin()
    {
        var bytes = Math.Min(MostBytes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / PartOfMemory);
        if (bytes < LeastBytes || GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            return new CollectorPause(false);
        try
        {
            return new CollectorPause(GC.TryStartNoGCRegion(bytes, bytes / PartOfLargeObjects, disallowFullBlockingGC: true));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // Another check of this process was first, or the host's settings allow less.
            return new CollectorPause(false);
        }
    }

    public void Dispose()
    {
        if (!_isPaused)
            return;
        _isPaused = false;
        try
        {
            GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // The check needed more, and the collector has gone on by itself.
            return;
        }

        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
    }
#else
    private CollectorPause()
    {
    }

    /// <summary>No pause: .NET Framework's collector knows none that is bounded in this way.</summary>
    public static CollectorPause Begin() => new();

    public void Dispose()
    {
    }
#endif
}
