using System;

namespace PrivacyBuild.Benchmarks;

/// <summary>What this process has used of the processor, its collector included: on a busy machine it tells more than a clock.</summary>
internal static class ProcessorTime
{
    public static TimeSpan Now => Environment.CpuUsage.TotalTime;
}
