using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.Usages;

/// <summary>An attribute that counts by being there, such as <c>show-location</c> of a map, is never an access by an unknown name.</summary>
[TestClass]
public sealed class AttributePresenceTest
{
    [TestMethod]
    [DataRow("<map show-location/>", true)]
    [DataRow("<map show-location=\"true\"/>", true)]
    [DataRow("<map show-location=\"false\"/>", true, DisplayName = "the platform takes a text for true, whatever it says")]
    [DataRow("<map show-location=\"{{true}}\"/>", true)]
    [DataRow("<map show-location=\"{{ here }}\"/>", true)]
    [DataRow("<map show-location=\"{{ false }}\"/>", false)]
    [DataRow("<map bindtap=\"show-location\"/>", false)]
    [DataRow("<view show-location/>", false)]
    public void It_is_a_hint_unless_it_is_written_as_false(string template, bool isHint)
    {
        var files = new InMemoryFiles(
            ("app.json", """{ "pages": ["pages/map/map"] }"""),
            ("pages/map/map.js", "Page({ data: { here: false }, load(e) { this.setData({ here: e.detail }) } })"),
            ("pages/map/map.wxml", template));

        var report = PrivacyCheck.Run(new PrivacyCheckOptions(), files, CancellationToken.None);

        var app = JsonDocument.Parse(report.UsagesFile).RootElement.GetProperty("apps").EnumerateArray().Single();
        var hints = app.TryGetProperty("related", out var related) ? related.EnumerateArray().Select(hint => hint.GetProperty("interface").GetString()).ToArray() : [];
        CollectionAssert.AreEqual(isHint ? ["map[show-location]"] : Array.Empty<string>(), hints);
        Assert.IsTrue(app.GetProperty("complete").GetBoolean());
    }
}
