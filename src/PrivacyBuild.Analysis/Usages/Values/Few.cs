using System;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// A list that mostly stays empty or holds one item, and then costs no object of its own: a program has hundreds of thousands of them.
/// Items are only ever added, so who walks it up to the count that he found is not disturbed by newcomers.
/// </summary>
internal struct Few<T>
    where T : class
{
    // One item, or several.
    private object? _items;

    public readonly int Count => _items is Several several ? several.Count : _items == null ? 0 : 1;

    public readonly T this[int index] => (T)(_items is Several several ? several.Items[index] : _items!);

    public void Add(T item)
    {
        if (_items is Several several)
            several.Add(item);
        else
            _items = _items == null ? item : new Several(_items, item);
    }

    public readonly bool Contains(T item)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i] == item)
                return true;
        }

        return false;
    }

    public void Clear() => _items = null;
}

/// <summary>What a <see cref="Few{T}"/> holds when it is more than one.</summary>
internal sealed class Several(object first, object second)
{
    public object[] Items { get; private set; } = [first, second];

    public int Count { get; private set; } = 2;

    public void Add(object item)
    {
        if (Count == Items.Length)
        {
            var items = new object[Count * 2];
            Array.Copy(Items, items, Count);
            Items = items;
        }

        Items[Count++] = item;
    }
}
