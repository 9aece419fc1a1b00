using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Policies;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Analysis.Usages;

namespace PrivacyBuild.Analysis;

/// <summary>The main path: load, read, know, find, judge, gather.</summary>
public static class PrivacyCheck
{
    /// <summary>Checks every mini program of a project.</summary>
    /// <exception cref="System.OperationCanceledException">Cancellation was asked for; there is no result.</exception>
    public static CheckReport Run(PrivacyCheckOptions options, IProjectFiles files, CancellationToken cancellationToken)
    {
        // Know: what the platform regards as a privacy interface
        var catalogue = PrivacyCatalogue.Load();

        // Load: which mini programs there are
        var search = MiniProgramLocator.Locate(options, files);

        var problems = new List<InputProblem>(search.Problems);
        var baselines = new List<Baseline>();
        var sharedGuidelines = new SharedGuidelines(files);
        var programs = new List<MiniProgramFacts>();
        foreach (var apps in search.Roots.GroupBy(root => root.Template, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Load: what they ship. Tenants of one template share its code
            var loaded = MiniProgramLoader.Load(apps.ToList(), options, files, cancellationToken);

            // Find: where it uses an interface
            var usages = UsageExtraction.Run(loaded[0], catalogue, files, options.MaxParallelism, cancellationToken);

            foreach (var program in loaded)
            {
                // Read: what is declared for it
                var location = GuidelineLocator.Locate(options, files, program.ProjectConfigurationPath, program.Setting, program.Kind == MiniProgramKind.Plugin);
                problems.AddRange(location.Problems.Except(problems));
                var guideline = GuidelineReader.Read(files, location, sharedGuidelines);

                // Read: what is accepted of it
                var (baselinePath, hasBaseline) = BaselineLocator.Locate(options, files, program.ProjectConfigurationPath, program.Setting, problems);
                if (hasBaseline && baselines.TrueForAll(baseline => baseline.Path != baselinePath))
                    baselines.Add(BaselineReader.Read(files, baselinePath, problems));

                programs.Add(new MiniProgramFacts
                {
                    MiniProgram = program,
                    Usages = usages,
                    Guideline = guideline,
                    BaselinePath = baselinePath,
                    GuidelinePath = location.ServingPath ?? location.DefaultPath,
                });
            }
        }

        // Read: what the policies say
        var lexicon = PurposeLexicon.Load();
        var policies = new PolicyPurposes(PolicyReader.Read(files, options.Policies, problems), lexicon);

        // Judge
        var facts = new CheckFacts { Catalogue = catalogue, Lexicon = lexicon, Problems = problems, Policies = policies, Baselines = baselines, MiniPrograms = programs };
        var judgement = RuleList.Judge(facts, options);

        // Gather, with what the developer asked to be written
        var written = new List<WrittenFile>();
        if (options.WriteGuideline)
            written.AddRange(GuidelineWriter.Write(facts, judgement.Suppressions, files));
        if (options.WriteBaseline)
            written.AddRange(BaselineWriter.Write(facts, judgement, files, options));
        return CheckReport.Create(facts, judgement, options, written);
    }
}
