using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;

namespace PrivacyBuild.Package.Tests;

/// <summary>One run of the <c>dotnet</c> command.</summary>
internal sealed record DotnetProcess(int ExitCode, string Output)
{
    public static DotnetProcess Run(string directory, params string[] arguments) => Run(directory, [], arguments);

    /// <param name="directory">Where it runs.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="arguments">Of the command.</param>
    public static DotnetProcess Run(string directory, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        // The locator and the test host point these at their own MSBuild and SDK; a user has none of them.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // a node that stays would hold the package's files and this run's output

        foreach (var variable in environment)
            start.Environment[variable.Key] = variable.Value;

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return new DotnetProcess(process.ExitCode, output.ToString());

        void Append(string? line)
        {
            lock (output)
                output.Append(line).Append('\n');
        }
    }
}
