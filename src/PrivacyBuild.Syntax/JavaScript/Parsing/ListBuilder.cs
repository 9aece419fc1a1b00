using System;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

/// <summary>
/// Lists under construction, one on top of the other in a single array that is used again and again:
/// <c>Mark</c>, add the items (inner lists come and go meanwhile), <c>Take</c>.
/// </summary>
internal sealed class ListBuilder<T>
{
    private const int FirstSize = 16;

    private T[] _items = [];
    private int _count;

    public int Mark() => _count;

    public void Add(T item)
    {
        if (_count == _items.Length)
            Array.Resize(ref _items, Math.Max(FirstSize, _count * 2));
        _items[_count++] = item;
    }

    public int CountSince(int mark) => _count - mark;

    public NodeList<T> Take(int mark)
    {
        var length = _count - mark;
        if (length == 0)
            return default;
        var items = new T[length];
        Array.Copy(_items, mark, items, 0, length);
        _count = mark;
        return new NodeList<T>(items);
    }

    public void Drop(int mark) => _count = mark;
}
