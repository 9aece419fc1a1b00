using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>
/// The scripts worth parsing: those that may hold a usage, those that import one of them, directly or through others, and those that
/// say what a bound attribute of a template is, with what they import for it.
/// </summary>
internal static class CandidateFiles
{
    public static List<ScriptSource> Choose(IReadOnlyList<ScriptSource> scripts, ISet<string> behindAttributes)
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

        var known = new HashSet<string>(behindAttributes, StringComparer.Ordinal);
        known.UnionWith(scripts.Where(script => behindAttributes.Contains(script.File.Path)).SelectMany(script => script.Imports).Select(import => import.Path));
        return [.. scripts.Where(script => kept.Contains(script) || known.Contains(script.File.Path))];
    }
}
