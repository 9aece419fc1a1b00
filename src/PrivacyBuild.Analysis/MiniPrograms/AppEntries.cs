using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Where a package begins besides its pages (source: CI): the app's own script, custom bars, workers, entries of
/// subpackages, what plug-ins get from the app, functional pages, skills; for plug-ins main and public components.
/// </summary>
internal sealed class AppEntries
{
    private readonly ModuleResolver _resolver;
    private readonly AppConfiguration _app;
    private readonly HashSet<ShippedFile> _known = [];
    private readonly List<ShippedFile> _files = [];
    private readonly List<(string Tag, ComponentReference Reference)> _components = [];

    public AppEntries(MiniProgramRoot root, AppConfiguration app, ModuleResolver resolver)
    {
        _resolver = resolver;
        _app = app;
        Add(root.ConfigurationFileName);
        switch (root.Kind)
        {
            case MiniProgramKind.Plugin:
                AddPlugin();
                break;
            case MiniProgramKind.Game:
                AddScript("game");
                AddFolder(Text("openDataContext"));
                break;
            default:
                AddMiniProgram();
                break;
        }

        AddSubpackages();
        AddWorkers();

        // How a framework's sources hang together is the framework's own affair, so all of them count as in use.
        if (root.Framework?.IsSource == true)
        {
            foreach (var file in resolver.AllFiles.Where(file => file.Kind is not (ShippedFileKind.Json or ShippedFileKind.Other)))
                Add(file);
        }
    }

    public IReadOnlyList<ShippedFile> Files => _files;

    public IReadOnlyList<(string Tag, ComponentReference Reference)> Components => _components;

    private void AddMiniProgram()
    {
        Add(ProjectConfiguration.FileName);
        Add("ext.json");
        Add("app.wxss");
        AddScript("app");
        Add(Text("sitemapLocation") is { Length: > 0 } sitemap ? sitemap : "sitemap.json");
        Add(Text("themeLocation"));
        if (_app.MembersOf("tabBar").Any(member => member.Member.Name == "custom" && member.Value is JsonBoolean { Value: true }))
            AddComponent("custom-tab-bar", "/custom-tab-bar/index", "tabBar");
        if (_app.Find("appBar") is not null)
            AddComponent("app-bar", "/app-bar/index", "appBar");
        foreach (var plugin in _app.MembersOf("plugins"))
            AddPluginUse(plugin.Value as JsonObject, plugin.File, "");
        AddFolder("functional-pages");
        var agent = _app.Find("agent")?.Value as JsonObject;
        Add((agent?["pageMetadata"] as JsonString)?.Value ?? "");
        if (agent?["skills"] is JsonArray skills)
        {
            foreach (var skill in skills.Items.OfType<JsonObject>())
                AddFolder((skill["path"] as JsonString)?.Value ?? "");
        }
    }

    private void AddPlugin()
    {
        AddScript(WithoutScriptExtension(Text("main") is { Length: > 0 } main ? main : "index"));
        Add(Text("themeLocation"));
        foreach (var component in _app.MembersOf("publicComponents"))
        {
            if (component.Value is JsonString value)
                _components.Add((component.Member.Name, new ComponentReference(value.Value, component.File, value.Span, true)));
        }
    }

    private void AddSubpackages()
    {
        foreach (var source in new[] { _app.File, _app.Extension })
        {
            foreach (var name in new[] { "subPackages", "subpackages" })
            {
                if (source?.Json?[name] is not JsonArray subpackages)
                    continue;
                foreach (var subpackage in subpackages.Items.OfType<JsonObject>())
                    AddSubpackage(subpackage, source);
            }
        }
    }

    private void AddSubpackage(JsonObject subpackage, ConfigurationFile file)
    {
        var root = (subpackage["root"] as JsonString)?.Value.Trim('/') ?? "";
        if (root.Length == 0)
            return;

        // A mini game's subpackage is a script, or a folder with game.js.
        AddScript(WithoutScriptExtension(root));
        AddScript(root + "/game");
        if (subpackage["entry"] is JsonString entry)
            AddScript(WithoutScriptExtension(ProjectPath.Combine(root, entry.Value.TrimStart('/'))));
        if (subpackage["plugins"] is JsonObject plugins)
        {
            foreach (var plugin in plugins.Members)
                AddPluginUse(plugin.Value as JsonObject, file, root);
        }

        if (subpackage["componentList"] is JsonArray components)
        {
            foreach (var component in components.Items.OfType<JsonObject>())
            {
                if (component["componentPath"] is JsonString path)
                    _components.Add(("", new ComponentReference(path.Value, file, path.Span, false)));
            }
        }
    }

    // What the app gives to a plug-in: a module, and components for its generics. Paths count from the subpackage or from the root.
    private void AddPluginUse(JsonObject? plugin, ConfigurationFile file, string folder)
    {
        if (plugin?["export"] is JsonString export)
        {
            AddScript(WithoutScriptExtension(ProjectPath.Combine(folder, export.Value.TrimStart('/'))));
            AddScript(WithoutScriptExtension(export.Value.TrimStart('/')));
        }

        if (plugin?["genericsImplementation"] is not JsonObject implementations)
            return;
        foreach (var path in implementations.Members.Select(member => member.Value).OfType<JsonObject>().SelectMany(generics => generics.Members).Select(member => member.Value).OfType<JsonString>())
        {
            _components.Add(("", new ComponentReference(path.Value, file, path.Span, false)));
            if (folder.Length > 0)
                _components.Add(("", new ComponentReference(ProjectPath.Combine(folder, path.Value.TrimStart('/')), file, path.Span, false)));
        }
    }

    private void AddWorkers()
    {
        switch (_app.Find("workers")?.Value)
        {
            case JsonString path:
                AddFolder(path.Value);
                break;
            case JsonObject worker when worker["path"] is JsonString path:
                AddFolder(path.Value);
                break;
        }
    }

    private string Text(string name) => (_app.Find(name)?.Value as JsonString)?.Value ?? "";

    private void AddComponent(string tag, string path, string member)
    {
        var place = _app.Find(member)!;
        _components.Add((tag, new ComponentReference(path, place.File, place.Value.Span, true)));
    }

    private void AddScript(string name)
    {
        if (_resolver.FindScriptOf(ProjectPath.Normalize(name)) is { } file)
            Add(file);
    }

    private void Add(string path)
    {
        if (path.Length > 0 && _resolver.Find(ProjectPath.Normalize(path.TrimStart('/'))) is { } file)
            Add(file);
    }

    private void Add(ShippedFile file)
    {
        if (_known.Add(file))
            _files.Add(file);
    }

    private void AddFolder(string path)
    {
        var folder = ProjectPath.Normalize(path.Replace('\\', '/').TrimStart('/'));
        if (folder.Length == 0)
            return;
        foreach (var file in _resolver.AllFiles.Where(file => ProjectPath.IsWithin(file.PathInRoot, folder) && file.PathInRoot != folder))
            Add(file);
    }

    private static string WithoutScriptExtension(string path) =>
        path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".ts", StringComparison.Ordinal) ? path.Substring(0, path.Length - 3) : path;
}
