using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Syntax.Tests.Robustness;

/// <summary>
/// Runs a check over mutated texts. The suite takes the same few thousand every time; PRIVACYBUILD_FUZZ_COUNT (inputs for each language) and
/// PRIVACYBUILD_FUZZ_SEED make a long run by hand of it. A failure prints the shortest text found that fails in the same way.
/// </summary>
internal static class Fuzzer
{
    private const int InputsInSuite = 1_500;
    private const int ExamplesOfOneFailure = 5;
    private static readonly TimeSpan LimitOfOneInput = TimeSpan.FromSeconds(20);

    /// <summary>The check answers null when all is well, else what is wrong, in words that stay the same for texts that differ.</summary>
    public static void Run(IReadOnlyList<string> seeds, IReadOnlyList<string> words, Func<string, string?> check)
    {
        var count = Setting("PRIVACYBUILD_FUZZ_COUNT", InputsInSuite);
        var seed = Setting("PRIVACYBUILD_FUZZ_SEED", 1);
        var failures = new SortedDictionary<string, (int Count, SortedSet<string> Examples)>(StringComparer.Ordinal);
        var current = "";
        var done = 0L;
        var worker = new Thread(() =>
        {
            foreach (var text in seeds.Concat(Mutated(seed, count, seeds, words)))
            {
                Volatile.Write(ref current, text);
                if (Failure(check, text) is { } failure)
                {
                    var (seen, examples) = failures.TryGetValue(failure, out var earlier) ? earlier : (0, new SortedSet<string>(StringComparer.Ordinal));
                    if (seen < ExamplesOfOneFailure)
                        examples.Add(Show(Shorten(text, failure, check)));
                    failures[failure] = (seen + 1, examples);
                }

                Interlocked.Increment(ref done);
            }
        })
        {
            IsBackground = true,
        };
        worker.Start();
        for (var before = -1L; !worker.Join(LimitOfOneInput);)
        {
            var now = Interlocked.Read(ref done);
            if (now == before && !Debugger.IsAttached)
                Assert.Fail("No end after " + LimitOfOneInput + ":\n" + Show(Volatile.Read(ref current)));
            before = now;
        }

        Assert.IsEmpty(failures, string.Join("\n\n", failures.Select(failure => $"{failure.Key} ({failure.Value.Count} of {done})\n{string.Join("\n- or -\n", failure.Value.Examples)}")));
    }

    private static IEnumerable<string> Mutated(int seed, int count, IReadOnlyList<string> seeds, IReadOnlyList<string> words)
    {
        for (var i = 0; i < count; i++)
            yield return Mutation.Mutate(new SeededRandom(((ulong)seed << 32) + (ulong)i), seeds, words);
    }

    private static string? Failure(Func<string, string?> check, string text)
    {
        try
        {
            return check(text);
        }
        catch (Exception exception)
        {
            // The innermost of our methods names the fault.
            var frame = (exception.StackTrace ?? "").Split('\n').FirstOrDefault(line => line.Contains("PrivacyBuild", StringComparison.Ordinal))?.Trim();
            return exception.GetType().Name + " " + frame;
        }
    }

    private static string Shorten(string text, string failure, Func<string, string?> check)
    {
        for (var size = text.Length / 2; size > 0; size = size > 1 ? size / 2 : 0)
        {
            for (var at = 0; at + size <= text.Length;)
            {
                var shorter = text.Remove(at, size);
                if (Failure(check, shorter) == failure)
                    text = shorter;
                else
                    at += size;
            }
        }

        return text;
    }

    private static string Show(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and < '\x7F' or '\n' ? c.ToString() : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
