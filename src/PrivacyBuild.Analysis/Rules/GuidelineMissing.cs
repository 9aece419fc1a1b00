using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0005: privacy interfaces are used and there is no guideline. Stands for every PRIV1001.</summary>
public sealed class GuidelineMissing : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV0005",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-2", "S000-3", "DOC-AUTH"],
        Title = new("Privacy interfaces are used without a guideline", "使用了隐私接口，但缺少用户隐私保护指引"),
        What = new(
            "The mini program uses privacy interfaces, and neither privacy-guideline.json nor privacy-guideline.online.json exists.",
            "小程序使用了隐私接口，但 privacy-guideline.json 与 privacy-guideline.online.json 均不存在。"),
        Why = new(
            "Weixin demands a guideline from every mini program and plug-in that deals with user information. Without one, review sends the version back, and from base library 2.32.3 on the calls fail at the user's (errno 1025 or 112).",
            "凡处理用户信息的小程序和插件，平台都要求填写用户隐私保护指引。缺少指引时，审核不予通过；基础库 2.32.3 起，相关调用会在用户侧失败（errno 1025 或 112）。"),
        How = new(
            "Run dotnet build -p:PrivacyBuildWrite=guideline: it writes the file with the kinds that the code uses. Fill in each purpose and the contact. While the file is not ready, PrivacyBuildMode=warning lets the build pass.",
            "运行 dotnet build -p:PrivacyBuildWrite=guideline，会按代码中用到的信息种类生成该文件；再逐项填写用途和联系方式。尚未准备好时，可将 PrivacyBuildMode 设为 warning，构建不会失败。"),
    };

    public override void Check(RuleContext context)
    {
        // A guideline that is set and absent is PRIV0007's: writing another one would not help.
        if (context.Guideline is not null || context.UsedKinds.Count == 0 || context.Project.Problems.Any(problem => problem is { Kind: ProblemKind.SettingInvalid, Reason: ProblemReason.NotFound } && problem.Path != context.Facts.BaselinePath))
            return;

        var kinds = context.UsedKinds.Select(context.LeftOf).OfType<KindUse>().ToArray();
        if (kinds.Length == 0)
            return;

        var places = kinds.SelectMany(kind => kind.Usages).Select(usage => usage.Place).Distinct().Count();
        var app = Wording.ThisApp(context.MiniProgram.Kind);
        var named = Wording.Kinds(kinds);
        var message = new LocalizedText(
            $"{app.En} uses {Wording.Count(kinds.Length, "kind", "kinds")} of user information ({named.En}; {Wording.Count(places, "place", "places")}), but there is no {GuidelineLocator.FileName}. " +
            "Run dotnet build -p:PrivacyBuildWrite=guideline and fill in the purposes. Not ready yet? Set PrivacyBuildMode to warning.",
            $"{app.Zh}用到 {kinds.Length} 类用户信息（{named.Zh}，共 {places} 处），但缺少 {GuidelineLocator.FileName}。" +
            "请运行 dotnet build -p:PrivacyBuildWrite=guideline 并逐项填写用途。暂不处理可将 PrivacyBuildMode 设为 warning。");
        context.Report(this, message, context.MiniProgram.ConfigurationPath, places: [.. kinds.SelectMany(kind => kind.Usages).Distinct()]);
    }
}
