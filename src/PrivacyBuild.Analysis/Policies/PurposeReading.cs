using System;
using System.Linq;

namespace PrivacyBuild.Analysis.Policies;

/// <summary>What keeps a text from being a purpose at all; the first that applies, in this order.</summary>
public enum PurposeVerdict
{
    /// <summary>It says what for.</summary>
    Fine,

    /// <summary>Characters that are certainly broken: U+FFFD, or escapes that users would read.</summary>
    Broken,

    /// <summary>Characters that look as if they went through the wrong encoding.</summary>
    Garbled,

    /// <summary>Digits, letters, symbols, 不清楚, TODO.</summary>
    Filler,

    /// <summary>It says that nothing is done with the information.</summary>
    NotUsed,

    /// <summary>Information is taken in order to be taken.</summary>
    Circular,

    /// <summary>It names the information instead of what it is for.</summary>
    Label,

    /// <summary>Too short to be understood.</summary>
    TooShort,

    /// <summary>Short; a purpose all the same.</summary>
    Short,
}

/// <summary>A purpose text, read: facts that rules judge. Blank texts are not read.</summary>
public sealed class PurposeReading
{
    private const int LongestLetters = 6;
    private const int LeastKeyboardRow = 4;
    private const int LeastEnglishWords = 3;
    private const int LeastUnits = 4;
    private const int PlainUnits = 6;
    private const int LeastSharedReason = 6; // characters that two reasons have in common beside the labels

    private const char Mask = '□';

    private readonly PurposeLexicon _lexicon;
    private readonly string _raw;
    private readonly string _written;
    private readonly string _core;
    private bool? _isBlanket;

    private PurposeReading(string text, string key, PurposeLexicon lexicon)
    {
        _lexicon = lexicon;
        Key = key;
        _written = CoreText.Fold(text);
        Text = lexicon.Simplify(_written);
        _raw = CoreText.Bound(text);
        WithoutOpening = DropOpening(Text, lexicon, out var hasOpening);
        HasOpening = hasOpening;
        _core = CoreText.Compact(WithoutOpening);
        MaskedReason = MaskLabels(_core, lexicon);
        Verdict = Judge();
    }

    public string Key { get; }

    /// <summary>The text, half-width, trimmed and in simplified characters.</summary>
    public string Text { get; }

    /// <summary>Compact, without the opening.</summary>
    public string Core => _core;

    /// <summary>The text without what the client puts in front of it.</summary>
    public string WithoutOpening { get; }

    /// <summary>Whether it begins with 为了, 用于 or the like.</summary>
    public bool HasOpening { get; }

    public PurposeVerdict Verdict { get; }

    /// <summary>Whether it is a purpose, so that its wording is of interest.</summary>
    public bool IsPurpose => Verdict is PurposeVerdict.Fine or PurposeVerdict.Short;

    /// <summary>The reason with every kind's label masked: equal for two kinds that give the same one.</summary>
    public string MaskedReason { get; }

    /// <summary>A sentence about the developer, or with a full stop, around which the client builds another one.</summary>
    public bool IsSentence => _lexicon.Pattern("sentence").IsMatch(Text);

    public bool ForcesConsent => _lexicon.Pattern("forced").IsMatch(Text);

    public bool IsOpenEnded => _lexicon.Pattern("openEnd").IsMatch(Text);

    /// <summary>The word that speaks of advertising or marketing; null when there is none.</summary>
    public string? MarketingWord => Written(_lexicon.Pattern("marketing").Find(Text));

    /// <summary>Whether it could stand for any kind: nothing but service, experience and improving.</summary>
    public bool IsBlanket => _isBlanket ??= CoreText.CountChinese(_core) > 0
        ? IsMadeOf(_core, 0, new bool[_core.Length + 1])
        : CoreText.LatinWords(_core).Any() && CoreText.LatinWords(_core).All(word => _lexicon.BlanketEnglish.Contains(word));

    /// <summary>Whether a kind that only writes is said to read, choose or upload, and nothing is said to be written.</summary>
    public bool ReadsInsteadOfWriting => _lexicon.WriteOnly.Contains(Key) && _lexicon.Pattern("reading").IsMatch(Text) && !_lexicon.Pattern("writing").IsMatch(Text);

    /// <summary>A word of another kind's, when none of the kind's own stands in the text; null otherwise.</summary>
    public string? ForeignWord => _lexicon.Kind(Key) is { Expected.Count: > 0 } words && !words.Expected.Any(Holds) ? Written(words.Foreign.FirstOrDefault(Holds)) : null;

    /// <summary>The first company that it names; null when it names none.</summary>
    public string? Company => Written(_lexicon.Pattern("company").Find(Text));

    /// <summary>The first mini program, app or official account that it names in quotation marks; null when it names none.</summary>
    public string? Product => Written(_lexicon.Pattern("product").Find(Text));

    public static PurposeReading Read(string text, string key, PurposeLexicon lexicon) => new(text, key, lexicon);

    /// <summary>Whether two kinds give the same reason: the same text, or the same but for the labels.</summary>
    public bool SharesReasonWith(PurposeReading other) =>
        _core == other._core || (MaskedReason == other.MaskedReason && MaskedReason.Count(c => c != Mask) >= LeastSharedReason);

    // What was found, in the characters of the text.
    private string? Written(string? found) => found is null ? null : _written.Substring(Text.IndexOf(found, StringComparison.Ordinal), found.Length);

    private bool Holds(string word) => Text.Contains(word);

    private PurposeVerdict Judge()
    {
        if (_lexicon.Pattern("broken").IsMatch(_raw))
            return PurposeVerdict.Broken;
        if (_lexicon.Pattern("garbled").IsMatch(_raw))
            return PurposeVerdict.Garbled;
        if (IsFiller())
            return PurposeVerdict.Filler;
        if (_lexicon.Pattern("notUsed").IsMatch(WithoutOpening))
            return PurposeVerdict.NotUsed;
        if (_lexicon.Pattern("circular").IsMatch(Text))
            return PurposeVerdict.Circular;
        if (IsLabel())
            return PurposeVerdict.Label;
        return JudgeLength();
    }

    private bool IsFiller()
    {
        if (!_core.Any(char.IsLetter) || _lexicon.Fillers.Contains(_core) || _lexicon.Pattern("placeholder").IsMatch(Text))
            return true;
        if (_core.Distinct().Count() == 1 && (_core.Length > 1 || !CoreText.IsChinese(_core[0])))
            return true;
        if (_core.Any(c => !char.IsDigit(c) && !CoreText.IsLatin(c)))
            return false;
        var isRow = _core.Length >= LeastKeyboardRow && _lexicon.KeyboardRows.Any(row => row.Contains(_core) || row.Contains(new string(_core.Reverse().ToArray())));
        return isRow || (_core.Length <= LongestLetters && !_lexicon.ShortWords.Contains(_core));
    }

    private bool IsLabel()
    {
        var text = _core;
        while (true)
        {
            for (var rest = text; ; rest = rest.Substring(0, rest.Length - SuffixOf(rest)).TrimEnd())
            {
                if (_lexicon.Labels.Contains(rest))
                    return true;
                if (SuffixOf(rest) == 0)
                    break;
            }

            var prefix = PrefixOf(text);
            if (prefix == 0)
                return false;
            text = text.Substring(prefix).TrimStart();
        }
    }

    private int PrefixOf(string text) => _lexicon.Collecting.Concat(_lexicon.Possessive)
        .Where(word => text.StartsWith(word, StringComparison.Ordinal) && (!CoreText.IsLatin(word[0]) || (text.Length > word.Length && text[word.Length] == ' ')))
        .Select(word => word.Length).DefaultIfEmpty().Max();

    private int SuffixOf(string text) => _lexicon.Suffixes
        .Where(word => text.EndsWith(word, StringComparison.Ordinal) && text.Length > word.Length && (!CoreText.IsLatin(word[0]) || text[text.Length - word.Length - 1] == ' '))
        .Select(word => word.Length).FirstOrDefault();

    private PurposeVerdict JudgeLength()
    {
        var others = _core.Count(c => char.IsLetter(c) && !CoreText.IsLatin(c));
        var words = CoreText.CountLatinWords(_core);
        if (others == 0)
            return words < LeastEnglishWords ? PurposeVerdict.TooShort : PurposeVerdict.Fine;
        var units = others + (2 * words);
        return units < LeastUnits ? PurposeVerdict.TooShort : units < PlainUnits ? PurposeVerdict.Short : PurposeVerdict.Fine;
    }

    // Whether the text from here on can be cut into words that say nothing; each position is tried once.
    private bool IsMadeOf(string text, int start, bool[] failed)
    {
        if (start == text.Length)
            return true;
        if (failed[start])
            return false;
        failed[start] = true;
        return _lexicon.BlanketChinese.Concat(_lexicon.Collecting).Concat(_lexicon.Labels)
            .Any(word => string.CompareOrdinal(text, start, word, 0, word.Length) == 0 && IsMadeOf(text, start + word.Length, failed));
    }

    private static string DropOpening(string text, PurposeLexicon lexicon, out bool hasOpening)
    {
        hasOpening = lexicon.ChineseOpenings.Any(opening => text.StartsWith(opening, StringComparison.Ordinal));
        var rest = text;
        for (var i = 0; i < 2; i++)
        {
            var length = lexicon.SentenceOpening.Find(rest)?.Length
                ?? lexicon.ChineseOpenings.Where(opening => rest.StartsWith(opening, StringComparison.Ordinal)).Select(opening => (int?)opening.Length).FirstOrDefault()
                ?? lexicon.EnglishOpenings.Where(opening => rest.StartsWith(opening + " ", StringComparison.OrdinalIgnoreCase)).Select(opening => (int?)opening.Length).FirstOrDefault();
            if (length is null)
                break;
            rest = rest.Substring(length.Value).TrimStart(' ', ':', ',', '，', '：');
        }

        return rest;
    }

    private static string MaskLabels(string core, PurposeLexicon lexicon)
    {
        var masked = core;
        foreach (var label in lexicon.Labels.Where(label => label.Length > 1).OrderByDescending(label => label.Length).ThenBy(label => label, StringComparer.Ordinal))
            masked = masked.Replace(label, Mask.ToString());
        return masked;
    }
}
