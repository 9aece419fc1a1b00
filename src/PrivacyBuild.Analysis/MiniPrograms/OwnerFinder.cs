using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// Whose code a file is. <c>miniprogram_npm</c> and <c>uni_modules</c> say it themselves. A copy that somebody put among the
/// own files is known by its folder's name *and* files that only this package has there: to call own code foreign would
/// lower what is said about it, so both must agree.
/// </summary>
internal sealed class OwnerFinder
{
    private static readonly VendoredPackage[] Vendored =
    [
        new("@vant/weapp", ["vant-weapp", "vant", "@vant", "vant-ui", "weapp"], ["common/component.js", "common/component.ts"], ["wxs/utils.wxs"]),
        new("weui-miniprogram", ["weui-miniprogram", "weui"], ["weui-wxss/dist/style/weui.wxss", "uploader/uploader.js", "half-screen-dialog/half-screen-dialog.js"], ["cells/cells.wxml", "cell/cell.wxml"]),
        new("tdesign-miniprogram", ["tdesign-miniprogram", "tdesign"], ["common/src/superComponent.js", "common/src/superComponent.ts", "common/src/superComponent.d.ts", "common/src/instantiationDecorator.js"], ["common/utils.wxs", "button/button.wxml"]),
        new("iview-weapp", ["iview-weapp", "iview"], ["base/index.js", "toast/index.js"], ["cell-group/index.wxml", "button/index.wxml"]),
        new("wux-weapp", ["wux-weapp", "wux"], ["helpers/baseComponent.js", "helpers/mergeOptionsToData.js"], ["button/index.wxml"]),
        new("lin-ui", ["lin-ui", "linui"], ["water-flow/index.js", "arc-popup/index.js", "image-clipper/index.js", "combined-tabs/index.js", "album/index.js"], ["behaviors/validator.js", "behaviors/transition.js"]),
        new("colorui", ["colorui", "color-ui"], ["main.wxss", "main.css"], ["icon.wxss", "icon.css"]),
    ];

    private readonly MiniProgramRoot _root;
    private readonly NpmPackages _packages;
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

        foreach (var package in Vendored)
        {
            if (package.Folders.Contains(name.ToLowerInvariant()) && CopyIn(folder, package) is { } copy)
                return Npm(package.Name, copy);
        }

        return null;
    }

    private string? CopyIn(string folder, VendoredPackage package)
    {
        foreach (var copy in new[] { folder, folder + "/dist", folder + "/lib", folder + "/es", folder + "/src", folder + "/miniprogram_dist", folder + "/weapp" })
        {
            if (package.OneOf.Any(file => _paths.Contains(copy + "/" + file)) && package.AndOneOf.Any(file => _paths.Contains(copy + "/" + file)))
                return copy;
        }

        return null;
    }

    private Owner Npm(string name, string folder) => new(OwnerType.Npm, name, _packages.VersionOf(name, ProjectPath.Combine(_root.Root, folder)));

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

    /// <summary>A component library that people copy: names its folder goes by, and files of which one of each list must lie there.</summary>
    private sealed record VendoredPackage(string Name, string[] Folders, string[] OneOf, string[] AndOneOf);
}
