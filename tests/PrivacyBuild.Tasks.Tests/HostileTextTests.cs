using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace PrivacyBuild.Tasks.Tests;

/// <summary>Whatever a project calls its files and writes into them: in the log it forges no line and commands nobody, in files of ours it stays text.</summary>
[TestClass]
public sealed class HostileTextTests : IDisposable
{
    private const string Hostile = "\n::error::x\r##vso[task.complete]##[error]\u001b[31m\u009b31m\u2028\u202e%0a</script><img src=x>\"';,$(x)@(y)%3b{{ }}";

    private readonly TemporaryFolder _folder = new();
    private readonly LogEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void No_text_of_the_project_forges_a_line_of_the_log_or_commands_who_reads_it()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("file names on Windows hold no line breaks");
        var name = Hostile.Replace("/", "", StringComparison.Ordinal);
        var text = JsonSerializer.Serialize(Hostile);
        _folder.Write("project/app.json", $$"""{ "pages": ["a/a", {{text}}], {{text}}: 1, "usingComponents": { {{text}}: {{text}} }, "requiredPrivateInfos": [{{text}}] }""");
        _folder.Write("project/project.config.json", $$"""{ "packOptions": { "ignore": [ { "type": {{text}}, "value": {{text}} }, { "type": "regexp", "value": {{JsonSerializer.Serialize("(" + Hostile)}} } ] } }""");
        _folder.Write($"project/{name}.js", $"wx.getLocation({{}}); wx[name](); // privacybuild-disable-next-line {name}\nvar x = {{");
        _folder.Write("project/a/a.js", "require('../x')\n// privacybuild-disable-next-line \u001b[31m ##vso[x]\nwx.chooseImage({})");
        _folder.Write($"project/{name}/a.wxml", "<camera/>");
        _folder.Write("project/miniprogram_npm/p/index.js", "wx.chooseVideo({})");
        _folder.Write("project/node_modules/p/package.json", $$"""{ "name": "p", "version": {{text}} }""");
        _folder.Write("project/privacy-guideline.json", $$"""{ {{text}}: 1, "owner_setting": { "contact_email": {{text}}, "notice_method": {{text}} }, "setting_list": [ { "privacy_key": {{text}}, "privacy_text": {{text}} }, { "privacy_key": "Camera", "privacy_text": {{text}} } ] }""");
        _folder.Write("project/privacy-baseline.json", $$"""{ "version": 1, "findings": [ { "rule": {{text}}, "interface": {{text}}, "path": {{text}}, "count": 1 }, { "rule": "PRIV1001", "interface": {{text}}, "path": {{text}}, "count": 1 } ] }""");
        _folder.Write("project/broken/app.json", "{ " + Hostile);
        foreach (var language in new[] { "en", "zh" })
            Run(language);

        var lines = _engine.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] beginnings = ["error PRIV", "warning PRIV", "normal PRIV", "high: PrivacyBuild: ", "high: PrivacyBuild：", "low"];
        foreach (var line in lines)
        {
            Assert.IsTrue(beginnings.Any(beginning => line.StartsWith(beginning, StringComparison.Ordinal)), line);
            Assert.IsFalse(line.Any(c => char.IsControl(c) || c is '\u2028' or '\u202e'), line);
            Assert.DoesNotContain("##vso[", line);
            Assert.DoesNotContain("##[", line);
        }

        // It is there to be escaped: in the name of a file, in a message, and in a closing line or not at all.
        Assert.IsTrue(lines.Any(line => line.Contains("::error::x\\u000d##vso\\u005btask.complete]", StringComparison.Ordinal) && line.Contains(".js(1,1,1,15)", StringComparison.Ordinal)), _engine.Log);
        Assert.IsGreaterThan(12, lines.Length);
    }

    [TestMethod]
    public void The_usages_file_stays_json_and_holds_the_names_as_they_are()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("file names on Windows hold no line breaks");
        var name = Hostile.Replace("/", "", StringComparison.Ordinal);
        _folder.Write("project/app.json", """{ "pages": [] }""");
        _folder.Write($"project/{name}.js", "wx.getLocation({})");
        Run("en");

        using var usages = JsonDocument.Parse(File.ReadAllText(_folder["project/obj/PrivacyBuild/privacy-usages.json"]));
        Assert.AreEqual(name + ".js", usages.RootElement.GetProperty("apps")[0].GetProperty("usages")[0].GetProperty("path").GetString());
    }

    private void Run(string language)
    {
        using var task = new PrivacyBuildCheck
        {
            BuildEngine = _engine,
            ProjectFile = _folder["project/shop.csproj"],
            RulesFile = _folder["RULES.md"],
            UsagesFile = "obj/PrivacyBuild/privacy-usages.json",
            BuildFolders = ["obj"],
            Reports = "sarif;html;csv;markdown;request;userview",
            Language = language,
        };
        task.Execute();
    }
}
