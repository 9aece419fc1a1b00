using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>What PrivacyBuildExclude names: files, folders with all that is in them, and globs of product paths. Cases count.</summary>
internal sealed class ExcludedFiles
{
    private static readonly char[] Wildcards = ['*', '?'];

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly List<GlobPattern> _patterns = [];

    public ExcludedFiles(IEnumerable<string> entries)
    {
        foreach (var entry in entries.Select(ProjectPath.Normalize).Where(entry => entry.Length > 0))
        {
            if (entry.IndexOfAny(Wildcards) >= 0)
            {
                if (GlobPattern.TryParse(entry) is { } pattern)
                    _patterns.Add(pattern);
            }
            else
            {
                _paths.Add(entry);
            }
        }
    }

    public bool Contains(string path)
    {
        if (_paths.Count > 0)
        {
            for (var part = path; part.Length > 0 && part != "/"; part = ProjectPath.GetDirectory(part))
            {
                if (_paths.Contains(part))
                    return true;
            }
        }

        return _patterns.Exists(pattern => pattern.IsMatch(path));
    }
}
