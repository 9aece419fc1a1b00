using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Policies;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.Policies;

/// <summary>A policy becomes sentences, each at its line, with the heading and the line above its list.</summary>
[TestClass]
public sealed class PolicyReaderTest
{
    [TestMethod]
    [DataRow("a.txt", "我们收集位置。用于导航！", "1:我们收集位置。|1:用于导航！")]
    [DataRow("a.txt", "一、位置信息\r\n（1）用于导航", "1:位置信息|2:用于导航<位置信息")]
    [DataRow("a.txt", "1. 我们收集位置，用于导航", "1:我们收集位置，用于导航", DisplayName = "a number in front of a sentence is no heading")]
    [DataRow("a.txt", "位 置 信 息 of users", "1:位置信息 of users", DisplayName = "blanks of a PDF")]
    [DataRow("a.md", "## 位置 ##\n\n用途如下：\n\n* **导航**\n* [打卡](https://a.cn/x)\n\n其他", "1:位置|3:用途如下：<位置|5:导航<位置 用途如下：|6:打卡<位置 用途如下：|8:其他<位置")]
    [DataRow("a.md", "**位置信息**\n用于导航", "1:位置信息|2:用于导航<位置信息")]
    [DataRow("a.md", "| 位置 | 导航 |\n| --- | --- |", "1:位置，导航")]
    [DataRow("a.html", "<p>收集\n位置</p><p>用于<b>导航</b>&nbsp;和&amp;打卡</p>", "1:收集位置|2:用于导航和&打卡")]
    [DataRow("a.html", "<h3 class='x'>位置</h3><ul><li>导航<li>打卡</ul><!-- 注释 --><script>收集()</script><td>甲</td><td>乙", "1:位置|1:导航<位置|1:打卡<位置|1:甲，乙<位置")]
    [DataRow("a.html", "a < b 且 <未完", "1:a < b 且")]
    [DataRow("a.txt", "We use it. For v1.2 too; done", "1:We use it.|1:For v1.2 too;|1:done")]
    public void A_text_becomes_sentences(string path, string text, string expected)
    {
        var problems = new List<InputProblem>();
        var policy = PolicyReader.Read(new InMemoryFiles((path, text)), [path], problems).Single();
        Assert.AreEqual(expected, string.Join("|", policy.Sentences.Select(sentence => $"{sentence.Start.Line}:{sentence.Text}" + (sentence.Context.Length > 0 ? "<" + sentence.Context : ""))));
        Assert.IsEmpty(problems);
    }

    [TestMethod]
    [DataRow("a.md", ProblemReason.NotFound, null)]
    [DataRow("a.docx", ProblemReason.FormatUnknown, "x")]
    [DataRow("a", ProblemReason.FormatUnknown, "x")]
    [DataRow("a.html", ProblemReason.Empty, "<p> </p>")]
    [DataRow("a.txt", ProblemReason.Empty, "")]
    [DataRow("a.txt", ProblemReason.NotText, "\0\0\0\0")]
    public void What_cannot_be_read_is_a_problem(string path, ProblemReason reason, string? text)
    {
        var problems = new List<InputProblem>();
        var files = text is null ? new InMemoryFiles() : new InMemoryFiles((path, text));
        Assert.IsEmpty(PolicyReader.Read(files, [path, path], problems));
        Assert.AreEqual(reason, problems.Single().Reason);
    }

    [TestMethod]
    public void A_file_beyond_the_limit_is_a_problem()
    {
        var problems = new List<InputProblem>();
        PolicyReader.Read(new InMemoryFiles(("a.txt", new string('a', (int)ReadLimits.PolicyBytes + 1))), ["a.txt"], problems);
        Assert.AreEqual(ProblemReason.TooLarge, problems.Single().Reason);
    }

    [TestMethod]
    [DataRow("a.txt")]
    [DataRow("a.md")]
    [DataRow("a.html")]
    public void A_text_that_breaks_off_anywhere_is_read(string path)
    {
        const string Text = "# 一、位置 #\n（1）用于：\r\n* **a** [b](c) | d |\n1. x（\n<h2 class='y'>e &amp; f</h2><li>g<!-- h --><td>i</td><script>j</script>（一）k。l? m";
        for (var length = 0; length <= Text.Length; length++)
        {
            PolicyReader.Read(new InMemoryFiles((path, Text.Substring(0, length))), [path], []);
            PolicyReader.Read(new InMemoryFiles((path, Text.Substring(length))), [path], []);
        }
    }

    // Bound: the length of the file, and the sentences that are looked at.
    [TestMethod]
    [DataRow("a.html", "<")]
    [DataRow("a.html", "<p")]
    [DataRow("a.html", "<script>")]
    [DataRow("a.html", "<!--")]
    [DataRow("a.html", "&amp")]
    [DataRow("a.md", "](")]
    [DataRow("a.md", "[*`")]
    [DataRow("a.txt", "1.")]
    [DataRow("a.txt", "用于位置。")]
    [DataRow("a.txt", "用于位置：\n")]
    public void Hostile_texts_end_soon(string path, string piece)
    {
        var lexicon = PurposeLexicon.Load();
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        var policies = PolicyReader.Read(new InMemoryFiles((path, text)), [path], []);
        new PolicyPurposes(policies, lexicon).FindOther(PurposeReading.Read("记录跑步轨迹", "Location", lexicon));
        Assert.IsLessThan(TimeSpan.FromSeconds(5), watch.Elapsed);
    }
}
