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

    private static readonly NameTable Keywords = CreateKeywords();

    private Entry[] _entries;
    private int _count;

    public NameTable()
    {
        _entries = (Entry[])Keywords._entries.Clone();
        _count = Keywords._count;
    }

    private NameTable(int capacity) => _entries = new Entry[capacity];

    public static uint StartHash() => HashSeed;

    public static uint AddToHash(uint hash, char c) => (hash ^ c) * HashFactor;

    /// <summary>The kept string for the characters, whose hash the caller has built on the way, and its kind: a keyword's, or <see cref="TokenKind.Identifier"/>.</summary>
    public string Get(ReadOnlySpan<char> characters, uint hash, out TokenKind kind)
    {
        var entries = _entries;
        var mask = entries.Length - 1;
        var index = (int)(hash ^ (hash >> 15)) & mask;
        while (true)
        {
            ref var entry = ref entries[index];
            if (entry.Text is null)
                break;
            if (entry.Hash == hash && characters.SequenceEqual(entry.Text.AsSpan()))
            {
                kind = entry.Kind;
                return entry.Text;
            }

            index = (index + 1) & mask;
        }

        kind = TokenKind.Identifier;
        var text = characters.ToString();
        entries[index] = new Entry(hash, kind, text);
        if (++_count * 2 > entries.Length)
            Grow();
        return text;
    }

    public string Get(ReadOnlySpan<char> characters, out TokenKind kind)
    {
        var hash = HashSeed;
        foreach (var c in characters)
            hash = AddToHash(hash, c);
        return Get(characters, hash, out kind);
    }

    private static NameTable CreateKeywords()
    {
        var table = new NameTable(512);
        TokenFacts.AddKeywords((text, kind) =>
        {
            table.Get(text.AsSpan(), out _);
            var index = Array.FindIndex(table._entries, e => e.Text == text);
            table._entries[index] = new Entry(table._entries[index].Hash, kind, text);
        });
        return table;
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
