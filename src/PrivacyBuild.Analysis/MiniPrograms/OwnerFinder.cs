using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Whose code a file is. <c>miniprogram_npm</c> and <c>uni_modules</c> say it themselves. A copy that somebody put among the
/// own files is known by its folder's name *and* files that only this package has there, or by many such files: to call own code
/// foreign would lower what is said about it.
/// </summary>
internal sealed class OwnerFinder
{
    private readonly MiniProgramRoot _root;
    private readonly NpmPackages _packages;
    private readonly IReadOnlyList<VendoredPackage> _vendored = VendoredPackage.ReadAll();
    private readonly HashSet<string> _paths;
    private readonly Dictionary<string, Owner> _byFolder = new(StringComparer.Ordinal);
    private readonly string? _templateFramework;

    public OwnerFinder(MiniProgramRoot root, IReadOnlyList<PackageContents.PackedFile> packed, IProjectFiles files)
    {
        _root = root;
        _packages = new NpmPackages(root, files);
        _paths = new HashSet<string>(packed.Select(file => file.PathInRoot), StringComparer.Ordinal);
        _templateFramework = TemplateFramework();
        _byFolder[""] = Owner.Own;
    }

    public Owner Of(string pathInRoot)
    {
        if (_templateFramework is not null && IsEmittedByFramework(pathInRoot))
            return new Owner(OwnerType.Framework, _templateFramework, "");
        return OfFolder(ProjectPath.GetDirectory(pathInRoot));
    }

    private Owner OfFolder(string folder)
    {
        if (_byFolder.TryGetValue(folder, out var known))
            return known;
        var owner = PackageAt(folder) ?? OfFolder(ProjectPath.GetDirectory(folder));
        _byFolder.Add(folder, owner);
        return owner;
    }

    private Owner? PackageAt(string folder)
    {
        var name = ProjectPath.GetFileName(folder);
        var above = ProjectPath.GetDirectory(folder);
        var holder = ProjectPath.GetFileName(above);

        // uni-app writes what it takes from node_modules into node-modules.
        if (holder is "miniprogram_npm" or "uni_modules" or "node-modules")
            return name.Length > 0 && name[0] == '@' ? null : Npm(name, folder);
        if (holder.Length > 1 && holder[0] == '@' && ProjectPath.GetFileName(ProjectPath.GetDirectory(above)) is "miniprogram_npm" or "node-modules")
            return Npm(holder + "/" + name, folder);

        foreach (var package in _vendored)
        {
            if (package.CopyIn(folder, name, _paths) is { } copy)
                return Npm(package.Name, copy);
        }

        return null;
    }

    private Owner Npm(string name, string folder) => new(OwnerType.Npm, name, _packages.VersionOf(name, ProjectPath.Combine(_root.Root, folder))) { Folder = folder };

    // Both emit one template for all components there are, used or not.
    private string? TemplateFramework()
    {
        if (!_paths.Contains("base.wxml"))
            return null;
        if (_paths.Contains("comp.wxml") || _paths.Contains("taro.js"))
            return "Taro";
        return _paths.Contains("helper.wxs") || _paths.Contains("remax-vendors.js") ? "Remax" : null;
    }

    private static bool IsEmittedByFramework(string path) =>
        path is "base.wxml" or "comp.wxml" or "comp.js" or "comp.json" or "custom-wrapper.wxml" or "custom-wrapper.js" or "custom-wrapper.json" or "utils.wxs" or "helper.wxs"
        or "taro.js" or "runtime.js";
}
