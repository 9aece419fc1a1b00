using System;
using System.Collections.Generic;
using System.Text;
using PrivacyBuild.Syntax.JavaScript.Lexing;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// The grammar of patterns, with the leniency that pages rely on (annex B) unless the flags u or v ask for the strict one. Groups are kept on a list
// rather than on the stack, so that nesting costs nothing. Names of Unicode properties are read but not looked up: their number grows every year.

/// <summary>Tells what is wrong with a regular expression literal.</summary>
internal sealed partial class RegExpSyntax
{
    private const int EndOfPattern = -1;

    private readonly string _pattern;
    private readonly bool _unicode;
    private readonly bool _sets;
    private readonly bool _named;
    private readonly int _groupCount;
    private readonly List<Group> _groups = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _references = [];
    private int _highestReference;
    private int _at;
    private string? _error;

    private RegExpSyntax(string pattern, string flags)
    {
        _pattern = pattern;
        _sets = flags.AsSpan().IndexOf('v') >= 0;
        _unicode = _sets || flags.AsSpan().IndexOf('u') >= 0;
        CountGroups(out _groupCount, out var hasNames);
        _named = _unicode || hasNames;
    }

    /// <summary>One of the messages of <see cref="SyntaxErrors"/>, or null.</summary>
    public static string? FindError(string pattern, string flags)
    {
        for (var i = 0; i < flags.Length; i++)
        {
            if ("dgimsuvy".AsSpan().IndexOf(flags[i]) < 0 || flags.IndexOf(flags[i], i + 1) >= 0)
                return SyntaxErrors.RegExpFlags;
        }

        if (flags.AsSpan().IndexOf('u') >= 0 && flags.AsSpan().IndexOf('v') >= 0)
            return SyntaxErrors.RegExpFlags;
        var syntax = new RegExpSyntax(pattern, flags);
        syntax.Read();
        return syntax._error;
    }

    private int Current => _at < _pattern.Length ? _pattern[_at] : EndOfPattern;

    private char Ahead(int count) => _at + count < _pattern.Length ? _pattern[_at + count] : '\0';

    private bool Eat(char c)
    {
        if (Current != c)
            return false;
        _at++;
        return true;
    }

    private void Fail(string message)
    {
        _error ??= message;
        _at = _pattern.Length;
    }

    private void Read()
    {
        _groups.Add(new Group(quantifiable: false));
        while (_at < _pattern.Length && _error is null)
            ReadTerm();
        if (_error is null && _groups.Count > 1)
            Fail(SyntaxErrors.RegExpBracket);
        if (_error is null && _unicode && _highestReference > _groupCount)
            Fail(SyntaxErrors.RegExpGroupReference);
        foreach (var reference in _references)
        {
            if (!_names.Contains(reference))
                Fail(SyntaxErrors.RegExpGroupReference);
        }
    }

    private void ReadTerm()
    {
        var quantifiable = true;
        var c = _pattern[_at];
        switch (c)
        {
            case '|':
                _at++;
                _groups[_groups.Count - 1].NextAlternative();
                return;
            case '(':
                OpenGroup();
                return;
            case ')':
                if (_groups.Count == 1)
                {
                    Fail(SyntaxErrors.RegExpBracket);
                    return;
                }

                _at++;
                quantifiable = CloseGroup();
                break;
            case '^' or '$':
                _at++;
                quantifiable = false;
                break;
            case '*' or '+' or '?':
                Fail(SyntaxErrors.RegExpQuantifier);
                return;
            case '{':
                if (_unicode || TryReadBraces(out _))
                {
                    Fail(SyntaxErrors.RegExpQuantifier);
                    return;
                }

                _at++;
                break;
            case '}' or ']' when _unicode:
                Fail(SyntaxErrors.RegExpBracket);
                return;
            case '[':
                ReadClass();
                break;
            case '\\':
                quantifiable = ReadAtomEscape();
                break;
            default:
                ReadCodePoint();
                break;
        }

        ReadQuantifier(quantifiable);
    }

    private int ReadCodePoint()
    {
        var c = _pattern[_at++];
        if (!_unicode || !char.IsHighSurrogate(c) || _at >= _pattern.Length || !char.IsLowSurrogate(_pattern[_at]))
            return c;
        return char.ConvertToUtf32(c, _pattern[_at++]);
    }

    private void ReadQuantifier(bool allowed)
    {
        var found = Eat('*') || Eat('+') || Eat('?');
        if (!found && Current == '{')
        {
            if (TryReadBraces(out var ordered))
            {
                found = true;
                if (!ordered)
                    Fail(SyntaxErrors.RegExpRange);
            }
            else if (_unicode)
            {
                Fail(SyntaxErrors.RegExpQuantifier);
            }
        }

        if (!found)
            return;
        if (!allowed)
            Fail(SyntaxErrors.RegExpQuantifier);
        Eat('?');
    }

    // {2}, {2,}, {2,3}; false, with nothing read, for any other text.
    private bool TryReadBraces(out bool ordered)
    {
        ordered = true;
        var start = _at++;
        if (TryReadDecimal(out var low))
        {
            if (Eat(',') && TryReadDecimal(out var high))
                ordered = low <= high;
            if (Eat('}'))
                return true;
        }

        _at = start;
        return false;
    }

    private bool TryReadDecimal(out double value)
    {
        value = 0;
        var start = _at;
        while (Current is >= '0' and <= '9')
            value = value * 10 + (_pattern[_at++] - '0');
        return _at > start;
    }

    private void OpenGroup()
    {
        _at++;
        if (!Eat('?'))
        {
            _groups.Add(new Group(quantifiable: true));
            return;
        }

        switch (Current)
        {
            case ':':
                _at++;
                _groups.Add(new Group(quantifiable: true));
                return;
            case '=' or '!':
                _at++;
                _groups.Add(new Group(quantifiable: !_unicode));
                return;
            case '<' when Ahead(1) is '=' or '!':
                _at += 2;
                _groups.Add(new Group(quantifiable: false));
                return;
            case '<':
                _at++;
                if (ReadGroupName() is { } name)
                {
                    if (!_groups[_groups.Count - 1].Names.Add(name))
                        Fail(SyntaxErrors.RegExpGroupName);
                    _names.Add(name);
                }

                _groups.Add(new Group(quantifiable: true));
                return;
            default:
                ReadModifiers();
                _groups.Add(new Group(quantifiable: true));
                return;
        }
    }

    // (?ims-ims:
    private void ReadModifiers()
    {
        var seen = "";
        var removes = false;
        var any = false;
        while (Current is 'i' or 'm' or 's' or '-')
        {
            var c = _pattern[_at++];
            if (c == '-' ? removes : seen.AsSpan().IndexOf(c) >= 0)
                Fail(SyntaxErrors.RegExpGroup);
            removes |= c == '-';
            any |= c != '-';
            seen += c;
        }

        if (!any || !Eat(':'))
            Fail(SyntaxErrors.RegExpGroup);
    }

    private bool CloseGroup()
    {
        var group = _groups[_groups.Count - 1];
        _groups.RemoveAt(_groups.Count - 1);
        if (!_groups[_groups.Count - 1].Take(group))
            Fail(SyntaxErrors.RegExpGroupName);
        return group.Quantifiable;
    }

    private string? ReadGroupName()
    {
        var name = new StringBuilder();
        while (_at < _pattern.Length)
        {
            if (Eat('>'))
            {
                if (name.Length > 0)
                    return name.ToString();
                break;
            }

            var c = ReadNameCharacter();
            if (!(name.Length == 0 ? Characters.IsIdentifierStart(c) : Characters.IsIdentifierPart(c)))
                break;
            name.Append(c < 0x10000 ? ((char)c).ToString() : char.ConvertFromUtf32(c));
        }

        Fail(SyntaxErrors.RegExpGroupName);
        return null;
    }

    // Names may hold characters beyond the basic plane with any flags, written out or escaped.
    private int ReadNameCharacter()
    {
        var c = _pattern[_at++];
        if (c == '\\')
        {
            if (!Eat('u'))
                return EndOfPattern;
            return ReadUnicodeEscape(unicode: true);
        }

        if (char.IsHighSurrogate(c) && _at < _pattern.Length && char.IsLowSurrogate(_pattern[_at]))
            return char.ConvertToUtf32(c, _pattern[_at++]);
        return c;
    }

    private void CountGroups(out int count, out bool hasNames)
    {
        count = 0;
        hasNames = false;
        var inClass = false;
        for (var i = 0; i < _pattern.Length; i++)
        {
            switch (_pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    var special = i + 1 < _pattern.Length && _pattern[i + 1] == '?';
                    var named = special && i + 3 < _pattern.Length && _pattern[i + 2] == '<' && _pattern[i + 3] is not ('=' or '!');
                    hasNames |= named;
                    if (!special || named)
                        count++;
                    break;
            }
        }
    }

    /// <summary>A group being read, with the names of its current alternative and of all alternatives: one name may stand in several alternatives, once in each.</summary>
    private sealed class Group(bool quantifiable)
    {
        private HashSet<string>? _earlier;

        public bool Quantifiable { get; } = quantifiable;

        public HashSet<string> Names { get; private set; } = new(StringComparer.Ordinal);

        public void NextAlternative()
        {
            Merge();
            Names = new(StringComparer.Ordinal);
        }

        /// <summary>Takes over the names of an inner group; false when one is taken already.</summary>
        public bool Take(Group inner)
        {
            inner.Merge();
            var added = inner._earlier!;
            if (added.Count > Names.Count)
                (added, Names) = (Names, added);
            foreach (var name in added)
            {
                if (!Names.Add(name))
                    return false;
            }

            return true;
        }

        private void Merge()
        {
            var (more, fewer) = _earlier is null || _earlier.Count < Names.Count ? (Names, _earlier) : (_earlier, Names);
            if (fewer is not null)
                more.UnionWith(fewer);
            _earlier = more;
        }
    }
}
