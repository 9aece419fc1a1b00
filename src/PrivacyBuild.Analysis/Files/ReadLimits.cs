namespace PrivacyBuild.Analysis.Files;

/// <summary>
/// Bounds that a hostile or broken folder meets. Real mini programs stay far below: the platform takes 30 MB of code in
/// all, and 2 MB in one script.
/// </summary>
public static class ReadLimits
{
    /// <summary>Bytes of a script or template.</summary>
    public const long SourceBytes = 10 * 1024 * 1024;

    /// <summary>Bytes of a configuration file or guideline.</summary>
    public const long ConfigurationBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of a source map, which holds the sources of a whole bundle.</summary>
    public const long SourceMapBytes = 32 * 1024 * 1024;

    /// <summary>Bytes of a privacy policy; the longest of 483 that were measured has about 40 KB.</summary>
    public const long PolicyBytes = 1024 * 1024;

    /// <summary>Entries (files and folders) of one app root.</summary>
    public const int Entries = 100_000;

    /// <summary>Folders within folders.</summary>
    public const int Depth = 64;

    /// <summary>Folders that the search for mini programs looks into.</summary>
    public const int SearchedFolders = 20_000;

    /// <summary>Problems of one kind and file that are listed one by one.</summary>
    public const int ListedProblems = 20;

    /// <summary>Characters of a pattern of packOptions.</summary>
    public const int PatternLength = 1000;

    /// <summary>Milliseconds that a <c>regexp</c> of packOptions may take for one path.</summary>
    public const int PatternMilliseconds = 20;
}
