using System.Collections.Generic;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Analysis.Tests.Guidelines.Schema;

/// <summary>What editors say of each member of the guideline: a title, and a sentence or two in both languages.</summary>
internal static class GuidelineSchemaTexts
{
    public static IReadOnlyDictionary<string, (LocalizedText Title, LocalizedText Description)> ByMember { get; } = new Dictionary<string, (LocalizedText, LocalizedText)>
    {
        ["$schema"] = (new("schema for editors", "供编辑器使用的结构说明"), new("Not part of the platform's call.", "不属于平台接口。")),
        ["privacy_ver"] = (new("version", "版本"), new("1: the live guideline, of which only owner_setting can be changed. 2 (also when absent): the development version, in force after review and release.", "1 为现网版本，只能修改 owner_setting；2（缺省）为开发版本，经审核并发布后生效。")),
        ["owner_setting"] = (new("who answers for the guideline", "开发者信息"), new("At least one contact (else 86069) and notice_method (else 86070).", "至少填写一种联系方式（否则 86069）以及 notice_method（否则 86070）。")),
        ["setting_list"] = (new("kinds of information", "收集的信息种类"), new("One entry for each kind that the code or the server takes. Required unless privacy_ver is 1.", "代码或服务器收集的每一类信息各一项。privacy_ver 为 1 时不填，否则必填。")),
        ["sdk_privacy_info_list"] = (new("third-party SDKs", "第三方 SDK"), new("One entry for each SDK that is compiled into the package. Plug-ins state their kinds themselves.", "编入代码包的每个第三方 SDK 各一项。插件的信息由插件自行声明。")),
        ["privacy_key"] = (new("kind", "信息种类"), new("One of the platform's keys; upper and lower case count. Any other text is a kind of your own.", "平台定义的键名，区分大小写；其他文字视为自定义种类。")),
        ["privacy_text"] = (new("purpose", "用途"), new("What the information is used for, without 为了 or 用于 in front: the platform builds the sentence.", "该信息的用途，开头不要加“为了”或“用于”，平台会自行组成句子。")),
        ["privacy_label"] = (new("label", "名称"), new("Only in the answer of getprivacysetting.", "仅出现在 getprivacysetting 的返回中。")),
        ["contact_phone"] = (new("telephone", "电话"), new("One of four contacts; one is enough.", "四种联系方式之一，至少填写一种。")),
        ["contact_email"] = (new("e-mail", "邮箱"), new("One of four contacts; one is enough.", "四种联系方式之一，至少填写一种。")),
        ["contact_qq"] = (new("QQ number", "QQ 号"), new("One of four contacts; one is enough.", "四种联系方式之一，至少填写一种。")),
        ["contact_weixin"] = (new("Weixin id", "微信号"), new("One of four contacts; one is enough.", "四种联系方式之一，至少填写一种。")),
        ["notice_method"] = (new("how users learn of changes", "变更告知方式"), new("For example 弹窗 or 公告.", "例如：弹窗、公告。")),
        ["store_expire_timestamp"] = (new("retention", "存储期限"), new("A number of days such as 30天; empty for the shortest necessary time. No time stamp in spite of its name.", "固定天数，如“30天”；留空表示最短必要时间。虽名为 timestamp，但不是时间戳。")),
        ["ext_file_media_id"] = (new("supplementary document", "补充文档"), new("The id that uploadprivacyextfile returns for a .txt of at most 100 KB. Not with privacy_ver 1.", "uploadprivacyextfile 上传 .txt 文件（不超过 100 KB）后返回的 id；privacy_ver 为 1 时不可填写。")),
        ["store_region"] = (new("storage region", "存储地区"), new("A region code, for overseas entities.", "地区代码，境外主体使用。")),
        ["sdk_name"] = (new("name of the SDK", "SDK 名称"), new("As its provider calls it.", "与提供方使用的名称一致。")),
        ["sdk_biz_name"] = (new("company", "提供方"), new("The company behind the SDK.", "SDK 的提供公司。")),
        ["sdk_list"] = (new("kinds of the SDK", "SDK 收集的信息"), new("Kinds and purposes, as in setting_list.", "信息种类与用途，格式同 setting_list。")),
        ["errcode"] = (new("error code", "错误码"), new("Only in the answer of getprivacysetting.", "仅出现在 getprivacysetting 的返回中。")),
        ["errmsg"] = (new("error message", "错误信息"), new("Only in the answer of getprivacysetting.", "仅出现在 getprivacysetting 的返回中。")),
        ["code_exist"] = (new("whether code was committed", "是否有代码"), new("Only in the answer of getprivacysetting: 0 when nothing was committed lately.", "仅出现在 getprivacysetting 的返回中：0 表示近期没有提交代码。")),
        ["privacy_list"] = (new("kinds found in the code", "代码中检测到的种类"), new("Only in the answer of getprivacysetting.", "仅出现在 getprivacysetting 的返回中。")),
        ["update_time"] = (new("time of the last change", "更新时间"), new("Only in the answer of getprivacysetting: unix seconds.", "仅出现在 getprivacysetting 的返回中：Unix 时间（秒）。")),
        ["privacy_desc"] = (new("labels of the keys", "键名说明"), new("Only in the answer of getprivacysetting.", "仅出现在 getprivacysetting 的返回中。")),
        ["privacy_desc_list"] = (new("labels of the keys", "键名说明"), new("Only in the answer of getprivacysetting.", "仅出现在 getprivacysetting 的返回中。")),
    };
}
