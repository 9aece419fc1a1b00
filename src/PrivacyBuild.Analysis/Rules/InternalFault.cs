namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV0000: the tool itself failed. No mode lowers it, so that a fault never looks like a pass.</summary>
public sealed class InternalFault : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV0000",
        Severity = Severity.Error,
        Nature = RuleNature.Fact,
        Sources = [],
        Title = new("Internal fault of PrivacyBuild", "PrivacyBuild 内部错误"),
        What = new(
            "The tool met something that it did not expect and could not finish the check.",
            "工具遇到意料之外的情况，检查未能完成。"),
        Why = new(
            "A build that was not checked must not look like one that was. No mode and no NoWarn hides this error.",
            "没有检查过的构建不应看起来像检查过。任何模式和 NoWarn 都不会隐藏此错误。"),
        How = new(
            "Please report the message with the file that it names. To go on meanwhile, set PrivacyBuildMode to off, or exclude the file.",
            "请将消息连同其中提到的文件反馈给我们。需要先继续构建时，可将 PrivacyBuildMode 设为 off，或排除该文件。"),
    };

    /// <summary>The diagnostic for a fault; <paramref name="detail"/> says what happened in a developer's words, <paramref name="path"/> where, if that is known.</summary>
    public static Diagnostic Create(string detail, string path = "") => new()
    {
        Id = "PRIV0000",
        Severity = Severity.Error,
        Path = path,
        Message = new LocalizedText(
            $"PrivacyBuild failed before the check was complete; the build is not checked. {detail} Please report this. To build meanwhile, set PrivacyBuildMode to off.",
            $"PrivacyBuild 内部错误，检查未完成，本次构建未经检查。{detail} 请反馈此问题；需要先继续构建时，可将 PrivacyBuildMode 设为 off。"),
    };

    /// <summary>The diagnostic for a package that was replaced under a build process that had loaded it: what it would say is what the old one says.</summary>
    public static Diagnostic CreateForReplacedTool() => new()
    {
        Id = "PRIV0000",
        Severity = Severity.Error,
        Message = new LocalizedText(
            "PrivacyBuild was replaced on disk, but this build process still holds the old one; the build is not checked. Run dotnet build-server shutdown (restart Visual Studio if it builds) and build again.",
            "磁盘上的 PrivacyBuild 已被替换，而当前构建进程加载的仍是旧程序，本次构建未经检查。请运行 dotnet build-server shutdown（在 Visual Studio 中构建时请重启它），然后重新构建。"),
    };

    /// <summary>The diagnostic for a check that was told to stop: nobody's fault, but no result either.</summary>
    public static Diagnostic CreateForCancelled() => new()
    {
        Id = "PRIV0000",
        Severity = Severity.Error,
        Message = new LocalizedText(
            "PrivacyBuild was cancelled before the check was complete; the build is not checked. Build again.",
            "PrivacyBuild 在检查完成前被取消，本次构建未经检查。请重新构建。"),
    };
}
