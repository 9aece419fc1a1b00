using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>A component library that people copy among their own files, and the marks of a copy (vendored-packages.json).</summary>
internal sealed class VendoredPackage
{
    private static readonly string[] InnerFolders = ["", "/dist", "/lib", "/es", "/src", "/miniprogram_dist", "/weapp"];

    private readonly HashSet<string> _folders;
    private readonly string[] _oneOf;
    private readonly string[] _andOneOf;
    private readonly string[] _allOf;

    private VendoredPackage(JsonObject json)
    {
        Name = ((JsonString)json["name"]!).Value;
        _folders = new HashSet<string>(Texts(json, "folders"), StringComparer.OrdinalIgnoreCase);
        _oneOf = Texts(json, "oneOf");
        _andOneOf = Texts(json, "andOneOf");
        _allOf = Texts(json, "allOf");
    }

    /// <summary>The name on npm.</summary>
    public string Name { get; }

    public static IReadOnlyList<VendoredPackage> ReadAll()
    {
        using var stream = typeof(VendoredPackage).Assembly.GetManifestResourceStream("vendored-packages.json")
            ?? throw new InvalidDataException("vendored-packages.json is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var json = (JsonObject)JsonReader.Read(new SourceText(reader.ReadToEnd())).Root!;
        return ((JsonArray)json["packages"]!).Items.Cast<JsonObject>().Select(package => new VendoredPackage(package)).ToArray();
    }

    /// <summary>The folder of a copy, which is the given one or what a package keeps its build in; null when this is none.</summary>
    /// <param name="folder">A folder below the app root.</param>
    /// <param name="name">Its own name.</param>
    /// <param name="paths">All files below the app root.</param>
    public string? CopyIn(string folder, string name, HashSet<string> paths)
    {
        bool Has(string place, string file) => paths.Contains(place + "/" + file);
        if (_folders.Contains(name))
        {
            foreach (var place in InnerFolders.Select(inner => folder + inner))
            {
                if (_oneOf.Any(file => Has(place, file)) && _andOneOf.Any(file => Has(place, file)))
                    return place;
            }
        }

        return _allOf.Length > 0 && _allOf.All(file => Has(folder, file)) ? folder : null;
    }

    private static string[] Texts(JsonObject json, string name) => ((JsonArray)json[name]!).Items.Cast<JsonString>().Select(text => text.Value).ToArray();
}
