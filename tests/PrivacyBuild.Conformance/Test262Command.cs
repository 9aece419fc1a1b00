using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Conformance;

/// <summary>Runs the parser over a checkout of test262: positive tests must parse, those that expect a syntax error at parse time must not.</summary>
internal static class Test262Command
{
    // Proposals that are no part of ES2025; what the parser reads of them is not counted.
    private static readonly string[] Proposals = ["import-defer", "source-phase-imports", "decorators", "explicit-resource-management", "import-bytes", "import-text", "immutable-arraybuffer"];

    private const double SlowMilliseconds = 1000;

    public static int Run(string folder, TextWriter output)
    {
        int positive = 0, accepted = 0, negative = 0, rejected = 0, slow = 0, crashed = 0, proposals = 0, proposalsRight = 0;
        foreach (var path in ScriptFile.Find([folder]))
        {
            if (path.Contains("_FIXTURE", StringComparison.Ordinal))
                continue;
            var text = File.ReadAllText(path);
            var isProposal = Proposals.Any(name => HasInList(text, "features", name));
            var expectsError = text.Contains("phase: parse", StringComparison.Ordinal) && text.Contains("negative:", StringComparison.Ordinal);
            foreach (var (source, type) in Variants(text))
            {
                var watch = Stopwatch.StartNew();
                JavaScriptTree tree;
                try
                {
                    tree = JavaScriptParser.Parse(new SourceText(source), new JavaScriptParseOptions { SourceType = type });
                }
#pragma warning disable CA1031 // any exception is what this run looks for
                catch (Exception e)
#pragma warning restore CA1031
                {
                    crashed++;
                    output.WriteLine($"CRASH {path}: {e}");
                    continue;
                }

                if (watch.Elapsed.TotalMilliseconds > SlowMilliseconds)
                {
                    slow++;
                    output.WriteLine($"SLOW {path}");
                }

                var fails = tree.Errors.Count > 0;
                var right = fails == expectsError;
                if (isProposal)
                {
                    proposals++;
                    proposalsRight += right ? 1 : 0;
                    if (!right)
                        output.WriteLine($"PROPOSAL {path}: {(fails ? First(tree) : "accepted")}");
                    continue;
                }

                if (expectsError)
                {
                    negative++;
                    rejected += right ? 1 : 0;
                    if (!right)
                        output.WriteLine($"ACCEPTED {path}");
                }
                else
                {
                    positive++;
                    accepted += right ? 1 : 0;
                    if (!right)
                        output.WriteLine($"REJECTED {path}: {First(tree)}");
                }
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"positive {accepted}/{positive}, negative {rejected}/{negative} ({100.0 * rejected / Math.Max(negative, 1):F1} %), proposals {proposalsRight}/{proposals}, crashed {crashed}, slower than {SlowMilliseconds} ms {slow}"));
        return accepted == positive && crashed == 0 && slow == 0 ? 0 : 1;
    }

    private static string First(JavaScriptTree tree)
    {
        var place = tree.Text.GetPosition(tree.Errors[0].Span.Start);
        return $"{place.Line}:{place.Column} {tree.Errors[0].Message}";
    }

    private static IEnumerable<(string Source, SourceType Type)> Variants(string text)
    {
        if (HasInList(text, "flags", "module"))
        {
            yield return (text, SourceType.Module);
            yield break;
        }

        var raw = HasInList(text, "flags", "raw");
        if (raw || !HasInList(text, "flags", "onlyStrict"))
            yield return (text, SourceType.Script);
        if (!raw && !HasInList(text, "flags", "noStrict"))
            yield return ("\"use strict\";\n" + text, SourceType.Script);
    }

    private static bool HasInList(string text, string key, string value)
    {
        var front = text.IndexOf("/*---", StringComparison.Ordinal);
        if (front < 0)
            return false;
        var end = text.IndexOf("---*/", front, StringComparison.Ordinal);
        var line = text.IndexOf("\n" + key + ":", front, StringComparison.Ordinal);
        if (line < 0 || line > end)
            return false;
        var close = text.IndexOf(']', line);
        if (close < 0 || close > end)
            close = end;
        return text[line..close].Split([',', '[', ' ', '\n', '-', ':'], StringSplitOptions.RemoveEmptyEntries).Contains(value)
            || text[line..close].Contains(" " + value, StringComparison.Ordinal) || text[line..close].Contains("[" + value, StringComparison.Ordinal);
    }
}
