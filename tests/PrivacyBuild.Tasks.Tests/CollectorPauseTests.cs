using System;
using System.Runtime;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Tasks.Tests;

[TestClass]
[DoNotParallelize]
public sealed class CollectorPauseTests
{
    [TestMethod]
    public void The_collector_goes_on_as_before_when_the_pause_is_over()
    {
        var before = GCSettings.LatencyMode;

        using (CollectorPause.Begin())
            Allocate(8);

        Assert.AreEqual(before, GCSettings.LatencyMode);
    }

    [TestMethod]
    public void Two_checks_in_one_process_do_not_disturb_each_other()
    {
        var before = GCSettings.LatencyMode;

        using (var first = CollectorPause.Begin())
        using (CollectorPause.Begin())
        {
            Allocate(8);
            first.Dispose();
            Allocate(8);
        }

        Assert.AreEqual(before, GCSettings.LatencyMode);
    }

    [TestMethod]
    public void A_check_that_needs_more_memory_ends_the_pause_by_itself()
    {
        var before = GCSettings.LatencyMode;

        using (CollectorPause.Begin())
            Allocate(400);

        Assert.AreEqual(before, GCSettings.LatencyMode);
    }

    [TestMethod]
    public void Many_checks_one_after_the_other_keep_no_memory()
    {
        using (CollectorPause.Begin())
            Allocate(20);
        var before = GC.GetTotalMemory(forceFullCollection: false);

        for (var i = 0; i < 20; i++)
        {
            using (CollectorPause.Begin())
                Allocate(20);
        }

        Assert.IsLessThan(before + (60L << 20), GC.GetTotalMemory(forceFullCollection: false));
    }

    private static void Allocate(int megabytes)
    {
        for (var i = 0; i < megabytes * 64; i++)
            GC.KeepAlive(new byte[16 * 1024]);
    }
}
