using System.Collections.Generic;
using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Tasks;

/// <summary>PRIV0007: a setting cannot be followed. Guessing could switch the check off without a word, so it is an error that lists what is understood.</summary>
internal static class InvalidSetting
{
    public const string Id = "PRIV0007";

    public static Diagnostic NotOneOf(string name, string value, IReadOnlyList<string> allowed) => Of(
        $"{name} is '{value}', which is none of its values. Set it to {string.Join(", ", allowed)}, or remove it.",
        $"{name} 的值“{value}”无效。请设为 {string.Join("、", allowed)} 之一，或删除该设置。");

    /// <param name="name">Property that says where the file goes.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="reason">The operating system's words.</param>
    public static Diagnostic OutputNotWritable(string name, string path, string reason) => Of(
        $"{path} cannot be written: {reason} Free that path, or set {name} to another one.",
        $"无法写入 {path}：{reason} 请释放该路径，或将 {name} 设为其他路径。");

    private static Diagnostic Of(string en, string zh) => new() { Id = Id, Severity = Severity.Error, Message = new LocalizedText(en, zh) };
}
