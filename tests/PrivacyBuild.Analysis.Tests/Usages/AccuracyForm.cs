using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;
using PrivacyBuild.Analysis.Tests.Scenarios;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Usages;

/// <summary>A place and what is found there: <c>wx.getLocation</c>, <c>map[show-location]/related</c>, <c>dynamic/forward</c>.</summary>
internal sealed record FoundPlace(string Path, LinePosition Start, LinePosition End, string Label)
{
    public override string ToString() => $"{Path}({Start.Line},{Start.Column},{End.Line},{End.Column}): {Label}";
}

/// <summary>One form of the accuracy suite: a small mini program in which every place that must be found is marked.</summary>
internal sealed class AccuracyForm
{
    private const string KnownMissMark = "(known miss: ";

    public AccuracyForm(string family, string name, IReadOnlyList<ScenarioBlock> blocks)
    {
        Family = family;
        Name = name;
        // A later block of the same path replaces a shared one.
        Sources = blocks.GroupBy(block => block.Argument).Select(group => new AccuracySource(group.Key, MarkedText.Read(group.Last().Content))).ToArray();
        if (blocks.Any(block => block.Argument.Length == 0))
            throw new FormatException($"{family}, {name}: a block has no path");
    }

    private AccuracyForm(AccuracyForm form, IReadOnlyList<AccuracySource> sources)
    {
        Family = form.Family;
        Name = form.Name;
        Sources = sources;
    }

    public string Family { get; }

    public string Name { get; }

    public IReadOnlyList<AccuracySource> Sources { get; }

    /// <summary>The heading admits that the marked places are not found.</summary>
    public bool IsKnownMiss => Name.Contains(KnownMissMark, StringComparison.Ordinal);

    /// <summary>Nothing may be found in it.</summary>
    public bool IsLookAlike => Sources.All(source => source.Marks.Count == 0);

    public IReadOnlyList<FoundPlace> Expected => Sources.SelectMany(source => source.Expected).OrderBy(place => place.ToString(), StringComparer.Ordinal).ToArray();

    public AccuracyForm With(IEnumerable<AccuracySource> sources) => new(this, sources.ToArray());

    public AccuracyResult Run(bool parseEverything = false)
    {
        var usages = Extract(Sources.ToDictionary(source => source.Path, source => source.Text, StringComparer.Ordinal), parseEverything);
        return new AccuracyResult(this, PlacesOf(usages));
    }

    public static IReadOnlyList<FoundPlace> PlacesOf(UsageSet usages) =>
        usages.Usages.Select(usage => PlaceOf(usage, ""))
            .Concat(usages.Related.Select(usage => PlaceOf(usage, "/related")))
            .Concat(usages.Forwards.Select(usage => PlaceOf(usage, "/forward")))
            .OrderBy(place => place.ToString(), StringComparer.Ordinal)
            .ToArray();

    /// <summary>Completes the files to a mini program and searches it.</summary>
    public static UsageSet Extract(IReadOnlyDictionary<string, string> sources, bool parseEverything)
    {
        var completed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in sources)
            completed.Add(path, text);
        MiniProgramFrame.AddMissingFiles(completed, []);
        var files = new InMemoryFiles(completed.Select(pair => (pair.Key, pair.Value)).ToArray());
        var options = new PrivacyCheckOptions();
        var app = MiniProgramLoader.Load([MiniProgramLocator.Locate(options, files).Roots.Single()], options, files, CancellationToken.None)[0];
        return UsageExtraction.Run(app, PrivacyCatalogue.Load(), files, 1, parseEverything, CancellationToken.None);
    }

    private static FoundPlace PlaceOf(Usage usage, string suffix) => new(usage.File.Path, usage.Start, usage.End, usage.Name + suffix);
}

/// <summary>One file of a form, its marks taken out.</summary>
internal sealed record AccuracySource(string Path, string Text, IReadOnlyList<MarkedText.Mark> Marks)
{
    public AccuracySource(string path, (string Text, IReadOnlyList<MarkedText.Mark> Marks) marked)
        : this(path, marked.Text, marked.Marks)
    {
    }

    public IEnumerable<FoundPlace> Expected
    {
        get
        {
            var source = new SourceText(Text);
            return Marks.SelectMany(mark => mark.Labels.Select(label =>
                new FoundPlace(Path, source.GetPosition(mark.Span.Start), source.GetPosition(mark.Span.End), label)));
        }
    }
}

/// <summary>What was found in a form, held against its marks.</summary>
internal sealed class AccuracyResult
{
    public AccuracyResult(AccuracyForm form, IReadOnlyList<FoundPlace> found)
    {
        Form = form;
        Missed = form.Expected.Except(found).ToArray();
        False = found.Except(form.Expected).ToArray();
    }

    public AccuracyForm Form { get; }

    public IReadOnlyList<FoundPlace> Missed { get; }

    public IReadOnlyList<FoundPlace> False { get; }

    /// <summary>Everything is found, and some of it only as an access by an unknown name.</summary>
    public bool IsDynamic => Missed.Count == 0 && Form.Expected.Any(place => place.Label == "dynamic");

    public bool IsFound => Missed.Count == 0 && !Form.IsLookAlike && !IsDynamic;

    /// <summary>Null when all is as marked.</summary>
    public string? Difference
    {
        get
        {
            if (Form.IsKnownMiss)
                return Missed.Count < Form.Expected.Count || False.Count > 0 ? Describe("is no miss any more; take the words out of its heading") : null;
            return Missed.Count + False.Count > 0 ? Describe("differs from its marks") : null;
        }
    }

    private string Describe(string fault) =>
        $"{Form.Family}, \"{Form.Name}\" {fault}\n" + string.Concat(Missed.Select(place => $"  missed {place}\n").Concat(False.Select(place => $"  false  {place}\n")));
}
