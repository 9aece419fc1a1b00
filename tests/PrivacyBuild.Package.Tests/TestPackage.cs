using System;
using System.IO;
using Microsoft.Build.Locator;
using Microsoft.VisualStudio.TestTools.UnitTesting;

[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]

namespace PrivacyBuild.Package.Tests;

/// <summary>
/// The package under test, packed once for a run of the tests from the sources of this repository, into a folder of its own and
/// with a version of its own, so that no package of an earlier run can be taken for it.
/// </summary>
[TestClass]
public static class TestPackage
{
    /// <summary>Every consumer of a run lies below this folder, and so do the feed and what is restored from it.</summary>
    public static string Root { get; } = Directory.CreateTempSubdirectory("privacybuild-package-tests-").FullName;

    public static string Repository { get; } = FindRepository();

    public static string Version { get; } = "0.0.0-test" + Guid.NewGuid().ToString("N");

    public static string Path => System.IO.Path.Combine(Root, "feed", $"PrivacyBuild.{Version}.nupkg");

    [AssemblyInitialize]
    public static void Pack(TestContext context)
    {
        MSBuildLocator.RegisterDefaults();

        // Built beside the repository's own output: other test projects run, or are built, at the same time. Analyzers have no
        // part in the package and have already spoken when this project was built.
        var pack = DotnetProcess.Run(
            Repository, "pack", "nuget/PrivacyBuild.Package.csproj", "-c", "Release", "-o", System.IO.Path.Combine(Root, "feed"),
            "--artifacts-path", System.IO.Path.Combine(Root, "artifacts"), $"-p:PackageVersion={Version}", "-p:RunAnalyzers=false");
        if (pack.ExitCode != 0)
            throw new InvalidOperationException("The package cannot be packed:\n" + pack.Output);

        Write("nuget.config",
            """
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="restored" />
              </config>
              <packageSources>
                <add key="feed" value="feed" />
              </packageSources>
            </configuration>
            """);
        // Settings of whatever lies above the temporary folder stay outside.
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            Write(file, "<Project />");
    }

    [AssemblyCleanup]
    public static void Remove() => Directory.Delete(Root, recursive: true);

    private static void Write(string name, string content) => File.WriteAllText(System.IO.Path.Combine(Root, name), content);

    private static string FindRepository()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "PrivacyBuild.sln")))
                return directory.FullName;
        }

        throw new InvalidOperationException("PrivacyBuild.sln was not found above " + AppContext.BaseDirectory);
    }
}
