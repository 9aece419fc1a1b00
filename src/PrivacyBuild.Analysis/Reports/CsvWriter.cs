using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>
/// Every place as a line of a table for spreadsheets (RFC 4180), with what the guideline says of its kind. With a byte order mark, without which
/// Excel takes Chinese for something else, and with nothing that a spreadsheet would take for a formula.
/// </summary>
internal static class CsvWriter
{
    public static byte[] Write(ReportContent content)
    {
        var table = new StringBuilder("\uFEFF");
        Append(table, content.Options.Language == MessageLanguage.Chinese
            ? ["应用", "信息种类", "名称", "是否声明", "用途", "接口", "位置", "代码归属", "到达页面", "依据"]
            : ["App", "Kind", "Label", "Declared", "Purpose", "Interface", "Place", "Whose code", "Reached from", "Evidence"]);
        foreach (var app in content.Apps)
        {
            var kinds = app.Kinds.ToDictionary(kind => kind.Key, StringComparer.Ordinal);
            foreach (var row in UsageRows.Of(app, content))
            {
                var kind = kinds.TryGetValue(row.Kind, out var known) ? known : null;
                var declared = kind is null ? "" : kind.Declared ? content.In("yes", "是") : content.In("no", "否");
                Append(table, [app.Name, row.Kind, kind?.Label ?? "", declared, kind?.Purpose ?? "", row.Interface, row.Place, row.Owner, row.ReachedFrom, row.Evidence]);
            }
        }

        return Encoding.UTF8.GetBytes(table.ToString());
    }

    private static void Append(StringBuilder table, IReadOnlyList<string> cells) => table.Append(string.Join(",", cells.Select(Cell))).Append("\r\n");

    private static string Cell(string text)
    {
        var clean = ForeignText.OnOneLine(text);
        // A full-width sign in front is a formula to some spreadsheets as well.
        if (clean.Length > 0 && clean[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠')
            clean = "'" + clean;
        return clean.Any(c => c is '"' or ',' or ';') ? "\"" + clean.Replace("\"", "\"\"") + "\"" : clean;
    }
}
