using PrivacyBuild.Analysis.Rules;

namespace PrivacyBuild.Tasks;

/// <summary>PRIV0000: the check itself did not come to an end. No mode, severity or suppression lowers it: a build without a result is not green.</summary>
internal static class InternalFault
{
    public const string Id = "PRIV0000";

    /// <param name="type">Type of the exception.</param>
    /// <param name="message">Its message.</param>
    public static Diagnostic Of(string type, string message) => new()
    {
        Id = Id,
        Severity = Severity.Error,
        Message = new LocalizedText(
            $"PrivacyBuild broke before it had a result ({type}: {message}), so this build cannot pass. Please report it with the log of dotnet build -v:d, which holds the stack; until it is mended, PrivacyBuildMode=off builds without the check.",
            $"PrivacyBuild 在得出结果前出现内部错误（{type}：{message}），因此本次构建不能通过。请附上 dotnet build -v:d 的日志（含调用栈）反馈此问题；修复之前可将 PrivacyBuildMode 设为 off 跳过检查。"),
    };

    public static Diagnostic Cancelled() => new()
    {
        Id = Id,
        Severity = Severity.Error,
        Message = new LocalizedText(
            "PrivacyBuild was cancelled before it had a result, so this build cannot pass. Build again.",
            "PrivacyBuild 在得出结果前被取消，因此本次构建不能通过。请重新构建。"),
    };
}
