using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Policies;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>Everything that was found, before anything is judged.</summary>
public sealed class CheckFacts
{
    private readonly Dictionary<WrittenPurpose, PurposeReading> _readings = [];
    private readonly Dictionary<IReadOnlyList<ShippedFile>, Dictionary<string, ShippedFile>> _files = [];
    private readonly Dictionary<IReadOnlyList<Usage>, IReadOnlyList<KindUse>> _kinds = [];
    private readonly Dictionary<IReadOnlyList<Usage>, IReadOnlyList<PrivateInfoUse>> _privateInfos = [];
    private readonly Dictionary<ShippedFile, string> _ignoreEntries = [];
    private Dictionary<string, List<UsageSet>>? _programsByGuideline;

    public required PrivacyCatalogue Catalogue { get; init; }

    /// <summary>The words by which purposes are read.</summary>
    public required PurposeLexicon Lexicon { get; init; }

    /// <summary>Problems of the project as a whole: no mini program, settings that make no sense, a guideline that is set and absent.</summary>
    public IReadOnlyList<InputProblem> Problems { get; init; } = [];

    /// <summary>What the privacy policies that the project names state, as far as they could be read.</summary>
    public required PolicyPurposes Policies { get; init; }

    /// <summary>The baselines of the mini programs, each once.</summary>
    public IReadOnlyList<Baseline> Baselines { get; init; } = [];

    /// <summary>The mini programs, in path order.</summary>
    public required IReadOnlyList<MiniProgramFacts> MiniPrograms { get; init; }

    /// <summary>A purpose as it is read; hundreds of apps of one template write the same one, which is read once.</summary>
    internal PurposeReading ReadingOf(string text, string key)
    {
        var written = new WrittenPurpose(text, key);
        if (!_readings.TryGetValue(written, out var reading))
            _readings.Add(written, reading = PurposeReading.Read(text, key, Lexicon));
        return reading;
    }

    /// <summary>The files that ship, by product path; apps of one template ship the same ones.</summary>
    internal IReadOnlyDictionary<string, ShippedFile> FilesOf(MiniProgram program)
    {
        if (!_files.TryGetValue(program.Files, out var files))
        {
            _files.Add(program.Files, files = new Dictionary<string, ShippedFile>(program.Files.Count, StringComparer.Ordinal));
            foreach (var file in program.Files.Reverse())
                files[file.Path] = file;
        }

        return files;
    }

    /// <summary>The kinds of what is in use; apps of one template use the same.</summary>
    internal IReadOnlyList<KindUse> KindsOf(IReadOnlyList<Usage> inUse)
    {
        if (!_kinds.TryGetValue(inUse, out var kinds))
            _kinds.Add(inUse, kinds = KindUse.Of(inUse, Catalogue));
        return kinds;
    }

    /// <summary>What of it app.json must name; likewise.</summary>
    internal IReadOnlyList<PrivateInfoUse> PrivateInfosOf(IReadOnlyList<Usage> inUse, IReadOnlyList<Usage> related)
    {
        if (!_privateInfos.TryGetValue(inUse, out var infos))
            _privateInfos.Add(inUse, infos = PrivateInfoUse.Of(inUse, related, Catalogue));
        return infos;
    }

    /// <summary>What leaves out a file that nothing reaches; likewise.</summary>
    internal string IgnoreEntryOf(ShippedFile file, Func<ShippedFile, string> find)
    {
        if (!_ignoreEntries.TryGetValue(file, out var entry))
            _ignoreEntries.Add(file, entry = find(file));
        return entry;
    }

    /// <summary>What the mini programs use whose guideline stands on a file, each set of usages once.</summary>
    /// <param name="path">Product path of the file.</param>
    internal IEnumerable<UsageSet> UsagesUnder(string path)
    {
        if (_programsByGuideline is null)
        {
            _programsByGuideline = new Dictionary<string, List<UsageSet>>(StringComparer.Ordinal);
            foreach (var program in MiniPrograms)
            {
                foreach (var part in program.Guideline?.Parts ?? [])
                {
                    if (!_programsByGuideline.TryGetValue(part.Path, out var known))
                        _programsByGuideline.Add(part.Path, known = []);
                    if (!known.Contains(program.Usages))
                        known.Add(program.Usages);
                }
            }
        }

        return _programsByGuideline.TryGetValue(path, out var sets) ? sets : [];
    }

    private sealed record WrittenPurpose(string Text, string Key);
}

/// <summary>One mini program with what was found in it and what is declared for it.</summary>
public sealed class MiniProgramFacts
{
    public required MiniProgram MiniProgram { get; init; }

    public required UsageSet Usages { get; init; }

    /// <summary>The guideline it is held against; the online one when there is no other; null when there is none at all.</summary>
    public Guideline? Guideline { get; init; }

    /// <summary>Where the baseline is, or would be written when there is none (product path).</summary>
    public string BaselinePath { get; init; } = InputFileNames.Baseline;

    /// <summary>Where the guideline is, or would have to be written when there is none (product path).</summary>
    public string GuidelinePath { get; init; } = GuidelineLocator.FileName;
}
