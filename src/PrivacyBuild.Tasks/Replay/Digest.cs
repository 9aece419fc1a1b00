using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Tasks.Replay;

/// <summary>SHA-256 of what a question about files was answered with; equal digests stand for equal answers.</summary>
internal static class Digest
{
    /// <summary>Bytes of a digest.</summary>
    public const int Size = 32;

    public static byte[] Of(byte[] content)
    {
#if NET
        return SHA256.HashData(content);
#else
        using var algorithm = SHA256.Create();
        return algorithm.ComputeHash(content);
#endif
    }

    public static byte[] Of(string text) => Of(Encoding.Unicode.GetBytes(text));

    public static byte[] Of(IReadOnlyList<ProjectEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var entry in entries)
            text.Append(entry.Name).Append('\0').Append(entry.IsDirectory ? 'd' : 'f').Append(entry.IsLink ? 'l' : '-').Append(entry.IsLarge ? 'L' : '-');

        return Of(text.ToString());
    }

    /// <summary>What is not readable is an answer too; the system's words are part of what a diagnostic says.</summary>
    public static byte[] OfFailure(Exception exception) => Of("\0failed\0" + exception.Message);

    /// <summary>The digest of an answer, or of the failure to get one.</summary>
    public static byte[] OfAnswer(Func<byte[]> digest)
    {
        try
        {
            return digest();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return OfFailure(exception);
        }
    }
}
