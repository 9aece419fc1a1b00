using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>Runs work on a thread whose stack fits the deepest tree a parser gives, whatever stack the host's thread has.</summary>
internal static class DeepStack
{
    private const int StackBytes = 256 * 1024 * 1024;
    private const int StackBytesOf32Bit = 64 * 1024 * 1024;

    public static T Run<T>(Func<T> work)
    {
        var result = default(T);
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
#pragma warning disable CA1031 // carried to the caller's thread whatever it is
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            IntPtr.Size == 8 ? StackBytes : StackBytesOf32Bit);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
