using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Analysis.Tests;

[TestClass]
public sealed class RepositoryTest
{
    [TestMethod]
    public void The_root_holds_the_sources() => Assert.IsTrue(Directory.Exists(Repository.Path("src/PrivacyBuild.Analysis")));
}
