using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace PrivacyBuild.Package.Tests;

/// <summary>The folder of somebody who uses the package: files are written as a user would, and built with <c>dotnet</c>.</summary>
internal sealed partial class Consumer(string name = "consumer") : IDisposable
{
    private readonly string _own = Directory.CreateDirectory(Path.Combine(TestPackage.Root, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>The reference as it stands in a project of a user.</summary>
    public static string PackageReference { get; } = $"""<PackageReference Include="PrivacyBuild" Version="{TestPackage.Version}" PrivateAssets="all" />""";

    public string Folder => Path.Combine(_own, name);

    public string this[string relative] => Path.Combine(Folder, relative);

    public Consumer Write(string relative, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], content);
        return this;
    }

    /// <summary>A mini program in <paramref name="folder"/> that asks for the location, and its guideline, which declares it or not.</summary>
    public Consumer WriteMiniProgram(string folder, bool declared) =>
        Write(folder + "/miniprogram/app.json", """{ "pages": ["pages/map/map"], "requiredPrivateInfos": ["getLocation"], "permission": { "scope.userLocation": { "desc": "按距离排列门店" } } }""")
            .Write(folder + "/miniprogram/pages/map/map.json", "{}")
            .Write(folder + "/miniprogram/pages/map/map.wxml", "<view />")
            .Write(folder + "/miniprogram/pages/map/map.js", "Page({\n  onLoad() {\n    wx.getLocation({ type: 'gcj02' });\n  },\n});\n")
            .WriteGuideline(folder, declared);

    public Consumer WriteGuideline(string folder, bool declared) => Write(folder + "/privacy-guideline.json", Guideline(declared));

    public static string Guideline(bool declared) =>
        $$"""
        {
          "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗" },
          "setting_list": [ { "privacy_key": "{{(declared ? "Location" : "Email")}}", "privacy_text": "按距离排列门店" } ]
        }
        """;

    /// <summary>Runs <c>dotnet</c> in the folder and keeps the whole log of the build, every warning and error in it once.</summary>
    public ConsumerBuild Dotnet(params string[] arguments)
    {
        var log = Path.Combine(_own, "build.log");
        File.Delete(log);
        var process = DotnetProcess.Run(Folder, [.. arguments, $"-flp:LogFile={log};Verbosity=normal;NoSummary;Encoding=UTF-8", "-tl:off"]);
        var text = File.Exists(log) ? File.ReadAllText(log) : process.Output;
        return new ConsumerBuild(process.ExitCode == 0, FindingsIn(text), text);
    }

    public void Dispose() => Directory.Delete(_own, recursive: true);

    // The place, the severity and the id of each of our diagnostics; the log has the project behind the message.
    private string[] FindingsIn(string log) =>
        [.. DiagnosticLine().Matches(log).Select(match => match.Value.Replace('\\', '/').Replace(Folder.Replace('\\', '/') + "/", "").Trim())];

    [GeneratedRegex(@"[^\s>][^\r\n>]*: (error|warning) PRIV\d{4}")]
    private static partial Regex DiagnosticLine();
}

/// <summary>What one build came to. Findings are written <c>path(line,column,endLine,endColumn): error PRIV1001</c>.</summary>
internal sealed record ConsumerBuild(bool Succeeded, string[] Findings, string Log)
{
    public int ClosingLines => Regex.Count(Log, "^ *PrivacyBuild: ", RegexOptions.Multiline);
}
