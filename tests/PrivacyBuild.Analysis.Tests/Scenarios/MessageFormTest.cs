using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Tests.Scenarios;

/// <summary>What holds for every message of every scenario: whole sentences, no seams where parts were put together, one line, not too long.</summary>
[TestClass]
public sealed partial class MessageFormTest
{
    private const int Longest = 480; // a log line that is still read; paths and entries to paste count

    private static readonly IReadOnlyList<ScenarioDocument> Documents = ScenarioDocument.ReadAll();

    public static IEnumerable<object[]> DocumentNames => Documents.Select(document => new object[] { document.Name });

    [TestMethod]
    [DynamicData(nameof(DocumentNames))]
    public void Every_message_is_well_formed_in_both_languages(string name)
    {
        var faults = new List<string>();
        foreach (var diagnostic in Documents.First(document => document.Name == name).Cases.SelectMany(scenario => scenario.Run().Diagnostics))
        {
            Check(diagnostic, diagnostic.Message.En, EnglishSeam(), EnglishEnd(), faults);
            Check(diagnostic, diagnostic.Message.Zh, ChineseSeam(), ChineseEnd(), faults);
        }

        Assert.IsEmpty(faults, string.Join("\n", faults.Distinct()));
    }

    private static void Check(Diagnostic diagnostic, string text, Regex seam, Regex end, List<string> faults)
    {
        if (seam.Match(Quotation().Replace(text, "\"…\"")) is { Success: true } found)
            faults.Add($"{diagnostic.Id}: \"{found.Value}\" in: {text}");
        if (!end.IsMatch(text))
            faults.Add($"{diagnostic.Id} does not end as a sentence: {text}");
        if (text.Length > Longest || text.Contains('\n', StringComparison.Ordinal))
            faults.Add($"{diagnostic.Id} is {text.Length} characters long or has several lines: {text}");
    }

    [GeneratedRegex(@"  | [.,;:](?=\s|$)|[,;:]{2}|[^./]\.\.(?![./])|\( | \)|[，。；：]")]
    private static partial Regex EnglishSeam();

    // What a message quotes from a file is the file's own affair.
    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"[.})?]$")]
    private static partial Regex EnglishEnd();

    // Half-width punctuation between Chinese words, doubled punctuation, and blanks beside full-width punctuation.
    [GeneratedRegex(@"  |[，。；：、]{2}|[\u4e00-\u9fff][,;:?!](?=[\u4e00-\u9fff])| [，。；：、（）]|[，。；：、（）] ")]
    private static partial Regex ChineseSeam();

    [GeneratedRegex(@"[。}）？]$")]
    private static partial Regex ChineseEnd();
}
