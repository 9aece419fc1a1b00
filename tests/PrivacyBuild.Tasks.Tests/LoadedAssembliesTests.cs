using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis;

namespace PrivacyBuild.Tasks.Tests;

[TestClass]
public sealed class LoadedAssembliesTests
{
    [TestMethod]
    public void A_file_of_another_compilation_is_another_tool()
    {
        var (task, engine) = (typeof(PrivacyBuildCheck).Assembly, typeof(PrivacyCheck).Assembly);
        Assert.IsFalse(LoadedAssemblies.AreReplaced());
        Assert.IsFalse(LoadedAssemblies.IsReplaced(engine, File.ReadAllBytes(engine.Location)));
        Assert.IsTrue(LoadedAssemblies.IsReplaced(engine, File.ReadAllBytes(task.Location)));
        Assert.IsTrue(LoadedAssemblies.IsReplaced(engine, []));
    }
}
