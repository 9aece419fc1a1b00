using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>A member whose name is a slip for one that its object lacks.</summary>
internal sealed record MisspeltMember(UnknownMember Member, string Meant, GuidelinePlace Place, GuidelinePlace Owner);

/// <summary>
/// Tells which documented member an unknown one was meant to be: the same name in another habit of writing, a letter or two beside
/// it, or a word that public code uses for it.
/// </summary>
internal static class MemberSpelling
{
    private const int LongName = 6;

    // As public code writes them (privacy_value passed the call and failed review), and what the same thing is called elsewhere.
    private static readonly Dictionary<string, string[]> Habits = new(StringComparer.Ordinal)
    {
        ["privacy_text"] = ["privacyvalue", "privacycontent", "privacypurpose", "privacyreason", "privacydescription", "text", "value", "purpose", "reason"],
        ["privacy_key"] = ["privacyname", "privacytype", "key"],
        ["privacy_ver"] = ["privacyversion"],
        ["setting_list"] = ["settings", "privacysettinglist", "privacylist", "privacysettings"],
        ["owner_setting"] = ["owner", "ownerinfo", "ownersettings"],
        ["sdk_privacy_info_list"] = ["sdks", "sdklist", "sdkprivacylist", "sdkinfolist"],
        ["sdk_list"] = ["sdksettinglist", "settinglist", "list"],
        ["sdk_biz_name"] = ["sdkcompany", "sdkbizname", "bizname", "company", "sdkcompanyname"],
        ["sdk_name"] = ["name"],
        ["contact_email"] = ["email", "mail", "contactmail"],
        ["contact_phone"] = ["phone", "contacttel", "contactmobile", "tel", "mobile"],
        ["contact_qq"] = ["qq"],
        ["contact_weixin"] = ["weixin", "wechat", "contactwechat", "contactwx"],
        ["notice_method"] = ["notice", "noticetype", "noticeway", "notifymethod"],
        ["store_expire_timestamp"] = ["storeexpire", "storetime", "storeexpiretime", "expiretimestamp"],
        ["ext_file_media_id"] = ["mediaid", "extfile", "filemediaid"],
    };

    public static IReadOnlyList<MisspeltMember> FindSlips(Guideline? guideline) =>
        (guideline?.Parts ?? []).Where(part => part.Shape == GuidelineShape.Request).SelectMany(SlipsOf).ToArray();

    private static IEnumerable<MisspeltMember> SlipsOf(Guideline part)
    {
        foreach (var member in part.UnknownMembers)
        {
            if (FindMeant(member) is { } meant)
                yield return new MisspeltMember(member, meant, part.File.At(member.NameSpan), part.File.At(member.Owner.Span));
        }
    }

    private static string? FindMeant(UnknownMember member)
    {
        var missing = member.Known.Where(name => member.Owner.Find(name) is null).ToArray();
        var letters = Letters(member.Name);
        return missing.FirstOrDefault(name => Letters(name) == letters)
            ?? missing.FirstOrDefault(name => Habits.TryGetValue(name, out var habits) && habits.Contains(letters))
            ?? missing.Where(name => name.Length >= LongName).Select(name => (Name: name, Distance: EditDistance.Between(letters, Letters(name))))
                .Where(pair => pair.Distance <= 2).OrderBy(pair => pair.Distance).Select(pair => pair.Name).FirstOrDefault();
    }

    // privacyText, PRIVACY_TEXT and "privacy_text " are one name in other habits of writing.
    private static string Letters(string name) => new(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
}
