using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.Guidelines;

[TestClass]
public sealed class GuidelineLocatorTest
{
    [TestMethod]
    [DataRow("", null, DisplayName = "none")]
    [DataRow("privacy-guideline.json", "privacy-guideline.json", DisplayName = "beside the project file")]
    [DataRow("client/privacy-guideline.json", "client/privacy-guideline.json", DisplayName = "beside project.config.json")]
    [DataRow("client/privacy-guideline.online.json", "client/privacy-guideline.online.json", DisplayName = "the online one serves when it is alone")]
    [DataRow("privacy-guideline.json client/privacy-guideline.online.json", "privacy-guideline.json", DisplayName = "the guideline serves when both are there")]
    [DataRow("client/miniprogram/privacy-guideline.json", null, DisplayName = "not in the app root, from which it would be uploaded")]
    public void The_guideline_lies_in_one_of_two_places(string paths, string? expected) => Assert.AreEqual(expected, Locate(paths).ServingPath);

    [TestMethod]
    public void Two_guidelines_are_a_problem()
    {
        var problem = Locate("privacy-guideline.json client/privacy-guideline.json").Problems.Single();
        Assert.AreEqual((ProblemKind.SettingInvalid, ProblemReason.TwoPlaces, "privacy-guideline.json", "client/privacy-guideline.json"), (problem.Kind, problem.Reason, problem.Path, problem.Subject));
    }

    [TestMethod]
    public void A_guideline_that_is_set_must_exist()
    {
        var options = new PrivacyCheckOptions { Guideline = "legal\\guideline.json" };
        var location = Locate("privacy-guideline.json", options);
        Assert.IsNull(location.ServingPath);
        Assert.AreEqual((ProblemReason.NotFound, "legal/guideline.json"), (location.Problems.Single().Reason, location.Problems.Single().Path));
        Assert.AreEqual("legal/guideline.json", Locate("legal/guideline.json", options).Path);
    }

    [TestMethod]
    public void Places_where_a_file_could_appear_are_named() =>
        CollectionAssert.IsSubsetOf(new[] { "privacy-guideline.json", "client/privacy-guideline.json" }, Locate("").LookedAt.ToArray());

    private static GuidelineLocation Locate(string paths, PrivacyCheckOptions? options = null)
    {
        var files = new InMemoryFiles(("client/project.config.json", "{}"));
        foreach (var path in paths.Split(' ').Where(path => path.Length > 0))
            files.Add(path, "{}");
        return GuidelineLocator.Locate(options ?? new PrivacyCheckOptions(), files, "client/project.config.json");
    }
}
