using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>A part of the report that people read. All texts are plain; each writer escapes them for its own format.</summary>
internal abstract record ReportBlock;

/// <param name="Level">1 for the report's own title.</param>
/// <param name="Text">Plain text.</param>
internal sealed record ReportHeading(int Level, string Text) : ReportBlock;

internal sealed record ReportParagraph(string Text) : ReportBlock;

/// <param name="Columns">Their titles.</param>
/// <param name="Rows">Cells in the order of the columns.</param>
/// <param name="IsReference">A long list to look things up in, not to read through.</param>
internal sealed record ReportTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, bool IsReference = false) : ReportBlock;

/// <summary>
/// The report for those who write and approve the guideline, as blocks: per mini program what is in use and declared, the findings, and every place.
/// </summary>
internal static class ReportPage
{
    public static IReadOnlyList<ReportBlock> Create(ReportContent content)
    {
        var page = new List<ReportBlock>
        {
            new ReportHeading(1, TitleOf(content)),
            new ReportParagraph(content.In(
                $"What the code uses, held against the guideline. Catalogue of {content.Catalogue.Date}. Nothing found is not the same as nothing wrong; this report is no legal advice.",
                $"代码实际用到的隐私接口与隐私保护指引的对照结果。接口目录日期：{content.Catalogue.Date}。未发现问题不等于没有问题，本报告不构成法律意见。")),
        };
        foreach (var sharing in content.Apps.GroupBy(app => app.Usages))
            AddApps(page, sharing.ToArray(), content);
        AddFindings(page, content.Findings.Where(diagnostic => diagnostic.App.Length == 0).ToArray(), content.In("The project", "项目"), 2, content);
        return page;
    }

    public static string TitleOf(ReportContent content) => content.In("Privacy interfaces and the guideline", "隐私接口与隐私保护指引");

    private static void AddApps(List<ReportBlock> page, AppReport[] apps, ReportContent content)
    {
        var first = apps[0];
        page.Add(new ReportHeading(2, apps.Length == 1 ? first.Name : content.In($"{first.Name} and {apps.Length - 1} more apps of the same code", $"{first.Name} 等 {apps.Length} 个同源应用")));
        page.Add(new ReportParagraph(Summary(apps, content)));
        if (apps.Length == 1)
            AddKinds(page, first, content);
        else
            AddTenants(page, apps, content);
        var names = new HashSet<string>(apps.Select(app => app.Name), StringComparer.Ordinal);
        AddFindings(page, content.Findings.Where(diagnostic => names.Contains(diagnostic.App)).ToArray(), content.In("Findings", "问题"), 3, content);
        AddPlaces(page, first, content);
    }

    private static string Summary(AppReport[] apps, ReportContent content)
    {
        var errors = apps.Sum(app => app.Result.Errors);
        var warnings = apps.Sum(app => app.Result.Warnings);
        var taken = apps.Sum(app => app.Result.Accepted + app.Result.Suppressed);
        var dynamic = apps[0].Usages.Usages.Count(usage => usage.Interface is null);
        var files = apps[0].Files;
        return content.In(
            $"{Wording.Count(errors, "error", "errors")}, {Wording.Count(warnings, "warning", "warnings")}; {Wording.Count(taken, "finding", "findings")} accepted or suppressed. "
                + $"{Wording.Count(files.Shipped - files.LeftOut, "file", "files")} searched, {files.LeftOut} left out; {Wording.Count(dynamic, "access", "accesses")} could not be resolved.",
            $"{errors} 个错误，{warnings} 个警告；{taken} 处问题已接受或忽略。检查了 {files.Shipped - files.LeftOut} 个文件，{files.LeftOut} 个未检查；{dynamic} 处访问无法确定。");
    }

    private static void AddKinds(List<ReportBlock> page, AppReport app, ReportContent content)
    {
        if (app.Kinds.Count == 0)
            return;
        page.Add(new ReportTable(
            [content.In("Kind", "信息种类"), content.In("Declared", "是否声明"), content.In("Purpose", "用途"), content.In("Interfaces", "接口"), content.In("Places", "处数")],
            app.Kinds.Select(kind => (IReadOnlyList<string>)
            [
                content.KindName(kind.Key),
                kind.Declared ? content.In("yes", "是") : content.In("no", "否"),
                kind.Purpose,
                string.Join(", ", app.InUse.Where(usage => usage.Kinds.Contains(kind.Key)).Select(usage => usage.Name).Distinct().OrderBy(name => name, StringComparer.Ordinal)),
                Number(kind.Places),
            ]).ToArray()));
    }

    private static void AddTenants(List<ReportBlock> page, AppReport[] apps, ReportContent content) => page.Add(new ReportTable(
        [content.In("App", "应用"), content.In("Errors", "错误"), content.In("Warnings", "警告"), content.In("Used, not declared", "已使用但未声明")],
        apps.Select(app => (IReadOnlyList<string>)
        [
            app.Name, Number(app.Result.Errors), Number(app.Result.Warnings), string.Join(", ", app.Kinds.Where(kind => kind.Places > 0 && !kind.Declared).Select(kind => kind.Key)),
        ]).ToArray()));

    private static void AddFindings(List<ReportBlock> page, Diagnostic[] findings, string title, int level, ReportContent content)
    {
        if (findings.Length == 0)
            return;
        page.Add(new ReportHeading(level, title));
        page.Add(new ReportTable(
            [content.In("Severity", "级别"), content.In("Rule", "规则"), content.In("Place", "位置"), content.In("Message", "说明")],
            findings.OrderByDescending(diagnostic => diagnostic.Severity).Select(diagnostic => (IReadOnlyList<string>)
            [
                content.In(NameOf(diagnostic.Severity)), diagnostic.Id, PlaceOf(diagnostic), content.In(diagnostic.Message),
            ]).ToArray()));
    }

    private static void AddPlaces(List<ReportBlock> page, AppReport app, ReportContent content)
    {
        var rows = UsageRows.Of(app, content).ToArray();
        if (rows.Length == 0)
            return;
        page.Add(new ReportHeading(3, content.In("Every place", "全部位置")));
        page.Add(new ReportTable(
            [content.In("Kind", "信息种类"), content.In("Interface", "接口"), content.In("Place", "位置"), content.In("Whose code", "代码归属"), content.In("Reached from", "到达页面"), content.In("Evidence", "依据")],
            rows.Select(row => (IReadOnlyList<string>)[row.Kind.Length > 0 ? content.KindName(row.Kind) : "", row.Interface, row.Place, row.Owner, row.ReachedFrom, row.Evidence]).ToArray(),
            IsReference: true));
    }

    private static string PlaceOf(Diagnostic diagnostic) => diagnostic.Start.Line > 0 ? $"{diagnostic.Path}:{Number(diagnostic.Start.Line)}" : diagnostic.Path;

    private static LocalizedText NameOf(Severity severity) => severity switch
    {
        Severity.Error => new("error", "错误"),
        Severity.Warning => new("warning", "警告"),
        _ => new("message", "消息"),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
