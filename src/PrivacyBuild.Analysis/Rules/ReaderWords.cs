namespace PrivacyBuild.Analysis.Rules;

/// <summary>The readers' words about broken text, put into sentences of both languages.</summary>
internal static class ReaderWords
{
    public static string English(string words) =>
        words.Length == 0 ? "it breaks off." : words[words.Length - 1] == '.' ? words : words + ".";

    public static string Chinese(string words) => words;

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
        "null" => " null",
        _ => " " + type,
    };
}
