using System;
using System.Collections;
using System.Collections.Generic;

namespace PrivacyBuild.Syntax.JavaScript.Nodes;

/// <summary>A read-only list of child nodes over an array; enumerating it allocates nothing, and <c>default</c> is the empty list.</summary>
public readonly struct NodeList<T> : IReadOnlyList<T>
{
    private readonly T[]? _items;

    public NodeList(T[] items) => _items = items;

    public int Count => _items?.Length ?? 0;

    public T this[int index] => (_items ?? Array.Empty<T>())[index];

    public Enumerator GetEnumerator() => new(_items ?? Array.Empty<T>());

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? Array.Empty<T>())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? Array.Empty<T>()).GetEnumerator();

    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        public readonly T Current => _items[_index];

        public bool MoveNext() => ++_index < _items.Length;
    }
}
