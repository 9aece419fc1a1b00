using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Tasks.Tests;

[TestClass]
public sealed class DiskFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("", "")]
    [DataRow("  ", "")]
    [DataRow("mini", "mini")]
    [DataRow("mini/", "mini")]
    [DataRow("./mini/../mini//pages", "mini/pages")]
    [DataRow(@"mini\pages", "mini/pages")]
    [DataRow("..", "..")]
    [DataRow("../other/x", "../other/x")]
    [DataRow("../project/x", "x")]
    [DataRow("$/project", "")]
    [DataRow("$/project/", "")]
    [DataRow("$/project/mini", "mini")]
    [DataRow("$/projectile", "../projectile")]
    [DataRow("$", "..")]
    [DataRow("a b/#/%3B/地图", "a b/#/%3B/地图")]
    public void What_a_user_writes_becomes_a_product_path(string written, string expected)
    {
        var files = FilesOf("project");
        Assert.AreEqual(expected, files.ToProductPath(written.Replace("$", _folder.Path)));
    }

    [TestMethod]
    [DataRow("", "project")]
    [DataRow("a/b.js", "project/a/b.js")]
    [DataRow("../lib/b.js", "lib/b.js")]
    public void A_product_path_becomes_a_full_path(string path, string expected) =>
        Assert.AreEqual(Path.GetFullPath(_folder[expected]), FilesOf("project").ToFullPath(path).TrimEnd(Path.DirectorySeparatorChar));

    [TestMethod]
    public void Names_count_in_the_case_of_the_disk()
    {
        _folder.Write("project/Pages/Map.js", "");
        var files = FilesOf("project");

        Assert.IsTrue(files.FileExists("Pages/Map.js"));
        Assert.IsTrue(files.DirectoryExists("Pages"));
        Assert.IsFalse(files.FileExists("Pages/map.js"));
        Assert.IsFalse(files.FileExists("pages/Map.js"));
        Assert.IsFalse(files.DirectoryExists("pages"));
    }

    [TestMethod]
    public void A_file_beyond_all_bounds_fails_as_one_that_cannot_be_read()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Elsewhere the file would take its room on the disk");
        using (var huge = File.OpenWrite(_folder.Write("project/app.json", "{}")))
            huge.SetLength(3L << 30);
        Assert.ThrowsExactly<IOException>(() => FilesOf("project").ReadAllBytes("app.json"));
    }

    [TestMethod]
    public void Files_and_folders_are_told_apart()
    {
        _folder.Write("project/a/b.js", "");
        var files = FilesOf("project");

        Assert.IsFalse(files.FileExists("a"));
        Assert.IsFalse(files.DirectoryExists("a/b.js"));
        Assert.IsFalse(files.FileExists("a/b.js/c"));
        Assert.IsFalse(files.FileExists(""));
        Assert.IsTrue(files.DirectoryExists(""));
    }

    [TestMethod]
    public void Outside_the_project_folder_is_reached_by_dots_and_by_full_paths()
    {
        var path = _folder.Write("lib/a.js", "x");
        Directory.CreateDirectory(_folder["project"]);
        var files = FilesOf("project");

        Assert.IsTrue(files.FileExists("../lib/a.js"));
        Assert.IsFalse(files.FileExists("../lib/A.js"));
        Assert.IsTrue(files.DirectoryExists(".."));
        Assert.IsTrue(files.FileExists(path.Replace('\\', '/')));
        Assert.AreEqual("a.js", files.List("../lib").Single().Name);
    }

    [TestMethod]
    public void Entries_are_sorted_ordinally_with_their_kind()
    {
        foreach (var name in new[] { "b.js", "B.js", "a/x", "_.js", "ä.js" })
            _folder.Write("project/" + name, "1234");

        CollectionAssert.AreEqual(
            new[] { ProjectEntry.File("B.js", 4), ProjectEntry.File("_.js", 4), ProjectEntry.Folder("a"), ProjectEntry.File("b.js", 4), ProjectEntry.File("ä.js", 4) },
            FilesOf("project").List("").ToArray());
    }

    [TestMethod]
    public void Of_sizes_a_listing_says_only_which_are_beyond_the_limit()
    {
        _folder.Write("project/small.js", "1234");
        using (var large = File.Create(_folder["project/large.js"]))
            large.SetLength(ReadLimits.SourceBytes + 1);
        var files = FilesOf("project");

        CollectionAssert.AreEqual(new[] { "large.js" }, files.List("").Where(entry => entry.IsLarge).Select(entry => entry.Name).ToArray());
        Assert.AreEqual(4, files.LengthOf("small.js"));
        Assert.AreEqual(ReadLimits.SourceBytes + 1, files.LengthOf("large.js"));
        Assert.IsNull(files.LengthOf("gone.js"));
        Assert.IsNull(files.LengthOf(""));
    }

    [TestMethod]
    public void A_folder_that_is_not_there_has_no_entries() =>
        Assert.IsEmpty(FilesOf("project").List("nowhere"));

    [TestMethod]
    public void A_folder_that_cannot_be_listed_is_no_empty_folder()
    {
        var folder = Directory.CreateDirectory(_folder["project/locked"]).FullName;
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("rights are set in another way on Windows");
        else if (Environment.IsPrivilegedProcess)
            Assert.Inconclusive("the administrator may list every folder");
        else
        {
            File.SetUnixFileMode(folder, UnixFileMode.None);
            Assert.ThrowsExactly<IOException>(() => FilesOf("project").List("locked"));
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [TestMethod]
    public void Links_are_marked_and_listed_as_what_they_point_to()
    {
        _folder.Write("project/real/a.js", "1");
        if (!CanLink())
            Assert.Inconclusive("this system lets the user make no links");
        Directory.CreateSymbolicLink(_folder["project/circle"], _folder["project"]);
        File.CreateSymbolicLink(_folder["project/file.js"], _folder["project/real/a.js"]);
        File.CreateSymbolicLink(_folder["project/nowhere.js"], _folder["gone.js"]);
        File.CreateSymbolicLink(_folder["project/self.js"], _folder["project/self.js"]);

        CollectionAssert.AreEqual(
            new[] { ProjectEntry.Folder("circle", isLink: true), ProjectEntry.File("file.js", 1, isLink: true), ProjectEntry.File("nowhere.js", 0, isLink: true), ProjectEntry.Folder("real"), ProjectEntry.File("self.js", 0, isLink: true) },
            FilesOf("project").List("").ToArray());
    }

    [TestMethod]
    public void What_cannot_be_read_throws_what_the_engine_expects()
    {
        Directory.CreateDirectory(_folder["project/folder.js"]);
        var files = FilesOf("project");

        Assert.IsTrue(ThrowsAsExpected(files, "gone.js"));
        Assert.IsTrue(ThrowsAsExpected(files, "folder.js"));
        Assert.IsTrue(ThrowsAsExpected(files, "gone/gone.js"));
    }

    [TestMethod]
    public void A_pipe_without_end_is_read_as_empty()
    {
        Directory.CreateDirectory(_folder["project"]);
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("pipes lie in no folder on Windows");
        using var process = System.Diagnostics.Process.Start("mkfifo", [_folder["project/pipe.js"]]);
        process.WaitForExit();
        File.CreateSymbolicLink(_folder["project/link.js"], _folder["project/pipe.js"]);

        Assert.IsEmpty(FilesOf("project").ReadAllBytes("pipe.js"));
        Assert.IsEmpty(FilesOf("project").ReadAllBytes("link.js"));
    }

    [TestMethod]
    public void Paths_longer_than_old_limits_work()
    {
        var folder = string.Join("/", Enumerable.Repeat("long-name-of-a-folder", 16));
        _folder.Write("project/" + folder + "/a.js", "abc");

        Assert.IsTrue(FilesOf("project").FileExists(folder + "/a.js"));
        Assert.HasCount(3, FilesOf("project").ReadAllBytes(folder + "/a.js"));
    }

    private DiskFiles FilesOf(string project) => new(_folder[project]);

    private static bool ThrowsAsExpected(DiskFiles files, string path)
    {
        try
        {
            files.ReadAllBytes(path);
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private bool CanLink()
    {
        try
        {
            File.CreateSymbolicLink(_folder["link"], _folder["target"]);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
