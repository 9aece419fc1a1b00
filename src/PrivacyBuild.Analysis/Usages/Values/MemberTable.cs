using System;
using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>The members of an object by name, in the order in which the names first occurred. Members are only ever added.</summary>
internal struct MemberTable
{
    // Looking through so many names costs no more than hashing one.
    private const int SearchedInOrder = 8;

    private Member[]? _members;
    private Dictionary<string, Slot>? _byName;

    public int Count { get; private set; }

    public readonly string NameAt(int index) => _members![index].Name;

    public readonly Slot SlotAt(int index) => _members![index].Slot;

    public readonly Slot? Find(string name)
    {
        if (_byName != null)
            return _byName.TryGetValue(name, out var known) ? known : null;
        for (var i = 0; i < Count; i++)
        {
            if (_members![i].Name == name)
                return _members[i].Slot;
        }

        return null;
    }

    public void Add(string name, Slot slot)
    {
        if (_members == null)
            _members = new Member[2];
        else if (Count == _members.Length)
            Array.Resize(ref _members, Count * 2);
        _members[Count++] = new Member(name, slot);
        _byName?.Add(name, slot);
        if (_byName != null || Count <= SearchedInOrder)
            return;
        _byName = new Dictionary<string, Slot>(Count * 2, StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
            _byName.Add(_members[i].Name, _members[i].Slot);
    }

    private readonly struct Member(string name, Slot slot)
    {
        public readonly string Name = name;
        public readonly Slot Slot = slot;
    }
}
