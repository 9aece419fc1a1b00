using System;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.SingleFile;

/// <summary>The family a single-file component belongs to.</summary>
public enum SingleFileFormat
{
    /// <summary>Vue and uni-app: <c>.vue</c>, <c>.nvue</c>.</summary>
    Vue,

    /// <summary>uni-app x: <c>.uvue</c>; its scripts are UTS, read as TypeScript, whether they say so or not.</summary>
    Uvue,

    /// <summary>mpx: <c>.mpx</c>; its templates are WXML.</summary>
    Mpx,

    /// <summary>WePY: <c>.wpy</c>.</summary>
    Wepy,
}

public static class SingleFileFormats
{
    /// <summary>The format of a file by its extension (<c>.vue</c>, with the dot, any case); null when it is no single-file component.</summary>
    public static SingleFileFormat? OfExtension(string extension) =>
        Is(extension, ".vue") || Is(extension, ".nvue") ? SingleFileFormat.Vue
        : Is(extension, ".uvue") ? SingleFileFormat.Uvue
        : Is(extension, ".mpx") ? SingleFileFormat.Mpx
        : Is(extension, ".wpy") ? SingleFileFormat.Wepy
        : null;

    /// <summary>The language of the format's templates.</summary>
    public static MarkupDialect TemplateDialect(this SingleFileFormat format) =>
        format == SingleFileFormat.Mpx ? MarkupDialect.Wxml : MarkupDialect.Vue;

    private static bool Is(string extension, string other) => string.Equals(extension, other, StringComparison.OrdinalIgnoreCase);
}
