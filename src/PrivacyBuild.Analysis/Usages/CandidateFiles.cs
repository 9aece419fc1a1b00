using System;
using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>
/// The scripts that are parsed before anything is known of values: those that may hold a usage of their own, and those that say what a bound
/// attribute of a template is, with what they import for it. All others are parsed when the value analysis asks for them.
/// </summary>
internal static class CandidateFiles
{
    public static List<ScriptSource> Choose(IReadOnlyList<ScriptSource> scripts, ISet<string> behindAttributes)
    {
        var known = new HashSet<string>(behindAttributes, StringComparer.Ordinal);
        known.UnionWith(scripts.Where(script => behindAttributes.Contains(script.File.Path)).SelectMany(script => script.Imports).Select(import => import.Path));
        return [.. scripts.Where(script => script.MayHoldUsage || known.Contains(script.File.Path))];
    }
}
