using System.Collections.Generic;
using System.Text;
using Microsoft.Build.Execution;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging;

namespace PrivacyBuild.Package.Tests;

/// <summary>
/// A build inside this process, as editors and other hosts of MSBuild do it. No type here derives from one of MSBuild's: the test
/// host looks at all types before the locator has found MSBuild.
/// </summary>
internal static class InProcessBuild
{
    public static (bool Succeeded, string Log) Build(string project, Dictionary<string, string>? properties = null)
    {
        var log = new StringBuilder();
        var logger = new ConsoleLogger(LoggerVerbosity.Minimal, text => log.Append(text), colorSet: null, colorReset: null);
        using var manager = new BuildManager();
        var result = manager.Build(
            new BuildParameters { Loggers = [logger], EnableNodeReuse = false, MaxNodeCount = 1 },
            new BuildRequestData(project, properties ?? [], null, ["Build"], null));
        return (result.OverallResult == BuildResultCode.Success, log.ToString());
    }
}
