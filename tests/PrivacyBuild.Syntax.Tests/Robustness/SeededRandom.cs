using System.Collections.Generic;

namespace PrivacyBuild.Syntax.Tests.Robustness;

/// <summary>SplitMix64: the same numbers for the same seed on every runtime, so that a failure can be repeated from its seed.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 up to, and without, <paramref name="bound"/>; 0 when the bound is.</summary>
    public int Next(int bound)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return bound == 0 ? 0 : (int)(mixed % (ulong)bound);
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];
}
