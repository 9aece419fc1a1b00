using System;

namespace PrivacyBuild.Analysis.Tests.Scenarios;

/// <summary>Reads an <c>options</c> block: one <c>Name=value</c> a line, by the names of the MSBuild properties.</summary>
internal static class ScenarioOptions
{
    public static PrivacyCheckOptions Read(string content, PrivacyCheckOptions options, out bool isBare)
    {
        isBare = false;
        foreach (var line in content.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('=', 2);
            var value = parts.Length > 1 ? parts[1].Trim() : "";
            switch (parts[0].Trim())
            {
                case "PrivacyBuildMode":
                    options = options with { Mode = Enum.Parse<CheckMode>(value, ignoreCase: true) };
                    break;
                case "PrivacyBuildWrite":
                    options = options with { WriteGuideline = value == "guideline" };
                    break;
                case "PrivacyBuildRoot":
                    options = options with { Root = value };
                    break;
                case "PrivacyBuildGuideline":
                    options = options with { Guideline = value };
                    break;
                case "PrivacyBuildOnlineGuideline":
                    options = options with { OnlineGuideline = value };
                    break;
                case "SharedGuideline":
                    options = options with { SharedGuideline = value };
                    break;
                case "NoWarn":
                    options = options with { NoWarn = value.Split(';', StringSplitOptions.RemoveEmptyEntries) };
                    break;
                case "BuildFolders":
                    options = options with { BuildFolders = value.Split(';', StringSplitOptions.RemoveEmptyEntries) };
                    break;
                case "MiniProgramOptional":
                    options = options with { MiniProgramOptional = true };
                    break;
                case "Bare":
                    isBare = true;
                    break;
                default:
                    throw new FormatException("no such option: " + parts[0]);
            }
        }

        return options;
    }
}
