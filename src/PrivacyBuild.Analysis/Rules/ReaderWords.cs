using System;
using System.Globalization;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>The readers' words about broken text, put into sentences of both languages.</summary>
internal static class ReaderWords
{
    /// <summary>The words as an English sentence.</summary>
    public static string English(string words) => words.Length == 0 ? "it breaks off." : WithoutFullStop(words) + ".";

    /// <summary>The words as a Chinese sentence; words that are not known stay in English.</summary>
    public static string Chinese(string words)
    {
        var text = WithoutFullStop(words);
        foreach (var sentence in ReaderSentences.All)
        {
            if (Varying(text, sentence.Key.Split('*')) is { } varying)
                return string.Format(CultureInfo.InvariantCulture, sentence.Value, varying) + "。";
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
        "string or number" => "a text or a number",
        _ => type,
    };

    public static string ChineseType(string type) => type switch
    {
        "object" => "对象",
        "array" => "数组",
        "string" => "字符串",
        "number" => "数字",
        "boolean" => "布尔值",
        "string or number" => "字符串或数字",
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
