using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>The scripts worth parsing: those that may hold a usage, and those that import one of them, directly or through others.</summary>
internal static class CandidateFiles
{
    public static List<ScriptSource> Choose(IReadOnlyList<ScriptSource> scripts)
    {
        var importers = scripts
            .SelectMany(script => script.Imports.Select(import => (import.Path, script)))
            .ToLookup(pair => pair.Path, pair => pair.script, StringComparer.Ordinal);
        var kept = new HashSet<ScriptSource>(scripts.Where(script => script.MayHoldUsage));
        var pending = new Queue<ScriptSource>(kept);
        while (pending.Count > 0)
        {
            foreach (var importer in importers[pending.Dequeue().File.Path])
            {
                if (kept.Add(importer))
                    pending.Enqueue(importer);
            }
        }

        return [.. scripts.Where(kept.Contains)];
    }
}
