using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>The report as one HTML page that needs nothing beside it: no script, no image, no network. Long lists are folded.</summary>
internal static class HtmlWriter
{
    private const string Style = """
        :root { color-scheme: light dark; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif }
        body { max-width: 76rem; margin: 2rem auto; padding: 0 1rem }
        h2 { margin-top: 2.5rem; border-bottom: 1px solid #8886 }
        table { border-collapse: collapse; width: 100%; margin: .75rem 0 }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8884; overflow-wrap: anywhere; min-width: 4.5rem }
        th { white-space: nowrap }
        summary { cursor: pointer }
        """;

    public static byte[] Write(ReportContent content)
    {
        var body = new XElement("body", ReportPage.Create(content).Select(block => Element(block, content)));
        var page = new XElement(
            "html",
            new XAttribute("lang", content.In("en", "zh-CN")),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width")),
                new XElement("title", ReportPage.TitleOf(content)),
                new XElement("style", Style)),
            body);
        using var text = new StringWriter();
        text.Write("<!DOCTYPE html>\n");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
            page.WriteTo(writer);
        text.Write("\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static XElement Element(ReportBlock block, ReportContent content) => block switch
    {
        ReportHeading heading => new XElement("h" + heading.Level, ForeignText.OnOneLine(heading.Text)),
        ReportTable { IsReference: true } table => new XElement("details", new XElement("summary", content.In(Wording.Count(table.Rows.Count, "row", "rows"), $"共 {table.Rows.Count} 行")), Table(table)),
        ReportTable table => Table(table),
        _ => new XElement("p", ForeignText.OnOneLine(((ReportParagraph)block).Text)),
    };

    // An empty text keeps the end tag: to a browser <td/> is a cell that never ends.
    private static XElement Table(ReportTable table) => new(
        "table",
        new XElement("thead", new XElement("tr", table.Columns.Select(title => new XElement("th", ForeignText.OnOneLine(title))))),
        new XElement("tbody", table.Rows.Select(row => new XElement("tr", row.Select(cell => new XElement("td", ForeignText.OnOneLine(cell)))))));
}
