using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Suppressions;

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
                    options = options with { WriteGuideline = value.Contains("guideline", StringComparison.Ordinal), WriteBaseline = value.Contains("baseline", StringComparison.Ordinal), WriteReport = value.Contains("report", StringComparison.Ordinal) };
                    break;
                case "PrivacyBuildReports":
                    options = options with { Reports = value.Split(';').Aggregate(ReportKinds.None, (kinds, word) => kinds | ReportWords.Find(word)) };
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
                case "PrivacyBuildPolicy":
                    options = options with { Policies = value.Split(';') };
                    break;
                case "PrivacyBuildDefine":
                    options = options with { Defines = value.Split(';').Select(define => define.Split(':')).ToDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1] : "true") };
                    break;
                case "PrivacyBuildInput":
                    options = options with { Input = Enum.Parse<MiniProgramInput>(value, ignoreCase: true) };
                    break;
                case "PrivacyBuildBaseline":
                    options = options with { Baseline = value };
                    break;
                case "PrivacyBuildToday":
                    options = options with { Today = value };
                    break;
                case "PrivacyBuildSuppress":
                    options = options with { Suppressions = [.. options.Suppressions, ReadSuppression(value)] };
                    break;
                case "PrivacyBuildSeverity":
                    options = options with { Severities = [.. options.Severities, ReadSeverity(value)] };
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

    // PRIV1001;Interface=wx.getLocation;Kind=accepted;Reason=…
    private static Suppression ReadSuppression(string value)
    {
        var parts = value.Split(';');
        var metadata = parts.Skip(1).Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new Suppression
        {
            Source = SuppressionSource.Item,
            Rule = parts[0],
            Interface = metadata.GetValueOrDefault("Interface", ""),
            Path = metadata.GetValueOrDefault("Path", ""),
            Owner = metadata.GetValueOrDefault("Owner", ""),
            Kind = metadata.GetValueOrDefault("Kind") == "false-alarm" ? SuppressionKind.FalseAlarm : SuppressionKind.Accepted,
            Reason = metadata.GetValueOrDefault("Reason", ""),
            Until = metadata.GetValueOrDefault("Until", ""),
        };
    }

    // PRIV1001/Location;Severity=warning
    private static SeveritySetting ReadSeverity(string value)
    {
        var parts = value.Split(";Severity=");
        var rule = parts[0].Split('/');
        return new SeveritySetting(rule[0], rule.Length > 1 ? rule[1] : "", Enum.Parse<Severity>(parts[1], ignoreCase: true));
    }
}
