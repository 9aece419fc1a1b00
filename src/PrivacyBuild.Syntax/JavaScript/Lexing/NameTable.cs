using System;

namespace PrivacyBuild.Syntax.JavaScript.Lexing;

/// <summary>
/// The names of one file, each kept once. A look-up by characters gives the one string and tells whether it is a keyword,
/// so that recognising keywords costs nothing beyond keeping names.
/// </summary>
internal sealed class NameTable
{
    private const uint HashSeed = 2166136261;
    private const uint HashFactor = 16777619;

    private const int FewestEntries = 32;
    private const int MostEntriesAtFirst = 1024;
    private const int CharactersToAName = 64;

    // Asked first and never written to again: most files are small, and a copy of it would be the larger part of what they need.
    private static readonly NameTable Keywords = CreateKeywords();

    private Entry[] _entries;
    private int _count;

    /// <param name="length">How long the text is, by which the first size of the table goes.</param>
    public NameTable(int length)
    {
        var capacity = FewestEntries;
        while (capacity < MostEntriesAtFirst && capacity * CharactersToAName < length * 2L)
            capacity *= 2;
        _entries = new Entry[capacity];
    }

    private NameTable() => _entries = new Entry[512];

    public static uint StartHash() => HashSeed;

    public static uint AddToHash(uint hash, char c) => (hash ^ c) * HashFactor;

    /// <summary>The kept string for the characters, whose hash the caller has built on the way, and its kind: a keyword's, or <see cref="TokenKind.Identifier"/>.</summary>
    public string Get(ReadOnlySpan<char> characters, uint hash, out TokenKind kind)
    {
        ref var keyword = ref Find(Keywords._entries, characters, hash);
        if (keyword.Text is not null)
        {
            kind = keyword.Kind;
            return keyword.Text;
        }

        ref var entry = ref Find(_entries, characters, hash);
        kind = TokenKind.Identifier;
        return entry.Text ?? Add(ref entry, new Entry(hash, kind, characters.ToString()));
    }

    public string Get(ReadOnlySpan<char> characters, out TokenKind kind)
    {
        var hash = HashSeed;
        foreach (var c in characters)
            hash = AddToHash(hash, c);
        return Get(characters, hash, out kind);
    }

    /// <summary>The entry of the characters, or the free one where theirs belongs.</summary>
    private static ref Entry Find(Entry[] entries, ReadOnlySpan<char> characters, uint hash)
    {
        var mask = entries.Length - 1;
        var index = (int)(hash ^ (hash >> 15)) & mask;
        while (true)
        {
            ref var entry = ref entries[index];
            if (entry.Text is null || (entry.Hash == hash && characters.SequenceEqual(entry.Text.AsSpan())))
                return ref entry;
            index = (index + 1) & mask;
        }
    }

    private static NameTable CreateKeywords()
    {
        var table = new NameTable();
        TokenFacts.AddKeywords((text, kind) =>
        {
            var hash = HashSeed;
            foreach (var c in text)
                hash = AddToHash(hash, c);
            table.Add(ref Find(table._entries, text.AsSpan(), hash), new Entry(hash, kind, text));
        });
        return table;
    }

    private string Add(ref Entry place, Entry entry)
    {
        place = entry;
        if (++_count * 2 > _entries.Length)
            Grow();
        return entry.Text!;
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        var mask = _entries.Length - 1;
        foreach (var entry in old)
        {
            if (entry.Text is null)
                continue;
            var index = (int)(entry.Hash ^ (entry.Hash >> 15)) & mask;
            while (_entries[index].Text is not null)
                index = (index + 1) & mask;
            _entries[index] = entry;
        }
    }

    private readonly struct Entry(uint hash, TokenKind kind, string text)
    {
        public readonly uint Hash = hash;
        public readonly TokenKind Kind = kind;
        public readonly string? Text = text;
    }
}
