using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace PrivacyBuild.Syntax;

/// <summary>
/// Lets recursion go on when the host's stack is nearly used up: the work continues on a thread of its own, which the caller waits for.
/// Results are the same on any host; only where the work runs differs.
/// </summary>
internal static class StackGuard
{
    private const int FreshStackBytes = 64 * 1024 * 1024;

    /// <summary>Whether enough stack is left for a few dozen ordinary calls.</summary>
    public static bool HasRoom()
    {
#if NETSTANDARD2_0
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
#else
        return RuntimeHelpers.TryEnsureSufficientExecutionStack();
#endif
    }

    /// <summary>Runs <paramref name="work"/> on a large stack of its own and returns when it has ended; what it throws is thrown here.</summary>
    public static void OnFreshStack<TState>(TState state, Action<TState> work)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work(state);
                }
#pragma warning disable CA1031 // not swallowed: thrown again on the waiting thread
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            FreshStackBytes)
        {
            IsBackground = true,
        };
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
