using System.Linq;
using System.Text;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>The report as Markdown, for a comment on a change or the summary of a CI job: long lists are cut, with a word on where the rest stands.</summary>
internal static class MarkdownWriter
{
    private const int RowsOfReference = 50;
    private const int RowsOfTable = 300;

    public static byte[] Write(ReportContent content)
    {
        var page = new StringBuilder();
        foreach (var block in ReportPage.Create(content))
        {
            if (page.Length > 0)
                page.Append('\n');
            switch (block)
            {
                case ReportHeading heading:
                    page.Append('#', heading.Level).Append(' ').Append(MarkdownText.Escape(heading.Text)).Append('\n');
                    break;
                case ReportParagraph paragraph:
                    page.Append(MarkdownText.Escape(paragraph.Text)).Append('\n');
                    break;
                case ReportTable table:
                    Append(page, table, content);
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Append(StringBuilder page, ReportTable table, ReportContent content)
    {
        Append(page, table.Columns.Select(MarkdownText.Escape));
        Append(page, table.Columns.Select(_ => "---"));
        var most = table.IsReference ? RowsOfReference : RowsOfTable;
        foreach (var row in table.Rows.Take(most))
            Append(page, row.Select(MarkdownText.Escape));
        if (table.Rows.Count > most)
            page.Append('\n').Append(content.In($"{table.Rows.Count - most} more rows: see privacy\\-usages.json and the other reports.", $"其余 {table.Rows.Count - most} 行见 privacy\\-usages.json 及其他报告。")).Append('\n');
    }

    private static void Append(StringBuilder page, System.Collections.Generic.IEnumerable<string> cells) => page.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");
}
