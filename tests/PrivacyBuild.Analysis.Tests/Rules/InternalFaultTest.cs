using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Tests.Rules;

[TestClass]
public sealed class InternalFaultTest
{
    [TestMethod]
    public void It_names_what_happened_and_that_nothing_was_checked()
    {
        var fault = InternalFault.Create("NullReferenceException in the search.", "pages/map/map.js");
        Assert.AreEqual((Severity.Error, "PRIV0000", "pages/map/map.js"), (fault.Severity, fault.Id, fault.Path));
        Assert.AreEqual(
            "PrivacyBuild failed before the check was complete; the build is not checked. NullReferenceException in the search. Please report this. To build meanwhile, set PrivacyBuildMode to off.",
            fault.Message.En);
        Assert.AreEqual(
            "PrivacyBuild 内部错误，检查未完成，本次构建未经检查。NullReferenceException in the search. 请反馈此问题；需要先继续构建时，可将 PrivacyBuildMode 设为 off。",
            fault.Message.Zh);
    }

    [TestMethod]
    [DataRow(CheckMode.Error)]
    [DataRow(CheckMode.Warning)]
    [DataRow(CheckMode.Report)]
    public void No_mode_and_no_NoWarn_lowers_it(CheckMode mode)
    {
        var fault = InternalFault.Create("A fault.");
        var judged = SeverityPolicy.Apply([fault], new PrivacyCheckOptions { Mode = mode, NoWarn = ["PRIV0000"] });
        CollectionAssert.AreEqual(new[] { fault }, (System.Collections.ICollection)judged.Shown);
    }
}
