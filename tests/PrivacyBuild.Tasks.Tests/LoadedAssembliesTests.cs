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
        using (var own = File.OpenRead(engine.Location))
            Assert.IsFalse(LoadedAssemblies.IsReplaced(engine, own));
        using (var other = File.OpenRead(task.Location))
            Assert.IsTrue(LoadedAssemblies.IsReplaced(engine, other));

        // Cut off anywhere in front of the metadata, or no assembly at all
        var whole = File.ReadAllBytes(engine.Location);
        foreach (var length in new[] { 0, 1, 0x40, 300, 2000 })
            Assert.IsTrue(LoadedAssemblies.IsReplaced(engine, new MemoryStream(whole, 0, length)), length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.IsTrue(LoadedAssemblies.IsReplaced(engine, new MemoryStream(new byte[4096])));
    }
}
