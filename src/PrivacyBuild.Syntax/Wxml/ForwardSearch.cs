using System;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>
/// The next occurrence of a string at or behind an offset. The last answer is kept, so asking again and again from offsets that
/// only grow costs one pass over the text in all, also when the answer is "none".
/// </summary>
internal sealed class ForwardSearch(string content, string wanted, int end)
{
    private int _askedFrom = -1;
    private int _found;

    public int Next(int from)
    {
        if (_askedFrom >= 0 && _askedFrom <= from && (_found < 0 || from <= _found))
            return _found;
        _askedFrom = from;
        return _found = from >= end ? -1 : content.IndexOf(wanted, from, end - from, StringComparison.Ordinal);
    }
}
