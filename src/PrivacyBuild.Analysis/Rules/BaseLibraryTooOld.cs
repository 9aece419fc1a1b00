using System;
using System.Globalization;
using System.Linq;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV3008: the developer tool runs the program on a base library from before the consent regime.</summary>
public sealed class BaseLibraryTooOld : Rule
{
    private const string Member = "libVersion";

    private static readonly Version Floor = new(2, 32, 3);

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV3008",
        Severity = Severity.Message,
        Nature = RuleNature.Fact,
        Sources = ["DOC-AUTH", "DOC-CHANGELOG", "DOC-PROJCFG"],
        Title = new("The base library in project.config.json is older than 2.32.3", "project.config.json 的基础库低于 2.32.3"),
        What = new(
            "Privacy interfaces are used, and libVersion of project.config.json (or of project.private.config.json, which wins) is below 2.32.3.",
            "使用了隐私接口，而 project.config.json（或优先于它的 project.private.config.json）的 libVersion 低于 2.32.3。"),
        Why = new(
            "Base libraries before 2.32.3 intercept nothing. In the developer tool everything then works, and users on newer ones see the calls fail.",
            "2.32.3 之前的基础库不拦截任何接口：在开发者工具中一切正常，使用新版本的用户却会遇到调用失败。"),
        How = new(
            "Set libVersion to 2.32.3 or newer, or to latest, and try the consent window once.",
            "将 libVersion 设为 2.32.3 或更高版本（或 latest），并实际走一遍隐私授权流程。"),
    };

    public override void Check(RuleContext context)
    {
        if (context.UsedKinds.Count == 0 || context.MiniProgram.Project is not { } project)
            return;

        foreach (var file in new[] { project.PrivateFile, project.File })
        {
            if (file?.Json?[Member] is not JsonString version)
                continue;
            if (VersionOf(version.Value) is { } number && number < Floor)
            {
                context.Report(this, new LocalizedText(
                    $"{Member} {version.Value} is older than 2.32.3, the first that intercepts privacy interfaces: what fails for users works in the developer tool. Set it to 2.32.3 or newer.",
                    $"{Member} {version.Value} 低于 2.32.3，而平台自该版本起才拦截隐私接口：用户会遇到的问题在开发者工具中不会出现。请设为 2.32.3 或更高版本。"),
                    file, version.Span);
            }

            return;
        }
    }

    // Words such as latest and trial are no version numbers.
    private static Version? VersionOf(string text)
    {
        var parts = text.Trim().Split('.');
        if (parts.Length != 3)
            return null;
        var numbers = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        return numbers.Any(number => number < 0) ? null : new Version(numbers[0], numbers[1], numbers[2]);
    }
}
