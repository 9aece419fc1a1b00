using System;
using System.Linq;
using System.Text;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Tests.Rules;

/// <summary>Writes RULES.md from the rules: a table, and a section for each rule in both languages.</summary>
internal static class RulesPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Rules · 规则

            <!-- Generated from the rules by PRIVACYBUILD_UPDATE=1 dotnet test; changes by hand are overwritten. -->

            A *fact* stands on something that the platform has published: a document, an error code, an answer of its reviewers. *Advice* is general law
            or our own judgement. Severities are those of `PrivacyBuildMode=error`. An id is never given to another rule.

            *fact* 指有平台公开依据的规则（文档、错误码或审核答复）；*advice* 指一般法律要求或我们的判断。级别为 `PrivacyBuildMode=error` 时的级别。编号不会重复使用。

            | id | severity | nature | rule | 规则 |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var rule in RuleList.All.Select(rule => rule.Descriptor))
            page.Append($"| [{rule.Id}](#{Anchor(rule)}) | {Word(rule.Severity)} | {Word(rule.Nature)} | {rule.Title.En} | {rule.Title.Zh} |\n");
        foreach (var rule in RuleList.All.Select(rule => rule.Descriptor))
            Append(page, rule);
        return page.ToString();
    }

    private static void Append(StringBuilder page, RuleDescriptor rule)
    {
        var sources = rule.Sources.Count == 0 ? "" : $" · {string.Join(", ", rule.Sources)}";
        page.Append($"\n<a id=\"{Anchor(rule)}\"></a>\n\n## {rule.Id}: {rule.Title.En} · {rule.Title.Zh}\n\n");
        page.Append($"{Word(rule.Severity)} · {Word(rule.Nature)}{sources}\n\n");
        page.Append($"{rule.What.En}\n\n**Why.** {rule.Why.En}\n\n**What to do.** {rule.How.En}\n\n");
        page.Append($"{rule.What.Zh}\n\n**原因：**{rule.Why.Zh}\n\n**处理：**{rule.How.Zh}\n");
        if (rule.Example is not { } example)
            return;
        page.Append($"\nFails · 不通过：\n\n```{example.Language}\n{example.Fails}\n```\n");
        page.Append($"\nPasses · 通过：\n\n```{example.Language}\n{example.Passes}\n```\n");
    }

    private static string Anchor(RuleDescriptor rule) => rule.Id.ToLowerInvariant();

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
