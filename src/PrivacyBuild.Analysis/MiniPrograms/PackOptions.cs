using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// <c>packOptions</c> of project.config.json: which files the tool leaves out of the package. Paths are those below the
/// app root, cases do not count, and an <c>include</c> rule beats every <c>ignore</c> rule (source: CI, DOC-PROJCFG).
/// A rule that cannot be understood, has an empty value or takes too long matches nothing: too many files are searched then, never too few.
/// </summary>
public sealed class PackOptions
{
    private readonly List<Rule> _ignore = [];
    private readonly List<Rule> _include = [];

    /// <summary>No rules: everything ships.</summary>
    public static PackOptions None { get; } = new();

    public bool HasIncludes => _include.Count > 0;

    public static PackOptions Read(ConfigurationFile file, List<InputProblem> problems)
    {
        if (file.Json?["packOptions"] is not JsonObject options)
            return None;
        var result = new PackOptions();
        ReadRules(options["ignore"], result._ignore, file, problems);
        ReadRules(options["include"], result._include, file, problems);
        return result;
    }

    /// <summary>Whether an <c>ignore</c> rule and no <c>include</c> rule names the file.</summary>
    public bool IsIgnored(string pathInRoot, List<InputProblem> problems)
    {
        if (_ignore.Count == 0)
            return false;
        var path = pathInRoot.ToLowerInvariant();
        return Any(_ignore, path, problems) && !Any(_include, path, problems);
    }

    /// <summary>Whether an <c>include</c> rule names the file: it then ships although nothing uses it.</summary>
    public bool IsIncluded(string pathInRoot, List<InputProblem> problems) =>
        _include.Count > 0 && Any(_include, pathInRoot.ToLowerInvariant(), problems);

    /// <summary>Whether a <c>folder</c> rule leaves out everything in a folder, so that it need not be listed.</summary>
    public bool IgnoresFolder(string folderInRoot)
    {
        if (_include.Count > 0)
            return false;
        var path = "/" + folderInRoot.ToLowerInvariant() + "/";
        foreach (var rule in _ignore)
        {
            if (rule.Folder is { } folder && path.StartsWith(folder, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool Any(List<Rule> rules, string path, List<InputProblem> problems)
    {
        foreach (var rule in rules)
        {
            if (rule.IsMatch(path, problems))
                return true;
        }

        return false;
    }

    private static void ReadRules(JsonValue? list, List<Rule> rules, ConfigurationFile file, List<InputProblem> problems)
    {
        if (list is not JsonArray array)
            return;
        foreach (var item in array.Items)
        {
            if (item is not JsonObject { } entry || entry["type"] is not JsonString type || entry["value"] is not JsonString { Value.Length: > 0 } value)
                continue;
            var isBounded = value.Value.Length <= ReadLimits.PatternLength;
            var rule = isBounded ? Rule.TryCreate(type.Value, value.Value.ToLowerInvariant(), file, value) : null;
            if (rule is not null)
                rules.Add(rule);
            else
                problems.Add(file.ProblemAt(ProblemKind.SettingInvalid, item.Span, ProblemReason.PatternInvalid, isBounded ? value.Value : "", type.Value));
        }
    }

    private sealed class Rule(Func<string, bool> matches, ConfigurationFile file, JsonString source)
    {
        private bool _givenUp;

        /// <summary>The lower-case prefix of a <c>folder</c> rule, with slashes at both ends.</summary>
        public string? Folder { get; private set; }

        public static Rule? TryCreate(string type, string value, ConfigurationFile file, JsonString source)
        {
            switch (type)
            {
                case "folder":
                    var folder = "/" + value.TrimStart('/');
                    folder = folder.TrimEnd('/') + "/";
                    return new Rule(path => ("/" + path).StartsWith(folder, StringComparison.Ordinal), file, source) { Folder = folder };
                case "file":
                    var name = "/" + value.TrimStart('/');
                    return new Rule(path => path.Length + 1 == name.Length && name.EndsWith(path, StringComparison.Ordinal), file, source);
                case "suffix":
                    return new Rule(path => ProjectPath.GetFileName(path).EndsWith(value, StringComparison.Ordinal), file, source);
                case "prefix":
                    return new Rule(path => ProjectPath.GetFileName(path).StartsWith(value, StringComparison.Ordinal), file, source);
                case "glob":
                    return GlobPattern.TryParse(value) is { } glob ? new Rule(path => glob.IsMatch(path) || glob.IsMatch("/" + path), file, source) : null;
                case "regexp":
                    return TryCreateRegex(value) is { } regex ? new Rule(path => regex.IsMatch(path) || regex.IsMatch("/" + path), file, source) : null;
                default:
                    return null;
            }
        }

        public bool IsMatch(string path, List<InputProblem> problems)
        {
            if (_givenUp)
                return false;
            try
            {
                return matches(path);
            }
            catch (RegexMatchTimeoutException)
            {
                _givenUp = true;
                problems.Add(file.ProblemAt(ProblemKind.SettingInvalid, source.Span, ProblemReason.PatternTimedOut, source.Value, path));
                return false;
            }
        }

        private static Regex? TryCreateRegex(string pattern)
        {
            var timeOut = TimeSpan.FromMilliseconds(ReadLimits.PatternMilliseconds);

            // Pattern and path are both in lower case, as the tool has them, so that cases need not be ignored by the culture's rules.
            foreach (var options in new[] { RegexOptions.ECMAScript | RegexOptions.Multiline, RegexOptions.CultureInvariant | RegexOptions.Multiline })
            {
                try
                {
                    return new Regex(pattern, options, timeOut);
                }
                catch (ArgumentException)
                {
                    // The ECMAScript flavour of .NET lacks what newer JavaScript has (lookbehind, classes); the other flavour reads it.
                }
            }

            return null;
        }
    }
}
