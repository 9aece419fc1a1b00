using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Guidelines;

/// <summary>The guidelines that several apps share, each read once, however many apps lay theirs over it.</summary>
public sealed class SharedGuidelines(IProjectFiles files)
{
    private readonly Dictionary<string, Guideline> _read = new(StringComparer.Ordinal);

    /// <param name="path">Product path.</param>
    public Guideline Read(string path)
    {
        if (!_read.TryGetValue(path, out var guideline))
            _read.Add(path, guideline = GuidelineReader.Read(files, path));
        return guideline;
    }
}
