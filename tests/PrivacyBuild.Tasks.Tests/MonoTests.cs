using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis;

namespace PrivacyBuild.Tasks.Tests;

/// <summary>
/// The netstandard2.0 assemblies on another runtime than .NET, with the class library of .NET Framework 4.x as Mono has it. This shows that they
/// load there and come to the same result; it does not show that MSBuild.exe loads the task, nor what .NET Framework itself does otherwise.
/// </summary>
[TestClass]
public sealed class MonoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void The_older_flavour_says_on_Mono_what_the_newer_one_says_here()
    {
        // The facades of Mono come with its developer tools.
        if (!File.Exists("/usr/lib/mono/4.5/Facades/netstandard.dll"))
            Assert.Inconclusive("Mono is not installed (Debian: mono-devel)");
        _folder.Write("app/project.config.json", """{ "packOptions": { "ignore": [ { "type": "regexp", "value": "^old/" } ] } }""");
        _folder.Write("app/app.json", """{ "pages": ["pages/a/a", "pages/gone/gone"], "usingComponents": { "v": "v/v" } }""");
        _folder.Write("app/pages/a/a.wxml", """<v wx:if="{{ a }}"/><button open-type="{{ kind }}"/>""");
        _folder.Write("app/pages/a/a.ts", "const { chooseMedia: pick } = wx;\nPage({ data: { kind: 'getPhoneNumber' as string }, b: (n: keyof typeof wx) => wx[n]() })\npick?.({})");
        _folder.Write("app/v/v.js", "module.exports = `${wx['get' + 'Location']}`; var x = {");
        _folder.Write("app/old/o.js", "wx.chooseAddress()");
        File.WriteAllBytes(_folder["app/gb.js"], [.. "wx.getClipboardData() // "u8, 0xB5, 0xD8, 0xCD, 0xBC]);
        _folder.Write("app/privacy-guideline.json", """{ "owner_setting": { "contact_email": "a@shop.example", "notice_method": "弹窗" }, "setting_list": [ { "privacy_key": "Location", "privacy_text": "位置" }, { "privacy_key": "Albums", "privacy_text": "上传商品照片" } ] }""");

        var report = PrivacyCheck.Run(new PrivacyCheckOptions { MaxParallelism = 2 }, new DiskFiles(_folder["app"]), CancellationToken.None);
        var expected = string.Concat(report.Diagnostics.Select(diagnostic => $"{diagnostic.Path}({diagnostic.Start}): {diagnostic.Severity} {diagnostic.Id}: {diagnostic.Message.En} {diagnostic.Message.Zh}\n"))
            + string.Concat(report.ClosingLines.Select(line => line + "\n")) + Encoding.UTF8.GetString(report.UsagesFile);
        Assert.IsGreaterThan(5, report.Diagnostics.Count, expected);
        Assert.AreEqual(expected, RunOnMono(_folder["app"]));
    }

    private static string RunOnMono(string folder)
    {
        // Both projects are built alike, beside each other
        var host = AppContext.BaseDirectory.Replace("PrivacyBuild.Tasks.Tests", "PrivacyBuild.MonoHost").Replace("net10.0", "netstandard2.0");
        using var mono = Process.Start(new ProcessStartInfo("mono", [Path.Combine(host, "PrivacyBuild.MonoHost.dll"), folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var errors = mono.StandardError.ReadToEndAsync();
        var output = mono.StandardOutput.ReadToEnd();
        mono.WaitForExit();
        Assert.AreEqual(0, mono.ExitCode, errors.Result);
        return output;
    }
}
