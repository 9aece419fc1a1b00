using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Follows the configuration from the app to its pages and from them to components, reading each json once, and notes the
/// edges. Components that nothing reaches are read too, as far as a template shows that they are some: what they hand
/// on to each other matters to the places in them.
/// </summary>
internal sealed class ComponentReader
{
    private static readonly string[] AppMembers = ["requiredPrivateInfos", "permission", "requiredBackgroundModes"];

    private readonly MiniProgramRoot _root;
    private readonly IReadOnlyList<AppConfiguration> _apps;
    private readonly ModuleResolver _resolver;
    private readonly IProjectFiles _files;
    private readonly List<InputProblem> _problems;
    private readonly Dictionary<string, PageOrComponent> _read = new(StringComparer.Ordinal);
    private readonly Queue<Pending> _pending = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _appComponents = new(StringComparer.Ordinal);
    private readonly MissingReferences _missing;

    private ComponentReader(MiniProgramRoot root, IReadOnlyList<AppConfiguration> apps, ModuleResolver resolver, IProjectFiles files, List<InputProblem> problems)
    {
        _root = root;
        _apps = apps;
        _resolver = resolver;
        _files = files;
        _problems = problems;
        _missing = new MissingReferences(root, apps[0], resolver, files, problems);
    }

    public List<FileEdge> Edges { get; } = [];

    public static (List<PageOrComponent> PagesAndComponents, List<FileEdge> Edges) Read(MiniProgramRoot root, IReadOnlyList<AppConfiguration> apps, ModuleResolver resolver, IProjectFiles files, List<InputProblem> problems, CancellationToken cancellationToken)
    {
        var reader = new ComponentReader(root, apps, resolver, files, problems);
        reader.ReadReachable(cancellationToken);
        reader.ReadOthers(cancellationToken);
        reader._missing.Report();
        var all = reader._read.Values.ToList();
        all.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return (all, reader.Edges);
    }

    private void ReadReachable(CancellationToken cancellationToken)
    {
        var entered = new HashSet<ShippedFile>();
        foreach (var app in _apps.Where((app, index) => index == 0 || app.ExtensionMayBringCode))
        {
            var entries = new AppEntries(_root, app, _resolver);
            Edges.AddRange(entries.Files.Where(entered.Add).Select(file => new FileEdge(null, file, EdgeReason.Entry, "")));
            ReadAppComponents(app);
            foreach (var (tag, reference) in entries.Components)
                AddComponent("", reference, tag, null, reference.Owner, report: reference.Required);
        }

        AddApp();
        foreach (var page in _apps.Select(app => app.PageReferences).Distinct().SelectMany(pages => pages).Distinct())
            AddPage(page);
        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (name, isPage) = _pending.Dequeue();
            ReadOne(name, isPage, isReached: true);
        }
    }

    private void ReadAppComponents(AppConfiguration configuration)
    {
        foreach (var member in configuration.MembersOf("usingComponents"))
        {
            if (member.Value is JsonString value && AddComponent("", new ComponentReference(value.Value, member.File, value.Span, true), member.Member.Name, null, member.File, report: true) is { } name)
                _appComponents[member.Member.Name] = name;
        }
    }

    private void AddApp()
    {
        var app = ProjectPath.WithoutExtension(MiniProgramRoot.FileNameOf(_root.Kind));
        _seen.Add(app);
        _read[app] = new PageOrComponent
        {
            Name = app,
            IsPage = false,
            Json = _resolver.Find(_root.ConfigurationFileName),
            Script = _resolver.FindScriptOf(app) ?? _resolver.FindScriptOf("App"),
            Style = _resolver.Find(app + ".wxss"),
            Components = _appComponents,
        };
    }

    private void AddPage(PathReference page)
    {
        var name = _missing.Page(page);
        if (name is null)
            return;
        Enqueue(name, isPage: true);
        foreach (var file in FilesOf(name))
            Edges.Add(new FileEdge(null, file, EdgeReason.Page, name));
    }

    /// <summary>The name of the component, or null when the package does not hold it.</summary>
    private string? AddComponent(string folder, ComponentReference reference, string tag, ShippedFile? from, ConfigurationFile owner, bool report)
    {
        var name = _resolver.ResolveComponent(folder, reference.Value);
        if (name is null)
        {
            if (report)
                name = _missing.Component(folder, reference.Value, owner, reference.Span);
            if (name is null)
                return null;
        }

        foreach (var file in FilesOf(name))
            Edges.Add(new FileEdge(from, file, EdgeReason.Component, tag));
        Enqueue(name, isPage: false);
        return name;
    }

    private void Enqueue(string name, bool isPage)
    {
        if (_seen.Add(name))
            _pending.Enqueue(new Pending(name, isPage));
    }

    private void ReadOne(string name, bool isPage, bool isReached)
    {
        var json = _resolver.Find(name + ".json");
        var source = json is null ? ConfigurationInSource(name) : null;
        var files = FilesOf(name).ToList();
        var components = IsIndependent(name) ? [] : _appComponents;
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        IReadOnlyList<ConfigurationMember> appMembers = [];
        if (json is not null)
        {
            var file = ConfigurationFile.Read(_files, json.Path);
            appMembers = AppMembers.Select(member => file.Json?.Find(member)).OfType<JsonMember>().Select(member => new ConfigurationMember(file, member)).ToArray();
            own = ReadComponents(file, json, files[0], isReached);
        }
        else if (source is not null && files.Count > 0)
        {
            // What an alias or a package of the framework's leads to only its build knows, so nothing is reported as missing.
            own = ReadComponents(source, files[0], files[0], isReached: false);
        }

        if (isPage)
            AddGivenComponents(name, files.FirstOrDefault(), own);
        if (own.Count > 0)
        {
            components = new Dictionary<string, string>(components, StringComparer.Ordinal);
            foreach (var pair in own)
                components[pair.Key] = pair.Value;
        }

        _read[name] = new PageOrComponent
        {
            Name = name,
            IsPage = isPage,
            Json = json,
            Script = _resolver.FindScriptOf(name),
            Template = _resolver.Find(name + ".wxml"),
            Style = _resolver.Find(name + ".wxss"),
            Components = components,
            AppMembers = appMembers,
        };
    }

    // The components of app.json reach every page but those (source: DOC-SUBPKG).
    private bool IsIndependent(string name) => _apps.Any(app => app.IndependentRoots.Any(root => ProjectPath.IsWithin(name, root)));

    /// <summary>What a framework's page says in code: a file beside it, or its own.</summary>
    private ConfigurationFile? ConfigurationInSource(string name)
    {
        if (_root.Framework?.IsSource != true)
            return null;
        foreach (var extension in new[] { ".config.ts", ".config.js" })
        {
            if (_resolver.Find(name + extension) is { } file)
                return ScriptConfiguration.Read(_files, file.Path);
        }

        return _resolver.FindScriptOf(name) is { } script ? ScriptConfiguration.ReadPage(_files, script.Path) : null;
    }

    private Dictionary<string, string> ReadComponents(ConfigurationFile file, ShippedFile json, ShippedFile from, bool isReached)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);

        // An empty json hides nothing, and many projects have one.
        if (file.Problem is not null && isReached && file.Problem.Reason != ProblemReason.Empty)
            _problems.Add(file.Problem);
        var folder = ProjectPath.GetDirectory(json.PathInRoot);
        foreach (var (tag, value) in ComponentReferences(file))
        {
            if (AddComponent(folder, value, tag, from, file, isReached) is { } name)
                result[tag] = name;
        }

        return result;
    }

    // ext.json lies over the json of a page too (extPages).
    private void AddGivenComponents(string page, ShippedFile? from, Dictionary<string, string> components)
    {
        foreach (var extension in _apps.Select(app => app.Extension).OfType<ConfigurationFile>())
        {
            if (extension.Json?["extPages"] is not JsonObject pages || pages[page] is not JsonObject over || over["usingComponents"] is not JsonObject given)
                continue;
            foreach (var member in given.Members)
            {
                if (member.Value is JsonString value && AddComponent(ProjectPath.GetDirectory(page), new ComponentReference(value.Value, extension, value.Span, true), member.Name, from, extension, report: true) is { } name)
                    components[member.Name] = name;
            }
        }
    }

    private static IEnumerable<(string Tag, ComponentReference Value)> ComponentReferences(ConfigurationFile file)
    {
        if (file.Json?["usingComponents"] is JsonObject components)
        {
            foreach (var member in components.Members)
            {
                if (member.Value is JsonString value)
                    yield return (member.Name, new ComponentReference(value.Value, file, value.Span, true));
            }
        }

        if (file.Json?["componentGenerics"] is JsonObject generics)
        {
            foreach (var member in generics.Members)
            {
                if (member.Value is JsonObject generic && generic["default"] is JsonString value)
                    yield return (member.Name + "-default", new ComponentReference(value.Value, file, value.Span, true));
            }
        }
    }

    private void ReadOthers(CancellationToken cancellationToken)
    {
        foreach (var file in _resolver.AllFiles)
        {
            if (file.Kind != ShippedFileKind.Wxml)
                continue;
            var name = ProjectPath.WithoutExtension(file.PathInRoot);
            if (_resolver.Find(name + ".json") is null || !_seen.Add(name))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            ReadOne(name, isPage: false, isReached: false);
            while (_pending.Count > 0)
                ReadOne(_pending.Dequeue().Name, isPage: false, isReached: false);
        }
    }

    private IEnumerable<ShippedFile> FilesOf(string name)
    {
        if (_resolver.Find(name + ".json") is { } json)
            yield return json;
        if (_resolver.FindScriptOf(name) is { } script)
            yield return script;
        if (_resolver.Find(name + ".wxml") is { } template)
            yield return template;
        if (_resolver.Find(name + ".wxss") is { } style)
            yield return style;
    }

    private sealed record Pending(string Name, bool IsPage);
}

/// <summary>A component's path as a configuration writes it; a required one that is missing is worth a word.</summary>
internal sealed record ComponentReference(string Value, ConfigurationFile Owner, TextSpan Span, bool Required);
