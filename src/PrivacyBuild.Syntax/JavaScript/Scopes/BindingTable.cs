using System.Collections.Generic;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

/// <summary>
/// What each name means at the point the walk has reached. One table for the whole program instead of a search up the scopes:
/// entering a scope lays its bindings over the outer ones, leaving it takes them off again, and a lookup costs the same at any depth.
/// </summary>
internal sealed class BindingTable
{
    private readonly List<(Entry Entry, Binding? Outer)> _covered = [];
    private Entry?[] _buckets = new Entry?[64];
    private int _count;

    /// <summary>How many bindings are laid over others now; handed back to <see cref="Uncover"/>.</summary>
    public int Mark => _covered.Count;

    public Binding? Find(string name)
    {
        var hash = name.GetHashCode();
        for (var entry = _buckets[hash & (_buckets.Length - 1)]; entry is not null; entry = entry.Next)
        {
            if (entry.Hash == hash && entry.Name == name)
                return entry.Current;
        }

        return null;
    }

    public Entry GetEntry(string name)
    {
        var hash = name.GetHashCode();
        for (var entry = _buckets[hash & (_buckets.Length - 1)]; entry is not null; entry = entry.Next)
        {
            if (entry.Hash == hash && entry.Name == name)
                return entry;
        }

        if (_count++ == _buckets.Length)
            Grow();
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        return bucket = new Entry(name, hash, bucket);
    }

    public void Cover(Entry entry, Binding binding)
    {
        _covered.Add((entry, entry.Current));
        entry.Current = binding;
    }

    public void Uncover(int mark)
    {
        for (var i = _covered.Count - 1; i >= mark; i--)
            _covered[i].Entry.Current = _covered[i].Outer;
        _covered.RemoveRange(mark, _covered.Count - mark);
    }

    private void Grow()
    {
        var old = _buckets;
        _buckets = new Entry?[old.Length * 2];
        foreach (var head in old)
        {
            for (var entry = head; entry is not null;)
            {
                var next = entry.Next;
                ref var bucket = ref _buckets[entry.Hash & (_buckets.Length - 1)];
                entry.Next = bucket;
                bucket = entry;
                entry = next;
            }
        }
    }

    internal sealed class Entry(string name, int hash, Entry? next)
    {
        public string Name { get; } = name;

        public int Hash { get; } = hash;

        public Entry? Next { get; set; } = next;

        public Binding? Current { get; set; }
    }
}
