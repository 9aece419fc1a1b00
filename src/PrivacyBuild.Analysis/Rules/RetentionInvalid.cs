using System.Globalization;
using System.Linq;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2004: store_expire_timestamp is no number of days.</summary>
public sealed class RetentionInvalid : Rule
{
    private const char Day = '天';
    private const int MostDigits = 6; // more days than a human life: a time stamp, which the member's name suggests

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2004",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-SET", "SDK-DTAPP"],
        Title = new("The retention time is invalid", "存储期限无效"),
        What = new(
            "store_expire_timestamp is filled in with something else than a number followed by 天, such as 30天.",
            "store_expire_timestamp 填写的不是“数字+天”，例如“30天”。"),
        Why = new(
            "Weixin answers 86072. In spite of its name the member takes no time stamp; left empty it means the shortest time that the purpose needs.",
            "平台返回 86072。虽然名称里有 timestamp，它并不接受时间戳；留空表示实现目的所必要的最短时间。"),
        How = new("Write a number and 天, or leave it empty.", "写数字加“天”，或留空。"),
        Example = new(
            "json",
            """
            { "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗", "store_expire_timestamp": "1年" } }
            """,
            """
            { "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗", "store_expire_timestamp": "365天" } }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline || context.Guideline!.Owner.Retention is not { IsBlank: false } retention || IsValid(retention.Text!))
            return;

        var written = Wording.Quoted(retention.Text!);
        context.Report(this, new LocalizedText($"store_expire_timestamp is \"{written}\", and Weixin takes only a number followed by 天 (86072).", $"store_expire_timestamp 为“{written}”，而平台只接受“数字+天”（86072）。")
            + Remedy(retention.Text!), retention.Place);
    }

    private static bool IsValid(string text) => text.Length > 1 && text[text.Length - 1] == Day && text.Take(text.Length - 1).All(IsDigit);

    private static LocalizedText Remedy(string text) => Days(text) is { } days
        ? new($" Write \"{days}天\", or leave it empty for the shortest time that the purpose needs.", $"请改为“{days}天”，或留空表示必要的最短时间。")
        : new(" Write, for example, \"30天\", or leave it empty for the shortest time that the purpose needs; it is no time stamp.", "请改为例如“30天”，或留空表示必要的最短时间；它不是时间戳。");

    /// <summary>The days that were meant, when a number and a unit that everybody reads alike stand there.</summary>
    private static string? Days(string text)
    {
        var compact = new string(text.Where(c => !char.IsWhiteSpace(c)).Select(HalfWidth).ToArray()).ToLowerInvariant();
        var digits = new string(compact.TakeWhile(IsDigit).ToArray());
        if (digits.Length is 0 or > MostDigits)
            return null;
        var factor = compact.Substring(digits.Length) switch
        {
            "" or "天" or "日" or "d" or "day" or "days" => 1,
            "周" or "week" or "weeks" => 7,
            "月" or "个月" or "month" or "months" => 30,
            "年" or "year" or "years" => 365,
            _ => 0,
        };
        return factor == 0 ? null : (long.Parse(digits, CultureInfo.InvariantCulture) * factor).ToString(CultureInfo.InvariantCulture);
    }

    private static char HalfWidth(char c) => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c;

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
