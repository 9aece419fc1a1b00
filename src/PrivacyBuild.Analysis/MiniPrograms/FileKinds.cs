using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>What a file of an app root is, by its extension; the tool packs no others (source: DOC-STRUCT, CI).</summary>
internal static class FileKinds
{
    // Style sheets and resources ship, but hold no code that could use an interface.
    private static readonly HashSet<string> Resources = new(StringComparer.Ordinal)
    {
        ".wxss", ".less", ".sass", ".scss",
        ".png", ".jpg", ".jpeg", ".gif", ".svg", ".cer", ".crt", ".cert", ".mp3", ".aac", ".m4a", ".mp4", ".wav", ".ogg", ".silk", ".wasm", ".br",
        ".cur", ".ico", ".skel",
    };

    private static readonly HashSet<string> GameResources = new(StringComparer.Ordinal)
    {
        ".obj", ".dae", ".fbx", ".mtl", ".stl", ".3ds", ".pvr", ".plist", ".ttf", ".fnt", ".gz", ".ccz", ".bmp", ".atlas", ".swf", ".ani", ".part",
        ".proto", ".bin", ".sk", ".mipmaps", ".txt", ".zip", ".dbbin", ".dbmv", ".etc", ".lmat", ".lm", ".ls", ".lh", ".lani", ".lav", ".lsani", ".ltc",
        ".csv", ".scene", ".prefab", ".lml", ".lmani", ".ktx", ".dds", ".xml", ".pkm", ".gltf", ".glb", ".astc", ".dat", ".tt",
    };

    /// <summary>Null for a file that never ships.</summary>
    public static ShippedFileKind? Of(string path, MiniProgramRoot root)
    {
        var extension = ProjectPath.GetExtension(path);
        if (root.Framework?.IsSource == true && FrameworkFiles.IsLeftOut(path))
            return null;
        switch (extension)
        {
            case ".js":
                return ShippedFileKind.JavaScript;
            case ".ts":
                return path.EndsWith(".d.ts", StringComparison.OrdinalIgnoreCase) ? null : ShippedFileKind.TypeScript;
            case ".wxml":
                return ShippedFileKind.Wxml;
            case ".wxs":
                return ShippedFileKind.Wxs;
            case ".json":
                return ShippedFileKind.Json;
        }

        if (root.Framework?.IsSource == true && SourceKind(extension) is { } source)
            return source;
        return Resources.Contains(extension) || (root.Kind == MiniProgramKind.Game && GameResources.Contains(extension)) ? ShippedFileKind.Other : null;
    }

    private static ShippedFileKind? SourceKind(string extension) => extension switch
    {
        ".vue" or ".nvue" or ".uvue" or ".mpx" or ".wpy" => ShippedFileKind.SingleFileComponent,
        ".jsx" or ".mjs" or ".cjs" => ShippedFileKind.JavaScript,
        ".tsx" or ".mts" or ".uts" => ShippedFileKind.TypeScript,
        _ => null,
    };
}
