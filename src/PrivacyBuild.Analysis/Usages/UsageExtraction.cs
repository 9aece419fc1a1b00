using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Analysis.Usages.Markup;
using PrivacyBuild.Analysis.Usages.Values;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>From the files of a mini program to its usages: read, choose, parse, build, solve, collect.</summary>
public sealed class UsageExtraction
{
    private readonly MiniProgram _app;
    private readonly PrivacyCatalogue _catalogue;
    private readonly IProjectFiles _files;
    private readonly List<InputProblem> _problems = [];
    private readonly List<Suppression> _comments = [];
    private readonly Dictionary<ShippedFile, SourceText?> _components = [];
    private readonly List<ParsedScript> _parsed = [];
    private readonly Action<ExtractionStage>? _onPassed;

    private UsageExtraction(MiniProgram app, PrivacyCatalogue catalogue, IProjectFiles files, Action<ExtractionStage>? onPassed = null)
    {
        _app = app;
        _catalogue = catalogue;
        _files = files;
        _onPassed = onPassed;
    }

    public static UsageSet Run(MiniProgram app, PrivacyCatalogue catalogue, IProjectFiles files, int maxParallelism, CancellationToken cancellationToken) =>
        Run(app, catalogue, files, maxParallelism, parseEverything: false, cancellationToken);

    /// <param name="app">The program to search.</param>
    /// <param name="catalogue">What counts as an interface.</param>
    /// <param name="files">Where contents come from.</param>
    /// <param name="maxParallelism">Threads that may parse at once.</param>
    /// <param name="parseEverything">Parse every script instead of only those that can hold a usage: for tests that compare the two.</param>
    /// <param name="cancellationToken">Honoured between files and while solving.</param>
    public static UsageSet Run(MiniProgram app, PrivacyCatalogue catalogue, IProjectFiles files, int maxParallelism, bool parseEverything, CancellationToken cancellationToken)
    {
        // Trees are deep where generated code nests deeply; the walks over them get a stack that fits.
        return DeepStack.Run(() => new UsageExtraction(app, catalogue, files).Extract(maxParallelism, parseEverything, cancellationToken));
    }

    /// <summary>The scripts with a word of the catalogue in them, which a tool that only looks for words would have to parse; for benchmarks.</summary>
    internal static IReadOnlyList<(ShippedFile File, SourceText Text)> Candidates(MiniProgram app, PrivacyCatalogue catalogue, IProjectFiles files)
    {
        var extraction = new UsageExtraction(app, catalogue, files);
        return [.. extraction.ReadScripts(CancellationToken.None).Where(script => script.Mentions != ScriptMentions.None).Select(script => (script.File, extraction.TextOf(script.File)!))];
    }

    /// <summary>The files with templates, as text, for benchmarks.</summary>
    internal static IReadOnlyList<(ShippedFile File, SourceText Text)> Templates(MiniProgram app, PrivacyCatalogue catalogue, IProjectFiles files) =>
        [.. new UsageExtraction(app, catalogue, files).ReadTemplates(CancellationToken.None).Select(template => (template.File, template.Text)).Distinct()];

    /// <summary>One run on one thread that says when it has passed a stage, for benchmarks.</summary>
    internal static UsageSet Run(MiniProgram app, PrivacyCatalogue catalogue, IProjectFiles files, Action<ExtractionStage> onPassed) =>
        DeepStack.Run(() => new UsageExtraction(app, catalogue, files, onPassed).Extract(1, false, CancellationToken.None));

    private UsageSet Extract(int maxParallelism, bool parseEverything, CancellationToken cancellationToken)
    {
        // Read
        var scripts = ReadScripts(cancellationToken);
        _onPassed?.Invoke(ExtractionStage.Read);
        var templates = ReadTemplates(cancellationToken);
        _onPassed?.Invoke(ExtractionStage.ParseTemplates);
        var reach = Reachability.Of(_app, scripts, templates);

        var skimmed = ScriptSkim.Of(scripts, _app.Conditions);

        // What the tool takes out of the package because nothing reaches it is searched no further
        scripts.RemoveAll(script => !_app.Packs(script.File, reach));
        templates.RemoveAll(template => !_app.Packs(template.File, reach));

        // Choose
        var candidates = parseEverything ? scripts : CandidateFiles.Choose(scripts, ScriptsBehindAttributes(templates));
        _components.Clear();
        var sources = scripts.ToDictionary(script => script.File);
        scripts = [];
        _onPassed?.Invoke(ExtractionStage.Choose);

        // Parse and build
        var program = UsageProgram.Create(_app, _catalogue, [.. sources.Values], modules => Parse(modules, sources, maxParallelism, cancellationToken), cancellationToken);
        program.Build(candidates);
        var markup = new MarkupUsages(program, _catalogue, _app);
        markup.Build(templates);
        _onPassed?.Invoke(ExtractionStage.Build);

        // Solve, which may parse and build more
        program.Solve();
        _onPassed?.Invoke(ExtractionStage.Solve);
        foreach (var script in _parsed.OrderBy(script => script.Module.File.Path, StringComparer.Ordinal))
            ReportErrors(script);

        // Collect
        var collector = new UsageCollector(_catalogue, InterfaceTables.Of(_app.Kind), reach, new OriginalPlaces(_app, _files));
        collector.AddScripts(program.Findings);
        markup.Collect(collector);
        var parsed = new HashSet<string>(_parsed.Select(script => script.Module.File.Path), StringComparer.Ordinal);
        return new UsageSet
        {
            Usages = collector.Usages,
            Forwards = collector.Forwards,
            Related = collector.Related,
            Problems = _problems,
            Reach = reach,
            Tags = TagsOf(templates),
            Comments = _comments,
            SkimmedScripts = [.. skimmed.Where(script => !parsed.Contains(script.Path))],
            ParsedFiles = _parsed.Count + templates.Count,
            ReachableFiles = reach.Count,
            PartialFiles = _problems.Count(problem => problem.Kind == ProblemKind.SourceNotFullyParsed),
            Steps = program.Solver.Steps,
            Complete = !collector.HasDynamic,
        };
    }

    private static HashSet<string> TagsOf(IEnumerable<TemplateSource> templates)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in templates.SelectMany(template => template.Document.DescendantElements()))
        {
            tags.Add(element.Name);
            for (var i = 0; i < element.Attributes.Count; i++)
            {
                if (element.Attributes[i] is { HasValue: true } attribute && attribute.Name.StartsWith("generic:", StringComparison.Ordinal))
                    tags.Add(attribute.Value!);
            }
        }

        return tags;
    }

    /// <summary>The scripts of templates in which the value of an attribute that may name an interface is computed.</summary>
    private HashSet<string> ScriptsBehindAttributes(IReadOnlyList<TemplateSource> templates)
    {
        var names = new HashSet<string>(_catalogue.Attributes, StringComparer.Ordinal);
        var bound = new HashSet<string>(
            templates.Where(template => template.Document.DescendantElements().Any(element => IsBound(element, names))).Select(template => template.File.Path),
            StringComparer.Ordinal);
        // A single-file component is its own script.
        return new HashSet<string>(
            bound.Concat(_app.PagesAndComponents.Where(item => item.Template != null && bound.Contains(item.Template.Path)).Select(item => item.Script?.Path).OfType<string>()),
            StringComparer.Ordinal);
    }

    private static bool IsBound(MarkupElement element, HashSet<string> names)
    {
        for (var i = 0; i < element.Attributes.Count; i++)
        {
            var attribute = element.Attributes[i];
            if (names.Contains(MarkupNames.ToKebab(attribute.Target)) && attribute.Parts is { IsLiteral: false })
                return true;
        }

        return false;
    }

    private List<ScriptSource> ReadScripts(CancellationToken cancellationToken)
    {
        var filter = new CandidateFilter(_catalogue);
        var buffer = new TextBuffer();
        var scripts = new List<ScriptSource>();
        foreach (var file in _app.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Kind is not (ShippedFileKind.JavaScript or ShippedFileKind.TypeScript or ShippedFileKind.SingleFileComponent) || ReadScript(file, filter, buffer) is not { } script)
                continue;
            script.Imports = [.. script.Specifiers.Select(specifier => _app.Resolver.ResolveScript(file, specifier)).OfType<ShippedFile>().Distinct()];
            scripts.Add(script);
        }

        return scripts;
    }

    private ScriptSource? ReadScript(ShippedFile file, CandidateFilter filter, TextBuffer buffer)
    {
        if (file.Kind == ShippedFileKind.SingleFileComponent)
            return Read(file) is { } component ? ScriptSource.Of(file, component, filter) : null;
        if (ReadBytes(file) is not { } bytes)
            return null;
        // Most scripts are looked into and forgotten, so no text is made of them.
        if (buffer.TryDecode(bytes, out var content) && !_app.Conditions.Concern(content) && content.IndexOf(DisableComments.Marker.AsSpan()) < 0)
            return ScriptSource.Of(file, content, filter);
        return Read(file, bytes) is { } text ? ScriptSource.Of(file, text, filter) : null;
    }

    private List<TemplateSource> ReadTemplates(CancellationToken cancellationToken)
    {
        var templates = new List<TemplateSource>();
        foreach (var file in _app.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Kind is ShippedFileKind.Wxml or ShippedFileKind.SingleFileComponent && Read(file) is { } text)
                templates.AddRange(TemplateSource.Parse(file, text));
        }

        return templates;
    }

    /// <summary>The text for the first time. A single-file component is kept, because its script and its template are read one after the other.</summary>
    private SourceText? Read(ShippedFile file)
    {
        if (_components.TryGetValue(file, out var known))
            return known;
        var text = ReadBytes(file) is { } bytes ? Read(file, bytes) : null;
        if (file.Kind == ShippedFileKind.SingleFileComponent)
            _components.Add(file, text);
        return text;
    }

    private SourceText? Read(ShippedFile file, byte[] bytes)
    {
        var text = TextOf(file, bytes);
        if (text is not null)
            DisableCommentReader.Read(file, text, _comments, _problems);
        return text;
    }

    private void Parse(IReadOnlyList<Module> modules, Dictionary<ShippedFile, ScriptSource> sources, int maxParallelism, CancellationToken cancellationToken)
    {
        var texts = new List<(Module, SourceText)>();
        foreach (var module in modules)
        {
            var source = sources[module.File];
            if ((source.Text ?? TextOf(source.File)) is { } text)
                texts.Add((module, text));
            source.LetGoOfText();
        }

        _parsed.AddRange(ScriptParser.ParseAll(texts, maxParallelism, cancellationToken));
        _onPassed?.Invoke(ExtractionStage.ParseScripts);
    }

    private SourceText? TextOf(ShippedFile file) => ReadBytes(file) is { } bytes ? TextOf(file, bytes) : null;

    private SourceText? TextOf(ShippedFile file, byte[] bytes)
    {
        if (SourceDecoder.Decode(bytes).Text is { } text)
            return ConditionalText.Of(file, text, _app.Conditions);
        _problems.Add(new InputProblem(ProblemKind.FileLeftOut, file.Path, default, default, file.Path) { Reason = ProblemReason.NotText });
        return null;
    }

    private byte[]? ReadBytes(ShippedFile file)
    {
        try
        {
            return _files.ReadAllBytes(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new InputProblem(ProblemKind.FileLeftOut, file.Path, default, default, file.Path, e.Message) { Reason = ProblemReason.AccessFailed });
            return null;
        }
    }

    private void ReportErrors(ParsedScript script)
    {
        if (script.Errors.Count == 0)
            return;
        var first = script.Errors[0];
        var text = script.Module.Text;
        _problems.Add(new InputProblem(ProblemKind.SourceNotFullyParsed, script.Module.File.Path, text.GetPosition(first.Span.Start), text.GetPosition(first.Span.End), script.Errors.Count.ToString(CultureInfo.InvariantCulture), first.Message));
    }
}

/// <summary>What an extraction has done when it says so; what comes behind the last one is collecting.</summary>
internal enum ExtractionStage
{
    /// <summary>Scripts decoded and searched for words and imports.</summary>
    Read,

    /// <summary>Templates decoded and parsed.</summary>
    ParseTemplates,

    /// <summary>What reaches what, and which scripts are worth parsing.</summary>
    Choose,

    /// <summary>Those scripts parsed, with scopes.</summary>
    ParseScripts,

    /// <summary>Constraints of scripts and templates.</summary>
    Build,
    Solve,
}
