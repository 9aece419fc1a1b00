using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Says of a page or component that the package does not hold why that is: outside the root, another case, npm not built,
/// or simply not there. What packOptions leaves out is there and worth no word.
/// </summary>
internal sealed class MissingReferences(MiniProgramRoot root, AppConfiguration app, ModuleResolver resolver, IProjectFiles files, List<InputProblem> problems)
{
    private const string BuiltPackages = "miniprogram_npm/";

    private static readonly string[] PageExtensions = [".wxml", ".js", ".ts", ".json"];

    private readonly List<InputProblem> _found = [];
    private readonly HashSet<(ProblemKind, ProblemReason, string)> _known = [];

    /// <summary>The name of the page's files; null when there is none to read.</summary>
    public string? Page(PathReference page)
    {
        if (!ProjectPath.IsWithin(page.Path, ""))
            return Add(ProblemKind.ReferencedFileMissing, page.File, page.Span, ProblemReason.OutsideRoot, page.Path);
        if (resolver.Find(page.Path + ".wxml") is not null || resolver.FindScriptOf(page.Path) is not null)
            return page.Path;
        if (OtherCase(page.Path) is { } actual)
        {
            Add(ProblemKind.ReferencedFileMissing, page.File, page.Span, ProblemReason.OtherCase, page.Path, actual);
            return actual;
        }

        // A framework's sources list the pages of other platforms too.
        if (root.Framework?.IsSource != true && !IsOnDisk(page.Path))
            Add(ProblemKind.ReferencedFileMissing, page.File, page.Span, ProblemReason.NotFound, page.Path);
        return null;
    }

    /// <summary>The name of a component whose case differs; null when there is none to read.</summary>
    public string? Component(string folder, string value, ConfigurationFile file, TextSpan span)
    {
        if (value.Contains("://") || value.Length == 0 || IsExtendedLibrary(value))
            return null;
        var candidates = resolver.Candidates(folder, value).ToList();
        if (candidates.Count == 0)
            return Add(ProblemKind.ReferencedFileMissing, file, span, ProblemReason.OutsideRoot, value);

        foreach (var name in candidates.SelectMany(candidate => new[] { candidate, candidate + "/index" }))
        {
            if (OtherCase(name) is { } actual)
            {
                Add(ProblemKind.ReferencedFileMissing, file, span, ProblemReason.OtherCase, value, actual);
                return actual;
            }

            if (IsOnDisk(name))
                return null;
        }

        if (PackageOf(folder, value) is not { } package)
        {
            return MissingFolder(candidates[0]) is { } missing
                ? Add(ProblemKind.FileLeftOut, file, span, ProblemReason.FolderNotFound, missing, value)
                : Add(ProblemKind.FileLeftOut, file, span, ProblemReason.NotFound, value);
        }

        var isInstalled = NpmPackages.ProjectFolders(root).Any(project => files.DirectoryExists(ProjectPath.Combine(project, "node_modules/" + package)));
        return Add(ProblemKind.FileLeftOut, file, span, isInstalled ? ProblemReason.NpmNotBuilt : ProblemReason.NotFound, package);
    }

    /// <summary>Hands over what was found: of what is not there the first ones of each file, then their number.</summary>
    public void Report()
    {
        if (_found.Count == 0)
            return;
        foreach (var group in _found.GroupBy(problem => (problem.Path, problem.Kind, IsNamedWrongly: IsNamedWrongly(problem))))
        {
            if (group.Key.IsNamedWrongly)
            {
                problems.AddRange(group);
                continue;
            }

            problems.AddRange(group.Take(ReadLimits.ListedProblems));
            var others = group.Skip(ReadLimits.ListedProblems).ToList();
            if (others.Count > 0)
                problems.Add(others[0] with { Subject = group.Key.Path, Detail = others.Count.ToString(CultureInfo.InvariantCulture), Reason = ProblemReason.FurtherOnes });
        }
    }

    // The rule says in one sentence what leads out of the root, and each file of another case has its own remedy.
    private static bool IsNamedWrongly(InputProblem problem) => problem.Reason is ProblemReason.OutsideRoot or ProblemReason.OtherCase;

    private string? Add(ProblemKind kind, ConfigurationFile file, TextSpan span, ProblemReason reason, string subject, string detail = "")
    {
        if (_known.Add((kind, reason, subject)))
            _found.Add(file.ProblemAt(kind, span, reason, subject, detail));
        return null;
    }

    private string? OtherCase(string name)
    {
        foreach (var extension in PageExtensions)
        {
            if (resolver.FindAnyCase(name + extension) is { } file && resolver.Find(name + extension) is null)
                return file.PathInRoot.Substring(0, file.PathInRoot.Length - extension.Length);
        }

        return null;
    }

    private bool IsOnDisk(string name) =>
        PageExtensions.Any(extension => extension != ".json" && files.FileExists(ProjectPath.Combine(root.Root, name + extension)));

    private bool IsExtendedLibrary(string value)
    {
        var libraries = app.MembersOf("useExtendedLib").Where(member => member.Value is JsonBoolean { Value: true }).Select(member => member.Member.Name).ToList();
        return (libraries.Contains("weui") && value.StartsWith("weui-miniprogram/", StringComparison.Ordinal))
            || (libraries.Contains("kbone") && (value.StartsWith("miniprogram-element", StringComparison.Ordinal) || value.StartsWith("miniprogram-render", StringComparison.Ordinal)));
    }

    /// <summary>The folder that is not there with all that should be in it; null when only the component's own folder is missing.</summary>
    private string? MissingFolder(string component)
    {
        string? missing = null;
        for (var folder = ProjectPath.GetParent(component); folder is { Length: > 0 }; folder = ProjectPath.GetParent(folder))
        {
            if (files.DirectoryExists(ProjectPath.Combine(root.Root, folder)))
                break;
            missing = folder;
        }

        return missing == ProjectPath.GetParent(component) ? null : missing;
    }

    // One word for a whole package, however many of its components are named.
    private string? PackageOf(string folder, string value)
    {
        if (value.LastIndexOf(BuiltPackages, StringComparison.Ordinal) is >= 0 and var built)
            return NpmPackages.NameOf(value.Substring(built + BuiltPackages.Length));
        if (value[0] is '.' or '/' || NpmPackages.NameOf(value) is not { } name)
            return null;
        var first = value.Split('/')[0];
        var isOwnFolder = new[] { folder, "" }.Any(above => files.DirectoryExists(ProjectPath.Combine(root.Root, ProjectPath.Combine(above, first))));
        return isOwnFolder ? null : name;
    }
}
