using System.Globalization;
using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>Why a file could not be read, in one sentence of both languages.</summary>
internal static class InputReasons
{
    private const long Megabyte = 1024 * 1024;

    public static LocalizedText Describe(InputProblem problem, string file) => problem.Reason switch
    {
        ProblemReason.NotFound => new($"{file} does not exist.", $"{file} 不存在。"),
        ProblemReason.AccessFailed => new($"{file} cannot be opened: {WithFullStop(problem.Detail)}", $"{file} 无法打开：{problem.Detail.TrimEnd('.')}。"),
        ProblemReason.NotText => new($"{file} is no text that can be read (UTF-8 is expected).", $"{file} 不是可读取的文本（应为 UTF-8 编码）。"),
        ProblemReason.TooLarge => new($"{file} is larger than {Size(problem.Detail)}.", $"{file} 超过 {Size(problem.Detail)}。"),
        ProblemReason.TooManyFiles => new($"The app root holds more than {problem.Detail} files.", $"小程序根目录中的文件超过 {problem.Detail} 个。"),
        ProblemReason.TooDeep => new($"Folders are nested deeper than {problem.Detail} levels.", $"文件夹嵌套超过 {problem.Detail} 层。"),
        ProblemReason.Link => new($"{Subject(problem, file)} is a link, and links are not followed: they can lead anywhere.", $"{Subject(problem, file)} 是链接，链接可能指向任意位置，不会跟随。"),
        ProblemReason.OutsideRoot => new($"{Subject(problem, file)} lies outside the app root.", $"{Subject(problem, file)} 位于小程序根目录之外。"),
        ProblemReason.Empty => new($"{file} is empty.", $"{file} 没有内容。"),
        _ => new($"{file} cannot be read.{(problem.Detail.Length > 0 ? " " + WithFullStop(problem.Detail) : "")}", $"{file} 无法读取。{problem.Detail}"),
    };

    private static string Subject(InputProblem problem, string file) => problem.Subject.Length > 0 ? problem.Subject : file;

    private static string WithFullStop(string text) => text.Length == 0 || text[text.Length - 1] is '.' or '。' ? text : text + ".";

    private static string Size(string bytes) =>
        long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number >= Megabyte ? $"{number / Megabyte} MB" : $"{number / 1024} KB"
            : bytes;
}
