using System;
using System.IO;
using System.Text;
using System.Threading;
using PrivacyBuild.Analysis;
using PrivacyBuild.Tasks;

// mono PrivacyBuild.MonoHost.dll FOLDER
//     Checks the mini program in FOLDER with the netstandard2.0 assemblies: one line for each diagnostic, the closing lines, the usages file.
var report = PrivacyCheck.Run(new PrivacyCheckOptions { MaxParallelism = 2 }, new DiskFiles(Path.GetFullPath(args[0])), CancellationToken.None);
using var output = Console.OpenStandardOutput();
var lines = new StringBuilder();
foreach (var diagnostic in report.Diagnostics)
    lines.Append($"{diagnostic.Path}({diagnostic.Start}): {diagnostic.Severity} {diagnostic.Id}: {diagnostic.Message.En} {diagnostic.Message.Zh}\n");
foreach (var line in report.ClosingLines)
    lines.Append(line).Append('\n');
var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(lines.ToString());
output.Write(text, 0, text.Length);
output.Write(report.UsagesFile, 0, report.UsagesFile.Length);
