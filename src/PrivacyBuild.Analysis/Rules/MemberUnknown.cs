using System;
using System.Linq;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2010: a member that the platform's call does not have. One per name and kind of object. Stands for what misses the member that was meant.</summary>
public sealed class MemberUnknown : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2010",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = ["S000-22", "OP-SET", "C-REJECT"],
        Title = new("A member that the platform's call does not have", "平台接口没有的成员"),
        What = new(
            "An object of the guideline has a member that setprivacysetting does not document: a misspelt one (an error, or a warning when the call goes through without it), or one of your own (warning). Names that begin with $, _, # or / are taken for notes and are silent.",
            "指引中的对象含有 setprivacysetting 文档之外的成员：疑似拼写错误且该成员必填时为错误，其余为警告。以 $、_、# 或 / 开头的名称视为备注，不作提示。"),
        Why = new(
            "The platform passes over what it does not know without an error. privacy_value instead of privacy_text was accepted by the call, and review then found no purpose.",
            "平台会忽略不认识的成员且不报错。曾有开发者把 privacy_text 写成 privacy_value：接口返回成功，审核却因没有用途而不通过。"),
        How = new(
            "Use the name that the message gives. Put notes into comments (// …).",
            "使用消息给出的名称；备注请写成注释（// …）。"),
        Example = new(
            "json",
            """
            { "setting_list": [ { "privacy_key": "Camera", "privacy_value": "扫描商品条码" } ] }
            """,
            """
            { "setting_list": [ { "privacy_key": "Camera", "privacy_text": "扫描商品条码" } ] }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.UsesOrDeclares)
            return;

        // An answer is the platform's own, and may grow.
        foreach (var part in (context.Guideline?.Parts ?? []).Where(part => part.Shape == GuidelineShape.Request))
        {
            var slips = context.MisspeltMembers.Where(slip => slip.Place.File == part.File).ToDictionary(slip => slip.Member, slip => slip.Meant);
            foreach (var group in part.UnknownMembers.GroupBy(member => (member.Part, member.Name, Meant: slips.TryGetValue(member, out var meant) ? meant : null)))
            {
                if (group.Key.Meant is not null)
                    context.Report(this, Misspelt(group.Key.Name, group.Key.Meant, group.Count() - 1), part.File.At(group.First().NameSpan), IsDispensable(group.Key.Meant, context.Guideline!) ? Severity.Warning : null);
                else if (!IsNote(group.Key.Name))
                    context.Report(this, Unknown(group.Key.Name, group.Count() - 1), part.File.At(group.First().NameSpan), Severity.Warning);
            }
        }
    }

    // Without it the call would go through all the same.
    private static bool IsDispensable(string meant, Guideline guideline) => meant switch
    {
        "privacy_ver" or "store_expire_timestamp" or "ext_file_media_id" or "store_region" or "sdk_privacy_info_list" => true,
        _ => meant.StartsWith("contact_", StringComparison.Ordinal) && guideline.Owner.Contacts.Any(contact => !contact.IsBlank),
    };

    private static LocalizedText Misspelt(string name, string meant, int others)
    {
        var written = Wording.Quoted(name);
        var consequence = meant == "privacy_text"
            ? new LocalizedText("the call accepts it, and review then finds no purpose", "接口会返回成功，但审核时没有用途")
            : new LocalizedText("Weixin does not read it", "平台不会读取");
        return new LocalizedText(
            $"\"{written}\" is no member of the platform's call: {consequence.En}. Write \"{meant}\".{(others == 0 ? "" : $" The same in {Wording.Count(others, "more place", "more places")}.")}",
            $"平台接口没有“{written}”这一成员：{consequence.Zh}。请改为“{meant}”。{(others == 0 ? "" : $"另有 {others} 处相同。")}");
    }

    private static LocalizedText Unknown(string name, int others)
    {
        var written = Wording.Quoted(name);
        return new LocalizedText(
            $"\"{written}\" is no member of the platform's call, and Weixin does not read it. Remove it; a note belongs in a comment (// …).{(others == 0 ? "" : $" The same in {Wording.Count(others, "more place", "more places")}.")}",
            $"平台接口没有“{written}”这一成员，不会读取。请删除；备注请写成注释（// …）。{(others == 0 ? "" : $"另有 {others} 处相同。")}");
    }

    private static bool IsNote(string name) => name.Length == 0 || name[0] is '$' or '_' or '#' or '/';
}
