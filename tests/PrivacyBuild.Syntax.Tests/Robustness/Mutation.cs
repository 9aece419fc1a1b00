using System;
using System.Collections.Generic;
using System.Text;

namespace PrivacyBuild.Syntax.Tests.Robustness;

/// <summary>Damages texts as slips of the hand, half-done edits, broken transfers and ill will do.</summary>
internal static class Mutation
{
    private const int LongestText = 4_000;

    // What text files should not hold and sometimes do.
    private static readonly string[] Oddities = ["\0", "\uD800", "\uDC00", "\uFEFF", "\u2028", "\u2029", "\r", "\r\n", "\n", "\t", "\v", "\u00A0", "\u200C", "\uFFFF", "\u4F4D\u7F6E", "\uD83D\uDE00", "\\", "\\u", "\\u{110000}", "\\x4", "&", "&#x;", "&#99999999;"];

    /// <summary>One of <paramref name="seeds"/> with one to six damages, or a repetition; <paramref name="words"/> are pieces of the language.</summary>
    public static string Mutate(SeededRandom random, IReadOnlyList<string> seeds, IReadOnlyList<string> words)
    {
        if (random.Next(50) == 0)
            return Repeat(random, words);
        var text = random.Pick(seeds);
        for (var left = 1 + random.Next(6); left > 0; left--)
        {
            text = Damage(random, text, seeds, words);
            if (text.Length > LongestText)
                text = text.Substring(random.Next(text.Length - LongestText), LongestText);
        }

        return text;
    }

    // A few pieces over and over: what a parser reads twice at each level of nesting would take for ever.
    private static string Repeat(SeededRandom random, IReadOnlyList<string> words)
    {
        var piece = "";
        for (var left = 1 + random.Next(5); left > 0; left--)
            piece += random.Pick(words);
        var text = new StringBuilder();
        for (var left = 10 + random.Next(200); left > 0 && text.Length < LongestText; left--)
            text.Append(piece);
        return text.ToString();
    }

    private static string Damage(SeededRandom random, string text, IReadOnlyList<string> seeds, IReadOnlyList<string> words)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, 1 + random.Next(random.Next(4) == 0 ? 80 : 6));
        switch (random.Next(12))
        {
            case 0:
                return text.Remove(at, length);
            case 1:
                return text.Insert(at, random.Pick(words));
            case 2:
                return text.Remove(at, length).Insert(at, random.Pick(words));
            case 3:
                return text.Insert(at, text.Substring(at, length));
            case 4:
                return text.Insert(at, random.Pick(Oddities));
            case 5:
                return text.Substring(0, at);
            case 6:
                return text.Substring(at);
            case 7:
                var other = random.Pick(seeds);
                return text.Insert(at, other.Substring(random.Next(other.Length)));
            case 8:
                var word = random.Pick(words);
                var repeated = "";
                for (var times = 2 + random.Next(30); times > 0; times--)
                    repeated += word;
                return text.Insert(at, repeated);
            case 9:
                return text.Insert(at, ((char)random.Next(128)).ToString());
            case 10:
                var line = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
                var end = text.IndexOf('\n', Math.Min(at, text.Length));
                return end < line ? text.Substring(0, line) : text.Remove(line, end - line);
            default:
                var from = random.Next(text.Length + 1);
                var piece = text.Substring(from, Math.Min(text.Length - from, length));
                return text.Remove(at, length).Insert(Math.Min(at, text.Length - length), piece);
        }
    }
}
