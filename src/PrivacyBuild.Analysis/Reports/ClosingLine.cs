using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>
/// The line that ends the check of one mini program, so that every log shows that it took place and how far it reached. It never
/// says "passed" or "compliant": nothing found is not the same as nothing wrong.
/// </summary>
internal static class ClosingLine
{
    private const int KindsNamed = 5;

    /// <param name="apps">One app, or all that share one template's code.</param>
    /// <param name="judged">What was found of them.</param>
    /// <param name="options">Language and mode.</param>
    public static string Of(IReadOnlyList<AppReport> apps, JudgedDiagnostics judged, PrivacyCheckOptions options)
    {
        var app = apps[0];
        var outcome = apps.Count == 1 ? Name(app) + Outcome(app, judged, options) : FleetName(app, apps.Count) + FleetOutcome(apps, judged, options);
        return (outcome + Figures(app) + Limits(apps) + Request(apps, options)).In(options.Language);
    }

    private static LocalizedText Request(IReadOnlyList<AppReport> apps, PrivacyCheckOptions options)
    {
        var withheld = apps.Count(app => ReportFiles.WithholdsRequest(app, options));
        return withheld == 0
            ? LocalizedText.Empty
            : new($"; no {ReportFiles.RequestName} while there are errors", $"；有错误，未生成 {ReportFiles.RequestName}");
    }

    /// <summary>The line of a run that writes the guideline: what was written, and what is left to do.</summary>
    public static string OfWritingGuideline(AppReport app, MiniProgramFacts facts, IReadOnlyList<WrittenFile> writtenFiles, PrivacyCheckOptions options)
    {
        var path = GuidelineWriter.TargetOf(facts);
        var file = writtenFiles.FirstOrDefault(file => file.Path == path);
        var isComplete = app.Kinds.All(kind => kind.Places == 0 || facts.Guideline?.Find(kind.Key) is not null);
        return (Name(app) + Written(path, file, isComplete, app) + Figures(app) + Limits([app])).In(options.Language);
    }

    /// <summary>The line of a run that writes the baseline.</summary>
    public static string OfWritingBaseline(AppReport app, MiniProgramFacts facts, IReadOnlyList<WrittenFile> writtenFiles, PrivacyCheckOptions options)
    {
        var file = writtenFiles.FirstOrDefault(file => file.Path == facts.BaselinePath);
        var written = file is null
            ? new LocalizedText($"{facts.BaselinePath} accepts what there is; nothing was written", $"{facts.BaselinePath} 已包含现有问题，无需写入")
            : new LocalizedText(
                $"{facts.BaselinePath} was written: it accepts {Wording.Count(file.Findings, "finding", "findings")}, which Weixin still sees",
                $"已写入 {facts.BaselinePath}：接受 {file.Findings} 处问题，平台仍能看到");
        return (Name(app) + written + Figures(app) + Limits([app])).In(options.Language);
    }

    private static LocalizedText Written(string path, WrittenFile? file, bool isComplete, AppReport app) => file switch
    {
        null when isComplete => new($"{path} has an entry for every kind in use; nothing was written", $"用到的信息种类在 {path} 中均有条目，无需写入"),
        null => new($"{path} cannot be added to as it stands; nothing was written", $"{path} 目前无法补充，未写入"),
        { Kinds.Count: 0 } => new($"{path} was written with the purposes of the online guideline", $"已写入 {path}，用途取自线上指引"),
        _ => new(
            $"{path} was written: fill in the {(file.Kinds.Count == 1 ? "purpose" : "purposes")} of {Wording.EnglishList([.. file.Kinds.Select(kind => WithPackage(kind, app).En)])} and what else is blank, then build again",
            $"已写入 {path}：请填写 {string.Join("、", file.Kinds.Select(kind => WithPackage(kind, app).Zh))} 的用途及其他空白项，然后重新构建".Replace("） 的", "）的")),
    };

    // Who has no use for it himself should do without the component rather than invent a purpose.
    private static LocalizedText WithPackage(string kind, AppReport app)
    {
        var owners = app.InUse.Where(usage => usage.Kinds.Contains(kind)).Select(usage => usage.Owner).Distinct().ToArray();
        return owners.Length == 1 && owners[0].Type != OwnerType.Own && owners[0].Name.Length > 0
            ? new($"{kind} (only {owners[0].Name} uses it)", $"{kind}（仅 {owners[0].Name} 用到）")
            : Wording.Same(kind);
    }

    private static LocalizedText Name(AppReport app) => new($"{app.Name}: ", $"{app.Name}：");

    private static LocalizedText Outcome(AppReport app, JudgedDiagnostics judged, PrivacyCheckOptions options, LocalizedText? ofAll = null)
    {
        var used = app.Kinds.Where(kind => kind.Places > 0).ToArray();
        var undeclared = used.Where(kind => !kind.Declared && !kind.IsSettled).Select(kind => kind.Key).ToArray();
        var findings = ofAll ?? Findings([app], judged, options);
        if (undeclared.Length > 0)
            return Undeclared(undeclared) + findings;
        if (app.Result.Accepted > 0 && app.Result.Errors == 0)
        {
            return new LocalizedText(
                $"no new findings; {Wording.Count(app.Result.Accepted, "accepted one is", "accepted ones are")} still visible to Weixin",
                $"没有新的问题；平台仍能看到 {app.Result.Accepted} 处已接受的问题") + findings;
        }

        return used.Length switch
        {
            0 => new LocalizedText("no privacy interface found", "未发现隐私接口"),
            1 => new LocalizedText("the only kind in use is declared", "用到的 1 类信息已声明"),
            _ => new LocalizedText($"all {used.Length} kinds in use are declared", $"用到的 {used.Length} 类信息均已声明"),
        } + findings;
    }

    private static LocalizedText FleetName(AppReport first, int count)
    {
        var folder = ProjectPath.GetFileName(first.Root);
        var name = folder.Length is 0 || folder == ".." ? "miniprogram" : folder;
        return new($"{name}, {count} apps: ", $"{name}（{count} 个应用）：");
    }

    // How many apps lack which kind; the kinds that most of them lack come first.
    private static LocalizedText FleetOutcome(IReadOnlyList<AppReport> apps, JudgedDiagnostics judged, PrivacyCheckOptions options)
    {
        var findings = Findings(apps, judged, options);
        var undeclared = apps.SelectMany(app => app.Kinds).Where(kind => kind.Places > 0 && !kind.Declared)
            .GroupBy(kind => kind.Key, StringComparer.Ordinal).OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key, StringComparer.Ordinal).ToArray();
        if (undeclared.Length == 0)
            return Outcome(apps[0], judged, options, findings);
        var complete = apps.Count(app => app.Kinds.All(kind => kind.Places == 0 || kind.Declared));
        var named = undeclared.Take(KindsNamed).ToArray();
        var more = undeclared.Length - named.Length;
        return new LocalizedText(
            $"all kinds in use are declared in {complete}; not declared: {string.Join(", ", named.Select(kind => $"{kind.Key} in {kind.Count()}"))}{(more > 0 ? $" and {more} more" : "")}",
            $"{complete} 个已声明用到的全部信息；未声明：{string.Join("、", named.Select(kind => $"{kind.Key}（{kind.Count()} 个）"))}{(more > 0 ? $" 等 {undeclared.Length} 类" : "")}") + findings;
    }

    private static LocalizedText Undeclared(string[] kinds)
    {
        var named = kinds.Take(KindsNamed).ToArray();
        var more = kinds.Length - named.Length;
        return new(
            $"not declared: {string.Join(", ", named)}{(more > 0 ? $" and {more} more" : "")}",
            $"未声明：{string.Join("、", named)}{(more > 0 ? $" 等 {kinds.Length} 类" : "")}");
    }

    // In report mode and while reports are written the line is all there is: it counts as the rules do. Otherwise it counts as the log shows.
    private static LocalizedText Findings(IReadOnlyList<AppReport> apps, JudgedDiagnostics judged, PrivacyCheckOptions options)
    {
        var names = new HashSet<string>(apps.Select(app => app.Name), StringComparer.Ordinal);
        var counted = (options.Mode == CheckMode.Report || options.WriteReport ? judged.Findings : judged.Shown).Where(diagnostic => names.Contains(diagnostic.App)).ToArray();
        var errors = counted.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var warnings = counted.Count(diagnostic => diagnostic.Severity == Severity.Warning);
        var parts = new List<LocalizedText>();
        if (errors > 0)
            parts.Add(new LocalizedText(Wording.Count(errors, "error", "errors"), $"{errors} 个错误"));
        if (warnings > 0)
            parts.Add(new LocalizedText(Wording.Count(warnings, "warning", "warnings"), $"{warnings} 个警告"));
        return parts.Count == 0
            ? LocalizedText.Empty
            : new("; " + string.Join(", ", parts.Select(part => part.En)), "；" + string.Join("，", parts.Select(part => part.Zh)));
    }

    private static LocalizedText Figures(AppReport app)
    {
        var usages = app.InUse.Where(usage => usage.Kinds.Count > 0).ToArray();
        var interfaces = usages.Select(usage => usage.Name).Distinct().Count();
        var places = usages.Select(usage => usage.Place).Distinct().Count();
        var searched = app.Files.Shipped - app.Files.LeftOut;
        var (used, usedZh) = usages.Length == 0
            ? ("", "")
            : ($"{Wording.Count(interfaces, "interface", "interfaces")}, {Wording.Count(places, "place", "places")}, ", $"{interfaces} 个接口，{places} 处，");
        var files = app.Framework switch
        {
            null => new LocalizedText(Wording.Count(searched, "file", "files"), $"{searched} 个文件"),
            { IsSource: true, Name: var name } => new($"{Wording.Count(searched, "source file", "source files")} of {name}", $"{searched} 个 {name} 源文件"),
            { Name: var name } => new($"{Wording.Count(searched, "file", "files")} built by {name}", $"{searched} 个 {name} 构建产物文件"),
        };
        return new($" ({used}{files.En} searched)", $"（{usedZh}检查了 {files.Zh}）");
    }

    private static LocalizedText Limits(IReadOnlyList<AppReport> apps)
    {
        var app = apps[0];
        var suppressed = apps.Sum(one => one.Result.Suppressed);
        var accepted = apps.Sum(each => each.Result.Accepted);
        var dynamic = app.Usages.Usages.Count(usage => usage.Interface is null);
        var line = LocalizedText.Empty;
        if (dynamic > 0)
            line += new LocalizedText($"; {Wording.Count(dynamic, "access", "accesses")} could not be resolved", $"；{dynamic} 处访问无法确定");
        if (app.Files.LeftOut > 0)
            line += new LocalizedText($"; {Wording.Count(app.Files.LeftOut, "file", "files")} left out", $"；{app.Files.LeftOut} 个文件未检查");
        if (app.Files.Excluded > 0)
            line += new LocalizedText($"; {Wording.Count(app.Files.Excluded, "file", "files")} excluded", $"；{app.Files.Excluded} 个文件被排除");
        if (accepted > 0 && apps.Any(each => each.Result.Errors > 0))
            line += new LocalizedText($"; {Wording.Count(accepted, "finding", "findings")} accepted", $"；{accepted} 处问题已接受");
        if (suppressed > 0)
            line += new LocalizedText($"; {Wording.Count(suppressed, "finding", "findings")} suppressed", $"；{suppressed} 个问题被忽略");
        return line;
    }
}
