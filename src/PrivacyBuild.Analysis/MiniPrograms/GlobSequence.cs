using System;
using System.Collections.Generic;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>One segment of a glob: parts in a row, each of which maps reachable positions in a name to reachable positions.</summary>
internal sealed class GlobSequence
{
    private enum PartKind
    {
        Character,
        AnyCharacter,
        AnyText,
        Class,
        Group,
    }

    private sealed record Part(PartKind Kind, char Character = '\0', Func<char, bool>? Accepts = null, char Repeat = '@', IReadOnlyList<GlobSequence>? Choices = null);

    private readonly List<Part> _parts = [];

    public static GlobSequence Empty { get; } = new();

    public bool IsEmpty => _parts.Count == 0;

    public static GlobSequence? TryParse(string pattern)
    {
        var index = 0;
        var sequence = Parse(pattern, ref index, 0);
        return sequence is not null && index == pattern.Length ? sequence : null;
    }

    /// <summary>Positions of <paramref name="name"/> at which this sequence can end when it begins at one of <paramref name="from"/>.</summary>
    public bool[] Advance(string name, bool[] from)
    {
        foreach (var part in _parts)
            from = Advance(part, name, from);
        return from;
    }

    private static bool[] Advance(Part part, string name, bool[] from)
    {
        var to = new bool[from.Length];
        switch (part.Kind)
        {
            case PartKind.AnyText:
                var reached = false;
                for (var i = 0; i < from.Length; i++)
                    to[i] = reached |= from[i];
                return to;
            case PartKind.Group:
                return AdvanceGroup(part, name, from);
            default:
                for (var i = 0; i < name.Length; i++)
                    to[i + 1] = from[i] && Accepts(part, name[i]);
                return to;
        }
    }

    private static bool Accepts(Part part, char c) => part.Kind switch
    {
        PartKind.Character => part.Character == c,
        PartKind.Class => part.Accepts!(c),
        _ => true,
    };

    private static bool[] AdvanceGroup(Part part, string name, bool[] from)
    {
        if (part.Repeat == '!')
            return AdvanceNot(part, name, from);

        var result = new bool[from.Length];
        if (part.Repeat is '?' or '*')
            Add(from, result);
        var once = AdvanceChoices(part, name, from);
        var grew = Add(once, result);
        while (grew && part.Repeat is '*' or '+')
        {
            once = AdvanceChoices(part, name, once);
            grew = Add(once, result);
        }

        return result;
    }

    private static bool[] AdvanceNot(Part part, string name, bool[] from)
    {
        var result = new bool[from.Length];
        for (var start = 0; start < from.Length; start++)
        {
            if (!from[start])
                continue;
            var single = new bool[from.Length];
            single[start] = true;
            var matched = AdvanceChoices(part, name, single);
            for (var end = start; end < from.Length; end++)
                result[end] |= !matched[end];
        }

        return result;
    }

    private static bool[] AdvanceChoices(Part part, string name, bool[] from)
    {
        var result = new bool[from.Length];
        foreach (var choice in part.Choices!)
            Add(choice.Advance(name, from), result);
        return result;
    }

    private static bool Add(bool[] source, bool[] target)
    {
        var grew = false;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] && !target[i])
                grew = target[i] = true;
        }

        return grew;
    }

    private static GlobSequence? Parse(string pattern, ref int index, int depth)
    {
        if (depth > GlobPattern.MaxNesting)
            return null;
        var sequence = new GlobSequence();
        while (index < pattern.Length)
        {
            var c = pattern[index];
            if (depth > 0 && c is '|' or ')')
                return sequence;
            if (c is '@' or '?' or '*' or '+' or '!' && index + 1 < pattern.Length && pattern[index + 1] == '(' && ClosesLater(pattern, index + 1))
            {
                index += 2;
                var choices = ParseChoices(pattern, ref index, depth + 1);
                if (choices is null)
                    return null;
                sequence._parts.Add(new Part(PartKind.Group, Repeat: c, Choices: choices));
                continue;
            }

            index++;
            sequence._parts.Add(c switch
            {
                '*' => new Part(PartKind.AnyText),
                '?' => new Part(PartKind.AnyCharacter),
                '[' when ParseClass(pattern, ref index) is { } accepts => new Part(PartKind.Class, Accepts: accepts),
                '\\' when index < pattern.Length => new Part(PartKind.Character, pattern[index++]),
                _ => new Part(PartKind.Character, c),
            });
        }

        return sequence;
    }

    private static List<GlobSequence>? ParseChoices(string pattern, ref int index, int depth)
    {
        var choices = new List<GlobSequence>();
        while (true)
        {
            var choice = Parse(pattern, ref index, depth);
            if (choice is null || index >= pattern.Length)
                return null;
            choices.Add(choice);
            if (pattern[index++] == ')')
                return choices;
        }
    }

    private static bool ClosesLater(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
                i++;
            else if (pattern[i] == '(')
                depth++;
            else if (pattern[i] == ')' && --depth == 0)
                return true;
        }

        return false;
    }

    private static Func<char, bool>? ParseClass(string pattern, ref int index)
    {
        var i = index;
        var negated = i < pattern.Length && pattern[i] is '!' or '^';
        if (negated)
            i++;
        var ranges = new List<(char From, char To)>();
        for (var first = true; i < pattern.Length; first = false)
        {
            var c = pattern[i];
            if (c == ']' && !first)
            {
                index = i + 1;
                return value => negated != ranges.Exists(range => range.From <= value && value <= range.To);
            }

            if (c == '\\' && i + 1 < pattern.Length)
                c = pattern[++i];
            var to = c;
            if (i + 2 < pattern.Length && pattern[i + 1] == '-' && pattern[i + 2] != ']')
            {
                to = pattern[i + 2];
                i += 2;
            }

            ranges.Add((c, to));
            i++;
        }

        return null;
    }
}
