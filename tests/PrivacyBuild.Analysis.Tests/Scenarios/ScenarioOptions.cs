using System;
using System.Linq;
using PrivacyBuild.Analysis.Reports;

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
                case "PrivacyBuildReports":
                    options = options with { Reports = value.Split(';').Select(word => ReportWords.Find(word)!.Value).ToArray() };
                    break;
                case "PrivacyBuildLanguage":
                    options = options with { Language = value == "en" ? MessageLanguage.English : MessageLanguage.Chinese };
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
                case "PrivacyBuildApp":
                    options = options with { Apps = [.. options.Apps, ReadApp(value)] };
                    break;
                case "PrivacyBuildExclude":
                    options = options with { Exclude = value.Split(';', StringSplitOptions.RemoveEmptyEntries) };
                    break;
                case "PrivacyBuildDefine":
                    options = options with { Defines = value.Split(';').Select(define => define.Split(':')).ToDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1] : "true") };
                    break;
                case "PrivacyBuildInput":
                    options = options with { Input = Enum.Parse<MiniProgramInput>(value, ignoreCase: true) };
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

    // tenants/t1/ext.json Root=template Name=one
    private static AppSetting ReadApp(string value)
    {
        var words = value.Split(' ');
        var app = new AppSetting { Path = words[0] == "." ? "" : words[0] };
        foreach (var word in words.Skip(1))
        {
            var metadata = word.Split('=', 2);
            app = metadata[0] switch
            {
                "Root" => app with { Root = metadata[1] },
                "Name" => app with { Name = metadata[1] },
                "Guideline" => app with { Guideline = metadata[1] },
                "OnlineGuideline" => app with { OnlineGuideline = metadata[1] },
                "Baseline" => app with { Baseline = metadata[1] },
                "SharedGuideline" => app with { SharedGuideline = metadata[1] },
                _ => throw new FormatException("no such metadata: " + word),
            };
        }

        return app;
    }
}
