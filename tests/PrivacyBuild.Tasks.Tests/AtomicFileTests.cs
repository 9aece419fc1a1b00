using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Tasks.Tests;

[TestClass]
public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Makes_the_folder_and_leaves_nothing_beside_the_file()
    {
        Assert.IsTrue(AtomicFile.WriteIfChanged(_folder["a/b/c.json"], [1, 2]));

        CollectionAssert.AreEqual(new byte[] { 1, 2 }, File.ReadAllBytes(_folder["a/b/c.json"]));
        Assert.HasCount(1, Directory.GetFileSystemEntries(_folder["a/b"]));
    }

    [TestMethod]
    public void Same_content_keeps_the_time_stamp()
    {
        var path = _folder.Write("c.json", "old");
        var stamp = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, stamp);

        Assert.IsFalse(AtomicFile.WriteIfChanged(path, "old"u8.ToArray()));
        Assert.AreEqual(stamp, File.GetLastWriteTimeUtc(path));

        Assert.IsTrue(AtomicFile.WriteIfChanged(path, "new"u8.ToArray()));
        Assert.AreEqual("new", File.ReadAllText(path));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [SuppressMessage("Interoperability", "CA1416", Justification = "not run on Windows")]
    public void Who_may_read_a_file_stays_and_a_link_stays_a_link()
    {
        var path = _folder.Write("real/c.json", "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(_folder["c.json"], path);

        Assert.IsTrue(AtomicFile.WriteIfChanged(_folder["c.json"], "new"u8.ToArray()));

        Assert.AreEqual("new", File.ReadAllText(path));
        Assert.AreEqual(path, File.ResolveLinkTarget(_folder["c.json"], returnFinalTarget: true)!.FullName);
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [TestMethod]
    public void A_failing_write_throws_and_leaves_nothing_behind()
    {
        Directory.CreateDirectory(_folder["c.json"]);

        Assert.IsTrue(Throws(() => AtomicFile.WriteIfChanged(_folder["c.json"], [1])));
        Assert.HasCount(1, Directory.GetFileSystemEntries(_folder.Path));
    }

    private static bool Throws(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
