using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Policies;

/// <summary>What policies say a kind of information is for, held against the purposes of guidelines. Each kind is looked for once, however many apps ask.</summary>
public sealed class PolicyPurposes(IReadOnlyList<PolicyText> policies, PurposeLexicon lexicon)
{
    private const int ChineseWord = 2; // characters: words are not divided in Chinese, so every two in a row stand for one
    private const int EnglishStem = 4; // letters: near and nearby are the same

    private readonly Dictionary<string, Statement[]> _statements = new(StringComparer.Ordinal);

    /// <summary>
    /// The first sentence that states what the kind is for, when none of all policies has a single content word in common with the purpose;
    /// null when one has, when no sentence speaks of the kind in the purpose's language, and for keys of one's own.
    /// </summary>
    public PolicySentence? FindOther(PurposeReading purpose)
    {
        if (policies.Count == 0 || lexicon.Kind(purpose.Key) is not { } kind)
            return null;
        var words = ContentWords(purpose, kind, lexicon);
        if (words.Count == 0)
            return null;

        var isChinese = CoreText.CountChinese(purpose.Text) > 0;
        var about = StatementsOf(kind).Where(statement => statement.Sentence.IsChinese == isChinese).ToArray();
        return about.Any(statement => words.Any(statement.Text.Contains)) ? null : about.Select(statement => statement.Sentence).FirstOrDefault();
    }

    private Statement[] StatementsOf(KindWords kind)
    {
        if (!_statements.TryGetValue(kind.Key, out var statements))
        {
            var states = lexicon.Pattern("statesPurpose");
            statements = policies.SelectMany(policy => policy.Sentences)
                .Where(sentence => states.IsMatch(lexicon.Simplify(sentence.Text)) && Names(kind, lexicon.Simplify(sentence.Text), lexicon.Simplify(sentence.Context)))
                .Select(sentence => new Statement(sentence, lexicon.Simplify($"{sentence.Context} {sentence.Text}").ToLowerInvariant()))
                .ToArray();
            _statements.Add(kind.Key, statements);
        }

        return statements;
    }

    // What a purpose speaks of is not what is collected: an address for invoices is no invoice.
    private bool Names(KindWords kind, string text, string context) =>
        kind.Policy.IsMatch(lexicon.Pattern("purposeClause").Without(text)) || kind.Policy.IsMatch(context);

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

    /// <summary>A sentence that says what a kind is for; <paramref name="Text"/>, with its context, in simplified characters and lower case.</summary>
    private sealed record Statement(PolicySentence Sentence, string Text);
}
