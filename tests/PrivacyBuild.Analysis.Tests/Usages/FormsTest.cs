using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Tests.Usages;

/// <summary>
/// The open set of forms beside the repository (<c>../shared/forms/forms.json</c>): 37 ways to use one interface and 12 look-alikes, on
/// which other tools were measured. Without the file there is nothing to compare with.
/// </summary>
[TestClass]
public sealed class FormsTest
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void All_forms_are_found_and_no_look_alike()
    {
        var path = Repository.Path("../shared/forms/forms.json");
        if (!File.Exists(path))
        {
            TestContext.WriteLine("../shared/forms/forms.json is not there; nothing compared.");
            return;
        }

        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var faults = new List<string>();
        var forms = 0;
        foreach (var form in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            forms++;
            if (FaultOf(form) is { } fault)
                faults.Add($"{form.GetProperty("id").GetString()} {form.GetProperty("label").GetString()}: {fault}");
        }

        TestContext.WriteLine($"{forms - faults.Count} of {forms} forms are right");
        Assert.IsGreaterThan(0, forms);
        Assert.IsEmpty(faults, string.Join("\n", faults));
    }

    private static string? FaultOf(JsonElement form)
    {
        var files = form.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString()!, StringComparer.Ordinal);
        var found = AccuracyForm.Extract(files, parseEverything: false).Usages;
        var expected = form.GetProperty("expect").EnumerateArray().Select(entry => (Interface: entry.GetProperty("interface").GetString(), Path: entry.GetProperty("path").GetString())).ToArray();
        if (expected.Length == 0)
            return found.Count > 0 ? "false alarm " + found[0].Name : null;

        // A bound value stands where it is written, which may be another file than the tag's.
        var missed = expected.Where(entry => !found.Any(usage => usage.Name == entry.Interface && (usage.File.Path == entry.Path || usage.How == UsageHow.MarkupBound))).ToArray();
        return missed.Length > 0 ? "missed " + missed[0].Interface : null;
    }
}
