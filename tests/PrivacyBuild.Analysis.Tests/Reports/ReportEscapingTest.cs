using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.Reports;

/// <summary>Names, purposes and code are the checked project's: no report lets them become part of its own form.</summary>
[TestClass]
public sealed class ReportEscapingTest
{
    private const string Purpose = "</script><img src=x onerror=alert(1)> | # [a](javascript:b) \u001b[31m \u2028 %0a::error::x \ud800 \u202Egnp";

    private static readonly string[] Formulas = ["=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r\n=1"];

    [TestMethod]
    public void Html_holds_no_element_but_its_own()
    {
        var html = Text(ReportKinds.Html);
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        CollectionAssert.IsSubsetOf(
            page.Descendants().Select(element => element.Name.LocalName).Distinct().ToArray(),
            new[] { "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "details", "summary" });
        CollectionAssert.IsSubsetOf(page.Descendants().SelectMany(element => element.Attributes()).Select(attribute => attribute.Name.LocalName).Distinct().ToArray(), new[] { "lang", "charset", "name", "content" });
        StringAssert.Contains(html, "&lt;/script&gt;&lt;img");
        // To a browser <td/> is a cell that never ends.
        Assert.DoesNotContain("<td />", html);
        Assert.DoesNotContain("\u001b", html);
        Assert.DoesNotContain("\u202E", html);
    }

    [TestMethod]
    public void Markdown_keeps_one_row_a_line_and_its_columns()
    {
        var text = Text(ReportKinds.Markdown);
        foreach (var table in text.Split("\n\n").Where(block => block.StartsWith('|')))
            Assert.HasCount(1, table.TrimEnd('\n').Split('\n').Select(row => row.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|')).Distinct().ToArray(), table);
        Assert.DoesNotContain("<img", text.Replace("\\<", "", StringComparison.Ordinal));
        Assert.DoesNotContain("[a](", text.Replace("\\[", "", StringComparison.Ordinal).Replace("\\]", "", StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b", text);
    }

    [TestMethod]
    public void Sarif_is_json_and_its_uris_are_escaped()
    {
        using var sarif = JsonDocument.Parse(Text(ReportKinds.Sarif));
        var uris = sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!).ToArray();
        CollectionAssert.Contains(uris, "src/shop/pages/%3Ca%20b%3E%23%25/%E9%97%A8%E5%BA%97.js");
        foreach (var uri in uris)
            Assert.IsTrue(Uri.IsWellFormedUriString(uri, UriKind.Relative), uri);
    }

    [TestMethod]
    public void Csv_is_what_spreadsheets_read_and_holds_no_formula()
    {
        var bytes = Report(ReportKinds.Csv, "按距离排列\"附近\"的门店, 及其他").Content;
        CollectionAssert.AreEqual(new byte[] { 0xEF, 0xBB, 0xBF }, bytes[..3]);
        Assert.AreEqual(
            "App,Kind,Label,Declared,Purpose,Interface,Place,Whose code,Reached from,Evidence\r\n"
            + "miniprogram,Location,位置信息,yes,\"按距离排列\"\"附近\"\"的门店, 及其他\",wx.getLocation,pages/<a b>#%/门店.js:1,,pages/<a b>#%/门店,\r\n"
            + "miniprogram,Clipboard,剪切板,no,,wx.getClipboardData,pages/<a b>#%/门店.js:2,,pages/<a b>#%/门店,\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
        foreach (var formula in Formulas)
        {
            var cell = Encoding.UTF8.GetString(Report(ReportKinds.Csv, formula).Content).Split("yes,")[1].TrimStart('"');
            Assert.IsTrue(cell[0] is '\'' or ' ', $"{formula}: {cell}");
        }
    }

    private static string Text(ReportKinds kind) => Encoding.UTF8.GetString(Report(kind, Purpose).Content);

    private static ReportFile Report(ReportKinds kind, string purpose)
    {
        var files = new InMemoryFiles();
        var program = new Dictionary<string, string>
        {
            ["app.json"] = """{ "pages": ["pages/<a b>#%/门店"] }""",
            ["pages/<a b>#%/门店.js"] = "wx.getLocation({})\nwx.getClipboardData({})",
            ["pages/<a b>#%/门店.json"] = "{}",
            ["pages/<a b>#%/门店.wxml"] = "<view/>",
            ["privacy-guideline.json"] = JsonSerializer.Serialize(new
            {
                owner_setting = new { contact_email = "a@shop.cn", notice_method = "弹窗" },
                setting_list = new[] { new { privacy_key = "Location", privacy_text = purpose }, new { privacy_key = "</td>|=1", privacy_text = purpose } },
            }),
        };
        foreach (var (path, content) in program)
            files.Add(path, Encoding.UTF8.GetBytes(content));
        var options = new PrivacyCheckOptions { Reports = kind, ProjectPathInRepository = "src/shop", ToolVersion = "1.2.3" };
        return PrivacyCheck.Run(options, files, CancellationToken.None).ReportFiles.Single();
    }
}
