using System;
using System.IO;

namespace PrivacyBuild.Analysis.Tests;

/// <summary>Where the sources of this repository lie: tests read scenario documents and source files, and rewrite generated ones.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>True when this run shall rewrite generated files (RULES.md, snapshots) instead of comparing them.</summary>
    public static bool Update { get; } = Environment.GetEnvironmentVariable("PRIVACYBUILD_UPDATE") == "1";

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "PrivacyBuild.sln")))
                return directory.FullName;
        }

        throw new InvalidOperationException("PrivacyBuild.sln was not found above " + AppContext.BaseDirectory);
    }
}
