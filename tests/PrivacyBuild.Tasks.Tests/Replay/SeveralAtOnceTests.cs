using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Tasks.Replay;

namespace PrivacyBuild.Tasks.Tests.Replay;

[TestClass]
public sealed class SeveralAtOnceTests
{
    private static readonly string[] Items = [.. Enumerable.Range(0, 500).Select(i => $"item {i}")];

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(4)]
    [DataRow(1000)]
    public void Every_item_is_done_once(int maxParallelism)
    {
        var done = new List<string>();
        SeveralAtOnce.Do(Items, maxParallelism, item => Add(done, item), CancellationToken.None);
        CollectionAssert.AreEquivalent(Items, done);
        SeveralAtOnce.Do(Array.Empty<string>(), maxParallelism, _ => Assert.Fail("Nothing to do"), CancellationToken.None);
    }

    [TestMethod]
    public void No_more_are_worked_on_at_once_than_may_be()
    {
        var (now, most) = (0, 0);
        SeveralAtOnce.Do(
            Items,
            3,
            _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                Thread.Yield();
                Interlocked.Decrement(ref now);
            },
            CancellationToken.None);
        Assert.IsTrue(most is >= 1 and <= 3, $"{most} at once");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(4)]
    public void A_failure_reaches_the_caller_as_it_was_and_ends_the_work(int maxParallelism)
    {
        var done = new List<string>();
        Assert.ThrowsExactly<FormatException>(() => SeveralAtOnce.Do(
            Items,
            maxParallelism,
            item =>
            {
                Add(done, item);
                throw new FormatException();
            },
            CancellationToken.None));
        Assert.IsTrue(done.Count <= maxParallelism, $"{done.Count} after the first failure");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(4)]
    public void A_cancelled_run_is_no_finished_one(int maxParallelism)
    {
        using var cancellation = new CancellationTokenSource();
        var done = new List<string>();
        Assert.ThrowsExactly<OperationCanceledException>(() => SeveralAtOnce.Do(
            Items,
            maxParallelism,
            item =>
            {
                Add(done, item);
                cancellation.Cancel();
            },
            cancellation.Token));
        Assert.IsTrue(done.Count <= maxParallelism, $"{done.Count} after the cancellation");
    }

    private static void Add(List<string> done, string item)
    {
        lock (done)
            done.Add(item);
    }
}
