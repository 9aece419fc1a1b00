using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Policies;

/// <summary>What policies say a kind of information is for, held against the purpose of the guideline.</summary>
public static class PolicyPurposes
{
    private const int ChineseWord = 2; // characters: words are not divided in Chinese, so every two in a row stand for one
    private const int EnglishStem = 4; // letters: near and nearby are the same

    /// <summary>
    /// The first sentence that states what the kind is for, when none of all policies has a single content word in common with the purpose;
    /// null when one has, when no sentence speaks of the kind in the purpose's language, and for keys of one's own.
    /// </summary>
    public static PolicySentence? FindOther(IReadOnlyList<PolicyText> policies, PurposeReading purpose, PurposeLexicon lexicon)
    {
        if (policies.Count == 0 || lexicon.Kind(purpose.Key) is not { } kind)
            return null;
        var words = ContentWords(purpose, kind, lexicon);
        if (words.Count == 0)
            return null;

        var isChinese = CoreText.CountChinese(purpose.Text) > 0;
        var states = lexicon.Pattern("statesPurpose");
        var about = policies.SelectMany(policy => policy.Sentences)
            .Where(sentence => sentence.IsChinese == isChinese && states.IsMatch(lexicon.Simplify(sentence.Text)) && Names(kind, lexicon.Simplify(sentence.Text), lexicon.Simplify(sentence.Context), lexicon))
            .ToArray();
        return about.Any(sentence => Holds(lexicon.Simplify($"{sentence.Context} {sentence.Text}"), words)) ? null : about.FirstOrDefault();
    }

    // What a purpose speaks of is not what is collected: an address for invoices is no invoice.
    private static bool Names(KindWords kind, string text, string context, PurposeLexicon lexicon) =>
        kind.Policy.IsMatch(lexicon.Pattern("purposeClause").Without(text)) || kind.Policy.IsMatch(context);

    // The words are in lower case.
    private static bool Holds(string text, HashSet<string> words) => words.Any(text.ToLowerInvariant().Contains);

    /// <summary>What is left of a purpose without the names of the kind and words that could stand anywhere.</summary>
    private static HashSet<string> ContentWords(PurposeReading purpose, KindWords kind, PurposeLexicon lexicon)
    {
        var text = purpose.Core;
        foreach (var label in kind.Labels.Select(CoreText.Compact).OrderByDescending(label => label.Length))
            text = text.Replace(label, " ");
        return CoreText.CountChinese(text) > 0 ? ChineseWords(text, lexicon) : EnglishWords(text, lexicon);
    }

    private static HashSet<string> ChineseWords(string text, PurposeLexicon lexicon)
    {
        foreach (var word in lexicon.BlanketChinese.Concat(lexicon.Collecting).Where(word => word.Length > 0))
            text = text.Replace(word, " ");
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            for (var i = 0; i < Math.Max(1, run.Length - ChineseWord + 1); i++)
                words.Add(run.Substring(i, Math.Min(ChineseWord, run.Length - i)));
        }

        return words;
    }

    private static HashSet<string> EnglishWords(string text, PurposeLexicon lexicon) =>
        new(CoreText.LatinWords(text).Where(word => word.Length >= EnglishStem && !lexicon.BlanketEnglish.Contains(word)).Select(word => word.Substring(0, EnglishStem)), StringComparer.Ordinal);
}
