using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Policies;

/// <summary>Cuts a policy into sentences, each with its heading and the line that leads its list in.</summary>
internal sealed class PolicySentences
{
    /// <summary>Sentences that are looked at; the longest policies have some thousands.</summary>
    private const int Most = 10_000;

    private const int LongestHeading = 40;
    private static readonly HashSet<char> ChineseEnds = [.. "。！？；"];
    private static readonly HashSet<char> EnglishEnds = [.. ".!?;"];
    private static readonly HashSet<char> Bullets = [.. "-+•·●○■◆▪*"];
    private static readonly HashSet<char> Numerals = [.. "一二三四五六七八九十百0123456789"];

    private readonly string _path;
    private readonly SourceText _text;
    private readonly List<PolicySentence> _sentences = [];
    private string _heading = "";
    private string _leadIn = "";

    private PolicySentences(string path, SourceText text)
    {
        _path = path;
        _text = text;
    }

    public static IReadOnlyList<PolicySentence> Of(string path, SourceText text, PolicyFormat format)
    {
        var reading = new PolicySentences(path, text);
        var plain = PolicyMarkup.Strip(text.Content, format);
        var start = 0;
        while (start < plain.Length && reading._sentences.Count < Most)
        {
            var end = plain.IndexOfAny(['\n', '\r'], start);
            end = end < 0 ? plain.Length : end;
            reading.AddLine(plain, start, end);
            start = end + 1;
        }

        return reading._sentences;
    }

    private void AddLine(string plain, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(plain[start]) || plain[start] is PolicyMarkup.Nothing or '>' or '　'))
            start++;
        if (start == end)
            return;

        var (words, isHeading, isEntry) = Opening(plain, start, end);
        var line = Fold(plain.Substring(words, end - words));
        if (!line.Any(char.IsLetterOrDigit))
            return;
        if (isHeading && line.Length <= LongestHeading && line.IndexOfAny(['。', '；', '，', ',', ';', ':', '：']) < 0)
        {
            (_heading, _leadIn) = (line, "");
            Add(words, line, "");
            return;
        }

        if (!isEntry)
            _leadIn = "";
        AddSentences(plain, words, end);
        if (line[line.Length - 1] is ':' or '：')
            _leadIn = line;
    }

    /// <summary>Where the words of a line begin, and whether what stands in front makes it a heading or an entry of a list (a number may be either).</summary>
    private static (int Words, bool IsHeading, bool IsEntry) Opening(string plain, int start, int end)
    {
        var words = start;
        if (plain[start] == '#')
        {
            while (words < end && plain[words] is '#' or ' ' or PolicyMarkup.Nothing)
                words++;
            return (words, true, false);
        }

        if (Bullets.Contains(plain[start]))
            return (start + 1, false, true);
        var inBrackets = plain[words] is '（' or '(';
        if (inBrackets)
            words++;
        var digits = words;
        while (words < end && Numerals.Contains(plain[words]))
            words++;
        var isNumber = words > digits && words < end && plain[words] is '、' or '.' or '．' or '）' or ')';
        return isNumber ? (words + 1, !(inBrackets && char.IsDigit(plain[digits])), true) : (start, false, false);
    }

    private void AddSentences(string plain, int start, int end)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            var ends = ChineseEnds.Contains(plain[i]) || (EnglishEnds.Contains(plain[i]) && (i + 1 == end || plain[i + 1] == ' '));
            if (ends)
            {
                AddPieces(plain, from, i + 1);
                from = i + 1;
            }
        }

        AddPieces(plain, from, end);
    }

    // What is longer than texts that are looked at goes on in pieces, each with the one before as its context.
    private void AddPieces(string plain, int start, int end)
    {
        var context = Context();
        for (var from = start; from < end; from += CoreText.Longest)
        {
            var sentence = Fold(plain.Substring(from, Math.Min(CoreText.Longest, end - from)));
            Add(from, sentence, context);
            context = sentence;
        }
    }

    private string Context() => _heading.Length > 0 && _leadIn.Length > 0 ? $"{_heading} {_leadIn}" : _heading + _leadIn;

    private void Add(int offset, string sentence, string context)
    {
        if (sentence.Any(char.IsLetterOrDigit) && _sentences.Count < Most)
            _sentences.Add(new PolicySentence(_path, _text.GetPosition(offset), sentence, context));
    }

    // One line as it was written; without blanks between Chinese characters: text that was pasted from a PDF has them.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var isGap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isGap = true;
                continue;
            }

            if (char.IsControl(c) || (c == PolicyMarkup.Cell && folded.Length == 0))
                continue;
            if (isGap && folded.Length > 0 && !(IsWide(c) && IsWide(folded[folded.Length - 1])))
                folded.Append(' ');
            isGap = false;
            folded.Append(c);
        }

        return folded.ToString().TrimEnd(' ', PolicyMarkup.Cell, '#');
    }

    private static bool IsWide(char c) => CoreText.IsChinese(c) || c is PolicyMarkup.Cell or >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF';
}
