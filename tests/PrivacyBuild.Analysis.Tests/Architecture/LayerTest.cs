using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Analysis.Tests.Architecture;

/// <summary>
/// The house as ARCHITECTURE.md draws it, held by reading the sources: who may name whom, and what nothing below the task may touch.
/// Each failure is a sentence that says what to move where.
/// </summary>
[TestClass]
public sealed partial class LayerTest
{
    /// <summary>The floors of PrivacyBuild.Analysis from the ground up; folders of one floor do not know each other.</summary>
    private static readonly string[][] Floors =
    [
        ["Files"],
        ["MiniPrograms", "Guidelines", "Catalogue", "Policies", "Suppressions"],
        ["Usages"],
        ["Rules"],
        ["Reports"],
        [""], // PrivacyCheck.cs, the main path
    ];

    private static readonly (string Name, string Instead)[] Untouchable =
    [
        ("File", "take files from IProjectFiles"),
        ("Directory", "take folders from IProjectFiles"),
        ("Environment", "let the task hand it in through PrivacyCheckOptions"),
        ("Console", "return data; the task writes the log"),
        ("DateTime", "let the task hand the date in through PrivacyCheckOptions"),
        ("DateTimeOffset", "let the task hand the date in through PrivacyCheckOptions"),
        ("CurrentCulture", "use the invariant culture"),
        ("CurrentUICulture", "take the language from PrivacyCheckOptions"),
        ("Process", "nothing of the checked project is ever executed"),
    ];

    [TestMethod]
    public void Inside_the_analysis_arrows_point_down()
    {
        var faults = new List<string>();
        foreach (var file in Sources("src/PrivacyBuild.Analysis"))
        {
            var folder = FolderOf(file);
            foreach (var used in UsedNamespaces(file).Where(name => name.StartsWith("PrivacyBuild.Analysis.", StringComparison.Ordinal)).Select(name => name.Split('.')[2]))
            {
                if (used != folder && FloorOf(used) >= FloorOf(folder))
                    faults.Add($"{Relative(file)} uses {used}, but {folder} stands {(FloorOf(used) == FloorOf(folder) ? "beside" : "below")} it: move what it needs down, or hand it in.");
            }
        }

        Assert.IsEmpty(faults, string.Join("\n", faults));
    }

    [TestMethod]
    public void The_syntax_layer_knows_nothing_of_its_user()
    {
        var faults = Sources("src/PrivacyBuild.Syntax")
            .SelectMany(file => PlatformWord().Matches(Comment().Replace(File.ReadAllText(file), " ")).Select(match => $"{Relative(file)} says \"{match.Value}\": the syntax layer could be a product of its own; what is the platform's belongs to PrivacyBuild.Analysis."))
            .Distinct().ToArray();
        Assert.IsEmpty(faults, string.Join("\n", faults));
    }

    [TestMethod]
    public void Projects_know_only_those_below_them()
    {
        var faults = new List<string>();
        foreach (var (project, forbidden) in new[] { ("PrivacyBuild.Syntax", "PrivacyBuild.Analysis"), ("PrivacyBuild.Syntax", "PrivacyBuild.Tasks"), ("PrivacyBuild.Analysis", "PrivacyBuild.Tasks"), ("PrivacyBuild.Syntax", "Microsoft.Build"), ("PrivacyBuild.Analysis", "Microsoft.Build") })
        {
            faults.AddRange(Sources($"src/{project}")
                .Where(file => UsedNamespaces(file).Any(name => name == forbidden || name.StartsWith(forbidden + ".", StringComparison.Ordinal)))
                .Select(file => $"{Relative(file)} uses {forbidden}, which stands above {project}."));
        }

        Assert.IsEmpty(faults, string.Join("\n", faults));
    }

    [TestMethod]
    public void Nothing_below_the_task_touches_disk_clock_environment_culture_or_console()
    {
        var faults = new List<string>();
        foreach (var file in Sources("src/PrivacyBuild.Syntax").Concat(Sources("src/PrivacyBuild.Analysis")))
        {
            var code = CodeOf(file);
            foreach (var (name, instead) in Untouchable)
            {
                // As a type in front of a member, or as the culture's property; a property or parameter of that name is none.
                var pattern = name.StartsWith("Current", StringComparison.Ordinal) ? $@"CultureInfo\s*\.\s*{name}\b" : $@"(?<![\w.]){name}\s*\.\s*(Read|Write|Exists|Open|Create|Delete|Copy|Move|Get|Enumerate|Append|Set|New|Now|Today|Utc|Current|Tick|Machine|Process|User|Start|Out|Error|In)\w*";
                if (Regex.Match(code, pattern) is { Success: true } match)
                    faults.Add($"{Relative(file)} uses {match.Value}: {instead}.");
            }
        }

        Assert.IsEmpty(faults, string.Join("\n", faults));
    }

    [TestMethod]
    public void Only_rules_create_diagnostics()
    {
        var faults = Sources("src/PrivacyBuild.Analysis").Where(file => FolderOf(file) != "Rules" && CodeOf(file).Contains("new Diagnostic", StringComparison.Ordinal))
            .Select(file => $"{Relative(file)} creates a diagnostic: return a fact or a problem, and let a rule say it.").ToArray();
        Assert.IsEmpty(faults, string.Join("\n", faults));
    }

    [TestMethod]
    public void No_using_of_our_own_is_global()
    {
        var faults = Sources("src").Where(file => CodeOf(file).Contains("global using", StringComparison.Ordinal)).Select(file => $"{Relative(file)} hides an arrow behind a global using.").ToArray();
        Assert.IsEmpty(faults, string.Join("\n", faults));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Relative(path).Split('/').Any(part => part is "obj" or "bin"))
            .OrderBy(path => path, StringComparer.Ordinal);

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    private static string FolderOf(string path)
    {
        var parts = Relative(path).Split('/');
        return parts.Length > 3 ? parts[2] : "";
    }

    private static int FloorOf(string folder)
    {
        var floor = Array.FindIndex(Floors, folders => folders.Contains(folder));
        return floor >= 0 ? floor : throw new AssertFailedException($"{folder} is no floor of the house: add it to ARCHITECTURE.md and to this test, or move its files.");
    }

    /// <summary>Names of <c>using</c> lines and of qualified names in the code.</summary>
    private static IEnumerable<string> UsedNamespaces(string path) =>
        QualifiedName().Matches(NamespaceLine().Replace(CodeOf(path), "")).Select(match => match.Value).Distinct();

    private static string CodeOf(string path) => CommentOrString().Replace(File.ReadAllText(path), " ");

    [GeneratedRegex(@"\b(PrivacyBuild\.\w+(\.\w+)*|Microsoft\.Build(\.\w+)*)")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"^\s*namespace [^\r\n]*", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"//[^\r\n]*|/\*[\s\S]*?\*/|""""""[\s\S]*?""""""|""(\\.|[^""\\\r\n])*""")]
    private static partial Regex CommentOrString();

    [GeneratedRegex(@"//[^\r\n]*|/\*[\s\S]*?\*/")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bwx\b|weixin|wechat|tencent|mini_?program|guideline|privacy(?!build)", RegexOptions.IgnoreCase)]
    private static partial Regex PlatformWord();
}
