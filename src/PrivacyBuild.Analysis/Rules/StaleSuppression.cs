using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Suppressions;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0008: a suppression or baseline entry that is expired, matches nothing, or accepts more places than there are.</summary>
public sealed class StaleSuppression : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV0008",
        Severity = Severity.Message,
        Nature = RuleNature.Advice,
        Sources = [],
        Title = new("A suppression is stale", "忽略项已失效"),
        What = new(
            "A comment, PrivacyBuildSuppress item or baseline entry matches no finding any more, accepts more places than there are, or is past its last day (which is judged only when PrivacyBuildToday is set).",
            "某条注释、PrivacyBuildSuppress 项或基线条目不再匹配任何问题、接受的数量多于实际，或已超过截止日期（仅在设置 PrivacyBuildToday 时判断）。"),
        Why = new(
            "What is left lying would hide the same finding when it comes back. An expired entry no longer hides anything.",
            "遗留的条目会在同样的问题再次出现时将其掩盖。过期的条目不再起作用。"),
        How = new(
            "Remove the entry; dotnet build -p:PrivacyBuildWrite=baseline does so for the baseline. If it is expired, resolve the finding or set a later day.",
            "删除该条目；对于基线，运行 dotnet build -p:PrivacyBuildWrite=baseline 即可更新。若已过期，请解决该问题或改为更晚的日期。"),
    };

    public override void CheckSuppressions(ProjectContext context, SuppressionPolicy suppressions)
    {
        foreach (var entry in suppressions.Stale)
        {
            var suppression = entry.Suppression;
            context.Report(this, Message(entry), new InputProblem(ProblemKind.SettingInvalid, suppression.WrittenIn, suppression.Start, suppression.End));
        }
    }

    private static LocalizedText Message(StaleEntry entry)
    {
        var suppression = entry.Suppression;
        var what = string.Join(" ", new[] { suppression.Rule, suppression.Interface }.Where(part => part.Length > 0));
        var file = ProjectPath.GetFileName(suppression.Path);
        var (subject, subjectZh) = suppression.Source switch
        {
            SuppressionSource.Item => ($"PrivacyBuildSuppress {what}", $"PrivacyBuildSuppress {what} "),
            SuppressionSource.Comment => ($"This comment for {what}", $"此处针对 {what} 的注释"),
            _ => (file.Length > 0 ? $"The entry {what} for {file}" : $"The entry {what}", file.Length > 0 ? $"{file} 的 {what} 条目" : $"{what} 条目"),
        };
        if (entry.IsExpired)
        {
            return new(
                $"{subject} expired after {suppression.Until} and no longer suppresses. Resolve the finding, or set a later day.",
                $"{subjectZh}已于 {suppression.Until} 之后失效，不再起作用。请解决该问题，或改为更晚的日期。");
        }

        var (remove, removeZh) = suppression.Source == SuppressionSource.Baseline
            ? ("dotnet build -p:PrivacyBuildWrite=baseline brings the baseline up to date", "运行 dotnet build -p:PrivacyBuildWrite=baseline 可更新基线")
            : ("Remove it", "请删除");
        return entry.Places == 0
            ? new($"{subject} suppresses nothing: there is no such finding. {remove}.", $"{subjectZh}未匹配任何问题。{removeZh}。")
            : new(
                $"{subject} accepts {suppression.Count} places, and there {(entry.Places == 1 ? "is 1" : $"are {entry.Places}")}. {remove}.",
                $"{subjectZh}接受 {suppression.Count} 处，实际只有 {entry.Places} 处。{removeZh}。");
    }
}
