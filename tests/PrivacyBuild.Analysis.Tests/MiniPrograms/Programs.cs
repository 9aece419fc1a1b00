using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

/// <summary>Loads mini programs out of a map of path to text.</summary>
internal static class Programs
{
    public static MiniProgramSearch Locate(IProjectFiles files, PrivacyCheckOptions? options = null) =>
        MiniProgramLocator.Locate(options ?? new PrivacyCheckOptions(), files);

    /// <summary>The only mini program there is.</summary>
    public static MiniProgram Load(IProjectFiles files, PrivacyCheckOptions? options = null)
    {
        options ??= new PrivacyCheckOptions();
        return MiniProgramLoader.Load([MiniProgramLocator.Locate(options, files).Roots.Single()], options, files, CancellationToken.None).Single();
    }

    public static MiniProgram Load(params (string Path, string Text)[] files) => Load(new InMemoryFiles(files));

    public static string Shipped(MiniProgram program) => string.Join(" ", program.Files.Select(file => file.PathInRoot));

    public static ReachabilityGraph Graph(MiniProgram program) => new(program.Edges);

    /// <summary>Kind, reason and subject of each problem, one a line.</summary>
    public static string Problems(MiniProgram program) =>
        string.Join("\n", program.Problems.Select(problem => $"{problem.Kind} {problem.Reason} {problem.Subject}".TrimEnd()));
}
