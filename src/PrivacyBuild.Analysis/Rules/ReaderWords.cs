using System;
using System.Collections.Generic;
using System.Globalization;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>The readers' words about broken text, put into sentences of both languages.</summary>
internal static class ReaderWords
{
    /// <summary>The JSON reader's errors; <c>*</c> stands for what varies, <c>{0}</c> and <c>{1}</c> for it in Chinese. What is not listed stays in English.</summary>
    private static readonly KeyValuePair<string, string>[] JsonErrors =
    [
        new("The comment is not closed", "注释没有结束"),
        new("Unexpected *", "此处不应出现 {0}"),
        new("A NUL character is not allowed here", "此处不允许出现 NUL 字符"),
        new("Nothing may follow the value", "值之后不能再有其他内容"),
        new("A string must stand in double quotes", "字符串必须使用双引号"),
        new("A comma or a bracket is missing before this", "此前缺少逗号或括号"),
        new("Expected a member name in double quotes, found *", "此处应为双引号中的成员名，实际为 {0}"),
        new("Nested too deeply: more than * levels", "嵌套过深，超过 {0} 层"),
        new("* is not a JSON number", "{0} 不是 JSON 数字"),
        new("* is not a JSON value", "{0} 不是 JSON 值"),
        new("Expected a colon after the member's name", "成员名之后缺少冒号"),
        new("The string is not closed", "字符串没有结束"),
        new("A control character in a string must be written as an escape", "字符串中的控制字符必须转义"),
        new("The string cannot be read", "字符串无法读取"),
        new("This is not an escape that JSON knows", "这不是 JSON 支持的转义"),
        new("The text holds no value", "没有任何内容"),
        new("The text ends before the * of line * is closed", "文本结束时，第 {1} 行的 {0} 尚未闭合"),
    ];

    /// <summary>The words as an English sentence.</summary>
    public static string English(string words) => words.Length == 0 ? "it breaks off." : WithoutFullStop(words) + ".";

    /// <summary>The words as a Chinese sentence.</summary>
    public static string Chinese(string words)
    {
        var text = WithoutFullStop(words);
        foreach (var error in JsonErrors)
        {
            if (Varying(text, error.Key.Split('*')) is { } varying)
                return string.Format(CultureInfo.InvariantCulture, error.Value, varying) + "。";
        }

        return text.Length == 0 ? "内容不完整。" : text + "。";
    }

    public static string EnglishType(string type) => type switch
    {
        "object" => "an object",
        "array" => "an array",
        "string" => "a text",
        "number" => "a number",
        "boolean" => "true or false",
        _ => type,
    };

    public static string ChineseType(string type) => type switch
    {
        "object" => "对象",
        "array" => "数组",
        "string" => "字符串",
        "number" => "数字",
        "boolean" => "布尔值",
        _ => " " + type,
    };

    /// <summary>What stands between the fixed parts of a sentence; null when it is another sentence.</summary>
    private static string[]? Varying(string text, string[] parts)
    {
        var last = parts[parts.Length - 1];
        if (!text.StartsWith(parts[0], StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal) || (parts.Length == 1 && text.Length != last.Length))
            return null;
        var varying = new string[parts.Length - 1];
        var start = parts[0].Length;
        for (var i = 0; i < varying.Length; i++)
        {
            var end = i == varying.Length - 1 ? text.Length - last.Length : text.LastIndexOf(parts[i + 1], StringComparison.Ordinal);
            if (end < start)
                return null;
            varying[i] = text.Substring(start, end - start);
            start = end + parts[i + 1].Length;
        }

        return varying;
    }

    private static string WithoutFullStop(string words) => words.TrimEnd('.', '。', ' ');
}
