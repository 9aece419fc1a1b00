using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Files;

/// <summary>
/// A JSON file as far as it could be read. With <see cref="Problem"/> set, <see cref="Json"/> is null, and
/// <see cref="Text"/> too when there was no text to be had.
/// </summary>
public sealed class ConfigurationFile
{
    private ConfigurationFile(string path, SourceText? text, JsonValue? root, InputProblem? problem)
    {
        Path = path;
        Text = text;
        Root = root;
        Problem = problem;
    }

    public string Path { get; }

    public SourceText? Text { get; }

    public JsonValue? Root { get; }

    /// <summary>The root when it is an object.</summary>
    public JsonObject? Json => Root as JsonObject;

    public InputProblem? Problem { get; }

    /// <summary>Reads a file that must hold a JSON object; what else it holds is a problem with its place.</summary>
    public static ConfigurationFile Read(IProjectFiles files, string path) => Read(files, path, text => text);

    /// <param name="files">The project.</param>
    /// <param name="path">The file.</param>
    /// <param name="prepare">Gives the text that counts, with every place where it was.</param>
    public static ConfigurationFile Read(IProjectFiles files, string path, Func<SourceText, SourceText> prepare)
    {
        var bytes = ReadBytes(files, path, ReadLimits.ConfigurationBytes, out var reason, out var detail);
        if (bytes is null)
            return Failed(path, null, default, reason, detail);

        var text = SourceDecoder.Decode(bytes).Text;
        if (text is null)
            return Failed(path, null, default, ProblemReason.NotText, "");

        text = prepare(text);
        var result = JsonReader.Read(text);
        if (result.Root is JsonObject)
            return new ConfigurationFile(path, text, result.Root, null);
        if (result.Root is not null)
            return Failed(path, text, result.Root.Span, ProblemReason.WrongType, "object");
        if (IsBlank(text, result))
            return Failed(path, text, default, ProblemReason.Empty, "");
        return Failed(path, text, result.Error!.Span, ProblemReason.NotJson, result.Error.Message);
    }

    /// <summary>
    /// Members whose values only running the file would tell, in whole or in part; null when that holds for the names as well, so that any
    /// member may be there. Nothing in a JSON file is like that.
    /// </summary>
    public IReadOnlyCollection<string>? Computed { get; private init; } = [];

    /// <summary>Whether the file may hold more under that name than <see cref="Json"/> shows.</summary>
    public bool MayHold(string name) => Json is null || Computed is null || Computed.Contains(name);

    /// <summary>A configuration that is written in another form and was taken over from there, with the <see cref="Computed"/> members.</summary>
    public static ConfigurationFile OfObject(string path, SourceText text, JsonObject json, IReadOnlyCollection<string>? computed) =>
        new(path, text, json, null) { Computed = computed };

    /// <summary>A configuration that is no JSON and is not read: neither values nor a problem.</summary>
    public static ConfigurationFile NotJson(string path) => new(path, null, null, null);

    /// <summary>The bytes of a file within a bound, or why there are none.</summary>
    public static byte[]? ReadBytes(IProjectFiles files, string path, long limit, out ProblemReason reason, out string detail)
    {
        reason = ProblemReason.None;
        detail = "";
        if (!files.FileExists(path))
        {
            reason = ProblemReason.NotFound;
            return null;
        }

        byte[] bytes;
        try
        {
            bytes = files.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reason = ProblemReason.AccessFailed;
            detail = exception.Message;
            return null;
        }

        if (bytes.LongLength <= limit)
            return bytes;
        reason = ProblemReason.TooLarge;
        detail = limit.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return null;
    }

    /// <summary>Whether a text that gave no value holds nothing but white space and comments.</summary>
    public static bool IsBlank(SourceText text, JsonReadResult result)
    {
        if (result.Root is not null)
            return false;
        var comment = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (comment < result.Comments.Count && result.Comments[comment].End <= i)
                comment++;
            if (comment < result.Comments.Count && result.Comments[comment].Contains(i))
                continue;
            if (!char.IsWhiteSpace(text.Content[i]))
                return false;
        }

        return true;
    }

    /// <summary>A problem at a place of this file.</summary>
    public InputProblem ProblemAt(ProblemKind kind, TextSpan span, ProblemReason reason, string subject = "", string detail = "") =>
        new(kind, Path, Text?.GetPosition(span.Start) ?? default, Text?.GetPosition(span.End) ?? default, subject, detail) { Reason = reason };

    private static ConfigurationFile Failed(string path, SourceText? text, TextSpan span, ProblemReason reason, string detail)
    {
        var problem = new InputProblem(
            ProblemKind.ConfigurationUnreadable,
            path,
            text?.GetPosition(span.Start) ?? default,
            text?.GetPosition(span.End) ?? default,
            ProjectPath.GetFileName(path),
            detail) { Reason = reason };
        return new ConfigurationFile(path, text, null, problem);
    }
}
