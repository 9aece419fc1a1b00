using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace PrivacyBuild.Tasks.Replay;

/// <summary>
/// Does something with every item of a list, several at a time. Smaller than <see cref="Parallel"/>, which every new process would have to compile:
/// that takes as long as listing a hundred folders.
/// </summary>
internal static class SeveralAtOnce
{
    /// <param name="items">What there is to do.</param>
    /// <param name="maxParallelism">Items that may be worked on at once; less than 1 counts as 1.</param>
    /// <param name="work">Called once for each item, on any thread. After an exception nothing new is begun, and the first one is thrown.</param>
    /// <param name="cancellationToken">Honoured between items.</param>
    public static void Do<T>(IReadOnlyList<T> items, int maxParallelism, Action<T> work, CancellationToken cancellationToken)
        where T : class
    {
        var next = -1;
        ExceptionDispatchInfo? failure = null;
        void Work()
        {
            try
            {
                for (var i = Interlocked.Increment(ref next); i < items.Count && failure is null; i = Interlocked.Increment(ref next))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    work(items[i]);
                }
            }
#pragma warning disable CA1031 // carried to the caller's thread whatever it is
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }

        var helpers = new Task[Math.Max(0, Math.Min(maxParallelism, items.Count) - 1)];
        for (var i = 0; i < helpers.Length; i++)
            helpers[i] = Task.Run(Work, CancellationToken.None);
        Work();
        Task.WaitAll(helpers, CancellationToken.None);
        failure?.Throw();
    }
}
