using System;
using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>A set of words that parts of a text are looked up in, without cutting them out of it.</summary>
internal sealed class WordSet
{
    private readonly string?[] _words;

    public WordSet(IReadOnlyCollection<string> words)
    {
        var capacity = 16;
        while (capacity < words.Count * 4)
            capacity *= 2;
        _words = new string?[capacity];
        foreach (var word in words)
            _words[PlaceOf(word.AsSpan())] = word;
    }

    /// <summary>The word as the set holds it; null when it is none of them.</summary>
    public string? Find(ReadOnlySpan<char> word) => _words[PlaceOf(word)];

    /// <summary>Where the word is, or the free place where it belongs.</summary>
    private int PlaceOf(ReadOnlySpan<char> word)
    {
        // Two ends and the length tell the words of a catalogue well apart, and most words of a text are none of them.
        var mask = _words.Length - 1;
        var index = ((word[0] * 31) + (word[word.Length / 2] * 7) + (word[word.Length - 1] * 17) + word.Length) & mask;
        while (_words[index] is { } other && !word.SequenceEqual(other.AsSpan()))
            index = (index + 1) & mask;
        return index;
    }
}
