using System;
using System.Linq;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2012: a contact that nobody can be reached at, or a notice method that is none.</summary>
public sealed class OwnerValueImpossible : Rule
{
    private const int LeastDigits = 5;
    private const int MostDigits = 20;

    // Reserved by RFC 2606 for documents: nobody has a mailbox there.
    private static readonly string[] ReservedDomains = ["example.com", "example.net", "example.org"];

    private static readonly string[] ReservedEndings = [".example", ".test", ".invalid", ".localhost"];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2012",
        Severity = Severity.Warning,
        Nature = RuleNature.Advice,
        Sources = ["S000-22", "S001-34"],
        Title = new("A contact that cannot be real", "联系方式不可能有效"),
        What = new(
            "A contact of owner_setting is no address or number at all, exists in examples only (a@example.com) or was left over from a template; or notice_method is the name of a member.",
            "owner_setting 的联系方式不是邮箱或号码，或仅用于示例（a@example.com），或是模板残留；或 notice_method 填写成了成员名。"),
        Why = new(
            "The call looks only whether something stands there. Users are shown it as the way to exercise their rights, and reach nobody.",
            "接口只检查是否填写。用户看到的是行使权利的途径，却联系不到任何人。"),
        How = new(
            "Write a contact that somebody answers, and how users hear of changes (弹窗, 公告).",
            "填写有人处理的联系方式，并写明通知用户的方式（弹窗、公告等）。"),
        Example = new(
            "json",
            """
            { "owner_setting": { "contact_email": "a@example.com", "notice_method": "弹窗" } }
            """,
            """
            { "owner_setting": { "contact_email": "privacy@shop-demo.cn", "notice_method": "弹窗" } }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.JudgesGuideline || context.Guideline is not { IsOnline: false } guideline)
            return;

        var owner = guideline.Owner;
        foreach (var value in owner.Contacts.Where(contact => !contact.IsBlank))
        {
            if (Reason(value, context) is { } reason)
                context.Report(this, Message(value, reason), value.Place);
        }

        if (owner.NoticeMethod is { IsBlank: false } notice && (IsMemberName(notice.Text!) || context.Project.Lexicon.Pattern("placeholder").IsMatch(notice.Text!)))
        {
            var written = Wording.Quoted(notice.Text!);
            context.Report(this, new LocalizedText(
                $"notice_method is \"{written}\", which tells users nothing: it says how they hear of changes. Write, for example, \"弹窗\" or \"公告\".",
                $"notice_method 为“{written}”，用户看不懂：此处应写明以何种方式通知变更，例如“弹窗”或“公告”。"), notice.Place);
        }
    }

    private static LocalizedText? Reason(GuidelineValue contact, RuleContext context)
    {
        var text = contact.Text!.Trim();
        if (context.Project.Lexicon.Pattern("placeholder").IsMatch(text) || IsMemberName(text))
            return new("was left over from a template", "是模板残留");
        return contact.Name switch
        {
            "contact_email" when !IsAddress(text) => new("is no e-mail address", "不是邮箱地址"),
            "contact_email" when IsReserved(text.Substring(text.LastIndexOf('@') + 1)) => new("exists in examples only", "仅用于示例"),
            "contact_phone" when !IsNumber(text) => new("is no phone number", "不是电话号码"),
            "contact_qq" when !IsNumber(text) => new("is no QQ number", "不是 QQ 号"),
            _ => null,
        };
    }

    private static LocalizedText Message(GuidelineValue contact, LocalizedText reason)
    {
        var written = Wording.Quoted(contact.Text!);
        return new LocalizedText(
            $"{contact.Name} \"{written}\" {reason.En}, and users who want to exercise their rights reach nobody. Write a contact that somebody answers.",
            $"{contact.Name} 的“{written}”{reason.Zh}，用户无法据此行使权利。请填写有人处理的联系方式。");
    }

    // One @ with something on both sides, and a dot within what follows; anything stricter refuses addresses that exist.
    private static bool IsAddress(string text)
    {
        var at = text.IndexOf('@');
        var domain = text.Substring(at + 1);
        return at > 0 && domain.Length > 0 && domain.IndexOf('@') < 0 && !text.Any(char.IsWhiteSpace) && domain.IndexOf('.') > 0 && domain[domain.Length - 1] != '.';
    }

    private static bool IsReserved(string domain) =>
        ReservedDomains.Contains(domain.ToLowerInvariant()) || ReservedEndings.Any(ending => domain.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // Extensions, groups and words may stand around it; what counts is that there is a number, and not one digit throughout.
    private static bool IsNumber(string text)
    {
        var digits = text.Where(char.IsDigit).ToArray();
        return digits.Length is >= LeastDigits and <= MostDigits * 2 && digits.Distinct().Skip(1).Any();
    }

    private static bool IsMemberName(string text) => text.StartsWith("contact_", StringComparison.Ordinal) || text.StartsWith("notice_", StringComparison.Ordinal);
}
