using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Tests.Files;

[TestClass]
public sealed class ProjectPathTest
{
    [TestMethod]
    [DataRow("a/./b//c/", "a/b/c")]
    [DataRow("a\\b\\..\\c", "a/c")]
    [DataRow("a/../../b", "../b")]
    [DataRow("../../b", "../../b")]
    [DataRow(".", "")]
    [DataRow("/a/../../b", "/b")]
    [DataRow("D:\\a\\..\\..\\b", "D:/b")]
    [DataRow("\\\\server\\share\\a", "//server/share/a")]
    [DataRow("", "")]
    [DataRow("..a/.b/c..", "..a/.b/c..")]
    [DataRow("a/b/", "a/b")]
    [DataRow("D:/a", "D:/a")]
    public void Paths_are_normalised(string path, string expected) => Assert.AreEqual(expected, ProjectPath.Normalize(path));

    [TestMethod]
    [DataRow("a/b", "a", true)]
    [DataRow("a", "a", true)]
    [DataRow("ab", "a", false)]
    [DataRow("a", "", true)]
    [DataRow("../a", "", false)]
    [DataRow("/a", "", false)]
    [DataRow("../a/b", "../a", true)]
    [DataRow("../a", "..", true)]
    [DataRow("../../a", "..", false)]
    [DataRow("/a/b", "/", true)]
    public void A_path_lies_within_a_folder_or_not(string path, string folder, bool expected) => Assert.AreEqual(expected, ProjectPath.IsWithin(path, folder));

    [TestMethod]
    [DataRow("a/b", "a")]
    [DataRow("a", "")]
    [DataRow("", "..")]
    [DataRow("..", "../..")]
    [DataRow("../a", "..")]
    [DataRow("/a/b", "/a")]
    [DataRow("/a", null)]
    public void Every_folder_has_one_above(string path, string? expected) => Assert.AreEqual(expected, ProjectPath.GetParent(path));
}
