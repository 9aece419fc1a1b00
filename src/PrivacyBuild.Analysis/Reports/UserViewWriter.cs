using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Reports;

/// <summary>
/// Writes the guideline as users are expected to read it (source: DOC-INTRO, whose examples give the sentences): a kind that the platform
/// asks the user for begins with the purpose, all others begin with the kind. What the platform adds by itself is left out.
/// </summary>
internal static class UserViewWriter
{
    public static byte[] Write(Guideline guideline, PrivacyCatalogue catalogue, MessageLanguage language)
    {
        var page = new StringBuilder();
        page.Append("# 小程序用户隐私保护指引\n\n");
        page.Append(new LocalizedText(
            $"> Made from {MarkdownText.Escape(guideline.Path)}: how Weixin is expected to show it. The sentences follow the examples of the platform's documentation; the introduction, plug-ins, how to withdraw, and dates are the platform's own.",
            $"> 由 {MarkdownText.Escape(guideline.Path)} 生成，为预计的展示效果。句式依据平台文档中的示例；引导语、插件信息、撤回方式与日期由平台生成。").In(language));
        page.Append("\n\n## 开发者处理的信息\n\n根据法律规定，开发者仅处理实现小程序功能所必要的信息。\n\n");
        AppendEntries(page, guideline.Entries, catalogue, language);
        foreach (var sdk in guideline.Sdks)
        {
            page.Append($"\n### {MarkdownText.Escape(sdk.Name.Text ?? "")}（{MarkdownText.Escape(sdk.Company.Text ?? "")}）\n\n");
            AppendEntries(page, sdk.Entries, catalogue, language);
        }

        AppendOwner(page, guideline.Owner);
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void AppendEntries(StringBuilder page, IReadOnlyList<GuidelineEntry> entries, PrivacyCatalogue catalogue, MessageLanguage language)
    {
        foreach (var entry in entries.Where(entry => !entry.Key.IsBlank && !entry.Purpose.IsBlank))
            page.Append("- ").Append(Sentence(entry.Key.Text!, entry.Purpose.Text!.Trim(), catalogue)).Append('\n');

        var blank = entries.Where(entry => !entry.Key.IsBlank && entry.Purpose.IsBlank).Select(entry => MarkdownText.Escape(entry.Key.Text!)).ToArray();
        if (blank.Length > 0)
            page.Append('\n').Append(new LocalizedText($"> Without a purpose, and so not shown: {string.Join(", ", blank)}", $"> 未填写用途，不会展示：{string.Join("、", blank)}").In(language)).Append('\n');
    }

    private static string Sentence(string key, string purpose, PrivacyCatalogue catalogue)
    {
        var what = catalogue.KindsByKey.TryGetValue(key, out var kind) ? kind.Sentence : "收集你的" + MarkdownText.Escape(key);
        var why = MarkdownText.Escape(purpose.TrimEnd('。', '.', '；', ';'));
        return catalogue.Scopes.Any(scope => scope.Kind == key && scope.Status == ScopeStatus.Active)
            ? $"为了{why}，开发者将在获取你的明示同意后，{what}。"
            : $"开发者{what}，用于{why}。";
    }

    private static void AppendOwner(StringBuilder page, OwnerSetting owner)
    {
        var contacts = new[] { ("电话", owner.ContactPhone), ("邮箱", owner.ContactEmail), ("QQ", owner.ContactQq), ("微信", owner.ContactWeixin) }
            .Where(contact => !contact.Item2.IsBlank).Select(contact => $"- {contact.Item1}：{MarkdownText.Escape(contact.Item2.Text!.Trim())}\n").ToArray();
        if (contacts.Length > 0)
            page.Append("\n## 用户权益\n\n关于你的个人信息，你可以通过以下方式与开发者联系，行使查阅、复制、更正、删除等法定权利。\n\n").Append(string.Concat(contacts));
        if (!owner.Retention.IsBlank)
            page.Append($"\n## 开发者对信息的存储\n\n固定存储期限：{MarkdownText.Escape(owner.Retention.Text!.Trim())}\n");
        if (!owner.NoticeMethod.IsBlank)
            page.Append($"\n## 信息的使用规则\n\n如开发者使用你的信息超出本指引目的或合理范围，开发者必须在变更使用目的或范围前，再次以{MarkdownText.Escape(owner.NoticeMethod.Text!.Trim())}方式告知并征得你的明示同意。\n");
    }
}
