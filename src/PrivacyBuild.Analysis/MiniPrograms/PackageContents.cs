using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// The files of an app root that end up in the package: everything below it with an extension that the tool takes, less
/// what it always leaves out, cloud functions, the build's own folders and what packOptions ignores.
/// </summary>
internal sealed class PackageContents
{
    private static readonly HashSet<string> NeverPacked = new(StringComparer.Ordinal) { "node_modules", ".git", ".svn" };

    private readonly IProjectFiles _files;
    private readonly MiniProgramRoot _root;
    private readonly IReadOnlyList<string> _buildFolders;
    private readonly string? _cloudFunctions;
    private readonly List<InputProblem> _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly List<PackedFile> _packed = [];
    private int _entries;

    private PackageContents(MiniProgramRoot root, IReadOnlyList<string> buildFolders, IProjectFiles files, List<InputProblem> problems, CancellationToken cancellationToken)
    {
        _root = root;
        _files = files;
        _problems = problems;
        _cancellationToken = cancellationToken;
        _buildFolders = buildFolders;
        _cloudFunctions = root.Project?.CloudFunctionRoot is { } folder && folder != root.Root && ProjectPath.IsWithin(folder, root.Root) ? folder : null;
    }

    /// <summary>A file of the package, before it is known whose it is.</summary>
    public sealed record PackedFile(string PathInRoot, ShippedFileKind Kind);

    private sealed record Folder(string PathInRoot, int Depth);

    /// <summary>The files sorted by path. What had to be left out is among the problems, and so is what should not be in the package.</summary>
    public static List<PackedFile> List(MiniProgramRoot root, IReadOnlyList<string> buildFolders, IProjectFiles files, List<InputProblem> problems, CancellationToken cancellationToken)
    {
        var contents = new PackageContents(root, buildFolders, files, problems, cancellationToken);
        contents.Walk();
        var packed = contents.WithoutCompiledTypeScript();
        packed.Sort((left, right) => string.CompareOrdinal(left.PathInRoot, right.PathInRoot));
        return packed;
    }

    private void Walk()
    {
        var pending = new Stack<Folder>();
        pending.Push(new Folder("", 0));
        while (pending.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var (folder, depth) = pending.Pop();
            foreach (var entry in _files.ListOrReport(ProjectPath.Combine(_root.Root, folder), folder, _problems))
            {
                if (++_entries > ReadLimits.Entries)
                {
                    LeftOut(folder, ProblemReason.TooManyFiles, ReadLimits.Entries);
                    return;
                }

                var path = folder.Length == 0 ? entry.Name : folder + "/" + entry.Name;
                if (!entry.IsDirectory)
                    AddFile(path, entry);
                else if (EntersFolder(path, entry, depth))
                    pending.Push(new Folder(path, depth + 1));
            }
        }
    }

    private bool EntersFolder(string path, ProjectEntry entry, int depth)
    {
        if (NeverPacked.Contains(entry.Name) || _root.Project?.IgnoresFolder(path) == true)
            return false;

        if (_root.Framework?.IsSource == true && FrameworkFiles.IsLeftOutFolder(path, entry.Name))
            return false;
        var fullPath = ProjectPath.Combine(_root.Root, path);
        if (fullPath == _cloudFunctions)
            return false;
        if (_buildFolders.Contains(fullPath, StringComparer.Ordinal))
        {
            AddBuildFolder(path);
            return false;
        }

        if (entry.IsLink)
        {
            LeftOut(path, ProblemReason.Link, null);
            return false;
        }

        if (depth + 1 < ReadLimits.Depth)
            return true;
        LeftOut(path, ProblemReason.TooDeep, ReadLimits.Depth);
        return false;
    }

    private void AddFile(string path, ProjectEntry entry)
    {
        if (FileKinds.Of(path, _root) is not { } kind || IsIgnored(path))
            return;
        if (kind is not ShippedFileKind.Other && entry.IsLink)
        {
            LeftOut(path, ProblemReason.Link, null);
            return;
        }

        if (kind is not ShippedFileKind.Other && entry.IsLarge)
        {
            LeftOut(path, ProblemReason.TooLarge, ReadLimits.SourceBytes);
            return;
        }

        _packed.Add(new PackedFile(path, kind));
    }

    // Without the typescript plug-in the tool takes a .ts for nothing, but a project whose own build
    // compiles it away from here has no .js yet. One beside it shows that the .js is what ships.
    private List<PackedFile> WithoutCompiledTypeScript()
    {
        if (_root.Project?.UsesTypeScript == true || _root.Framework?.IsSource == true)
            return _packed;
        var scripts = new HashSet<string>(_packed.Where(file => file.Kind == ShippedFileKind.JavaScript).Select(file => ProjectPath.WithoutExtension(file.PathInRoot)), StringComparer.Ordinal);
        return _packed.FindAll(file => file.Kind != ShippedFileKind.TypeScript || !scripts.Contains(ProjectPath.WithoutExtension(file.PathInRoot)));
    }

    private void AddBuildFolder(string path)
    {
        if (_root.Project?.IgnoresUnusedFiles != true && _root.Framework?.IsSource != true && !IsIgnored(path + "/project.assets.json"))
            _problems.Add(UploadOf(path, "folder"));
    }

    private bool IsIgnored(string path) => _root.Project?.IsIgnored(path, _problems) == true;

    private InputProblem UploadOf(string pathInRoot, string ruleType) =>
        new(ProblemKind.WouldBeUploaded, ProjectPath.Combine(_root.Root, pathInRoot), default, default, pathInRoot, ruleType);

    private void LeftOut(string pathInRoot, ProblemReason reason, long? limit) =>
        _problems.Add(new InputProblem(
            ProblemKind.FileLeftOut,
            ProjectPath.Combine(_root.Root, pathInRoot),
            default,
            default,
            pathInRoot,
            limit?.ToString(CultureInfo.InvariantCulture) ?? "") { Reason = reason });
}
