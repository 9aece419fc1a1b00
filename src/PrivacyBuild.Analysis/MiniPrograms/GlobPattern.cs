using System;
using System.Collections.Generic;
using System.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// A glob as the platform's tool reads it (minimatch with its defaults): <c>*</c> and <c>?</c> stay within a segment and skip
/// a leading dot, <c>**</c> as a whole segment spans folders, <c>[a-z]</c>, <c>{a,b}</c>, <c>@(a|b)</c> and its relatives,
/// a leading <c>!</c> negates.
///
/// Patterns come from the project that is checked, so matching must not blow up: each part maps a *set* of positions
/// to the set of positions it can end at. No path through the pattern is tried twice.
/// </summary>
public sealed class GlobPattern
{
    /// <summary>Alternatives that <c>{…}</c> may unfold to.</summary>
    public const int MaxAlternatives = 256;

    /// <summary>Groups within groups.</summary>
    public const int MaxNesting = 16;

    private readonly List<Segment[]> _alternatives = [];
    private readonly bool _negated;

    private GlobPattern(bool negated) => _negated = negated;

    /// <summary>Null when the pattern is no glob: empty, a comment, or unfolding beyond the bounds.</summary>
    public static GlobPattern? TryParse(string pattern)
    {
        if (pattern.Length == 0 || pattern[0] == '#')
            return null;

        var negated = false;
        while (pattern.Length > 0 && pattern[0] == '!')
        {
            negated = !negated;
            pattern = pattern.Substring(1);
        }

        var unfolded = new List<string>();
        if (!GlobBraces.Unfold(pattern, unfolded))
            return null;

        var result = new GlobPattern(negated);
        foreach (var alternative in unfolded)
        {
            var segments = new List<Segment>();
            foreach (var part in SplitSegments(alternative))
            {
                var segment = Segment.TryParse(part);
                if (segment is null)
                    return null;
                segments.Add(segment);
            }

            result._alternatives.Add(segments.ToArray());
        }

        return result;
    }

    /// <summary>Whether the whole path matches; cases count.</summary>
    public bool IsMatch(string path)
    {
        var names = path.Split('/');
        foreach (var alternative in _alternatives)
        {
            if (Matches(alternative, names))
                return !_negated;
        }

        return _negated;
    }

    private static bool Matches(Segment[] segments, string[] names)
    {
        // reached[i]: the segments so far can have consumed exactly i names.
        var reached = new bool[names.Length + 1];
        reached[0] = true;
        for (var s = 0; s < segments.Length; s++)
        {
            var next = new bool[names.Length + 1];
            var any = false;
            for (var i = 0; i <= names.Length; i++)
            {
                if (!reached[i])
                    continue;
                if (segments[s].SpansFolders)
                {
                    // A closing ** stands for at least one name.
                    for (var j = i; ; j++)
                    {
                        if (j > i || s + 1 < segments.Length)
                            any = next[j] = true;
                        if (j == names.Length || (names[j].Length > 0 && names[j][0] == '.'))
                            break;
                    }
                }
                else if (i < names.Length && segments[s].IsMatch(names[i]))
                {
                    any = next[i + 1] = true;
                }
            }

            if (!any)
                return false;
            reached = next;
        }

        return reached[names.Length];
    }

    // A slash inside a group or class belongs to it for minimatch too only by accident; it separates here.
    private static IEnumerable<string> SplitSegments(string pattern)
    {
        var current = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '/')
            {
                yield return current.ToString();
                current.Clear();

                // Several slashes are one.
                while (i + 1 < pattern.Length && pattern[i + 1] == '/')
                    i++;
                continue;
            }

            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                current.Append(pattern[i++]);
            current.Append(pattern[i]);
        }

        yield return current.ToString();
    }

    private sealed class Segment(GlobSequence sequence, bool spansFolders, bool startsWithDot)
    {
        public bool SpansFolders { get; } = spansFolders;

        public static Segment? TryParse(string pattern)
        {
            if (pattern == "**")
                return new Segment(GlobSequence.Empty, true, false);
            var sequence = GlobSequence.TryParse(pattern);
            return sequence is null ? null : new Segment(sequence, false, (pattern.Length > 0 && pattern[0] == '.') || pattern.StartsWith("\\.", StringComparison.Ordinal));
        }

        public bool IsMatch(string name)
        {
            // Nothing that stands for other text stands for none at all.
            if (name.Length == 0)
                return sequence.IsEmpty;
            if (name[0] == '.' && !startsWithDot)
                return false;
            var start = new bool[name.Length + 1];
            start[0] = true;
            return sequence.Advance(name, start)[name.Length];
        }
    }
}
