using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Policies;

namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2106: several kinds that have nothing to do with one another give the same reason. One per reason, at its first place.</summary>
public sealed class PurposeShared : Rule
{
    private const int Several = 3;

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2106",
        Severity = Severity.Warning,
        Nature = RuleNature.Fact,
        Sources = ["PT-06", "PTX"],
        Title = new("Several kinds have the same purpose", "多个信息种类的用途相同"),
        What = new(
            "Kinds with interfaces of their own have the same privacy_text, or the same but for the names of the kinds; an error from three kinds on. Kinds that one function takes together (Camera and Record, the sensors) may share a reason.",
            "有各自接口的信息种类使用了相同的 privacy_text，或仅名称不同；达到 3 类时为错误。同一功能会一并用到的种类（摄像头与麦克风、各类传感器）可以共用。"),
        Why = new(
            "Weixin's note on purposes that are sent back has it as a case: several interfaces with the same, unclear reason.",
            "平台关于用途被退回的说明列有此情形：多个接口使用同样的、不清晰的理由。"),
        How = new(
            "State for each kind what it is used for.",
            "为每个信息种类分别写明用途。"),
        Example = new(
            "json",
            """
            { "setting_list": [ { "privacy_key": "Location", "privacy_text": "为您提供本地生活内容" }, { "privacy_key": "PhoneNumber", "privacy_text": "为您提供本地生活内容" } ] }
            """,
            """
            { "setting_list": [ { "privacy_key": "Location", "privacy_text": "按距离排列附近的商家" }, { "privacy_key": "PhoneNumber", "privacy_text": "登录账号并接收订单通知" } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        // Kinds without interfaces are declared for forms, where one form is one reason.
        var open = context.Purposes.Where(purpose => purpose.Sdk is null && purpose.Reading.IsPurpose && context.Catalogue.KindsByKey.TryGetValue(purpose.Key, out var kind) && !kind.DeclarableOnly).ToList();
        while (open.Count > 0)
        {
            var group = open.Where(other => other.Reading.SharesReasonWith(open[0].Reading)).GroupBy(purpose => purpose.Key).Select(same => same.First()).ToList();
            open.RemoveAll(purpose => purpose == open[0] || group.Contains(purpose));
            var unrelated = Unrelated(group, context.Project.Lexicon);
            if (unrelated > 1)
                context.Report(this, Message(group), group[0].Value.Place, unrelated >= Several ? Severity.Error : null, group[0].Key);
        }
    }

    /// <summary>Into how many parts the kinds fall that have nothing to do with one another.</summary>
    private static int Unrelated(IReadOnlyList<Purpose> group, PurposeLexicon lexicon)
    {
        var parts = new List<HashSet<string>>();
        foreach (var key in group.Select(purpose => purpose.Key))
        {
            var joined = parts.Where(part => part.Any(other => lexicon.Related.Any(related => related.Contains(key) && related.Contains(other)))).ToArray();
            parts.RemoveAll(joined.Contains);
            parts.Add([key, .. joined.SelectMany(part => part)]);
        }

        return parts.Count;
    }

    private static LocalizedText Message(List<Purpose> group)
    {
        var keys = group.Select(purpose => purpose.Key).ToArray();
        var quoted = Wording.Quoted(group[0].Value.Text!);
        return new LocalizedText(
            $"{Wording.EnglishList(keys)} give the same reason, \"{quoted}\": Weixin sends back several interfaces with one unclear purpose. State for each what it is used for.",
            $"{string.Join("、", keys)} 的用途相同，均为“{quoted}”：平台会退回多个接口共用的不清晰用途。请分别写明各自的用途。");
    }
}
