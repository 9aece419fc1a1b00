using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Tests.Usages;

/// <summary>The solver's work, in its own steps instead of time: linear in the program, whatever the shape of the module graph.</summary>
[TestClass]
public sealed class ExtractionCostTest
{
    /// <summary>What one module of these graphs may cost, all rounds together.</summary>
    private const int StepsPerModule = 200;

    [TestMethod]
    [DataRow(250)]
    [DataRow(1000)]
    public void A_cycle_of_modules_takes_linear_work(int count)
    {
        var usages = Extract(Enumerable.Range(0, count).Select(i => (Name(i), $$"""
            const next = require('./{{Name((i + 1) % count)}}');
            exports.api = wx;
            exports.run{{i}} = function (name) { return next.api[name]({}); };
            exports.again = next.again || next.run{{(i + 1) % count}};
            next.run{{(i + 1) % count}}('getLocation');
            """)));

        Assert.AreEqual(count, usages.Usages.Count(usage => usage.Name == "wx.getLocation"));
        Assert.IsTrue(usages.Complete);
        Assert.IsLessThan((long)count * StepsPerModule, usages.Steps);
    }

    [TestMethod]
    [DataRow(250)]
    [DataRow(1000)]
    public void A_chain_of_re_exports_takes_linear_work(int count)
    {
        var modules = Enumerable.Range(1, count).Select(i => (Name(i), $"export {{ api }} from './{Name(i - 1)}';")).ToList();
        modules.Add((Name(0), "export const api = wx;"));
        modules.Add(("last", $"import {{ api }} from './{Name(count)}';\napi.getLocation({{}});"));

        var usages = Extract(modules);

        Assert.AreEqual("last.js", usages.Usages.Single().File.PathInRoot);
        Assert.IsLessThan((long)count * StepsPerModule, usages.Steps);
    }

    [TestMethod]
    public void Code_that_has_nothing_to_do_with_the_platform_costs_nothing()
    {
        const string Library = """
            function make(options) { const o = Object.assign({}, options); o.next = make; o.run = function () { return this.next(o); }; return o; }
            module.exports = make(make({ a: make({}) }));
            """;
        var few = Extract([("page", "wx.getLocation({})")]).Steps;
        var many = Extract([("page", "require('./lib0'); wx.getLocation({})"), .. Enumerable.Range(0, 200).Select(i => ($"lib{i}", $"/* wx */ require('./lib{(i + 1) % 200}');\n" + Library))]).Steps;

        Assert.IsLessThan(few + (200 * 25), many);
    }

    private static string Name(int i) => "m" + i.ToString(CultureInfo.InvariantCulture);

    private static UsageSet Extract(IEnumerable<(string Name, string Text)> modules)
    {
        var files = new InMemoryFiles([("app.json", """{ "pages": [] }"""), .. modules.Select(module => (module.Name + ".js", module.Text))]);
        var options = new PrivacyCheckOptions();
        var root = MiniProgramLocator.Locate(options, files).Roots.Single();
        var app = MiniProgramLoader.Load([root], options, files, CancellationToken.None).Single();
        return UsageExtraction.Run(app, PrivacyCatalogue.Load(), files, 1, CancellationToken.None);
    }
}
