using System;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>How every JSON file of ours is written: indented, Chinese readable, line feeds on every machine, no half characters.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Chinese stays readable; the file is no part of a page
    };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            write(json);
        stream.WriteByte((byte)'\n');
        return WithLineFeeds(stream.ToArray());
    }

    /// <summary>Half a character cannot be written as UTF-8; a purpose or a source line may hold one.</summary>
    public static string WithoutLoneSurrogates(string text)
    {
        char[]? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                (mended ??= text.ToCharArray())[i] = '\uFFFD';
        }

        return mended is null ? text : new string(mended);
    }

    // The indented writer ends lines as the machine does; a carriage return inside a text is escaped, so every one in the bytes is such an end.
    private static byte[] WithLineFeeds(byte[] bytes) => Array.IndexOf(bytes, (byte)'\r') < 0 ? bytes : bytes.Where(b => b != '\r').ToArray();
}
